import { FOLLOW_UP } from '../../domain/rhythm/followUp';
import { Refusal } from '../../domain/refusal';
import { PortFailure } from '../ports/failure';
import { type Desk, type DeskState, meIn, meetingIn } from './deskState';
import type { AfterView } from './meetingView';
import { recordNow } from './recording';
import { once } from './sending';
import { sendingView } from './sentView';
import { checkOnline, DONE, step } from './steps';

const reachIn = ({ known }: DeskState) => (known.series?.followUp ?? FOLLOW_UP).reach;
const isOver = (state: DeskState): boolean => meetingIn(state)?.phase === 'ended';

/** The message with the next date; a series may have it switched off, and one that ends has nothing to tell. */
export function messageView(state: DeskState): NonNullable<AfterView['message']> | null {
  const { afterwards, steps } = state;
  if (!isOver(state) || afterwards === null || !reachIn(state).message) return null;
  return { ...sendingView(state, 'message', steps.message), preview: afterwards.html };
}

/** "Prepare the weekly", for whoever chairs the next session. */
export function prepareView(state: DeskState): NonNullable<AfterView['prepare']> | null {
  const { afterwards, steps } = state;
  const mine = afterwards !== null && afterwards.next !== null && afterwards.chair === meIn(state);
  return isOver(state) && mine && reachIn(state).prepare ? steps.prepare : null;
}

/** Once the meeting is over: what the next one is, and what would be said of it. Nothing is sent. */
export function learnAfterwards(desk: Desk): void {
  const state = desk.state.get();
  if (!isOver(state)) {
    // It was opened again.
    if (state.afterwards !== null) desk.change({ afterwards: null });
    return;
  }
  const { series, records } = state.known;
  if (series === null || records === null || desk.looking === state.room?.notes) return;
  desk.looking = state.room?.notes;
  void look(desk);
}

async function look(desk: Desk): Promise<void> {
  try {
    const [ports, { afterwardsOf }] = await Promise.all([desk.ports.reach(), import('./afterwards')]);
    const { series } = desk.state.get().known;
    if (series === null || !isOver(desk.state.get())) return;
    desk.change({ afterwards: afterwardsOf(ports, series, recordsWithThis(desk), desk.now()) });
  } catch (error) {
    // A script that does not arrive costs these two steps and nothing else; a press on another one asks again.
    if (!(error instanceof PortFailure)) desk.ports.report(error);
  }
}

/** One message, by whoever presses first; what is internal is not in it. */
export function sendNext(desk: Desk): Promise<void> {
  return step(desk, 'message', async () => {
    checkOnline(desk);
    const { series } = desk.state.get().known;
    const { place } = desk.ports.host;
    if (series === null || place === undefined || messageView(desk.state.get()) === null)
      throw new Refusal('meeting/not-now');
    await desk.ports.identity.token('live', { interactive: true });
    const [ports, { sayNext }] = await Promise.all([desk.ports.reach(), import('./afterwards')]);
    const records = recordsWithThis(desk);
    await once(desk, 'message', () => sayNext(ports, series, records, place, desk.now()));
    return DONE;
  });
}

/** Into my own calendar; by its key it stands there once. */
export function enterNext(desk: Desk): Promise<void> {
  return step(desk, 'prepare', async () => {
    checkOnline(desk);
    const state = desk.state.get();
    const { series } = state.known;
    const next = state.afterwards?.next ?? null;
    if (series === null || next === null || prepareView(state) === null) throw new Refusal('meeting/not-now');
    await desk.ports.identity.token('plan', { interactive: true });
    const [ports, { enterNext: enter }] = await Promise.all([desk.ports.reach(), import('./afterwards')]);
    await enter(ports, series, next, meIn(state), desk.now());
    return DONE;
  });
}

const recordsWithThis = (desk: Desk) => [recordNow(desk), ...(desk.state.get().known.records ?? [])];
