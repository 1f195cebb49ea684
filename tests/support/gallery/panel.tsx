import { createRoot } from 'react-dom/client';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingPanel } from '../../../src/surfaces/panel/MeetingPanel';
import { still } from '../fakes/fakePlanning';
import { panelDesk } from './panelDesk';
import type { Shown } from './panelViews';
import { panelViews } from './panelViews';

/** One state of the panel, as the address says: `?view=running&locale=es-ES&theme=dark`; a test may bring its own. */
const asked = new URLSearchParams(location.search);
const { ownView } = globalThis as { readonly ownView?: Shown };
const shown = ownView ?? panelViews[asked.get('view') ?? 'running'];
const place = document.getElementById('meeting');
if (shown && place) {
  const locale = createMeetingLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  createRoot(place).render(
    <MeetingPanel
      desk={panelDesk(shown.view, shown.tick).desk}
      locale={locale}
      theme={still((asked.get('theme') ?? 'light') as HostTheme)}
    />,
  );
}
