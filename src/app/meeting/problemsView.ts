import { movement, rankedIdeas, type Task } from '../../domain/meeting/captured';
import type { Push } from '../../domain/meeting/room';
import { mustBeDecided } from '../../domain/meeting/tasks';
import { settled } from '../../domain/meeting/timer';
import type { Meeting, PersonId } from '../../domain/meeting/types';
import type { CalendarDay, Instant } from '../../domain/time/types';
import type { RoomNotes, RoomProblem } from '../ports/room';
import type { ProblemView, TaskView } from './meetingView';

export type ProblemsSource = {
  readonly notes: RoomNotes;
  readonly me: PersonId;
  readonly push: Push;
  readonly today: CalendarDay;
  readonly now: string | null;
  readonly nameOf: (id: PersonId) => string;
};

/** A problem with everything that hangs on it. */
export function problemView(problem: RoomProblem, source: ProblemsSource): ProblemView {
  const { notes, me, nameOf, now } = source;
  const of = ({ problem: id }: { readonly problem: string }) => id === problem.id;
  return {
    ...problem,
    byName: nameOf(problem.by),
    moved: movement(problem),
    ideas: rankedIdeas(notes.ideas, problem.id).map((idea) => ({ ...idea, mine: idea.votes.includes(me) })),
    decisions: notes.decisions.filter(of),
    tasks: notes.tasks.filter(of).map((task) => taskView(task, source)),
    now: problem.id === now,
  };
}

export function taskView(task: Task, { push, today, nameOf }: ProblemsSource): TaskView {
  const pushed = Object.hasOwn(push.tasks, task.id) ? push.tasks[task.id]?.state : undefined;
  return {
    ...task,
    ownerName: nameOf(task.doneBy ?? task.owner) || nameOf(task.owner),
    overdue: task.state === 'open' && task.due < today,
    mustDecide: mustBeDecided(task),
    planner: pushed === 'pushed' ? 'there' : pushed === 'intended' ? 'waiting' : 'none',
  };
}

/** Whether a problem that somebody brought stands in the agenda: an item says it. */
export const inAgenda = (meeting: Meeting | null, { title }: RoomProblem): boolean =>
  meeting?.items.some((item) => item.title === title && item.putOff !== true) === true;

/**
 * The problem on which the meeting works: the chosen one, else the one that the current item names, else the newest that
 * the meeting itself has, else one that is left from before: an open one first, not one that the monthly has. What is only
 * proposed waits for the agenda.
 */
export function problemNow(
  { problems }: RoomNotes,
  chosen: string | null,
  meeting: Meeting | null,
  now: Instant,
): RoomProblem | null {
  const picked = problems.find(({ id }) => id === chosen);
  if (picked !== undefined) return picked;
  const at = meeting === null ? null : settled(meeting, now);
  const item = at?.items.find(({ id }) => id === at.current?.item);
  const named = item === undefined ? undefined : problems.filter(({ title }) => title === item.title).at(-1);
  const own = problems.filter(
    (problem) => problem.from === undefined || (problem.from === 'proposed' && inAgenda(meeting, problem)),
  );
  const before = problems.filter(({ from }) => from === 'before');
  const open = before.filter(({ state }) => state !== 'monthly' && state !== 'solved');
  return named ?? own.at(-1) ?? open.at(-1) ?? before.at(-1) ?? null;
}
