import fc from 'fast-check';
import ICAL from 'ical.js';
import { datesOf } from '../../../src/demo/graph/calendar/dates';
import { DAYS, type DayOfWeek, type Pattern } from '../../../src/demo/graph/calendar/model';

const DAY_MS = 86_400_000;
const INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
const code = (day: DayOfWeek) => day.slice(0, 2).toUpperCase();

const pattern: fc.Arbitrary<Pattern> = fc.record({
  type: fc.constantFrom('daily', 'weekly', 'absoluteMonthly', 'relativeMonthly'),
  interval: fc.integer({ min: 1, max: 5 }),
  month: fc.constant(0),
  // Short months are a matter of their own: Exchange takes their last day, calendars leave the month out.
  dayOfMonth: fc.integer({ min: 1, max: 28 }),
  daysOfWeek: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 4 }),
  firstDayOfWeek: fc.constantFrom(...DAYS),
  index: fc.constantFrom(...INDEXES),
});

/** The same rule as calendars exchange it. */
function ruleOf({ type, interval, dayOfMonth, daysOfWeek, firstDayOfWeek, index }: Pattern): string {
  const days = daysOfWeek.map(code).join(',');
  switch (type) {
    case 'daily':
      return `FREQ=DAILY;INTERVAL=${interval}`;
    case 'weekly':
      return `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days};WKST=${code(firstDayOfWeek)}`;
    case 'absoluteMonthly':
      return `FREQ=MONTHLY;INTERVAL=${interval};BYMONTHDAY=${dayOfMonth}`;
    default:
      return `FREQ=MONTHLY;INTERVAL=${interval};BYDAY=${days};BYSETPOS=${index === 'last' ? -1 : INDEXES.indexOf(index) + 1}`;
  }
}

test('EM9 the dates of a pattern are those that another library finds for the same rule', () => {
  const start = fc.integer({ min: Date.UTC(2026, 0, 1) / DAY_MS, max: Date.UTC(2029, 0, 1) / DAY_MS });
  fc.assert(
    fc.property(pattern, start, (rule, from) => {
      const range = (startDate: number) =>
        ({
          type: 'numbered',
          startDate: new Date(startDate).toISOString().slice(0, 10),
          numberOfOccurrences: 12,
          zoneName: 'UTC',
        }) as const;
      const [first = 0] = datesOf({ pattern: rule, range: range(from * DAY_MS) }, Infinity);
      // The other one wants to begin on a date of the rule.
      const ours = [...datesOf({ pattern: rule, range: range(first) }, Infinity)];
      const iterator = ICAL.Recur.fromString(ruleOf(rule)).iterator(
        ICAL.Time.fromDateString(new Date(first).toISOString().slice(0, 10)),
      );
      const theirs: number[] = [];
      while (theirs.length < 12) theirs.push(Date.parse(`${String(iterator.next())}T00:00Z`));
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 500 },
  );
});
