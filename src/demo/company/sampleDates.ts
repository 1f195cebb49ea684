import { DateTime } from 'luxon';
import type { ClockTime, Day, EpochMs } from './types';

/** The Monday on which the tables of the sample company begin. */
export const FIRST_MONDAY: Day = '2026-11-23';

/** Weeks that the calendars cover, counted from the first Monday: two months back, more than fourteen months ahead. */
export const FIRST_WEEK = -9;
export const LAST_WEEK = 62;

/** Places a date of the tables on the real calendar; the time of day stays what the wall of that zone shows. */
export type Place = (day: Day, at: ClockTime, zone: string) => EpochMs;

/**
 * How many whole weeks the company moves so that `today` lies in its first week. A day before the first week moves
 * nothing. Holidays and standing meetings keep their weekday, and holidays are then not on their true date.
 */
export function weeksToShift(today: Day): number {
  const monday = parse(today).startOf('week');
  return Math.max(0, Math.round(monday.diff(parse(FIRST_MONDAY), 'weeks').weeks));
}

/** Places dates `weeks` later; a time that the clock skips moves forward by the gap, a repeated one is its first. */
export function placeLater(weeks: number): Place {
  return (day, at, zone) => {
    const local = parse(day).plus({ weeks });
    const [hour = 0, minute = 0] = at.split(':').map(Number);
    return local
      .setZone(zone, { keepLocalTime: true })
      .plus({ days: hour === 24 ? 1 : 0 })
      .set({
        hour: hour % 24,
        minute,
      })
      .toMillis();
  };
}

/** The date of a weekday (1 = Monday) of a week of the tables. */
export function dayOf(week: number, weekday: number): Day {
  return addDays(FIRST_MONDAY, week * 7 + weekday - 1);
}

export function addDays(day: Day, days: number): Day {
  return parse(day).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Half-open: without the last one. */
export function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

function parse(day: Day): DateTime<true> {
  const read = DateTime.fromISO(day, { zone: 'utc' });
  if (!read.isValid) throw new RangeError('not a day');
  return read;
}
