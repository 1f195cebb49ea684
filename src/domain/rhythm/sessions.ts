import { instantOf, localTime } from '../time/calendarDays';
import { MINUTE_MS } from '../time/civilDays';
import type { Instant } from '../time/types';
import type { RecordDigest } from './digest';
import { FOLLOW_UP, type SessionMark } from './followUp';
import type { CalendarSeries, Series } from './series';
import { wholeDays } from './toSlotRequest';

/**
 * A session of a series as it went or will go. Held: it has a record, or somebody said so. Paused: it lies in a pause and
 * was not held; it counts as neither held nor skipped. Skipped: it is over, or was cancelled, without any of that. A session
 * that runs, or whose time ended less than an hour ago, is still coming.
 */
export type Session = {
  readonly original: Instant;
  /** Where it stands after a move that was applied. */
  readonly start: Instant;
  /** As long as its calendar series was planned, or as its record says. */
  readonly minutes: number;
  readonly state: 'held' | 'skipped' | 'paused' | 'coming';
  /** Absent where it was held without one. */
  readonly record?: RecordDigest;
};

/** A session may run over, and its record is written after it: so long after its end it is neither held nor skipped. */
export const SETTLES_MS = 60 * MINUTE_MS;

/** Every session of the series' whole chain, by where it stands now (RY1 to RY3). `digests` are of this series. */
export function sessionsOf(
  series: Series,
  digests: readonly RecordDigest[],
  now: Instant,
): readonly Session[] {
  const records = new Map([...digests].reverse().map((digest) => [digest.start, digest]));
  const marks = new Map((series.followUp ?? FOLLOW_UP).marks.map(({ original, as }) => [original, as]));
  const pauses = series.pauses.map((pause) => wholeDays(pause, series.zone));
  return [...linksByStart(series)]
    .map(([original, link]): Session => {
      const record = records.get(original);
      const { start, minutes } = record?.planned ?? plannedIn(link, original, series.minutes);
      const end = start + minutes * MINUTE_MS;
      const paused = pauses.some(({ from, until }) => from < until && start < until && end > from);
      const state = stateOf(record !== undefined, marks.get(original), paused, now >= end + SETTLES_MS);
      return { original, start, minutes, state, ...(record && { record }) };
    })
    .sort((a, b) => a.start - b.start || a.original - b.original);
}

/**
 * The calendar series in which each session lives. One that a later series has taken the place of no longer counts, also
 * earlier on the day on which that one begins: the calendar is cut by days.
 */
export function linksByStart({
  chain,
  zone,
}: Pick<Series, 'chain' | 'zone'>): ReadonlyMap<Instant, CalendarSeries> {
  const found = new Map<Instant, CalendarSeries>();
  let until = Infinity;
  for (const link of [...chain].reverse()) {
    for (const start of link.starts) if (start < until && !found.has(start)) found.set(start, link);
    const first = Math.min(...link.starts);
    if (first < until) until = instantOf(localTime(first, zone).day, '00:00', zone);
  }
  return found;
}

function plannedIn(
  link: CalendarSeries,
  original: Instant,
  usual: number,
): { readonly start: Instant; readonly minutes: number } {
  const moved = link.alternatives.find((one) => one.original === original && one.state === 'applied');
  return { start: moved?.start ?? original, minutes: moved?.minutes ?? link.minutes ?? usual };
}

function stateOf(
  recorded: boolean,
  mark: SessionMark['as'] | undefined,
  paused: boolean,
  over: boolean,
): Session['state'] {
  if (recorded || mark === 'held') return 'held';
  if (paused) return 'paused';
  return over || mark === 'skipped' ? 'skipped' : 'coming';
}
