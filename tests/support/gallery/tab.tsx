import { createRoot } from 'react-dom/client';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingTab } from '../../../src/surfaces/meetingTab/MeetingTab';
import { MeetingStage } from '../../../src/surfaces/stage/MeetingStage';
import { still } from '../fakes/fakePlanning';
import { panelDesk } from './panelDesk';
import type { Shown } from './panelViews';
import { stageViews, tabViews } from './tabViews';

/** One state of the tab, or of the stage, as the address says; a test may bring its own. */
const asked = new URLSearchParams(location.search);
const name = asked.get('view') ?? 'before';
const { ownView } = globalThis as { readonly ownView?: Shown };
const onStage = name in stageViews;
const shown = ownView ?? (onStage ? stageViews : tabViews)[name];
const place = document.getElementById('meeting');
if (shown && place) {
  const locale = createMeetingLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const Surface = onStage ? MeetingStage : MeetingTab;
  createRoot(place).render(
    <Surface
      desk={panelDesk(shown.view, shown.tick).desk}
      locale={locale}
      theme={still((asked.get('theme') ?? 'light') as HostTheme)}
    />,
  );
}
