import type { MeetingRecord } from '../../domain/meeting/record';
import type { Problem, Task } from '../../domain/meeting/captured';
import { cutDown, split, toMonthly } from '../../domain/meeting/tasks';
import type { Attendee } from '../../domain/meeting/types';
import { Refusal } from '../../domain/refusal';
import type { Series } from '../../domain/rhythm/series';
import { isOpen } from '../../domain/tasks/boardTasks';
import { plannerTitle } from '../../domain/tasks/plannerTitle';
import type { CalendarDay } from '../../domain/time/types';
import type { PlanChange } from '../ports/planBoard';
import { changeRecord } from './archives';
import type { FollowDesk, TaskActions } from './followDesk';
import { chosenIn, digestsIn, type Follow } from './followState';
import { boardIn, type OurTask, plannedIn, taskIn } from './tasksBoard';
import { changeInPlan, changeInRecord, checkOwner, inOrder, withTask } from './tasksChanging';

/** Smaller, with a day of its own; it counts anew (FT7). */
export function cutTaskDown(follow: Follow, id: string, text: string, due: CalendarDay): void {
  const { series, task, recorded } = openTask(follow, id);
  const smaller = cutDown(recorded, text, due);
  decide(follow, id, async () => {
    await changeInRecord(follow, series, task, (one) => cutDown(one, text, due));
    await tellPlan(follow, task, { title: plannerTitle(smaller.text), due: smaller.due });
  });
}

/** In parts of their own, which wait to be sent; the whole is closed in Planner, since its parts take its place (FT7). */
export function splitTask(follow: Follow, id: string, parts: Parameters<TaskActions['split']>[1]): void {
  const { series, task, recorded } = openTask(follow, id);
  for (const { owner } of parts) checkOwner(owner, series);
  const named = parts.map((part) => ({ id: follow.ports.ids.next(), ...part }));
  const made = split(recorded, named, attendeesOf(series));
  decide(follow, id, async () => {
    await changeRecord(follow, task.session, series.id, (record) => withParts(record, id, made.parts));
    await tellPlan(follow, task, { percent: 100 });
  });
}

/** The parts come once, however often the record is written. */
function withParts(record: MeetingRecord, whole: string, parts: readonly Task[]): MeetingRecord {
  const there = new Set(record.tasks.map(({ id }) => id));
  const changed = withTask(record, whole, (task) => ({ ...task, state: 'split' }));
  return { ...changed, tasks: [...changed.tasks, ...parts.filter(({ id }) => !there.has(id))] };
}

/** The monthly meeting takes it; refuses a series that has none (FT8). */
export function taskToMonthly(follow: Follow, id: string): void {
  const { series, task } = openTask(follow, id);
  const { all } = follow.state.get();
  // Nobody takes up what goes to one that is there no more.
  if (!all.some((one) => one.series.id === series.followUp?.monthly)) throw new Refusal('follow/no-monthly');
  decide(follow, id, () => changeInRecord(follow, series, task, toMonthly));
}

/** One that somebody deleted in Planner is done with: no promise any more, and not a kept one (FT12). */
export function letTaskGo(follow: Follow, id: string): void {
  const { series, task } = openTask(follow, id);
  if (task.in !== 'gone') throw new Refusal('follow/unknown-task');
  decide(follow, id, () => changeInRecord(follow, series, task, (one) => ({ ...one, state: 'split' })));
}

/** What the review tells of a problem, in the newest record that has it (FT9). */
export function setProblem(
  follow: Follow,
  id: string,
  change: Parameters<FollowDesk['tasks']['setProblem']>[1],
): void {
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const digest = digestsIn(state).find(({ problems }) => problems.some((one) => one.id === id));
  if (digest === undefined) throw new Refusal('meeting/unknown-item');
  for (const number of [change.value, change.goal])
    if (number !== undefined && number !== null && !Number.isFinite(number))
      throw new Refusal('slots/bad-number');
  const at = follow.now();
  decide(follow, id, () =>
    changeRecord(follow, digest.start, series.id, (record) => ({
      ...record,
      problems: record.problems.map((problem) => (problem.id === id ? asSet(problem, change, at) : problem)),
    })),
  );
}

function asSet(
  { goal, state, readings, ...problem }: Problem,
  change: Parameters<FollowDesk['tasks']['setProblem']>[1],
  at: number,
): Problem {
  const { value } = change;
  const wantedGoal = change.goal === undefined ? goal : (change.goal ?? undefined);
  const wantedState = change.state === undefined ? state : change.state === 'solved' ? 'solved' : undefined;
  const told = value === undefined || readings.some((one) => one.at === at && one.value === value);
  return {
    ...problem,
    readings: told ? readings : [...readings, { at, value }],
    ...(wantedGoal !== undefined && { goal: wantedGoal }),
    ...(wantedState !== undefined && { state: wantedState }),
  };
}

/** Once the record has it, a retry writes the same again, which changes nothing. */
function decide(follow: Follow, id: string, run: () => Promise<void>): void {
  inOrder(follow, id, run, () => decide(follow, id, run), 'decide');
}

/** The task as board and record tell it; refuses one that is over. */
function openTask(
  follow: Follow,
  id: string,
): { readonly series: Series; readonly task: OurTask; readonly recorded: Task } {
  const state = follow.state.get();
  const task = taskIn(boardIn(state), id);
  const digest = digestsIn(state).find(({ start }) => start === task.session);
  const recorded = digest?.tasks.find((one) => one.id === id);
  if (recorded === undefined || !isOpen(task.state)) throw new Refusal('follow/unknown-task');
  return { series: chosenIn(state).series, task, recorded };
}

async function tellPlan(follow: Follow, task: OurTask, change: PlanChange): Promise<void> {
  const there = plannedIn(follow.state.get(), task);
  if (there !== undefined) await changeInPlan(follow, task, there, change);
}

const attendeesOf = ({ people }: Series): readonly Attendee[] =>
  people.map(({ id, area, role, outsider }) => ({
    id,
    area,
    role,
    ...(outsider !== undefined && { outsider }),
  }));
