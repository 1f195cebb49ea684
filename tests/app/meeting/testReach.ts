import type { ReachPorts } from '../../../src/app/meeting/meetingPorts';
import { type FakeAnnouncing, fakeAnnouncing } from '../../support/fakes/fakeAnnouncing';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { type FakeSeriesCalendar, fakeSeriesCalendar } from '../../support/fakes/fakeSeriesCalendar';

export type TestReach = ReachPorts & {
  readonly announcing: FakeAnnouncing;
  readonly seriesCalendar: FakeSeriesCalendar;
};

/** What reaches people, in memory; the product's words stand in locale. */
export function testReach(): TestReach {
  const not = (): never => {
    throw new Error('a meeting does not say this');
  };
  return {
    announcing: fakeAnnouncing(),
    seriesCalendar: fakeSeriesCalendar(),
    holidays: fakeHolidays({ ES: [], CO: [] }),
    wording: {
      language: 'es',
      afterSession: ({ next, promises }) =>
        [next === null ? 'ninguna' : next.chair, ...promises.map(({ text }) => text)].join('\n'),
      prepareEntry: ({ title }, { start }) => ({ subject: `Preparar: ${title} ${start}`, html: '' }),
      ...{ template: not, agendaHtml: not, notice: not, cancelled: not, asked: not },
      ...{ areaName: not, taskNote: not, minutes: not, measuring: not, measures: not },
    },
  };
}
