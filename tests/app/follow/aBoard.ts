import { readArchive } from '../../../src/app/follow/archives';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import type { FollowState } from '../../../src/app/follow/followState';
import { tasksView, taskCommands } from '../../../src/app/follow/tasks';
import { loadPlan } from '../../../src/app/follow/tasksPlan';
import { cancellable } from '../../../src/app/cancel';
import type { Problem, Task } from '../../../src/domain/meeting/captured';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { fakePlanBoard } from '../../support/fakes/fakePlanBoard';
import { fakeSeriesArchive } from '../../support/fakes/fakeSeriesArchive';
import { fakeTaskStore } from '../../support/fakes/fakeTaskStore';
import { settle } from '../meeting/testTime';
import type { aTeam } from './aFollow';
import { START, WEEK } from './aFollow';

export const aTask = (id: string, change: Partial<Task> = {}): Task => ({
  id,
  problem: 'p1',
  text: `Tarea ${id}`,
  owner: 'm01',
  due: '2026-12-04',
  carried: 0,
  state: 'open',
  ...change,
});

export const aProblem = (id: string, change: Partial<Problem> = {}): Problem => ({
  id,
  title: `Problema ${id}`,
  by: 'm01',
  area: 'marketing',
  readings: [],
  ...change,
});

export type Team = ReturnType<typeof aTeam>;

/** Puts a task into Planner, as an earlier push did. */
export function inPlanner(
  team: Team,
  id: string,
  task: Task,
  change: Partial<Team['plans']['tasks'][number]> = {},
): void {
  const { text: title, owner, due } = task;
  const made = { id, plan: 'plan-1', by: 'm01', createdAt: START - WEEK, title, owner, due, note: '' };
  team.plans.tasks.push({ ...made, ...change });
}

/** The tab of somebody, with records and plan read, and what is needed to make its services fail. */
export async function aBoardOf(
  team: Team,
  me = 'm01',
  ports: Partial<FollowPorts> = {},
  change: Partial<FollowState> = {},
) {
  const board = fakePlanBoard(team.plans, me);
  const tasks = fakeTaskStore(() => team.time.now(), me, team.plans);
  const archive = fakeSeriesArchive(team.records.folder);
  const opened = await team.follow(me, { board, tasks, archives: [archive], ...ports }, change);
  const { follow } = opened;
  const series = follow.state.get().chosen ?? '';
  await readArchive(follow, series);
  await loadPlan(follow);
  const view = () => tasksView(follow.state.get(), follow.ports);
  const all = () => view().groups.flatMap((group) => group.tasks);
  return {
    ...opened,
    board,
    store: tasks,
    archive,
    series,
    view,
    all,
    commands: taskCommands(follow),
    task: (id: string) => {
      const found = all().find((task) => task.id === id);
      if (found === undefined) throw new Error(`no task ${id} is shown`);
      return found;
    },
    notice: () => follow.state.get().notice,
    /** The record of the session so many weeks before START, as it is kept. */
    async record(weeks = 1): Promise<MeetingRecord> {
      const files = await team.records.list(series, cancellable());
      const file = files.find(({ start }) => start === START - weeks * WEEK);
      if (file === undefined) throw new Error('no such record');
      return (await team.records.read(file, cancellable())).record;
    },
    settle,
  };
}
