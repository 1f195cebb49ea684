import type { Interval } from '../time/types';
import { checkInterval } from './check';
import type { BusyInterval } from './types';

/** One person's calendar as sorted unions, each apart from the next. Buffers are used again for the next person. */
export type Calendar = {
  /** Busy and out of office: nobody meets there. */
  readonly blocked: Union;
  readonly tentative: Union;
};

export type Union = { count: number; from: Float64Array; until: Float64Array };

/** Membership of the intervals to leave out, by their exact ends. */
export type Ignored = ReadonlyMap<number, ReadonlySet<number>>;

export function ignoredOf(intervals: readonly Interval[] | undefined): Ignored {
  const ignored = new Map<number, Set<number>>();
  for (const { from, until } of intervals ?? []) {
    const ends = ignored.get(from);
    if (ends) ends.add(until);
    else ignored.set(from, new Set([until]));
  }
  return ignored;
}

const BLOCKED = 1;
const TENTATIVE = 2;

/** Reads calendars one after the other. Refuses numbers that are no instants. */
export function calendarReader(ignored: Ignored): (busy: readonly BusyInterval[]) => Calendar {
  const calendar = { blocked: emptyUnion(), tentative: emptyUnion() };
  let from = new Float64Array(0);
  let until = new Float64Array(0);
  let kind = new Uint8Array(0);
  return (busy) => {
    if (from.length < busy.length) {
      const size = busy.length * 2;
      [from, until, kind] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
      for (const union of Object.values(calendar)) {
        [union.from, union.until] = [new Float64Array(size), new Float64Array(size)];
      }
    }
    let count = 0;
    let sorted = true;
    let last = -Infinity;
    let tentative = 0;
    for (const interval of busy) {
      const start = interval.from;
      const end = interval.until;
      // What is no number equals nothing, so that this is asked of the odd ones only.
      if (!(start <= end)) checkInterval(interval);
      const status = interval.status;
      const what = status === 'busy' || status === 'oof' ? BLOCKED : status === 'tentative' ? TENTATIVE : 0;
      if (what === 0 || end <= start) continue;
      if (ignored.size > 0 && ignored.get(start)?.has(end)) continue;
      if (start < last) sorted = false;
      last = start;
      if (what === TENTATIVE) tentative++;
      from[count] = start;
      until[count] = end;
      kind[count++] = what;
    }
    if (!sorted) sortRows(from, until, kind, count);
    unite(calendar.blocked, from, until, kind, count, BLOCKED);
    unite(calendar.tentative, from, until, kind, tentative === 0 ? 0 : count, TENTATIVE);
    return calendar;
  };
}

function emptyUnion(): Union {
  return { count: 0, from: new Float64Array(0), until: new Float64Array(0) };
}

function sortRows(from: Float64Array, until: Float64Array, kind: Uint8Array, count: number): void {
  const order = Array.from({ length: count }, (_, i) => i);
  // Not by their difference: two endless ones have none.
  order.sort((a, b) => compare(from[a] as number, from[b] as number));
  const rows = order.map((i) => [from[i] as number, until[i] as number, kind[i] as number] as const);
  rows.forEach(([start, end, what], i) => {
    from[i] = start;
    until[i] = end;
    kind[i] = what;
  });
}

function unite(
  union: Union,
  from: Float64Array,
  until: Float64Array,
  kind: Uint8Array,
  count: number,
  wanted: number,
): void {
  let n = 0;
  let last = -Infinity;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== wanted) continue;
    const end = until[i] as number;
    if (n > 0 && (from[i] as number) <= last) {
      if (end > last) union.until[n - 1] = last = end;
    } else {
      union.from[n] = from[i] as number;
      union.until[n++] = last = end;
    }
  }
  union.count = n;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
