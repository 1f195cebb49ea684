import { IANAZone } from 'luxon';
import type { EpochMs } from './types';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A wall clock as the milliseconds since 1970 that UTC would have if it showed the same. */
export type LocalMs = number;

/** When the wall of a zone shows a time: a skipped one moves forward by the gap, a repeated one is its first. */
export type WallClock = (local: LocalMs) => EpochMs;

const clocks = new Map<string, WallClock>();

/** The clock of an IANA zone; a name that nobody knows is a mistake of the caller. */
export function wallClockOf(zone: string): WallClock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  if (!IANAZone.isValidZone(zone)) throw new RangeError('no such zone');
  const clock = rememberedClock(IANAZone.create(zone));
  clocks.set(zone, clock);
  return clock;
}

function rememberedClock(zone: IANAZone): WallClock {
  // Asking the zone costs more than all else, and the sample asks for tens of thousands of times.
  const offsets = new Map<number, number>();
  const atMidnight = (day: number) => {
    const known = offsets.get(day) ?? zone.offset(day * DAY_MS);
    offsets.set(day, known);
    return known;
  };
  return (local) => {
    const day = Math.floor(local / DAY_MS);
    const before = atMidnight(day - 1);
    const after = atMidnight(day + 2);
    const first = local - before * MINUTE_MS;
    if (before === after || zone.offset(first) === before) return first;
    const second = local - after * MINUTE_MS;
    return zone.offset(second) === after ? second : first;
  };
}
