import { act, render } from '@testing-library/react';
import type { MeetingTick, MeetingView } from '../../../src/app/meeting/meetingView';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingPanel } from '../../../src/surfaces/panel/MeetingPanel';
import { still } from '../fakes/fakePlanning';
import { panelDesk } from './panelDesk';
import { tick } from './panelSample';

/** The panel over a scripted desk, in jsdom. */
export function drawPanel(view: MeetingView, tag = 'es-ES', first: MeetingTick = tick) {
  const fake = panelDesk(view, first);
  const locale = createMeetingLocale(createLocale(tag));
  const drawn = render(<MeetingPanel desk={fake.desk} locale={locale} theme={still('light')} />);
  return {
    calls: fake.calls,
    commands: () => fake.calls.filter(([name]) => name === 'command').map(([, body]) => body),
    container: drawn.container,
    show: (next: MeetingView) => act(async () => fake.show(next)),
    tick: (next: Partial<MeetingTick>) => act(async () => fake.ticks({ ...first, ...next })),
  };
}
