import { addDays, instantOf, localTime } from '../../domain/time/calendarDays';
import type { Interval, ZoneName } from '../../domain/time/types';

/** What the documentation of getSchedule allows in one request. */
const MAILBOXES = 20;
export const DAYS = 42;

/**
 * The window widened to whole days of the organiser's calendar, in stretches of 42 such days (GE1): hours and focus
 * time of a day count as a whole. An empty window has none. Refuses unknown zones.
 */
export function dayChunks(window: Interval, zone: ZoneName): readonly Interval[] {
  if (window.until <= window.from) return [];
  const midnight = (day: string) => instantOf(day, '00:00', zone);
  const lastDay = localTime(window.until, zone).day;
  const end = midnight(lastDay) < window.until ? addDays(lastDay, 1) : lastDay;
  const chunks: Interval[] = [];
  for (let day = localTime(window.from, zone).day; day < end;) {
    const next = addDays(day, DAYS);
    const until = next < end ? next : end;
    chunks.push({ from: midnight(day), until: midnight(until) });
    day = until;
  }
  return chunks;
}

/** The addresses in groups of twenty, each once whatever its case. */
export function mailboxGroups(mails: readonly string[]): readonly (readonly string[])[] {
  const once = [...new Set(mails.map((mail) => mail.toLowerCase()))];
  const groups: string[][] = [];
  for (let at = 0; at < once.length; at += MAILBOXES) groups.push(once.slice(at, at + MAILBOXES));
  return groups;
}

/** Both halves, cut where the minute is whole. */
export function halvesOf({ from, until }: Interval): readonly [Interval, Interval] {
  const middle = Math.floor((from + until) / 2 / 60_000) * 60_000;
  return [
    { from, until: middle },
    { from: middle, until },
  ];
}
