import { DAY_MS, MINUTE_MS, monthOfDay, wallOfMinute, weekdayOfDay } from '../time/civilDays';
import { instantOfLocal, showsLocal } from '../time/zoneTable';
import type { Candidates } from './candidates';
import type { Pattern, Repeat, SlotRequest } from './types';

/** One candidate series. */
export type SeriesCandidate = {
  readonly pattern: Pattern;
  /** Days of its occurrences on the organiser's calendar; one array is shared by all times of day. */
  readonly days: readonly number[];
  readonly step: number;
  /** Its occurrences; -1 where the clock skips the time. */
  readonly occurrences: readonly number[];
};

type Falls = { readonly nth?: 1 | 2 | 3 | 4 | 'last'; readonly days: readonly number[] };

/** All candidate series of a request (SPEC SL9), in order of weekday, nth and time. */
export function seriesCandidates(
  request: SlotRequest,
  repeat: Repeat,
  candidates: Candidates,
): SeriesCandidate[] {
  const found: SeriesCandidate[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const all =
      repeat.kind === 'weekly' ? weeklyFalls(weekday, candidates) : monthlyFalls(weekday, candidates);
    for (let step = 0; step < candidates.perDay; step++) {
      const seen = new Map<number, SeriesCandidate[]>();
      for (const falls of all) {
        for (const series of startingIn(falls, weekday, step, request, repeat, candidates)) {
          const first = series.occurrences[0] as number;
          const others = seen.get(first);
          if (others?.some((other) => other.days.every((day, i) => day === series.days[i]))) continue;
          if (repeat.kind === 'monthly') seen.set(first, [...(others ?? []), series]);
          found.push(series);
        }
      }
    }
  }
  return found;
}

function startingIn(
  falls: Falls,
  weekday: number,
  step: number,
  request: SlotRequest,
  repeat: Repeat,
  candidates: Candidates,
): SeriesCandidate[] {
  const { grid, perDay, firstDay } = candidates;
  const found: SeriesCandidate[] = [];
  const { every, times } = repeat;
  let phases = 0;
  const lastFirst = falls.days.length - 1 - every * (times - 1);
  for (let first = 0; first <= lastFirst && phases < every; first++) {
    if ((grid[((falls.days[first] as number) - firstDay) * perDay + step] as number) < 0) continue;
    phases++;
    const occurrences: number[] = [];
    const days: number[] = [];
    for (let n = 0; n < times; n++) {
      const day = falls.days[first + n * every] as number;
      const candidate = grid[(day - firstDay) * perDay + step] as number;
      if (candidate < 0 && !isSkippedInside(day, step, request, candidates)) break;
      occurrences.push(candidate);
      days.push(day);
    }
    if (occurrences.length < times) continue;
    const time = wallOfMinute((step * candidates.stepMs) / MINUTE_MS);
    const pattern = falls.nth === undefined ? { weekday, time } : { weekday, time, nth: falls.nth };
    found.push({ pattern, days, step, occurrences });
  }
  return found;
}

/** Where an occurrence whose time the clock skips would be if it moved forward by the gap. */
export function movedStart(day: number, step: number, { zone, stepMs }: Candidates): number {
  return instantOfLocal(zone, day * DAY_MS + step * stepMs);
}

function isSkippedInside(
  day: number,
  step: number,
  { window }: SlotRequest,
  candidates: Candidates,
): boolean {
  if (showsLocal(candidates.zone, day * DAY_MS + step * candidates.stepMs)) return false;
  const moved = movedStart(day, step, candidates);
  return moved >= window.from && moved + candidates.lengthMs <= window.until;
}

function weeklyFalls(weekday: number, { firstDay, days }: Candidates): Falls[] {
  const falls: number[] = [];
  for (let day = firstDay; day < firstDay + days; day++) {
    if (weekdayOfDay(day) === weekday) falls.push(day);
  }
  return [{ days: falls }];
}

function monthlyFalls(weekday: number, { firstDay, days }: Candidates): Falls[] {
  const falls = new Map<1 | 2 | 3 | 4 | 'last', number[]>();
  const names = [1, 2, 3, 4, 'last'] as const;
  for (const nth of names) falls.set(nth, []);
  for (let day = firstDay; day < firstDay + days; day++) {
    if (weekdayOfDay(day) !== weekday) continue;
    const month = monthOfDay(day);
    let number = 1;
    while (monthOfDay(day - 7 * number) === month) number++;
    if (number <= 4) falls.get(names[number - 1] as 1)?.push(day);
    if (monthOfDay(day + 7) !== month) falls.get('last')?.push(day);
  }
  return names.map((nth) => ({ nth, days: falls.get(nth) ?? [] }));
}
