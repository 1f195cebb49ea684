import type { ClockTime, Day, EpochMs } from './types';
import { wallClockOf } from './wallClock';

/** The Monday on which the tables of the sample company begin. */
const FIRST_MONDAY: Day = '2026-11-23';

/** Weeks that the calendars cover, counted from the first Monday: two months back, more than fourteen months ahead. */
export const FIRST_WEEK = -9;
export const LAST_WEEK = 62;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Places a date of the tables on the real calendar; the time of day stays what the wall of that zone shows. */
export type Place = (day: Day, at: ClockTime, zone: string) => EpochMs;

/**
 * How many whole weeks the company moves so that `today` lies in its first week. A day before the first week moves
 * nothing. Holidays and standing meetings keep their weekday, and holidays are then not on their true date.
 */
export function weeksToShift(today: Day): number {
  return Math.max(0, Math.floor((midnight(today) - midnight(FIRST_MONDAY)) / (7 * DAY_MS)));
}

/** Places dates `weeks` later; a time that the clock skips moves forward by the gap, a repeated one is its first. */
export function placeLater(weeks: number): Place {
  const moved = weeks * 7 * DAY_MS;
  return (day, at, zone) => wallClockOf(zone)(midnight(day) + moved + minutesOf(at) * MINUTE_MS);
}

/** The date of a weekday (1 = Monday) of a week of the tables. */
export function dayOf(week: number, weekday: number): Day {
  return addDays(FIRST_MONDAY, week * 7 + weekday - 1);
}

export function addDays(day: Day, days: number): Day {
  return new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Half-open: without the last one. */
export function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

function minutesOf(at: ClockTime): number {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return hour * 60 + minute;
}

function midnight(day: Day): EpochMs {
  const ms = Date.parse(`${day}T00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(ms)) throw new RangeError('not a day');
  return ms;
}
