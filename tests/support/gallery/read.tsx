import { createRoot } from 'react-dom/client';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createReadLocale } from '../../../src/locale/readLocale';
import { ReadPane } from '../../../src/surfaces/read/ReadPane';
import { still } from '../fakes/fakePlanning';
import { readingOf } from './readDraw';
import { type ReadShown, readViews } from './readViews';

/** One state of the read pane, as the address says; a test may bring its own. */
const asked = new URLSearchParams(location.search);
const { ownView } = globalThis as { readonly ownView?: ReadShown };
const shown = ownView ?? readViews[asked.get('view') ?? 'whole'];
const place = document.getElementById('read');
if (shown && place) {
  const locale = createReadLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  createRoot(place).render(
    <ReadPane
      reading={readingOf(shown).reading}
      locale={locale}
      theme={still((asked.get('theme') ?? 'light') as HostTheme)}
    />,
  );
}
