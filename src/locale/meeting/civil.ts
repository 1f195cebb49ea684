import type { CalendarDay } from '../../domain/time/types';

/** A day as a whole number since 1970-01-01; words count days and have no zone. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

/** NaN for what is no day. */
export const numberOf = (day: CalendarDay): DayNumber => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** The day of a date, or null when there is none: 31 February. */
export function dayIn(year: number, month: number, day: number): DayNumber | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 &&
    at.getUTCFullYear() === year &&
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day
    ? at.getTime() / DAY_MS
    : null;
}

/** 'YYYY-MM-DD' of a day between the years 1000 and 9999, else null. */
export function calendarDay(day: DayNumber): CalendarDay | null {
  const at = new Date(day * DAY_MS);
  const year = at.getTime() === at.getTime() ? at.getUTCFullYear() : 0;
  return year < 1000 || year > 9999 ? null : at.toISOString().slice(0, 10);
}

export const yearOf = (day: DayNumber): number => new Date(day * DAY_MS).getUTCFullYear();
/** 1 to 12. */
export const monthOf = (day: DayNumber): number => new Date(day * DAY_MS).getUTCMonth() + 1;
export const dateOf = (day: DayNumber): number => new Date(day * DAY_MS).getUTCDate();
/** 1 = Monday to 7; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const mondayOf = (day: DayNumber): DayNumber => day - weekdayOf(day) + 1;

/** The last day of a month; months may lie beyond 12. */
export const lastOfMonth = (year: number, month: number): DayNumber => Date.UTC(year, month, 0) / DAY_MS;

/** The same date so many months on, or the last day of that month where it is shorter. */
export function monthsOn(day: DayNumber, months: number): DayNumber {
  const last = lastOfMonth(yearOf(day), monthOf(day) + months);
  return last - dateOf(last) + Math.min(dateOf(day), dateOf(last));
}
