import { PortFailure } from '../ports/failure';
import { whatFailed } from '../whatFailed';
import { type Desk, type DeskState, failedStep, OFFERED } from './deskState';
import type { StepView } from './meetingView';

/** Runs one of the steps behind the end, once at a time; a failure stands at the step, the rest goes on. */
export async function step(
  desk: Desk,
  name: keyof DeskState['steps'],
  run: () => Promise<StepView>,
): Promise<void> {
  if (desk.state.get().steps[name].state === 'working') return;
  const set = (view: StepView): void => desk.change({ steps: { ...desk.state.get().steps, [name]: view } });
  set({ state: 'working', failure: null });
  try {
    set(await run());
  } catch (error) {
    const what = whatFailed(error, desk.ports.report);
    if (what?.kind === 'failed') return set(failedStep(what.failure));
    if (what !== undefined) desk.change({ notice: what });
    set(OFFERED);
  }
}

export const DONE: StepView = { state: 'done', failure: null };

/** Nothing is sent while the room cannot hear of it. */
export function checkOnline(desk: Desk): void {
  const kind = desk.state.get().room?.connection.kind;
  if (kind !== 'live' && kind !== 'alone') throw new PortFailure({ kind: 'offline' });
}
