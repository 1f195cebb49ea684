import type { PlanTask } from '../../domain/tasks/board';
import { cancellable } from '../cancel';
import type { Cancellation } from '../ports/cancellation';
import type { Failure } from '../ports/failure';
import { whatFailed } from '../whatFailed';
import { readArchive } from './archives';
import type { Follow } from './followState';
import type { Progress } from './followView';
import { weekliesOf } from './tasksBoard';

/** What this tab has written since the reading under way began: the reading may be older. */
const WRITTEN = new WeakMap<Follow, Map<string, PlanTask | null>>();
/** The newest reading counts. */
const READING = new WeakMap<Follow, object>();

/**
 * Reads the team's plan into `plan` and `planned` (FT1): the first page is shown as soon as it is there, what was known
 * before stays until all are. It never throws; `progress.plan` tells, and `retry` reads again.
 */
export async function loadPlan(follow: Follow): Promise<void> {
  try {
    await readPlan(follow);
  } catch (error) {
    const what = whatFailed(error, follow.ports.report);
    if (what === undefined) return;
    follow.again = () => void loadPlan(follow);
    const failure: Failure = what.kind === 'failed' ? what.failure : { kind: 'malformed' };
    tell(follow, { state: 'failed', failure });
  }
}

/** The same for a step that cannot go on without it: fails as PlanBoard does. */
export async function readPlan(follow: Follow): Promise<void> {
  const { board } = follow.ports;
  const mine = {};
  READING.set(follow, mine);
  const written = new Map<string, PlanTask | null>();
  WRITTEN.set(follow, written);
  const current = (): boolean => READING.get(follow) === mine && !follow.ended;
  const cancel = untilEnd(follow);
  tell(follow, { state: 'reading', done: 0, of: null });
  const weeklies = readWeeklies(follow);
  const team = await board.hasTeam(cancel);
  const plan = team ? await board.plan(cancel) : null;
  if (!current()) return;
  const arriving = new Map<string, PlanTask>();
  const first = follow.state.get().planned === null;
  if (plan !== null)
    await board.list(
      plan,
      (part) => {
        if (!current()) return;
        for (const task of part) arriving.set(task.id, task);
        if (first) put(follow, plan, team, withWritten(arriving, written), false);
        tell(follow, { state: 'reading', done: arriving.size, of: null });
      },
      cancel,
    );
  await weeklies;
  if (!current()) return;
  put(follow, plan, team, team ? withWritten(arriving, written) : null, true);
  tell(follow, { state: team ? 'ready' : 'none' });
}

/** A monthly meeting's tasks were sent by the weekly ones that they come from: without those they would look unsent. */
async function readWeeklies(follow: Follow): Promise<void> {
  const state = follow.state.get();
  const series = state.all.find((one) => one.series.id === state.chosen)?.series;
  if (series === undefined) return;
  for (const id of weekliesOf(state, series))
    if (!Object.hasOwn(follow.state.get().archives, id)) await readArchive(follow, id);
}

/** What was written is what is there, whichever reading is under way; null for what turned out to be deleted. */
export function remember(follow: Follow, id: string, task: PlanTask | null): void {
  WRITTEN.get(follow)?.set(id, task);
  show(follow, id, task);
}

/** Shows a task as it will be, before the service has said so. */
export function show(follow: Follow, id: string, task: PlanTask | null): void {
  const planned = new Map(follow.state.get().planned);
  if (task === null) planned.delete(id);
  else planned.set(id, task);
  follow.change({ planned });
}

function put(
  follow: Follow,
  plan: string | null,
  team: boolean,
  planned: ReadonlyMap<string, PlanTask> | null,
  whole: boolean,
): void {
  const { tasks } = follow.state.get();
  follow.change({ plan, planned, tasks: { ...tasks, team, whole } });
}

function withWritten(
  arriving: ReadonlyMap<string, PlanTask>,
  written: ReadonlyMap<string, PlanTask | null>,
): ReadonlyMap<string, PlanTask> {
  const planned = new Map(arriving);
  for (const [id, task] of written)
    if (task === null) planned.delete(id);
    else planned.set(id, task);
  return planned;
}

const tell = (follow: Follow, plan: Progress): void =>
  follow.change({ progress: { ...follow.state.get().progress, plan } });

/** Ends with the tab. */
export function untilEnd(follow: Follow): Cancellation {
  const cancel = cancellable();
  follow.onEnd(() => cancel.cancel());
  return cancel;
}
