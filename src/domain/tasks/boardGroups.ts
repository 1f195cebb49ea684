import { movement, type Problem, type ProblemId } from '../meeting/captured';
import type { RecordDigest } from '../rhythm/digest';
import { addDays, weekdayOf } from '../time/calendarDays';
import type { CalendarDay } from '../time/types';
import type { BoardFilter, BoardGroup, BoardProblem, BoardTask } from './board';
import { type BoardQuestion, boardTasks, isOpen } from './boardTasks';
import { fold } from './fold';

/** Everything that filters and groups stand on; made once for each reading. */
export type Board = {
  readonly tasks: readonly BoardTask[];
  readonly problems: ReadonlyMap<ProblemId, BoardProblem>;
  /** Of each task, what a search looks through, folded. */
  readonly texts: ReadonlyMap<string, string>;
  /** Problems of the newest record that are open: they are shown without tasks too. */
  readonly present: readonly ProblemId[];
};

/** The tasks with their problems and what they are found by. `names` are of whoever owns a task. */
export function boardOf(question: BoardQuestion, names: ReadonlyMap<string, string>): Board {
  const tasks = boardTasks(question);
  const problems = boardProblems(question.digests);
  const newest = question.digests[0]?.problems ?? [];
  let texts: Board['texts'] | undefined;
  return {
    tasks,
    problems,
    // Nobody may ever search in it.
    get texts() {
      return (texts ??= textsOf(tasks, problems, names));
    },
    present: newest.filter(({ state }) => state === undefined).map(({ id }) => id),
  };
}

function textsOf(
  tasks: readonly BoardTask[],
  problems: Board['problems'],
  names: ReadonlyMap<string, string>,
): Board['texts'] {
  const titles = new Map([...problems].map(([id, { title }]) => [id, fold(title)]));
  const folded = new Map([...names].map(([id, name]) => [id, fold(name)]));
  return new Map(
    tasks.map(({ id, text, owner, problem }) => [
      id,
      `${fold(text)}\n${folded.get(owner ?? '') ?? ''}\n${titles.get(problem ?? '') ?? ''}`,
    ]),
  );
}

/** Every problem of the records, as the newest that has it tells (TB9). */
function boardProblems(digests: readonly RecordDigest[]): ReadonlyMap<ProblemId, BoardProblem> {
  const newest = new Map<ProblemId, Problem>();
  const sessions = new Map<ProblemId, number>();
  for (const { problems } of digests)
    for (const problem of problems) {
      if (!newest.has(problem.id)) newest.set(problem.id, problem);
      sessions.set(problem.id, (sessions.get(problem.id) ?? 0) + 1);
    }
  return new Map([...newest].map(([id, problem]) => [id, shownProblem(problem, sessions.get(id) ?? 0)]));
}

function shownProblem(problem: Problem, sessions: number): BoardProblem {
  return {
    id: problem.id,
    title: problem.title,
    area: problem.area,
    before: movement(problem)?.from ?? null,
    now: problem.readings.at(-1)?.value ?? null,
    goal: problem.goal ?? null,
    state: problem.state ?? 'open',
    internal: problem.internal === true,
    sessions,
  };
}

/**
 * Whether a task is shown (TB10): owner, area and problem as they are named; late, due this week or without a date; open
 * unless the filter says otherwise; every word that is looked for somewhere in text, owner or problem.
 */
export function matches(
  task: BoardTask,
  filter: BoardFilter,
  today: CalendarDay,
  texts: Board['texts'],
): boolean {
  return testOf(filter, today, () => texts)(task);
}

function testOf(
  { area, owner, problem, due, state, search }: BoardFilter,
  today: CalendarDay,
  texts: () => Board['texts'],
): (task: BoardTask) => boolean {
  const words = fold(search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const sunday = due === 'week' ? addDays(today, 7 - weekdayOf(today)) : '';
  return (task) =>
    (area === undefined || task.area === area) &&
    (owner === undefined || task.owner === owner) &&
    (problem === undefined || task.problem === problem) &&
    isShown(task, state) &&
    (due === undefined ||
      (due === 'late' && task.late) ||
      (due === 'none' && task.due === null) ||
      (due === 'week' && task.due !== null && task.due >= today && task.due <= sunday)) &&
    words.every((word) => texts().get(task.id)?.includes(word) === true);
}

function isShown(task: BoardTask, state: BoardFilter['state']): boolean {
  switch (state) {
    case undefined:
      return isOpen(task.state);
    case 'all':
      return true;
    case 'done':
      return task.state === 'done';
    case 'waiting':
      return task.in === 'waiting';
  }
}

/** What is shown, by problem: groups with something late first, then by the first due date (TB11). */
export function groupsOf(board: Board, filter: BoardFilter, today: CalendarDay): readonly BoardGroup[] {
  const shown = testOf(filter, today, () => board.texts);
  const byProblem = new Map<ProblemId | null, BoardTask[]>();
  for (const task of board.tasks) {
    if (!shown(task)) continue;
    // A problem that stands in no record any more cannot be shown; its tasks can.
    const problem = task.problem !== null && board.problems.has(task.problem) ? task.problem : null;
    const group = byProblem.get(problem);
    if (group === undefined) byProblem.set(problem, [task]);
    else group.push(task);
  }
  const groups = [...byProblem].map(([problem, tasks]) => ({
    problem: problem === null ? null : (board.problems.get(problem) ?? null),
    tasks: tasks.sort(byDue),
  }));
  groups.sort(byFirst);
  const bare = Object.values(filter).every((value) => value === undefined);
  const without = bare ? board.present.filter((id) => !byProblem.has(id)) : [];
  return [
    ...groups,
    ...without.flatMap((id) => {
      const problem = board.problems.get(id);
      return problem === undefined ? [] : [{ problem, tasks: [] }];
    }),
  ];
}

function byFirst(a: BoardGroup, b: BoardGroup): number {
  const late = ({ tasks }: BoardGroup): number => (tasks.some((task) => task.late) ? 0 : 1);
  const first = ({ tasks: [task] }: BoardGroup): string => task?.due ?? NEVER;
  return (
    late(a) - late(b) ||
    compare(first(a), first(b)) ||
    compare(a.problem?.title ?? '', b.problem?.title ?? '') ||
    compare(a.problem?.id ?? '', b.problem?.id ?? '')
  );
}

/** Behind every day. */
const NEVER = '~';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By due date, those without one last; equal ones by their text. */
export const byDue = (a: BoardTask, b: BoardTask): number =>
  compare(a.due ?? NEVER, b.due ?? NEVER) || compare(a.text, b.text) || compare(a.id, b.id);

/** Of all tasks, whatever is filtered: open ones, late ones, those that wait to be sent (TB12). */
export function countsOf(tasks: readonly BoardTask[]): {
  readonly open: number;
  readonly late: number;
  readonly waiting: number;
} {
  let [open, late, waiting] = [0, 0, 0];
  for (const task of tasks) {
    if (isOpen(task.state)) open++;
    if (task.late) late++;
    if (task.in === 'waiting') waiting++;
  }
  return { open, late, waiting };
}

/** Open tasks as a meeting goes through them: those that must be decided first, then late ones, then by date (TB12). */
export function reviewOrder(tasks: readonly BoardTask[]): readonly BoardTask[] {
  const rank = (task: BoardTask): number => (task.mustDecide ? 0 : task.late ? 1 : 2);
  return tasks.filter(({ state }) => isOpen(state)).sort((a, b) => rank(a) - rank(b) || byDue(a, b));
}
