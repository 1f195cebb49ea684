import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ClientConfig } from '../app/clientConfig';
import type { TabHost } from '../app/ports/tabHost';
import { teamsTabHost } from '../hosts/teams/teamsTabHost';
import { windowTabHost } from '../hosts/window/windowTabHost';
import { createLocale, type Locale } from '../locale/createLocale';
import { readClientConfig } from './clientConfig';

type Deskful<D, L> = {
  readonly deskFor: (config: ClientConfig, host: TabHost, locale: L) => D;
};

/**
 * A tab outside of meetings: its skeleton stands until the host has answered, its surface until its desk, whose scripts
 * arrive meanwhile, is there or has not come. `element` is the id of its place in the page.
 */
export async function openTab<D extends { end(): void }, L extends { readonly tag: string }>(tab: {
  readonly element: string;
  readonly load: () => Promise<Deskful<D, L>>;
  readonly localeOf: (locale: Locale) => L;
  readonly draw: (desk: D | 'notLoaded' | undefined, locale: L, theme: TabHost['theme']) => ReactNode;
}): Promise<void> {
  const config = readClientConfig(document);
  const loading = tab.load().catch(() => undefined);
  const host: TabHost = (await teamsTabHost(config)) ?? windowTabHost(window);
  const locale = tab.localeOf(createLocale(host.locale));
  document.documentElement.lang = locale.tag;
  const element = document.getElementById(tab.element);
  if (element === null) throw new Error('the page has no place for the tab');
  const root = createRoot(element);
  const draw = (desk: D | 'notLoaded' | undefined): void => root.render(tab.draw(desk, locale, host.theme));
  draw(undefined);
  host.ready();
  const loaded = await loading;
  if (loaded === undefined) return draw('notLoaded');
  const desk = loaded.deskFor(config, host, locale);
  draw(desk);
  window.addEventListener('pagehide', () => desk.end());
}
