import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { DemoTheme } from '../paneHost';
import type { Look } from './TopBar';

export const FLUENT_THEMES: Readonly<Record<DemoTheme, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

const KEY = 'outlook-demo-look';

/** The look of the last visit; the address may say another (`?language=en&theme=dark`). */
export function firstLook(search: string): Look {
  const told = new URLSearchParams(search);
  let kept: Partial<Look> = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Look>;
  } catch {
    // Nothing kept that can be read is nothing kept.
  }
  const language = told.get('language') ?? kept.language;
  const theme = told.get('theme') ?? kept.theme;
  return {
    language: language === 'en' ? 'en' : 'es',
    theme: theme === 'dark' || theme === 'contrast' ? theme : 'light',
  };
}

export function keepLook(look: Look): void {
  localStorage.setItem(KEY, JSON.stringify(look));
}

/** A value that the pane watches while React draws from it. */
export function watchable<T>(first: T): {
  get(): T;
  set(value: T): void;
  subscribe(run: () => void): () => void;
} {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const run of [...listeners]) run();
    },
    subscribe(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}
