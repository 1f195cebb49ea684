import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addDays,
  addMonths,
  instantOf,
  isZone,
  localTime,
  nextMonday,
  weekdayOf,
} from '../../../src/domain/time/calendarDays';

const ZONES = ['Europe/Madrid', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo'];

describe('days and clocks', () => {
  test('TM1 a skipped time moves forward by the gap, also by the half hour of Lord Howe', () => {
    expect(instantOf('2027-03-28', '02:30', 'Europe/Madrid')).toBe(Date.parse('2027-03-28T03:30+02:00'));
    expect(instantOf('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe(
      Date.parse('2026-10-04T02:45+11:00'),
    );
  });

  test('TM1 a repeated time is its first instant', () => {
    expect(instantOf('2026-10-25', '02:30', 'Europe/Madrid')).toBe(Date.parse('2026-10-25T02:30+02:00'));
  });

  test("TM1 '24:00' is midnight of the next day", () => {
    expect(instantOf('2026-12-31', '24:00', 'Asia/Kathmandu')).toBe(
      instantOf('2027-01-01', '00:00', 'Asia/Kathmandu'),
    );
  });

  test('TM1 an instant shown on the wall and read back is itself, as another library says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2026, 0) / 60000, max: Date.UTC(2028, 0) / 60000 }),
        (zone, minute) => {
          const instant = minute * 60000;
          const local = localTime(instant, zone);
          const other = DateTime.fromMillis(instant, { zone });
          expect(local).toEqual({
            day: other.toISODate(),
            time: other.toFormat('HH:mm'),
            weekday: other.weekday,
          });
          const back = instantOf(local.day, local.time, zone);
          expect(localTime(back, zone)).toEqual(local);
          expect(back).toBeLessThanOrEqual(instant);
        },
      ),
    );
  });

  test.each([
    ['time/bad-date', () => instantOf('2026-02-30', '10:00', 'Europe/Madrid')],
    ['time/bad-date', () => addDays('2026-2-3', 1)],
    ['time/bad-wall-clock', () => instantOf('2026-02-03', '9:00', 'Europe/Madrid')],
    ['time/bad-wall-clock', () => instantOf('2026-02-03', '24:30', 'Europe/Madrid')],
    ['time/unknown-zone', () => instantOf('2026-02-03', '09:00', 'Europa/Madrid')],
    ['time/unknown-zone', () => localTime(0, 'Romance Standard Time')],
  ])('TM2 %s is refused', (code, run) => {
    expect(run).toThrow(expect.objectContaining({ code }));
  });

  test('TM2 a zone is one that this machine knows by an IANA name', () => {
    expect(['Europe/Madrid', '+02:00', 'Romance Standard Time', ''].map(isZone)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('TM3 the next Monday is after the day', () => {
    expect(nextMonday('2026-11-23')).toBe('2026-11-30');
    expect(nextMonday('2026-11-29')).toBe('2026-11-30');
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });
});
