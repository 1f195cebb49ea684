import type { Alternative, CalendarSeries, Series } from '../../domain/rhythm/series';
import { Refusal } from '../../domain/refusal';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import type { EventOccurrence } from '../ports/calendar';
import { PortFailure } from '../ports/failure';
import { followUpOf } from './followUpOf';
import type { Follow, FoundSeries } from './followState';
import { keepIn } from './settings';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** As it is kept now: an earlier step may have changed it. */
export function foundIn(follow: Follow, id: string): FoundSeries {
  const found = follow.state.get().all.find(({ series }) => series.id === id);
  if (found === undefined) throw new Refusal('follow/no-series');
  return found;
}

export const meIn = (follow: Follow): string => follow.state.get().me?.id ?? '';

export const mailOf = (series: Series, person: string): string | undefined =>
  series.people.find(({ id }) => id === person)?.mail;

/** The id of a calendar series in my calendar; without one there is nothing to change there. */
export function eventIdOf({ eventId }: CalendarSeries): string {
  if (eventId === undefined) throw new PortFailure({ kind: 'notFound' });
  return eventId;
}

/** A series that was planned into a form and sent by hand: so many of its dates are tried before it counts as gone. */
const MOST_TRIED = 3;

/**
 * Sees to it that the file knows the id of a calendar series of mine, and its meeting: looked for by its dates and its
 * title where the invitation was sent by hand. What is not found stays unknown.
 */
export async function knowEvent(follow: Follow, id: string, link: CalendarSeries): Promise<void> {
  if (link.eventId !== undefined) return;
  const { series } = foundIn(follow, id);
  const now = follow.now();
  const plain = link.starts.filter((start) => !link.alternatives.some(({ original }) => original === start));
  const tried = [...plain.filter((start) => start > now), ...plain.filter((start) => start <= now).reverse()];
  for (const start of tried.slice(0, MOST_TRIED)) {
    const found = await follow.ports.seriesCalendar.find(start, series.title, cancellable());
    if (found === null) continue;
    const known = { eventId: found.id, ...(found.joinUrl !== undefined && { joinUrl: found.joinUrl }) };
    await keepIn(follow, foundIn(follow, id), (kept) => ({
      ...kept,
      chain: kept.chain.map((one) =>
        one.organiser === link.organiser && one.starts[0] === link.starts[0] && one.eventId === undefined
          ? { ...one, ...known }
          : one,
      ),
    }));
    return;
  }
}

/** Its dates as my calendar has them, by their original starts; `around` are moments at which one of them may stand. */
export async function datesOf(
  follow: Follow,
  eventId: string,
  around: readonly Instant[],
): Promise<ReadonlyMap<Instant, EventOccurrence>> {
  if (around.length === 0) return new Map();
  const window = { from: Math.min(...around) - DAY, until: Math.max(...around) + DAY };
  const found = await follow.ports.calendar.occurrences(eventId, window, cancellable());
  return new Map(found.map((one) => [one.original, one]));
}

/** Moves one date, or makes it shorter, wherever it stands now. Fails with notFound when it is gone. */
export async function moveDate(
  follow: Follow,
  { zone }: Series,
  link: CalendarSeries,
  { original, start, minutes }: Pick<Alternative, 'original' | 'start'> & { readonly minutes: number },
): Promise<void> {
  const known = link.alternatives.find((one) => one.original === original);
  const around = [original, start, known?.start ?? original];
  const date = (await datesOf(follow, eventIdOf(link), around)).get(original);
  if (date === undefined) throw new PortFailure({ kind: 'notFound' });
  const to = { from: start, until: start + minutes * MINUTE };
  await follow.ports.seriesCalendar.moveOccurrence(date.id, to, zone, cancellable());
}

/** Cancels one date for everybody; one that is gone already is no mistake. */
export async function cancelDate(
  follow: Follow,
  series: Series,
  link: CalendarSeries,
  original: Instant,
): Promise<void> {
  const known = link.alternatives.find((one) => one.original === original);
  const dates = await datesOf(follow, eventIdOf(link), [original, known?.start ?? original]);
  const date = dates.get(original);
  if (date === undefined) return;
  const comment = follow.ports.wording.cancelled(series);
  await follow.ports.seriesCalendar.cancelOccurrence(date.id, comment, cancellable());
}

/**
 * The service forgets single dates when a whole series changes: those still to come before `until` that were moved or
 * skipped are so again.
 */
export async function asTheyWere(
  follow: Follow,
  series: Series,
  link: CalendarSeries,
  until: Instant,
): Promise<void> {
  const { moved, skipped } = singlesOf(series, link, follow.now(), until);
  const minutes = link.minutes ?? series.minutes;
  for (const one of moved) {
    try {
      await moveDate(follow, series, link, { ...one, minutes: Math.min(minutes, one.minutes ?? minutes) });
    } catch (error) {
      // The date itself is gone: nothing of it is to be moved.
      if (!(error instanceof PortFailure) || error.failure.kind !== 'notFound') throw error;
    }
  }
  for (const original of skipped) await cancelDate(follow, series, link, original);
}

/** The dates to come of a calendar series that are otherwise than it says. */
export function singlesOf(
  series: Series,
  link: CalendarSeries,
  now: Instant,
  until: Instant,
): { readonly moved: readonly Alternative[]; readonly skipped: readonly Instant[] } {
  const ahead = (original: Instant) => original > now && original < until;
  const skipped = followUpOf(series)
    .marks.filter((mark) => mark.as === 'skipped' && ahead(mark.original))
    .map(({ original }) => original)
    .filter((original) => link.starts.includes(original));
  // One that was moved back is still to come when its own time is over.
  const moved = link.alternatives.filter(
    ({ state, original, start }) =>
      state === 'applied' &&
      original < until &&
      Math.max(original, start) > now &&
      !skipped.includes(original),
  );
  return { moved, skipped };
}
