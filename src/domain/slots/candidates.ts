import { DAY_MS, MINUTE_MS } from '../time/civilDays';
import { instantOfLocal, offsetAt, showsLocal, steadyOffset, type ZoneTable } from '../time/zoneTable';
import type { Instant } from '../time/types';
import type { SlotRequest } from './types';

/** All candidates of a request, numbered in order of their starts (SPEC SL2). */
export type Candidates = {
  readonly zone: ZoneTable;
  readonly count: number;
  readonly starts: Float64Array;
  readonly lengthMs: number;
  readonly stepMs: number;
  /** Days of the organiser's calendar that the window touches. */
  readonly firstDay: number;
  readonly days: number;
  readonly perDay: number;
  /** [day × perDay + step] → candidate, or -1. */
  readonly grid: Int32Array;
  /** [day] → its first candidate; one more at the end. */
  readonly firstOfDay: Int32Array;
  /** [candidate] → how many of the distances up to it are not one step. */
  readonly unevenUpTo: Int32Array;
};

export function candidatesOf(request: SlotRequest, zone: ZoneTable): Candidates {
  const { from, until } = request.window;
  const lengthMs = request.minutes * MINUTE_MS;
  const stepMs = request.stepMinutes * MINUTE_MS;
  const last = until - lengthMs;
  const firstDay = Math.floor((from + offsetAt(zone, from)) / DAY_MS) - 1;
  const days = Math.floor((until + offsetAt(zone, until)) / DAY_MS) + 2 - firstDay;
  const perDay = Math.ceil(DAY_MS / stepMs);
  const grid = new Int32Array(days * perDay).fill(-1);
  const starts = new Float64Array(days * perDay);
  const firstOfDay = new Int32Array(days + 1);
  let count = 0;
  for (let day = 0; day < days; day++) {
    firstOfDay[day] = count;
    const midnight = (firstDay + day) * DAY_MS;
    const begin = instantOfLocal(zone, midnight);
    const steady = steadyOffset(zone, begin - DAY_MS, begin + DAY_MS);
    for (let step = 0; step < perDay; step++) {
      const local = midnight + step * stepMs;
      const start = steady === undefined ? existing(zone, local) : local - steady;
      if (!(start >= from && start <= last)) continue;
      grid[day * perDay + step] = count;
      starts[count++] = start;
    }
  }
  firstOfDay[days] = count;
  const unevenUpTo = new Int32Array(count + 1);
  for (let i = 1; i < count; i++) {
    const even = (starts[i] as number) - (starts[i - 1] as number) === stepMs;
    unevenUpTo[i] = (unevenUpTo[i - 1] as number) + (even ? 0 : 1);
  }
  return { zone, count, starts, lengthMs, stepMs, firstDay, days, perDay, grid, firstOfDay, unevenUpTo };
}

/** The first candidate that starts at `instant` or later; `count` when none does. */
export function candidateFrom(candidates: Candidates, instant: Instant): number {
  const { zone, firstDay, days, firstOfDay } = candidates;
  const day = Math.floor((instant + (zone.offsets[0] as number)) / DAY_MS) - firstDay;
  const first = firstOfDay[Math.min(Math.max(day - 1, 0), days)] as number;
  const end = firstOfDay[Math.min(Math.max(day + 2, 0), days)] as number;
  return lowerBound(candidates.starts, instant, first, end);
}

/** The first of `first` … `end` - 1 whose value is not below `value`; `end` when none is. */
export function lowerBound(values: Float64Array, value: number, first: number, end: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function existing(zone: ZoneTable, local: number): number {
  return showsLocal(zone, local) ? instantOfLocal(zone, local) : NaN;
}
