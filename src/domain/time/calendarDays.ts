import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal';
import type { CalendarDay, Instant, WallClock, Weekday, ZoneName } from './types';

/** What the clock on somebody's wall shows at an instant; for single conversions, the search has its own tables. */
export type LocalTime = { readonly day: CalendarDay; readonly time: WallClock; readonly weekday: Weekday };

/** Refuses unknown zones. */
export function localTime(instant: Instant, zone: ZoneName): LocalTime {
  const local = inZone(zone, () => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone));
  return {
    day: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    weekday: local.dayOfWeek,
  };
}

/** The instant of a wall-clock time; a skipped one moves forward by the gap, a repeated one is its first. Refuses bad days, times and zones. */
export function instantOf(day: CalendarDay, time: WallClock, zone: ZoneName): Instant {
  const [date, clock] = time === '24:00' ? [addDays(day, 1), '00:00'] : [day, time];
  const plain = readDay(date).toPlainDateTime(readTime(clock));
  return inZone(zone, () => plain.toZonedDateTime(zone, { disambiguation: 'compatible' })).epochMilliseconds;
}

/** Refuses bad days. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return readDay(day).add({ days }).toString();
}

/** The same day of a later month, or its last day. Refuses bad days. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  return readDay(day).add({ months }).toString();
}

/** Refuses bad days. */
export function weekdayOf(day: CalendarDay): Weekday {
  return readDay(day).dayOfWeek;
}

/** The Monday of the first whole week after this day. Refuses bad days. */
export function nextMonday(day: CalendarDay): CalendarDay {
  return addDays(day, 8 - weekdayOf(day));
}

/** Whether a host or a file names a zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function readDay(day: CalendarDay): Temporal.PlainDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Refusal('time/bad-date', { day });
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    throw new Refusal('time/bad-date', { day });
  }
}

function readTime(time: WallClock): Temporal.PlainTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new Refusal('time/bad-wall-clock', { time });
  return Temporal.PlainTime.from(time);
}

function inZone<T>(zone: ZoneName, read: () => T): T {
  try {
    return read();
  } catch {
    throw new Refusal('time/unknown-zone', { zone });
  }
}
