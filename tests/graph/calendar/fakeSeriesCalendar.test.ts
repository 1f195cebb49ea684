// LC1 to LC8: tests/contracts/seriesCalendarContract.ts
import { seriesCalendarContract } from '../../contracts/seriesCalendarContract';
import { fakeCalendar } from '../../support/fakes/fakeCalendar';
import { fakeSeriesCalendar } from '../../support/fakes/fakeSeriesCalendar';

let keys = 0;

seriesCalendarContract('the fake', () => {
  const calendar = fakeCalendar();
  const series = fakeSeriesCalendar(calendar);
  return Promise.resolve({
    series,
    calendar,
    now: Date.UTC(2026, 10, 23, 9),
    zone: 'Europe/Madrid',
    colleagues: ['bruno@valdeolmo.example', 'carla@valdeolmo.example'] as const,
    newKey: () => `key-${++keys}`,
    mails: (id: string) => Promise.resolve(calendar.events.get(id)?.mails ?? 0),
    colleague: (id: string) => Promise.resolve({ series: fakeSeriesCalendar(calendar, false), id }),
    entries: (subject: string) =>
      Promise.resolve([...series.entries.values()].filter((one) => one.subject === subject).length),
    close: () => Promise.resolve(),
  });
});
