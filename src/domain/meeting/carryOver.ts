import type { PlanTask } from '../tasks/board';
import { plannerTitle } from '../tasks/plannerTitle';
import { LONGEST_TEXT, type Problem, type ProblemId, type Task } from './captured';
import { plainText } from '../agenda/plainText';
import { unturned } from '../plainName';
import type { MeetingRecord } from './record';
import type { LeftTask } from './room';
import { carriedOver, mustBeDecided } from './tasks';

/** So many tasks go from one meeting to the next; the others wait in the records. */
export const MOST_LEFT = 100;

/** What carrying over needs of a record. */
export type Kept = Pick<MeetingRecord, 'problems' | 'tasks' | 'planner'>;

/** What records say together: each task and problem as it stands in the latest record that holds it. */
export type Standing = {
  readonly problems: ReadonlyMap<ProblemId, Problem>;
  readonly tasks: ReadonlyMap<string, Task>;
  /** As any record had it, oldest first: what Planner may have been told. */
  readonly versions: ReadonlyMap<string, readonly Task[]>;
  /** Task to Planner's id. */
  readonly planner: ReadonlyMap<string, string>;
};

/**
 * Newest first. A meeting that brought anything from before answers for all of it: what its record does not hold was
 * taken out there. With `everything` that does not count.
 */
export function standing(records: readonly Kept[], everything = false): Standing {
  const problems = new Map<ProblemId, Problem>();
  const tasks = new Map<string, Task>();
  const versions = new Map<string, readonly Task[]>();
  const planner = new Map<string, string>();
  for (const record of [...records].reverse()) {
    const brought = [...record.tasks, ...record.problems].some(({ id }) => tasks.has(id) || problems.has(id));
    const whole = [...tasks.values()].filter(({ state }) => state === 'open').length <= MOST_LEFT;
    if (brought && whole && !everything) {
      tasks.clear();
      problems.clear();
    }
    for (const problem of record.problems) problems.set(problem.id, problem);
    for (const task of record.tasks) {
      tasks.set(task.id, task);
      versions.set(task.id, [...(versions.get(task.id) ?? []), task]);
    }
    for (const [task, id] of Object.entries(record.planner)) planner.set(task, id);
  }
  return { problems, tasks, versions, planner };
}

/** Planner's tasks by their ids; null where nobody could read them. */
export type Planned = ReadonlyMap<string, PlanTask> | null;

export type Left = { readonly problems: readonly Problem[]; readonly tasks: readonly LeftTask[] };

/**
 * What the next meeting opens with: open tasks, each once more carried over, as people have changed them in Planner
 * since; those done there come as done, those deleted there marked. Their problems come along, and every problem with a
 * number that is neither solved nor taken to the monthly.
 */
export function leftOver(records: readonly Kept[], planned: Planned): Left {
  const all = standing(records);
  const tasks = [...all.tasks.values()]
    .map((task) => openedAgain(task, all, planned))
    .filter(({ state, problem }) => state === 'open' && all.problems.has(problem))
    .slice(0, MOST_LEFT)
    .map((task) => sinceThen(task, all, planned))
    // One that must be decided on waits for it as it is.
    .map((task) => (task.gone === true || mustBeDecided(task) ? task : carriedOver(task)));
  const needed = new Set(tasks.map(({ problem }) => problem));
  const problems = [...all.problems.values()].filter(
    (problem) => needed.has(problem.id) || (problem.state === undefined && hasNumber(problem)),
  );
  return { problems, tasks };
}

/** Whether there is something to tell whether it moved. */
export const hasNumber = ({ goal, readings }: Pick<Problem, 'goal' | 'readings'>): boolean =>
  goal !== undefined || readings.length > 0;

/**
 * What weekly meetings have taken to the monthly one and no record of its own holds yet: open again, counted anew, with
 * their problems. What was done in Planner since needs nobody.
 */
export function takenToMonthly(
  weeklies: readonly (readonly Kept[])[],
  own: readonly Kept[],
  planned: Planned,
): Left {
  const known = new Set(own.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const lefts = weeklies.map((records) => {
    // Weekly meetings do not carry on what they have taken elsewhere.
    const all = standing(records, true);
    const tasks = [...all.tasks.values()]
      .filter(({ id, state, problem }) => state === 'monthly' && !known.has(id) && all.problems.has(problem))
      .map((task) => sinceThen({ ...task, carried: 0, state: 'open' }, all, planned))
      .filter(({ state, gone }) => state === 'open' && gone !== true);
    const needed = new Set(tasks.map(({ problem }) => problem));
    return { tasks, problems: [...all.problems.values()].filter(({ id }) => needed.has(id)) };
  });
  return {
    problems: once(lefts.flatMap(({ problems }) => problems)),
    tasks: once(lefts.flatMap(({ tasks }) => tasks)),
  };
}

/** Each id once, the first of them. */
export const once = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();

/** Planner had heard that it was done, and somebody has opened it there since. */
function openedAgain(task: Task, { planner }: Standing, planned: Planned): Task {
  const there = planned?.get(planner.get(task.id) ?? '');
  if (task.state !== 'done' || task.told !== true || there === undefined || there.percent >= 100) return task;
  const { told: _, ...open } = task;
  return { ...open, state: 'open' };
}

/** The task as Planner has it by now. */
function sinceThen(task: Task, { planner, versions }: Standing, planned: Planned): LeftTask {
  const id = planner.get(task.id);
  if (planned === null || id === undefined) return task;
  const there = planned.get(id);
  if (there === undefined) return { ...task, gone: true };
  return {
    ...asPlanned(task, versions.get(task.id) ?? [task], there),
    ...(there.percent >= 100 && { state: 'done' }),
  };
}

/** What no record ever said and Planner says is somebody's own edit there. */
function asPlanned(task: Task, versions: readonly Task[], there: PlanTask): Task {
  const text = plainText(unturned(there.title));
  const newText =
    text !== '' &&
    text.length <= LONGEST_TEXT &&
    !versions.some((one) => plannerTitle(one.text) === there.title);
  const newDue = there.due !== null && !versions.some(({ due }) => due === there.due);
  const owner = there.owners.some((id) => versions.some((one) => one.owner === id))
    ? undefined
    : there.owners[0];
  const { doneBy, ...own } = task;
  return {
    ...own,
    // Somebody else answers for it now, and does it.
    ...(owner === undefined ? doneBy !== undefined && { doneBy } : { owner }),
    ...(newText && { text }),
    ...(newDue && there.due !== null && { due: there.due }),
  };
}
