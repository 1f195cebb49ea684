import { act, render } from '@testing-library/react';
import type { MeetingTick, MeetingView } from '../../../src/app/meeting/meetingView';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import type { MeetingTab } from '../../../src/surfaces/meetingTab/MeetingTab';
import type { MeetingStage } from '../../../src/surfaces/stage/MeetingStage';
import { still } from '../fakes/fakePlanning';
import { panelDesk } from './panelDesk';
import { tick } from './panelSample';

/** The tab, or the stage, over a scripted desk, in jsdom. */
export function drawBeside(
  Surface: typeof MeetingTab | typeof MeetingStage,
  view: MeetingView,
  tag = 'es-ES',
  first: MeetingTick = tick,
) {
  const fake = panelDesk(view, first);
  const locale = createMeetingLocale(createLocale(tag));
  const drawn = render(<Surface desk={fake.desk} locale={locale} theme={still('light')} />);
  return {
    calls: fake.calls,
    container: drawn.container,
    show: (next: MeetingView) => act(async () => fake.show(next)),
    tick: (next: Partial<MeetingTick>) => act(async () => fake.ticks({ ...first, ...next })),
  };
}
