import { localTime } from '../time/calendarDays';
import { DAY_MS, dayName } from '../time/civilDays';
import type { CalendarDay, Instant, ZoneName } from '../time/types';
import { offsetAt, zoneTable } from '../time/zoneTable';

/** A table of a zone is read over the whole stretch: a file that names a year far away must not make it endless. */
const LONGEST_MS = 40 * 366 * DAY_MS;

/** Reads the days on which these instants lie in a zone: one table for all of them, where one by one each costs a look-up. */
export function dayReader(zone: ZoneName, instants: readonly Instant[]): (instant: Instant) => CalendarDay {
  const from = instants.reduce((least, one) => Math.min(least, one), Infinity);
  const until = instants.reduce((most, one) => Math.max(most, one), -Infinity);
  // Of no instant there is no stretch.
  if (!(from <= until && until - from <= LONGEST_MS)) return (instant) => localTime(instant, zone).day;
  const table = zoneTable(zone, from, until);
  return (instant) => dayName(Math.floor((instant + offsetAt(table, instant)) / DAY_MS));
}
