import type { BoardFilter } from '../../domain/tasks/board';
import { type Board, countsOf, groupsOf, reviewOrder } from '../../domain/tasks/boardGroups';
import type { FollowDesk } from './followDesk';
import type { FollowPorts } from './followPorts';
import { chosenIn, type Follow, type FollowState } from './followState';
import type { TasksView } from './followView';
import { sendAgain, sendWaiting } from './pushing';
import { boardIn, byId, namesIn, todayIn } from './tasksBoard';
import { changeTask } from './tasksChanging';
import { cutTaskDown, letTaskGo, setProblem, splitTask, taskToMonthly } from './tasksDeciding';

/** What the tasks' part shows (FT2). */
export function tasksView(state: FollowState, _ports: FollowPorts): TasksView {
  const { series } = chosenIn(state);
  const { filter, team, at } = state.tasks;
  const board = boardIn(state);
  const counts = countsOf(board.tasks);
  const groups = groupsOf(board, filter, todayIn(state, series));
  return {
    filter,
    groups,
    counts: { ...counts, shown: groups.reduce((sum, { tasks }) => sum + tasks.length, 0) },
    people: series.people
      .filter(({ outsider }) => outsider !== true)
      .map(({ id, name, area }) => ({ id, name, area })),
    areas: series.areas.map(({ id, name }) => ({ id, name })),
    names: byId(namesIn(state)),
    maySend: team === true && counts.waiting > 0,
    withoutPlan: team === false,
    review: reviewOf(board, at),
  };
}

function reviewOf(board: Board, at: number): TasksView['review'] {
  const order = reviewOrder(board.tasks);
  const here = Math.max(0, Math.min(at, order.length - 1));
  const task = order[here] ?? null;
  const problem = board.problems.get(task?.problem ?? '') ?? null;
  return { at: here, of: order.length, task, problem };
}

/** What can be done with tasks (FT3 to FT12). */
export function taskCommands(follow: Follow): FollowDesk['tasks'] {
  const slice = () => follow.state.get().tasks;
  return {
    filter(change) {
      const wanted = Object.entries({ ...slice().filter, ...change }).filter(
        ([, value]) => value !== undefined,
      );
      follow.change({ tasks: { ...slice(), filter: Object.fromEntries(wanted) as BoardFilter } });
    },
    step(by) {
      const { at, of } = reviewOf(boardIn(follow.state.get()), slice().at);
      follow.change({ tasks: { ...slice(), at: Math.max(0, Math.min(at + by, of - 1)) } });
    },
    change: (task, change) => changeTask(follow, task, change),
    cutDown: (task, text, due) => cutTaskDown(follow, task, text, due),
    split: (task, parts) => splitTask(follow, task, parts),
    toMonthly: (task) => taskToMonthly(follow, task),
    send: () => sendWaiting(follow),
    again: (task) => sendAgain(follow, task),
    letGo: (task) => letTaskGo(follow, task),
    setProblem: (problem, change) => setProblem(follow, problem, change),
  };
}
