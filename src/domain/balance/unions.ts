import type { Interval } from '../time/types';

/** The same time in disjoint intervals, in order; those that touch are one, empty and reversed ones are nothing. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  const union: { from: number; until: number }[] = [];
  for (const { from, until } of sorted) {
    const last = union.at(-1);
    if (last === undefined || from > last.until) union.push({ from, until });
    else if (until > last.until) last.until = until;
  }
  return union;
}

/** Of disjoint ones. */
export const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, until }) => sum + until - from, 0);
