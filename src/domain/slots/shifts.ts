import { DAY_MS, MINUTE_MS, minuteOfWall, weekdayOfDay } from '../time/civilDays';
import { instantOfLocal, offsetAt, steadyOffset, type ZoneTable } from '../time/zoneTable';
import type { Instant, WeekWindow } from '../time/types';
import { candidateFrom, type Candidates } from './candidates';

/** The working windows of everybody with one zone and the same hours, day by day (SPEC SL3). */
export type Shifts = {
  readonly count: number;
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** The day on the calendar of the zone. */
  readonly day: Int32Array;
  /** The candidates `first` … `end` - 1 start on that day and lie inside the window. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** 1 when these candidates are one step apart. */
  readonly even: Uint8Array;
};

/** Half-open stretches, flat: from, until, from, until …, sorted and apart. */
export type Stretches = number[];

export function shiftsOf(hours: readonly WeekWindow[], zone: ZoneTable, candidates: Candidates): Shifts {
  const rows: number[] = [];
  const { lengthMs, unevenUpTo } = candidates;
  const week = weekOf(hours);
  forEachDay(candidates, zone, (day) => {
    const windows: Stretches = [];
    addWindowsOfDay(week, zone, day, windows);
    if (windows.length === 0) return;
    const begins = instantsOfDay(zone, day);
    for (let w = 0; w < windows.length; w += 2) {
      const from = windows[w] as number;
      const until = windows[w + 1] as number;
      for (let b = 0; b < begins.length; b += 2) {
        const first = candidateFrom(candidates, Math.max(from, begins[b] as number));
        const latest = Math.min(until - lengthMs, (begins[b + 1] as number) - 1);
        const end = Math.max(first, candidateFrom(candidates, latest + 1));
        const even = end - first < 2 || unevenUpTo[end - 1] === unevenUpTo[first];
        rows.push(from, until, day, first, end, even ? 1 : 0);
      }
    }
  });
  const count = rows.length / 6;
  const column = (offset: number) => (_: unknown, row: number) => rows[row * 6 + offset] as number;
  const length = { length: count };
  return {
    count,
    from: Float64Array.from(length, column(0)),
    until: Float64Array.from(length, column(1)),
    day: Int32Array.from(length, column(2)),
    first: Int32Array.from(length, column(3)),
    end: Int32Array.from(length, column(4)),
    even: Uint8Array.from(length, column(5)),
  };
}

/** Calls with each day of the zone that the window may touch. */
function forEachDay(candidates: Candidates, zone: ZoneTable, visit: (day: number) => void): void {
  const { starts, count } = candidates;
  if (count === 0) return;
  const earliest = starts[0] as number;
  const latest = starts[count - 1] as number;
  const first = Math.floor((earliest + offsetAt(zone, earliest)) / DAY_MS) - 1;
  const last = Math.floor((latest + offsetAt(zone, latest)) / DAY_MS) + 1;
  for (let day = first; day <= last; day++) visit(day);
}

/** The instants at which it is that day there; two stretches where the clock goes back over midnight. */
export function instantsOfDay({ from, offsets }: ZoneTable, day: number): Stretches {
  const stretches: Stretches = [];
  for (let i = 0; i < from.length; i++) {
    const offset = offsets[i] as number;
    const begin = Math.max(i === 0 ? -Infinity : (from[i] as number), day * DAY_MS - offset);
    const end = Math.min(from[i + 1] ?? Infinity, (day + 1) * DAY_MS - offset);
    if (begin >= end) continue;
    if (stretches.at(-1) === begin) stretches[stretches.length - 1] = end;
    else stretches.push(begin, end);
  }
  return stretches;
}

/** Hours by weekday, in minutes after midnight: as they stand, and joined as they are on a day without a change of the clock. */
export type Week = {
  readonly plain: readonly Stretches[];
  readonly joined: readonly Stretches[];
};

export function weekOf(hours: readonly WeekWindow[]): Week {
  const plain: Stretches[] = [[], [], [], [], [], [], [], []];
  for (const { weekday, from, until } of hours) plain[weekday]?.push(minuteOfWall(from), minuteOfWall(until));
  return { plain, joined: plain.map((one) => joined(withoutEmpty(one))) };
}

/** Adds the windows of one day as instants; skipped boundaries are moved, then empty ones dropped, then touching ones joined. */
export function addWindowsOfDay(week: Week, zone: ZoneTable, day: number, stretches: Stretches): void {
  const weekday = weekdayOfDay(day);
  const own = week.plain[weekday] as Stretches;
  if (own.length === 0) return;
  const midnight = day * DAY_MS;
  const begin = instantOfLocal(zone, midnight);
  const steady = steadyOffset(zone, begin - DAY_MS, begin + 2 * DAY_MS);
  if (steady !== undefined) {
    for (const minute of week.joined[weekday] as Stretches) {
      stretches.push(midnight - steady + minute * MINUTE_MS);
    }
    return;
  }
  const moved = own.map((minute) => instantOfLocal(zone, midnight + minute * MINUTE_MS));
  stretches.push(...joined(withoutEmpty(moved)));
}

function withoutEmpty(stretches: Stretches): Stretches {
  const kept: Stretches = [];
  for (let i = 0; i < stretches.length; i += 2) {
    const from = stretches[i] as number;
    const until = stretches[i + 1] as number;
    if (from < until) kept.push(from, until);
  }
  return kept;
}

/** Sorted, with touching and overlapping stretches as one. */
export function joined(stretches: Stretches): Stretches {
  if (stretches.length <= 2) return stretches;
  const pairs: [Instant, Instant][] = [];
  for (let i = 0; i < stretches.length; i += 2) {
    pairs.push([stretches[i] as number, stretches[i + 1] as number]);
  }
  // Not by their difference: two endless ones have none.
  pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const result: Stretches = [];
  for (const [from, until] of pairs) {
    const last = result.length - 1;
    if (last > 0 && from <= (result[last] as number)) {
      if (until > (result[last] as number)) result[last] = until;
    } else result.push(from, until);
  }
  return result;
}
