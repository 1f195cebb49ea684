import { instantAt, localAt } from '../zones';
import { datesOf } from './dates';
import type { Copy, Details, Moment, Placed } from './model';

const DAY_MS = 86_400_000;

export type Window = { readonly from: number; readonly until: number };

/** The event of a copy as a whole. */
export function placedWhole(copy: Copy): Placed {
  const { meeting } = copy;
  return {
    copy,
    kind: meeting.recurrence === undefined ? 'singleInstance' : 'seriesMaster',
    details: { ...meeting.details, ...copy.personal },
  };
}

/** The dates of a copy that overlap a window, in the order of their original dates; a single event is its own date. */
export function placedIn(copy: Copy, window: Window): readonly Placed[] {
  const { recurrence, details, exceptions } = copy.meeting;
  if (recurrence === undefined) {
    const whole = placedWhole(copy);
    return overlaps(whole.details, window) ? [whole] : [];
  }
  const length = details.end.instant - details.start.instant;
  // Moved dates may have left the place where the series would have them.
  const moved = [...exceptions.keys()];
  const last = Math.max(window.until + 2 * DAY_MS, ...moved);
  const found: Placed[] = [];
  for (const day of datesOf(recurrence, last)) {
    const near = day > window.from - length - 2 * DAY_MS && day < window.until + 2 * DAY_MS;
    if (!near && !exceptions.has(day)) continue;
    const placed = dated(copy, day);
    if (placed !== undefined && overlaps(placed.details, window)) found.push(placed);
  }
  return found;
}

/** One date of a series by its original day; undefined when the series does not fall on it, or it was cancelled. */
export function placedOn(copy: Copy, day: number): Placed | undefined {
  const { recurrence } = copy.meeting;
  if (recurrence === undefined) return undefined;
  let falls = false;
  for (const one of datesOf(recurrence, day)) falls = one === day;
  return falls ? dated(copy, day) : undefined;
}

function dated(copy: Copy, day: number): Placed | undefined {
  const { details, exceptions, cancelledDays } = copy.meeting;
  if (cancelledDays.has(day)) return undefined;
  const { start, end } = details;
  const timeOfDay = mod(localAt(start.instant, start.zone), DAY_MS);
  const originalStart = instantAt(day + timeOfDay, start.zone);
  const exception = exceptions.get(day);
  const at = (moment: Moment, instant: number): Moment => ({ ...moment, instant });
  return {
    copy,
    kind: exception === undefined ? 'occurrence' : 'exception',
    day,
    originalStart,
    details: {
      ...details,
      start: at(start, originalStart),
      end: at(end, originalStart + end.instant - start.instant),
      ...exception,
      ...copy.personal,
    },
  };
}

/** An event without length is seen when it begins inside. */
function overlaps({ start, end }: Details, { from, until }: Window): boolean {
  if (start.instant === end.instant) return start.instant >= from && start.instant < until;
  return start.instant < until && end.instant > from;
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
