import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  dayName,
  dayNumber,
  minuteOfWall,
  monthOfDay,
  wallOfMinute,
  weekdayOfDay,
  weekOfDay,
} from '../../../src/domain/time/civilDays';
import {
  instantOfLocal,
  offsetAt,
  showsLocal,
  steadyOffset,
  zoneTable,
} from '../../../src/domain/time/zoneTable';

const DAY = 86_400_000;
const ZONES = [
  'Europe/Madrid',
  'America/Bogota',
  'America/Mexico_City',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Nuuk',
  'Africa/Casablanca',
  'Europe/Dublin',
  'UTC',
];

const day = fc.integer({ min: -200_000, max: 200_000 });
const plain = (n: number) => Temporal.PlainDate.from('1970-01-01').add({ days: n });

describe('tables', () => {
  test('TM4 days are those of the calendar, before 1970 too', () => {
    fc.assert(
      fc.property(day, (n) => {
        const date = plain(n);
        expect(dayName(n)).toBe(date.toString());
        expect(dayNumber(dayName(n))).toBe(n);
        expect(weekdayOfDay(n)).toBe(date.dayOfWeek);
        expect(monthOfDay(n)).toBe(date.year * 12 + date.month - 1);
      }),
    );
  });

  test('TM4 two days share a week number exactly when they share an ISO week', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -8, max: 8 }), (n, apart) => {
        const [a, b] = [plain(n), plain(n + apart)];
        const same = a.yearOfWeek === b.yearOfWeek && a.weekOfYear === b.weekOfYear;
        expect(weekOfDay(n) === weekOfDay(n + apart)).toBe(same);
      }),
    );
  });

  test("TM4 minutes of a wall clock, up to '24:00'", () => {
    for (let minute = 0; minute <= 1440; minute++) expect(minuteOfWall(wallOfMinute(minute))).toBe(minute);
  });

  test.each(['24:01', '9:00', '', '12:60', '12', '-1:00', 'noon'])('TM2 %p is no time', (time) => {
    expect(() => minuteOfWall(time)).toThrow(expect.objectContaining({ code: 'time/bad-wall-clock' }));
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''])('TM2 %p is no day', (text) => {
    expect(() => dayNumber(text)).toThrow(expect.objectContaining({ code: 'time/bad-date' }));
  });

  test.each(['', '+02:00', 'Europe/Nowhere', 'Romance Standard Time'])('TM2 %p is no zone', (zone) => {
    expect(() => zoneTable(zone, 0, DAY)).toThrow(expect.objectContaining({ code: 'time/unknown-zone' }));
  });

  test('TM4 offsets, wall clocks and gaps are those of the zone library, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2009, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 399 }),
        fc.integer({ min: 0, max: 95 }),
        (zone, minute, days, ahead, quarter) => {
          const since = minute * 60_000;
          const table = zoneTable(zone, since, since + days * DAY);
          const instant = since + Math.min(days, ahead) * DAY + quarter * 900_000;
          const shown = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
          expect(offsetAt(table, instant)).toBe(shown.offsetNanoseconds / 1e6);
          const local = instant + offsetAt(table, instant) + 1_800_000;
          const there = Temporal.Instant.fromEpochMilliseconds(local)
            .toZonedDateTimeISO('UTC')
            .toPlainDateTime();
          const first = there.toZonedDateTime(zone, { disambiguation: 'compatible' });
          expect(instantOfLocal(table, local)).toBe(first.epochMilliseconds);
          expect(showsLocal(table, local)).toBe(first.toPlainDateTime().equals(there));
          const steady = steadyOffset(table, instant, instant + DAY);
          if (steady !== undefined) {
            const hours = Array.from({ length: 25 }, (_, hour) =>
              offsetAt(table, instant + hour * 3_600_000),
            );
            expect(new Set(hours)).toEqual(new Set([steady]));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
