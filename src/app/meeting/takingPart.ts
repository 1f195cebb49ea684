import { takePart as withPart } from '../../domain/balance/agreement';
import type { TakesPart } from '../../domain/balance/types';
import type { Series } from '../../domain/rhythm/series';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import { PortFailure } from '../ports/failure';
import type { SeriesHome, StoredSeries } from '../ports/seriesHome';
import { updateSeries } from '../updateSeries';
import { memberIn } from './agreed';
import { attempt } from './attempt';
import { newsIn } from './balanceView';
import { spoken } from './bringing';
import { type Desk, meetingIn, meIn, type Opened } from './deskState';
import type { MeetingDesk } from './meetingDesk';

/** What somebody does about being measured. */
export const balanceCommands = (desk: Desk): MeetingDesk['balance'] => ({
  takePart: (as) => void takePart(desk, as),
  correct: (from, until) => void correct(desk, from, until),
  known: () => told(desk),
  putNudgeAway: () => remember(desk, { away: desk.state.get().room?.balance?.quiet ?? null }),
  setNudges: (nudges) => remember(desk, { nudges }),
});

const remember = (desk: Desk, change: Partial<ReturnType<Desk['state']['get']>['balance']>): void =>
  desk.change({ balance: { ...desk.state.get().balance, ...change } });

/** In this session at once, and in the file of the series for those to come. */
async function takePart(desk: Desk, as: TakesPart): Promise<void> {
  const { room } = desk;
  const { opened, known } = desk.state.get();
  told(desk);
  if (opened !== null) {
    desk.spoken = spoken(known, opened);
    void desk.ports.told.add(desk.spoken);
  }
  if (room !== undefined && desk.state.get().room?.state?.balance !== undefined) {
    const send = () => room.command({ kind: 'takePart', as });
    if (!(await attempt(desk, 'command', send, () => void takePart(desk, as)))) return;
  }
  await keepPart(desk, as, false);
}

/** The room has it already: what fails here is that it lasts, and a press tries that again. */
async function keepPart(desk: Desk, as: TakesPart, interactive: boolean): Promise<void> {
  const { opened, known } = desk.state.get();
  const { series } = known;
  if (opened === null) return;
  const kept = await attempt(
    desk,
    'takePart',
    async () => {
      if (series === null) throw new PortFailure({ kind: 'notFound' });
      await desk.ports.identity.token('followUp', { interactive });
      const stored = await writePart(desk, series, opened, as);
      desk.change({ known: { ...desk.state.get().known, series: stored.series } });
    },
    () => void keepPart(desk, as, true),
  );
  if (kept) desk.change({ notice: { kind: 'takesPart', as } });
}

async function writePart(desk: Desk, { id }: Series, opened: Opened, as: TakesPart): Promise<StoredSeries> {
  const { home, base } = await whereItIs(desk.ports.homes, id);
  const me = memberIn(base.series, opened, meIn(desk.state.get()));
  const mine = withPart(base.series, me, as, desk.now());
  return mine === base.series ? base : (await updateSeries(home, base, mine)).stored;
}

async function whereItIs(
  homes: readonly SeriesHome[],
  id: string,
): Promise<{ readonly home: SeriesHome; readonly base: StoredSeries }> {
  let closed: unknown = new PortFailure({ kind: 'notFound' });
  for (const home of homes) {
    try {
      return { home, base: await home.read(id, cancellable()) };
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed = error;
    }
  }
  throw closed;
}

/** Says of my own turn that it was not mine, or was over by then; one that runs ends. */
async function correct(desk: Desk, from: Instant, until: Instant | null): Promise<void> {
  const { room } = desk;
  const state = desk.state.get();
  const me = meIn(state);
  if (room === undefined) return;
  const runs = state.room?.balance?.own?.turns.some((turn) => turn.from === from && turn.open === true);
  const corrected = await attempt(
    desk,
    'command',
    async () => {
      await room.command({ kind: 'correctTurn', from, until });
      if (runs === true && meetingIn(desk.state.get())?.floor.speaker?.person === me)
        await room.command({ kind: 'endTurn', person: me });
    },
    () => void correct(desk, from, until),
  );
  if (corrected) desk.change({ notice: { kind: 'turnCorrected', gone: until === null } });
}

/** A line that was put away is another one when it comes again. */
export function endAway(desk: Desk): void {
  const { balance, room } = desk.state.get();
  if (balance.away !== null && balance.away !== (room?.balance?.quiet ?? null))
    remember(desk, { away: null });
}

/** The person has read it, on this device. */
function told(desk: Desk): void {
  const what = newsIn(desk.state.get(), desk.ports.balanceCap);
  if (what === null) return;
  remember(desk, { told: { what, before: true } });
  void desk.ports.told.add(what);
}

/** Looks up once for each thing to tell whether it was told here before. */
export function lookUpTold(desk: Desk): void {
  const state = desk.state.get();
  const what = newsIn(state, desk.ports.balanceCap);
  if (what === null || state.balance.told?.what === what) return;
  remember(desk, { told: { what, before: null } });
  void desk.ports.told.has(what).then((before) => {
    const now = desk.state.get().balance.told;
    // A press may have come first.
    if (now?.what === what && now.before === null) remember(desk, { told: { what, before } });
  });
}
