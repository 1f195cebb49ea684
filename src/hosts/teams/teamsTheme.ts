import type { HostTheme, Readable } from '../../app/ports/composeHost';
import { themeOf } from './context';
import type { TeamsJs } from './teamsJs';

/** How Teams looks, from the context's word on; teams-js keeps one handler for a page. */
export function watchedTheme(teams: TeamsJs, first: string): Readable<HostTheme> {
  const listeners = new Set<() => void>();
  let theme = themeOf(first);
  teams.app.registerOnThemeChangeHandler((told) => {
    const next = themeOf(told);
    if (next === theme) return;
    theme = next;
    for (const run of [...listeners]) run();
  });
  return {
    get: () => theme,
    subscribe(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}
