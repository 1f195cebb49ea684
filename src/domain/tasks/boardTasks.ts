import type { Task } from '../meeting/captured';
import { standing } from '../meeting/carryOver';
import { MOST_CARRIED } from '../meeting/tasks';
import type { RecordDigest } from '../rhythm/digest';
import type { Series } from '../rhythm/series';
import type { CalendarDay, Instant } from '../time/types';
import type { BoardTask, PlanTask } from './board';
import { plannerTitle } from './plannerTitle';

export type BoardQuestion = {
  /** Newest first. */
  readonly digests: readonly RecordDigest[];
  /** By Planner's id; null while nobody has read the plan. */
  readonly planned: ReadonlyMap<string, PlanTask> | null;
  /** A team keeps the tasks, whether or not its plan is there already. */
  readonly hasPlan: boolean;
  /** `planned` is the whole plan: what is not in it was deleted. */
  readonly whole?: boolean;
  readonly series: Pick<Series, 'people'>;
  readonly today: CalendarDay;
  /** Of weekly series whose tasks this monthly one takes: their records know Planner's ids. */
  readonly from?: readonly RecordDigest[];
  /** With tasks of the plan that Cadencia did not make. */
  readonly includeForeign?: boolean;
};

/** A task in the state in which it stands last, and where. */
export type KeptTask = {
  readonly task: Task;
  readonly session: Instant;
  /** The first session in whose record it stands: nothing was sent of it before. */
  readonly since: Instant;
  readonly planner: string | null;
  readonly internal: boolean;
};

/** Every task of the records once, as the newest record that has it tells; any record may know Planner's id (TB1). */
export function keptTasks(
  digests: readonly RecordDigest[],
  from: readonly RecordDigest[] = [],
): ReadonlyMap<string, KeptTask> {
  const planner = plannerIdsOf([...digests, ...from]);
  const secret = new Set<string>();
  for (const { problems } of [...digests].reverse())
    for (const { id, internal } of problems)
      if (internal === true) secret.add(id);
      else secret.delete(id);
  const kept = new Map<string, KeptTask>();
  for (const { start, startedAt, tasks } of digests)
    for (const task of tasks) {
      const newer = kept.get(task.id);
      const since = Math.min(start, startedAt);
      if (newer !== undefined) kept.set(task.id, { ...newer, since: Math.min(newer.since, since) });
      else
        kept.set(task.id, {
          task,
          session: start,
          since,
          planner: planner.get(task.id) ?? null,
          internal: task.internal === true || secret.has(task.problem),
        });
    }
  return kept;
}

/** Task to Planner's id; the newest record that knows one counts. */
function plannerIdsOf(digests: readonly RecordDigest[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { planner } of digests)
    for (const [task, id] of Object.entries(planner)) if (!ids.has(task)) ids.set(task, id);
  return ids;
}

/** The board: the tasks of the records as Planner holds them, and where each one stands (TB1 to TB8). */
export function boardTasks(question: BoardQuestion): readonly BoardTask[] {
  const { digests, planned, from, includeForeign } = question;
  const areas = new Map(question.series.people.map(({ id, area }) => [id, area]));
  const { tasks: standingNow } = standing(digests);
  const board = [...keptTasks(digests, from).values()]
    .map((kept) => ofRecord(kept, question, areas))
    .filter((task) => !isOpen(task.state) || STAYS.has(task.in) || standingNow.has(task.id));
  if (includeForeign !== true || planned === null) return board;
  // A task that was made again has had another id before: that one is ours too.
  const ours = new Set(digests.flatMap(({ planner }) => Object.values(planner)));
  const foreign = [...planned.values()].filter(({ id }) => !ours.has(id));
  return [...board, ...foreign.map((task) => ofPlanAlone(task, question.today, areas))];
}

/** What Planner holds, or may hold, is there whatever a meeting did with its notes. */
const STAYS: ReadonlySet<BoardTask['in']> = new Set(['plan', 'unread']);

type Areas = ReadonlyMap<string, string>;

function ofRecord(kept: KeptTask, question: BoardQuestion, areas: Areas): BoardTask {
  const { task, session, internal, planner } = kept;
  const there = planner === null ? undefined : question.planned?.get(planner);
  const untold = isUntold(kept, there, question);
  const state = untold ? 'done' : stateOf(task, there);
  const owner = there === undefined ? task.owner : ownerOf(task, there);
  const due = there === undefined ? task.due : there.due;
  return {
    id: task.id,
    session,
    problem: task.problem,
    text: there === undefined || there.title === plannerTitle(task.text) ? task.text : there.title,
    owner,
    // Who did it for the owner did not change hands with the task.
    ...(task.doneBy !== undefined && owner === task.owner && { doneBy: task.doneBy }),
    area: areaOf(owner, areas),
    due,
    late: isLate(state, due, question.today),
    carried: task.carried,
    mustDecide: isOpen(state) && task.carried >= MOST_CARRIED,
    state,
    internal,
    in: untold ? 'waiting' : placeOf(kept, there, question),
    planner,
  };
}

/** Done in the newest session, and Planner has not heard of it yet (TB14). */
function isUntold(
  { task, session }: KeptTask,
  there: PlanTask | undefined,
  { digests }: BoardQuestion,
): boolean {
  const newest = digests[0]?.start === session;
  return newest && task.state === 'done' && task.told !== true && there !== undefined && there.percent < 100;
}

/** What we mean by a task is ours, how far it is Planner's: done there is done, whatever it was taken to (TB2, TB3). */
function stateOf(task: Task, there: PlanTask | undefined): BoardTask['state'] {
  if (task.state === 'split') return 'split';
  if (there !== undefined && there.percent >= 100) return 'done';
  if (task.state === 'monthly') return 'monthly';
  if (there === undefined) return task.state === 'done' ? 'done' : 'notStarted';
  return there.percent > 0 ? 'inProgress' : 'notStarted';
}

/** Ours while it is among those whom Planner names. */
function ownerOf(task: Task, { owners }: PlanTask): string | null {
  return owners.includes(task.owner) ? task.owner : (owners[0] ?? null);
}

function placeOf(
  { task, planner }: KeptTask,
  there: PlanTask | undefined,
  { hasPlan, planned, whole = true }: BoardQuestion,
): BoardTask['in'] {
  if (!hasPlan) return 'record';
  if (there !== undefined) return 'plan';
  // What is over needs no place in the plan.
  if (planner === null) return task.state === 'open' ? 'waiting' : 'record';
  if (planned === null || !whole) return 'unread';
  return task.state === 'open' ? 'gone' : 'record';
}

function ofPlanAlone(task: PlanTask, today: CalendarDay, areas: Areas): BoardTask {
  const state = task.percent >= 100 ? 'done' : task.percent > 0 ? 'inProgress' : 'notStarted';
  const owner = task.owners[0] ?? null;
  return {
    id: `planner:${task.id}`,
    session: null,
    problem: null,
    text: task.title,
    owner,
    area: areaOf(owner, areas),
    due: task.due,
    late: isLate(state, task.due, today),
    carried: 0,
    mustDecide: false,
    state,
    internal: false,
    in: 'plan',
    planner: task.id,
  };
}

const areaOf = (owner: string | null, areas: Areas): string =>
  owner === null ? '' : (areas.get(owner) ?? '');

const isLate = (state: BoardTask['state'], due: CalendarDay | null, today: CalendarDay): boolean =>
  isOpen(state) && due !== null && due < today;

/** Neither done, nor taken to the monthly, nor split. */
export const isOpen = (state: BoardTask['state']): boolean =>
  state === 'notStarted' || state === 'inProgress';
