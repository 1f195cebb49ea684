import { createRoot } from 'react-dom/client';
import type { Planning } from '../../app/planning/planning';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { Locale } from '../../locale/createLocale';
import { Pane } from '../../surfaces/compose/Pane';

/** Draws the pane in place of the skeleton. Returns how to take it away again. */
export function drawPane(
  element: HTMLElement,
  planning: Planning,
  locale: Locale,
  theme: Readable<HostTheme>,
): () => void {
  document.documentElement.lang = locale.tag;
  const root = createRoot(element);
  root.render(<Pane planning={planning} locale={locale} theme={theme} />);
  return () => root.unmount();
}
