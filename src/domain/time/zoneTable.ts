import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal';
import { DAY_MS } from './civilDays';
import type { Instant, ZoneName } from './types';

/** The offsets of one zone over a stretch of time: `offsets[i]` milliseconds hold from `from[i]` up to `from[i + 1]`. */
export type ZoneTable = { readonly from: readonly Instant[]; readonly offsets: readonly number[] };

type Known = { readonly since: Instant; readonly until: Instant; readonly table: ZoneTable };

// Facts about zones do not change while the program runs; asking for them is the slowest step of a small search.
const known = new Map<ZoneName, Known>();
const MARGIN_MS = 4 * DAY_MS;
const SPARE_MS = 366 * DAY_MS;
const MOST_ZONES = 600;

/** The zone's offsets from four days before to four days after a stretch of time. Refuses unknown zones. */
export function zoneTable(zone: ZoneName, since: Instant, until: Instant): ZoneTable {
  let entry = known.get(zone);
  if (entry === undefined || since - MARGIN_MS < entry.since || until + MARGIN_MS > entry.until) {
    entry = read(zone, since - MARGIN_MS - SPARE_MS, until + MARGIN_MS + SPARE_MS);
    if (known.size >= MOST_ZONES) known.clear();
    known.set(zone, entry);
  }
  return cut(entry.table, since - MARGIN_MS, until + MARGIN_MS);
}

/** How far the wall clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(table: ZoneTable, instant: Instant): number {
  let i = table.from.length - 1;
  while (i > 0 && instant < (table.from[i] as number)) i--;
  return table.offsets[i] as number;
}

/** The first instant at which the wall clock shows `local` (milliseconds as if UTC); a skipped one moves forward by the gap. */
export function instantOfLocal(table: ZoneTable, local: number): Instant {
  const { from, offsets } = table;
  for (let i = 0; ; i++) {
    const instant = local - (offsets[i] as number);
    if (i + 1 < from.length && instant >= (from[i + 1] as number)) continue;
    return i === 0 || instant >= (from[i] as number) ? instant : local - (offsets[i - 1] as number);
  }
}

/** Whether the wall clock ever shows `local`. */
export function showsLocal(table: ZoneTable, local: number): boolean {
  const instant = instantOfLocal(table, local);
  return instant + offsetAt(table, instant) === local;
}

/** The one offset of a whole stretch, ends included; undefined when the clock changes in it. */
export function steadyOffset(table: ZoneTable, since: Instant, until: Instant): number | undefined {
  let i = table.from.length - 1;
  while (i > 0 && until < (table.from[i] as number)) i--;
  return i === 0 || since >= (table.from[i] as number) ? table.offsets[i] : undefined;
}

function read(zone: ZoneName, since: Instant, until: Instant): Known {
  try {
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError('not a name');
    const from: number[] = [since];
    let at = Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone);
    const offsets: number[] = [at.offsetNanoseconds / 1e6];
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (next === null || next.epochMilliseconds > until) break;
      from.push(next.epochMilliseconds);
      offsets.push(next.offsetNanoseconds / 1e6);
      at = next;
    }
    return { since, until, table: { from, offsets } };
  } catch {
    throw new Refusal('time/unknown-zone', { zone });
  }
}

function cut(table: ZoneTable, since: Instant, until: Instant): ZoneTable {
  let first = 0;
  while (first + 1 < table.from.length && (table.from[first + 1] as number) <= since) first++;
  let end = first + 1;
  while (end < table.from.length && (table.from[end] as number) <= until) end++;
  return { from: table.from.slice(first, end), offsets: table.offsets.slice(first, end) };
}
