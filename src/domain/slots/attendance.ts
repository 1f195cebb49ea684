import { MINUTE_MS } from '../time/civilDays';
import { fillBits, type Bits } from './bits';
import type { Calendar } from './calendar';
import { lowerBound, type Candidates } from './candidates';
import type { Shifts } from './shifts';
import type { LinearSums } from './sums';

/** Focus time counts from here on (DESIGN section 5). */
const FOCUS_MS = 120 * MINUTE_MS;

/** Where one person's availability is added. */
export type Ledger = {
  readonly available: Bits;
  /** Differences of how many of the person's group are available. */
  readonly group: Int32Array;
  readonly focus: LinearSums;
  /** [candidate] → milliseconds, added where tentative time is near. */
  readonly extraFocus: Float64Array;
  readonly tentative: Float64Array;
};

/** Adds everything about one person, in one pass over their windows and calendar (SPEC SL4, SL6, SL7). */
export function addAttendance(
  shifts: Shifts,
  closed: ReadonlySet<number> | undefined,
  calendar: Calendar,
  candidates: Candidates,
  ledger: Ledger,
): void {
  const { blocked, tentative } = calendar;
  const { from: busyFrom, until: busyUntil, count: busyCount } = blocked;
  let next = 0;
  let nextTentative = 0;
  let lastFrom = -Infinity;
  for (let w = 0; w < shifts.count; w++) {
    const first = shifts.first[w] as number;
    const end = shifts.end[w] as number;
    if (first >= end || closed?.has(shifts.day[w] as number)) continue;
    const from = shifts.from[w] as number;
    const until = shifts.until[w] as number;
    if (from < lastFrom) next = nextTentative = 0;
    lastFrom = from;
    while (next < busyCount && (busyUntil[next] as number) <= from) next++;
    while (nextTentative < tentative.count && (tentative.until[nextTentative] as number) <= from) {
      nextTentative++;
    }
    const quiet = nextTentative >= tentative.count || (tentative.from[nextTentative] as number) >= until;
    let free = from;
    for (let b = next; b < busyCount; b++) {
      const blockedFrom = busyFrom[b] as number;
      if (blockedFrom >= until) break;
      if (blockedFrom > free) addStretch(shifts, w, free, blockedFrom, quiet, calendar, candidates, ledger);
      free = busyUntil[b] as number;
      if (free >= until) break;
    }
    if (free < until) addStretch(shifts, w, free, until, quiet, calendar, candidates, ledger);
  }
}

/** One stretch without blocked time inside window `w`; the slots that fit into it can be attended. */
function addStretch(
  shifts: Shifts,
  w: number,
  free: number,
  until: number,
  quiet: boolean,
  calendar: Calendar,
  candidates: Candidates,
  ledger: Ledger,
): void {
  const { lengthMs } = candidates;
  if (until - free < lengthMs) return;
  const first = free === shifts.from[w] ? (shifts.first[w] as number) : place(shifts, w, candidates, free);
  const end =
    until === shifts.until[w]
      ? (shifts.end[w] as number)
      : place(shifts, w, candidates, until - lengthMs + 1);
  if (first >= end) return;
  fillBits(ledger.available, first, end);
  (ledger.group[first] as number)++;
  (ledger.group[end] as number)--;
  if (!quiet) addNearTentative(first, end, free, until, calendar, candidates, ledger);
  else if (until - free >= FOCUS_MS) addFocus(shifts, w, first, end, free, until, candidates, ledger.focus);
}

/** Loss = length − rest before − rest after, where a rest counts from 120 minutes on: three linear pieces. */
function addFocus(
  shifts: Shifts,
  w: number,
  first: number,
  end: number,
  free: number,
  until: number,
  candidates: Candidates,
  { constants, slopes }: LinearSums,
): void {
  const origin = candidates.starts[0] as number;
  const length = until - free;
  (constants[first] as number) += length;
  (constants[end] as number) -= length;
  const before = Math.max(first, place(shifts, w, candidates, free + FOCUS_MS));
  if (before < end) {
    (constants[before] as number) += free - origin;
    (constants[end] as number) -= free - origin;
    (slopes[before] as number) -= 1;
    (slopes[end] as number) += 1;
  }
  const latest = until - candidates.lengthMs;
  const after = Math.min(end, place(shifts, w, candidates, latest - FOCUS_MS + 1));
  if (after > first) {
    (constants[first] as number) -= latest - origin;
    (constants[after] as number) += latest - origin;
    (slopes[first] as number) += 1;
    (slopes[after] as number) -= 1;
  }
}

/** The first candidate of window `w` at `instant` or later. */
function place(shifts: Shifts, w: number, candidates: Candidates, instant: number): number {
  const first = shifts.first[w] as number;
  const end = shifts.end[w] as number;
  const { starts, stepMs } = candidates;
  const earliest = starts[first] as number;
  if (instant <= earliest) return first;
  if (shifts.even[w] === 0) return lowerBound(starts, instant, first, end);
  return Math.min(end, first + Math.ceil((instant - earliest) / stepMs));
}

/** Slot by slot: tentative time may be anywhere under it and cuts the focus time of the stretch. */
function addNearTentative(
  first: number,
  end: number,
  free: number,
  until: number,
  { tentative }: Calendar,
  { starts, lengthMs }: Candidates,
  ledger: Ledger,
): void {
  const { from, until: ends, count } = tentative;
  const near = lowerBound(ends.subarray(0, count), free + 1, 0, count);
  for (let i = first; i < end; i++) {
    const start = starts[i] as number;
    const stop = start + lengthMs;
    let rest = free;
    for (let t = near; t <= count; t++) {
      const tentativeFrom = t < count ? Math.min(until, from[t] as number) : until;
      if (tentativeFrom > rest) (ledger.extraFocus[i] as number) += lossIn(rest, tentativeFrom, start, stop);
      if (tentativeFrom >= until) break;
      rest = ends[t] as number;
      const under = Math.min(stop, rest) - Math.max(start, tentativeFrom);
      if (under > 0) (ledger.tentative[i] as number) += under;
    }
  }
}

/** What a slot takes from one stretch of focus time. */
function lossIn(from: number, until: number, start: number, stop: number): number {
  if (until - from < FOCUS_MS || start >= until || stop <= from) return 0;
  const before = start - from;
  const after = until - stop;
  return until - from - (before >= FOCUS_MS ? before : 0) - (after >= FOCUS_MS ? after : 0);
}
