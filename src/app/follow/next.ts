import { chairsAhead } from '../../domain/rhythm/chairing';
import type { Series } from '../../domain/rhythm/series';
import { linksByStart, type Session, sessionsOf } from '../../domain/rhythm/sessions';
import { MINUTE_MS } from '../../domain/time/civilDays';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { attempt } from './attempt';
import { otherSites } from '../planning/options';
import { PortFailure } from '../ports/failure';
import { followUpOf } from './followUpOf';
import { areRead, chosenIn, digestsIn, type Follow, type FollowState } from './followState';
import type { BreakView, NextView } from './followView';
import { forecastOf, LOOKED_AHEAD } from './forecast';
import { meetingLinkOf } from './meetingChat';
import { NO_NEXT } from './nextState';

/** The session that comes, who chairs it, and what calendars say of it and of those behind it; null where none comes. */
export function nextView(state: FollowState): NextView | null {
  const { series } = chosenIn(state);
  const sessions = sessionsOf(series, digestsIn(state), state.at);
  const [next] = coming(sessions);
  if (next === undefined) return null;
  const { original, start, minutes } = next;
  const { of, session, forecast, breaks, looked } = state.next.of === series.id ? state.next : NO_NEXT;
  // By turns, only the records tell whose turn it is.
  const known = areRead(state) || followUpOf(series).chairing.kind !== 'turns';
  const chair = known ? (chairsAhead(series, digestsIn(state), sessions).get(original) ?? null) : null;
  const told = of !== null && session === original;
  return {
    original,
    start,
    minutes,
    cities: otherSites(series),
    forecast: told ? forecast : null,
    chair: chair === null ? null : { id: chair, name: nameOf(state, series, chair) },
    link: meetingLinkOf(linksByStart(series).get(original)),
    mayPrepare: chair !== null && chair === state.me?.id,
    breaks: breaks
      .filter(stillAhead(sessions, state.at))
      .map((one) => ({ ...one, asked: isAsked(series, one) })),
    looked,
  };
}

/** A far date that was typed into the file must not ask for the calendars of centuries. */
const FARTHEST_MS = 400 * 24 * 60 * MINUTE_MS;

/** Reads what calendars say of the next sessions. A newer reading takes the place of an older one; fails as Calendar does. */
export async function loadNext(follow: Follow): Promise<void> {
  watchSettings(follow);
  readings.get(follow)?.cancel.cancel();
  const cancel = cancellable();
  const state = follow.state.get();
  const { series } = chosenIn(state);
  readings.set(follow, { cancel, series });
  const sessions = coming(sessionsOf(series, digestsIn(state), follow.now()))
    .slice(0, LOOKED_AHEAD)
    .filter(({ start }) => start < follow.now() + FARTHEST_MS);
  try {
    const found = await forecastOf(follow.ports, series, sessions, follow.now(), cancel);
    if (cancel.cancelled || follow.state.get().chosen !== series.id) return;
    follow.change({ next: { of: series.id, ...found } });
  } catch (error) {
    // Whoever may not read calendars sees the rest of the tab all the same, and that there is no forecast.
    if (!(error instanceof PortFailure && ['consent', 'denied'].includes(error.failure.kind))) throw error;
  }
}

type Reading = { readonly cancel: ReturnType<typeof cancellable>; series: Series };
/** The latest reading of a tab, and for which settings. */
const readings = new WeakMap<Follow, Reading>();

/** Several quick edits are one reading. */
const QUIET_MS = 1500;

/** Who comes, how many are needed and when nobody works decide what goes ahead: changed, calendars are read again. */
function watchSettings(follow: Follow): void {
  if (readings.has(follow)) return;
  let stop: (() => void) | undefined;
  const read = (): Promise<boolean> =>
    attempt(
      follow,
      'search',
      () => loadNext(follow),
      () => void read(),
    );
  follow.onEnd(
    follow.state.subscribe(() => {
      const { all, chosen } = follow.state.get();
      const series = all.find((one) => one.series.id === chosen)?.series;
      const last = readings.get(follow);
      if (series === undefined || last === undefined || series === last.series) return;
      const changed = series.id === last.series.id && decidersOf(series) !== decidersOf(last.series);
      // Asked once for each change, also where the reading fails.
      if (series.id === last.series.id) last.series = series;
      if (!changed) return;
      stop?.();
      stop = follow.ports.after(QUIET_MS, () => void read());
    }),
  );
  follow.onEnd(() => {
    stop?.();
    readings.get(follow)?.cancel.cancel();
  });
}

const decidersOf = ({ areas, people, sites, pauses, minutes }: Series): string =>
  JSON.stringify([areas, people, sites, pauses, minutes]);

const coming = (sessions: readonly Session[]): readonly Session[] =>
  sessions.filter(({ state }) => state === 'coming');

/** One that was moved or skipped since its calendars were read breaks no more; one that has begun cannot be moved. */
const stillAhead =
  (sessions: readonly Session[], now: Instant) =>
  ({ original, start }: BreakView): boolean =>
    start > now &&
    sessions.some((one) => one.state === 'coming' && one.original === original && one.start === start);

const isAsked = (series: Series, { original }: BreakView): boolean =>
  followUpOf(series).asks.some(
    ({ change }) => (change.kind === 'move' || change.kind === 'skip') && change.original === original,
  );

/** The rosters name whoever is in them; a record those who were. */
function nameOf(state: FollowState, { people }: Series, id: string): string {
  const known = people.find((one) => one.id === id);
  if (known !== undefined) return known.name;
  const there = digestsIn(state).flatMap((digest) => digest.people.filter((one) => one.id === id));
  return there[0]?.name ?? '';
}
