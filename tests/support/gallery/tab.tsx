import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingTab } from '../../../src/surfaces/meetingTab/MeetingTab';
import { MeetingStage } from '../../../src/surfaces/stage/MeetingStage';
import { still } from '../fakes/fakePlanning';
import { drawAsAsked } from './asAsked';
import { panelDesk } from './panelDesk';
import type { Shown } from './panelViews';
import { stageViews, tabViews } from './tabViews';

/** One state of the tab, or of the stage, as the address says; a test may bring its own. */
drawAsAsked<Shown>('meeting', (asked, own) => {
  const name = asked.get('view') ?? 'before';
  const onStage = name in stageViews;
  const shown = own ?? (onStage ? stageViews : tabViews)[name];
  if (shown === undefined) return undefined;
  const locale = createMeetingLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const Surface = onStage ? MeetingStage : MeetingTab;
  return (
    <Surface
      desk={panelDesk(shown.view, shown.tick).desk}
      locale={locale}
      theme={still((asked.get('theme') ?? 'light') as HostTheme)}
    />
  );
});
