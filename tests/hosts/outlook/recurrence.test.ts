import fc from 'fast-check';
import type { Recurrence } from '../../../src/app/ports/calendar';
import { addDays, addMonths, instantOf, weekdayOf } from '../../../src/domain/time/calendarDays';
import { StandInSeriesTime } from '../../../src/demo/outlook/standInSeriesTime';
import { readSeries, writeSeries } from '../../../src/hosts/outlook/recurrence';

const ZONES = [
  'Europe/Madrid',
  'America/Bogota',
  'America/Mexico_City',
  'Asia/Kathmandu',
  'Pacific/Auckland',
];

/** A first date on which the pattern falls, and the pattern. */
const anySeries = fc
  .record({
    day: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days)),
    hour: fc.integer({ min: 4, max: 22 }),
    quarter: fc.integer({ min: 0, max: 3 }),
    minutes: fc.integer({ min: 5, max: 60 }),
    every: fc.integer({ min: 1, max: 4 }),
    times: fc.integer({ min: 1, max: 60 }),
    monthly: fc.boolean(),
    zone: fc.constantFrom(...ZONES),
  })
  .map(({ day, monthly, every, times, ...others }) => {
    const weekday = weekdayOf(day);
    const nth = Math.ceil(Number(day.slice(8)) / 7);
    const recurrence: Recurrence = monthly
      ? { every, times, weekday, nth: nth === 5 ? 'last' : (nth as 1 | 2 | 3 | 4) }
      : { every, times, weekday };
    return { day, recurrence, ...others };
  });

const seriesTime = () => new StandInSeriesTime() as unknown as Office.SeriesTime;
const two = (value: number) => String(value).padStart(2, '0');

test('CH5 any series of ours is read as it was written', () => {
  fc.assert(
    fc.property(anySeries, ({ day, recurrence, hour, quarter, minutes, zone }) => {
      const start = instantOf(day, `${two(hour)}:${two(quarter * 15)}`, zone);
      const end = start + minutes * 60_000;
      const written = writeSeries(recurrence, start, end, zone, 'x', seriesTime());
      expect(readSeries(written, zone)).toEqual({ start, end, recurrence });
    }),
    { numRuns: 500 },
  );
});

test('CH5 a series that starts before its first date, as other clients write it, begins on that date', () => {
  const time = new StandInSeriesTime();
  time.setStartDate('2026-11-29');
  time.setEndDate(2026, 11, 31);
  time.setStartTime(17, 15);
  time.setDuration(35);
  const series = {
    recurrenceType: 'weekly',
    recurrenceProperties: { interval: 1, days: ['tue'] },
    seriesTime: time,
  } as unknown as Parameters<typeof readSeries>[0];
  expect(readSeries(series, 'Europe/Madrid')).toEqual({
    start: instantOf('2026-12-01', '17:15', 'Europe/Madrid'),
    end: instantOf('2026-12-01', '17:50', 'Europe/Madrid'),
    recurrence: { every: 1, times: 5, weekday: 2 },
  });
});

test.each([
  ['daily', { interval: 1 }],
  ['weekday', null],
  ['weekly', { interval: 1, days: ['mon', 'tue'] }],
  ['weekly', { interval: 1, days: ['weekday'] }],
  ['monthly', { interval: 1, dayOfMonth: 5 }],
  ['monthly', { interval: 1, dayOfWeek: 'weekendDay', weekNumber: 'first' }],
  ['yearly', { interval: 1, month: 'jan', dayOfMonth: 1 }],
])('CH8 %s %j is another repetition than ours', (recurrenceType, recurrenceProperties) => {
  const time = new StandInSeriesTime();
  time.setStartDate('2026-12-01');
  time.setEndDate(addMonths('2026-12-01', 6));
  time.setStartTime('T17:15:00.000');
  time.setDuration(35);
  const series = { recurrenceType, recurrenceProperties, seriesTime: time } as unknown as Parameters<
    typeof readSeries
  >[0];
  expect(readSeries(series, 'Europe/Madrid').recurrence).toBe('other');
});

test('CH8 a series without an end is another repetition than ours', () => {
  const time = new StandInSeriesTime();
  time.setStartDate('2026-12-01');
  time.setStartTime('T17:15:00.000');
  time.setDuration(35);
  const series = {
    recurrenceType: 'weekly',
    recurrenceProperties: { interval: 1, days: ['tue'] },
    seriesTime: time,
  } as unknown as Parameters<typeof readSeries>[0];
  expect(readSeries(series, 'Europe/Madrid').recurrence).toBe('other');
});
