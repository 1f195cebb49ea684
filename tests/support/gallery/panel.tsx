import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingPanel } from '../../../src/surfaces/panel/MeetingPanel';
import { still } from '../fakes/fakePlanning';
import { drawAsAsked } from './asAsked';
import { panelDesk } from './panelDesk';
import type { Shown } from './panelViews';
import { panelViews } from './panelViews';

/** One state of the panel, as the address says: `?view=running&locale=es-ES&theme=dark`; a test may bring its own. */
drawAsAsked<Shown>('meeting', (asked, own) => {
  const shown = own ?? panelViews[asked.get('view') ?? 'running'];
  if (shown === undefined) return undefined;
  const locale = createMeetingLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  return (
    <MeetingPanel
      desk={panelDesk(shown.view, shown.tick).desk}
      locale={locale}
      theme={still((asked.get('theme') ?? 'light') as HostTheme)}
    />
  );
});
