import { firstDayOf, healthOf, monthsOf } from '../../domain/rhythm/health';
import type { Proposal } from '../../domain/rhythm/proposal';
import { proposalsFor, RENEWED_AT } from '../../domain/rhythm/proposing';
import type { Series } from '../../domain/rhythm/series';
import { type Session, sessionsOf } from '../../domain/rhythm/sessions';
import { wholeDays } from '../../domain/rhythm/toSlotRequest';
import { Refusal } from '../../domain/refusal';
import { instantOf } from '../../domain/time/calendarDays';
import { MINUTE_MS } from '../../domain/time/civilDays';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { attendeesWith } from '../planning/invitation';
import { attempt } from './attempt';
import { askIn, askOrganiser, canDo, dropAsk, offerChange } from './asking';
import { changeCost } from './changing';
import { endOld, takeOver } from './changingSeries';
import { findTimes, keepGiven } from './finding';
import type { FollowDesk } from './followDesk';
import { followUpOf } from './followUpOf';
import { areRead, chosenIn, digestsIn, type Follow, type FollowState, organiserOf } from './followState';
import type { FollowStep, FollowWork, RhythmView } from './followView';
import { loadNext } from './next';
import { keepSeries } from './settings';

const MOST_MONTHS = 24;

/**
 * How the rhythm goes: sessions and health of the last months, what would help, and what is left of a handing over. While
 * nobody has read the records, every session without a word about it would seem to be skipped: it is left out.
 */
export function rhythmView(state: FollowState): RhythmView {
  const { series } = chosenIn(state);
  const { months, options, away } = state.rhythm;
  const read = areRead(state);
  const sessions = sessionsOf(series, digestsIn(state), state.at).filter(
    (session) => read || session.state !== 'skipped' || isMarked(series, session),
  );
  const since = instantOf(firstDayOf(series, months, state.at), '00:00', series.zone);
  // A pause that is planned, or a session that was called off ahead, is no figure yet.
  const past = sessions.filter(({ start }) => start <= state.at);
  const whole = healthOf(series, past, ({ original }) => original >= since);
  const last = sessions.at(-1)?.start;
  const left = sessions.filter((one) => one.state === 'coming').length;
  return {
    months,
    whole,
    byMonth: monthsOf(series, past, months, state.at),
    sessions: sessions
      .filter(({ original }) => original >= since)
      .map((session) => ({
        original: session.original,
        start: session.start,
        state: session.state,
        label: session.state === 'paused' ? labelOf(series, session) : '',
        marked: isMarked(series, session),
      })),
    proposals: withRenewal(read ? proposalsFor(series, sessions, state.at) : [], last, left, options)
      .filter(({ key }) => !away.includes(key))
      .map((proposal) => ({ proposal, options: options[proposal.key] ?? null })),
    ends: last === undefined ? null : { last, left, soon: left <= RENEWED_AT },
    pulse: whole.pulse,
    handOver: handOverIn(series, state.me?.id ?? ''),
  };
}

export function rhythmCommands(follow: Follow): FollowDesk['rhythm'] {
  const idle = (): boolean => follow.state.get().working === null;
  return {
    months(count) {
      const months = Math.min(MOST_MONTHS, Math.max(1, Math.round(count)));
      follow.change({ rhythm: { ...follow.state.get().rhythm, months } });
    },
    mark(original, as) {
      if (idle()) void mark(follow, original, as);
    },
    find(key) {
      if (idle()) void find(follow, key);
    },
    change(change) {
      if (!idle()) return;
      const state = follow.state.get();
      const { series } = chosenIn(state);
      if (canDo(series, state.me?.id ?? '', change))
        offerChange(follow, series.id, change, async () => {
          await keepGiven(follow, change);
          await afterChange(follow);
        });
      else void askOrganiser(follow, series.id, change);
    },
    putAway(key) {
      const { rhythm } = follow.state.get();
      follow.change({ rhythm: { ...rhythm, away: [...rhythm.away, key] } });
    },
    takeOver() {
      if (idle()) offerHandingOver(follow, () => takeOver(follow));
    },
    endOld() {
      if (idle()) offerHandingOver(follow, () => endOld(follow));
    },
  };
}

export function askCommands(follow: Follow): FollowDesk['asks'] {
  const seriesIn = () => chosenIn(follow.state.get()).series;
  return {
    accept(id) {
      if (follow.state.get().working !== null) return;
      const series = seriesIn();
      const { change } = askIn(series, id);
      if (!canDo(series, follow.state.get().me?.id ?? '', change))
        throw new Refusal('follow/not-the-organiser');
      offerChange(follow, series.id, change, () => afterChange(follow));
    },
    refuse(id) {
      if (follow.state.get().working !== null) return;
      const series = seriesIn();
      const me = follow.state.get().me?.id;
      if (organiserOf(series) !== me && askIn(series, id).by !== me)
        throw new Refusal('follow/not-the-organiser');
      void dropAsk(follow, series.id, id);
    },
  };
}

/** What somebody says of a session that is over and left no record; null takes it back. */
async function mark(follow: Follow, original: Instant, as: 'held' | 'skipped' | null): Promise<void> {
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const session = sessionsOf(series, digestsIn(state), follow.now()).find((one) => one.original === original);
  const may = session !== undefined && session.record === undefined && session.state !== 'coming';
  if (!may) return follow.change({ notice: { kind: 'refused', code: 'follow/unknown-session', data: {} } });
  await step(follow, 'session', async () => {
    await keepSeries(follow, (kept) => {
      const followUp = followUpOf(kept);
      const others = followUp.marks.filter((one) => one.original !== original);
      const marks = as === null ? others : [...others, { original, as }];
      return { ...kept, followUp: { ...followUp, marks } };
    });
  });
}

/** Either step of a handing over mails whoever is invited: with their new series, or of the end of the old one. */
function offerHandingOver(follow: Follow, run: () => Promise<void>): void {
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const to = handOverIn(series, state.me?.id ?? '')?.to;
  if (to === undefined) throw new Refusal('follow/nobody-to-hand-over');
  const change = { kind: 'handOver', to } as const;
  const { sessions } = changeCost(series, change, follow.now());
  const mails = attendeesWith(series, [], state.me?.mail).length;
  follow.asked = (yes) => {
    if (yes) void step(follow, 'rhythm', run);
  };
  follow.change({ question: { kind: 'change', change, mails, sessions }, notice: null });
}

async function find(follow: Follow, key: string): Promise<void> {
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const { proposals, ends } = rhythmView(state);
  const proposal =
    proposals.find((one) => one.proposal.key === key)?.proposal ??
    (key === RENEWAL && ends !== null ? renewalAsked(ends.last, ends.left) : undefined);
  if (proposal === undefined || proposal.change !== null) return;
  const cancel = cancellable();
  follow.onEnd(() => cancel.cancel());
  await step(follow, 'search', async () => {
    const found = await findTimes(follow, proposal, cancel);
    const { chosen, rhythm } = follow.state.get();
    if (chosen !== series.id) return;
    const away = rhythm.away.filter((one) => one !== RENEWAL || key !== RENEWAL);
    follow.change({ rhythm: { ...rhythm, away, options: { ...rhythm.options, [key]: found } } });
  });
}

/** The key of a renewal that somebody asked for before the end came near enough for it to be proposed. */
const RENEWAL = 'renewal';

const renewalAsked = (last: Instant, left: number): Proposal => ({
  key: RENEWAL,
  kind: 'renewal',
  change: null,
  why: { skipped: 0, of: 0, last, left },
});

function withRenewal(
  proposals: readonly Proposal[],
  last: Instant | undefined,
  left: number,
  options: FollowState['rhythm']['options'],
): readonly Proposal[] {
  const asked = options[RENEWAL] !== undefined && !proposals.some(({ kind }) => kind === 'renewal');
  return asked && last !== undefined ? [renewalAsked(last, left), ...proposals] : proposals;
}

/** The change is done whatever becomes of the forecast. */
async function afterChange(follow: Follow): Promise<void> {
  follow.change({ rhythm: { ...follow.state.get().rhythm, options: {} } });
  const load = (): Promise<boolean> =>
    attempt(
      follow,
      'search',
      () => loadNext(follow),
      () => void load(),
    );
  await load();
}

async function step(
  follow: Follow,
  during: Extract<FollowStep, FollowWork['what']>,
  run: () => Promise<void>,
): Promise<void> {
  follow.change({ working: { what: during } as FollowWork, notice: null });
  const done = await attempt(follow, during, run, () => void step(follow, during, run));
  const told = during !== 'rhythm' || !done || follow.state.get().notice !== null;
  follow.change({ working: null, ...(!told && { notice: { kind: 'done', what: during } }) });
  if (during === 'rhythm') await afterChange(follow);
}

function labelOf({ pauses, zone }: Series, { start, minutes }: Session): string {
  const end = start + minutes * MINUTE_MS;
  const pause = pauses.find((one) => {
    const { from, until } = wholeDays(one, zone);
    return from < until && start < until && end > from;
  });
  return pause?.label ?? '';
}

/** What somebody said decides only where there is no record. */
const isMarked = (series: Series, { original, state, record }: Session): boolean =>
  record === undefined &&
  followUpOf(series).marks.some((one) => one.original === original && one.as === state);

/** Whose turn it is in a handing over: the successor makes their series, then whoever had it ends the old one. */
function handOverIn(series: Series, me: string): RhythmView['handOver'] {
  const organiser = organiserOf(series);
  const old = series.chain.some(({ toEnd, organiser: whose }) => toEnd !== undefined && whose === me);
  if (old) return { to: organiser, toMe: false, endOld: true };
  const last = followUpOf(series).handedOver.at(-1);
  const waits = last !== undefined && last.ended !== true && last.from === organiser;
  return waits ? { to: last.to, toMe: last.to === me, endOld: false } : null;
}
