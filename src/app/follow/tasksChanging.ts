import { LONGEST_TEXT, type Task, typed } from '../../domain/meeting/captured';
import type { MeetingRecord } from '../../domain/meeting/record';
import { Refusal } from '../../domain/refusal';
import type { Series } from '../../domain/rhythm/series';
import type { BoardTask, PlanTask } from '../../domain/tasks/board';
import { isOpen } from '../../domain/tasks/boardTasks';
import { LONGEST_PLANNER_TITLE, plannerTitle } from '../../domain/tasks/plannerTitle';
import { addDays } from '../../domain/time/calendarDays';
import { PortFailure } from '../ports/failure';
import type { PlanChange, PlanField } from '../ports/planBoard';
import { changeRecord } from './archives';
import { attempt } from './attempt';
import type { TaskActions } from './followDesk';
import { chosenIn, type Follow } from './followState';
import type { FollowStep } from './followView';
import { notifyTask } from './noticing';
import { boardIn, plannedIn, taskIn } from './tasksBoard';
import { remember, show, untilEnd } from './tasksPlan';

type Change = Parameters<TaskActions['change']>[1];

/**
 * Changes a task where it stands (FT3 to FT6): in the plan, shown at once and put back when that is refused; else in the
 * record. Quick changes are done one after the other.
 */
export function changeTask(follow: Follow, id: string, change: Change): void {
  const state = follow.state.get();
  changeTaskOf(follow, chosenIn(state).series, taskIn(boardIn(state), id), change, () =>
    changeTask(follow, id, change),
  );
}

/** The same for a task of any series, or of none of ours; `again` is what a retry does. */
export function changeTaskOf(
  follow: Follow,
  series: Series | null,
  task: BoardTask,
  change: Change,
  again: () => void,
): void {
  const wanted = checked(change, task, series);
  const run = async (): Promise<void> => {
    await changeNow(follow, series, task, wanted);
    if (series !== null && wanted.owner !== undefined)
      await notifyTask(follow, series.id, wanted.owner, wanted.text ?? task.text);
  };
  inOrder(follow, task.id, run, again);
  const there = plannedIn(follow.state.get(), task);
  if (there !== undefined) show(follow, there.id, asChanged(there, planChangeOf(wanted, task)));
}

async function changeNow(
  follow: Follow,
  series: Series | null,
  task: BoardTask,
  change: Change,
): Promise<void> {
  if (task.in === 'unread') {
    // What Planner holds may be newer than what the record tells: nothing is written over it unseen.
    const { plan } = follow.state.get().progress;
    throw new PortFailure(plan.state === 'failed' ? plan.failure : { kind: 'unavailable' });
  }
  const there = plannedIn(follow.state.get(), task);
  if (there === undefined) return changeInRecord(follow, series, task, (one) => asRecorded(one, change));
  await changeInPlan(follow, task, there, planChangeOf(change, task));
  // What is ours of it: a text that no title holds, and a decision that is taken back.
  const reopened =
    change.state !== undefined && change.state !== 'done' && (task.in === 'waiting' || !isOpen(task.state));
  const long = change.text !== undefined && change.text.length > LONGEST_PLANNER_TITLE;
  if (series === null || !(reopened || long)) return;
  await changeInRecord(follow, series, task, ({ told, ...one }) => ({
    ...one,
    ...(long && change.text !== undefined && { text: change.text }),
    ...(reopened ? { state: 'open' } : told === true && { told }),
  }));
}

/** As it stood when nothing of ours was under way: against this a change is merged. */
const CONFIRMED = new WeakMap<Follow, Map<string, PlanTask>>();

/** Writes to Planner with the version that was seen; what somebody else changed meanwhile stays, and is told. */
export async function changeInPlan(
  follow: Follow,
  task: BoardTask,
  shown: PlanTask,
  change: PlanChange,
): Promise<void> {
  const seen = CONFIRMED.get(follow)?.get(shown.id) ?? shown;
  try {
    const { task: now, kept } = await follow.ports.board.change(seen, change, untilEnd(follow));
    CONFIRMED.get(follow)?.set(now.id, now);
    remember(follow, now.id, now);
    if (kept.length > 0)
      follow.change({
        notice: { kind: 'planKept', task: task.id, fields: kept.map((field) => WORDS[field]) },
      });
  } catch (error) {
    const gone = error instanceof PortFailure && error.failure.kind === 'notFound';
    if (gone) remember(follow, seen.id, null);
    else show(follow, seen.id, seen);
    throw error;
  }
}

/** Planner's fields by the names of ours. */
const WORDS: Readonly<Record<PlanField, string>> = {
  title: 'text',
  owner: 'owner',
  due: 'due',
  percent: 'state',
};

/** Changes the task in the newest record in which it stands. */
export async function changeInRecord(
  follow: Follow,
  series: Series | null,
  { id, session }: BoardTask,
  change: (task: Task) => Task,
): Promise<void> {
  if (series === null || session === null) throw new Refusal('follow/unknown-task');
  await changeRecord(follow, session, series.id, (record) => withTask(record, id, change));
}

export const withTask = (record: MeetingRecord, id: string, change: (task: Task) => Task): MeetingRecord => ({
  ...record,
  tasks: record.tasks.map((task) => (task.id === id ? change(task) : task)),
});

/**
 * One after the other, and nothing while something larger is being done; `again` is what a retry does. The last one
 * tells that all is kept, unless there is more to tell.
 */
export function inOrder(
  follow: Follow,
  task: string,
  run: () => Promise<void>,
  again: () => void,
  what: FollowStep = 'task',
): void {
  const { working, planned } = follow.state.get();
  if (working !== null && working.what !== 'task') throw new Refusal('follow/busy');
  const queue = QUEUES.get(follow) ?? { last: Promise.resolve(), left: 0 };
  QUEUES.set(follow, queue);
  if (queue.left === 0) CONFIRMED.set(follow, new Map(planned));
  queue.left += 1;
  follow.change({ working: { what: 'task', task }, notice: null });
  queue.last = queue.last.then(async () => {
    if (!follow.ended) await attempt(follow, 'task', run, again);
    queue.left -= 1;
    if (queue.left > 0) return;
    const { notice } = follow.state.get();
    follow.change({ working: null, ...(notice === null && { notice: { kind: 'done', what } }) });
  });
}

const QUEUES = new WeakMap<Follow, { last: Promise<void>; left: number }>();

/** Refuses what no task may become; a split one is its parts now. */
function checked({ text, owner, due, state }: Change, task: BoardTask, series: Series | null): Change {
  if (task.state === 'split') throw new Refusal('follow/unknown-task');
  if (owner !== undefined && owner !== task.owner) checkOwner(owner, series);
  return {
    ...(text !== undefined && text !== task.text && { text: typed(text, LONGEST_TEXT) }),
    ...(owner !== undefined && owner !== task.owner && { owner }),
    ...(due !== undefined && due !== task.due && { due: addDays(due, 0) }),
    ...(state !== undefined && state !== task.state && { state }),
  };
}

/** Somebody of the rosters, and of the company. */
export function checkOwner(owner: string, series: Series | null): void {
  const person = series?.people.find(({ id }) => id === owner);
  if (person === undefined) throw new Refusal('meeting/unknown-person');
  if (person.outsider === true) throw new Refusal('meeting/outside-owner');
}

function planChangeOf({ text, owner, due, state }: Change, task: BoardTask): PlanChange {
  return {
    ...(text !== undefined && { title: plannerTitle(text) }),
    ...(owner !== undefined && { owner, ...(task.owner !== null && { ownerBefore: task.owner }) }),
    ...(due !== undefined && { due }),
    ...(state !== undefined && { percent: PERCENT[state] }),
  };
}

const PERCENT = { notStarted: 0, inProgress: 50, done: 100 } as const;

/** A record knows open and done. */
function asRecorded(task: Task, { text, owner, due, state }: Change): Task {
  const { doneBy, told, ...rest } = task;
  return {
    ...rest,
    ...(told === true && state === undefined && { told }),
    ...(doneBy !== undefined && owner === undefined && { doneBy }),
    ...(text !== undefined && { text }),
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
    ...(state !== undefined && { state: state === 'done' ? 'done' : 'open' }),
  };
}

/** As it will be when the service has said yes. */
function asChanged(task: PlanTask, { title, owner, ownerBefore, due, percent }: PlanChange): PlanTask {
  const others = task.owners.filter((one) => one !== ownerBefore && one !== owner);
  return {
    ...task,
    ...(title !== undefined && { title }),
    ...(owner !== undefined && { owners: [owner, ...others] }),
    ...(due !== undefined && { due }),
    ...(percent !== undefined && { percent }),
  };
}
