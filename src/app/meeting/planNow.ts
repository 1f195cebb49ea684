import type { PlanTask } from '../../domain/tasks/board';
import type { Kept, Planned } from '../../domain/meeting/carryOver';
import { cancellable } from '../cancel';
import { type Failure, PortFailure } from '../ports/failure';
import type { Desk } from './deskState';

/** Nobody waits longer for Planner than this before the agenda comes. */
const LONGEST_WAIT = 5000;

export type PlanNow = { readonly planned: Planned; readonly failure: Failure | null };

const NOT_READ: PlanNow = { planned: null, failure: null };

/** The team's plan, where something that is left stands in it. Planner costs the agenda nothing but a wait. */
export async function planNow(desk: Desk, records: readonly Kept[]): Promise<PlanNow> {
  if (!records.some(({ planner }) => Object.keys(planner).length > 0)) return NOT_READ;
  const cancel = cancellable();
  desk.onEnd(() => cancel.cancel());
  let forget = (): void => undefined;
  const late = new Promise<PlanNow>((resolve) => {
    forget = desk.ports.after(LONGEST_WAIT, () => {
      resolve({ planned: null, failure: { kind: 'unavailable' } });
      cancel.cancel();
    });
  });
  try {
    return await Promise.race([read(desk, cancel), late]);
  } finally {
    forget();
  }
}

async function read({ ports }: Desk, cancel: ReturnType<typeof cancellable>): Promise<PlanNow> {
  try {
    const plan = await ports.board.plan(cancel);
    if (plan === null) return NOT_READ;
    const tasks = await ports.board.list(plan, () => undefined, cancel);
    return { planned: new Map(tasks.map((task): [string, PlanTask] => [task.id, task])), failure: null };
  } catch (error) {
    if (error instanceof PortFailure) return { planned: null, failure: error.failure };
    ports.report(error);
    return { planned: null, failure: { kind: 'malformed' } };
  }
}
