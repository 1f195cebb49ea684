import { createRoot } from 'react-dom/client';
import type { Planning } from '../../app/planning/planning';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { PlanLocale } from '../../locale/planLocale';
import { Pane } from '../../surfaces/compose/Pane';

/** The pane on the page: it takes its planning when that is there, or says that it did not come, and can be taken away. */
export type Drawn = { take(planning: Planning | 'notLoaded'): void; remove(): void };

/** Draws the pane in place of the skeleton, starting until it has its planning. */
export function drawPane(element: HTMLElement, locale: PlanLocale, theme: Readable<HostTheme>): Drawn {
  document.documentElement.lang = locale.tag;
  const root = createRoot(element);
  const draw = (planning: Planning | 'notLoaded' | undefined): void =>
    root.render(<Pane planning={planning} locale={locale} theme={theme} />);
  draw(undefined);
  return { take: draw, remove: () => root.unmount() };
}
