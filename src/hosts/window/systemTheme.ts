import type { HostTheme, Readable } from '../../app/ports/composeHost';

/** As the system shows everything; a contrast theme replaces all colours, whether it is dark or light. */
export function systemTheme(page: Window): Readable<HostTheme> {
  const forced = page.matchMedia('(forced-colors: active)');
  const dark = page.matchMedia('(prefers-color-scheme: dark)');
  return {
    get: () => (forced.matches ? 'contrast' : dark.matches ? 'dark' : 'light'),
    subscribe(run) {
      for (const query of [forced, dark]) query.addEventListener('change', run);
      return () => {
        for (const query of [forced, dark]) query.removeEventListener('change', run);
      };
    },
  };
}
