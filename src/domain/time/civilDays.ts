import { Refusal } from '../refusal';
import type { CalendarDay, WallClock, Weekday } from './types';

/** Days as whole numbers since 1970-01-01, without a zone. Formulas: Howard Hinnant, "chrono-compatible date algorithms". */
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Refuses what is not a day of the calendar. */
export function dayNumber(day: CalendarDay): number {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) throw new Refusal('time/bad-date', { day });
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (!Number.isInteger(number) || dayName(number) !== day) throw new Refusal('time/bad-date', { day });
  return number;
}

/** The day as 'YYYY-MM-DD'. */
export function dayName(day: number): CalendarDay {
  const { year, month, dayOfMonth } = civil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

// A search reads the same few times for everybody; there are no more than 1441 of them.
const minutes = new Map<WallClock, number>();

/** Minutes after midnight of 'HH:MM', up to 1440. Refuses everything else. */
export function minuteOfWall(time: WallClock): number {
  const known = minutes.get(time);
  if (known !== undefined) return known;
  if (typeof time !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) {
    throw new Refusal('time/bad-wall-clock', { time });
  }
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  minutes.set(time, minute);
  return minute;
}

/** 'HH:MM' of minutes after midnight. */
export function wallOfMinute(minute: number): WallClock {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 1 = Monday; day 0 was a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Number of the ISO week; only equality has a meaning. */
export function weekOfDay(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** Months since year 0; only equality and distance have a meaning. */
export function monthOfDay(day: number): number {
  const { year, month } = civil(day);
  return year * 12 + month - 1;
}

function civil(day: number): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
