import type { Task } from '../../domain/meeting/captured';
import type { NewPlannerTask } from '../ports/taskStore';
import { type Desk, nameIn } from './deskState';

/** Planner's own limit. */
const LONGEST_PLANNER_TITLE = 255;

/** The task as Planner gets it; a text that is too long for a title stands whole in the note. */
export function plannedFrom(desk: Desk, task: Task): NewPlannerTask {
  const state = desk.state.get();
  const problem = state.room?.notes.problems.find(({ id }) => id === task.problem)?.title ?? '';
  const doneBy = task.doneBy === undefined ? undefined : nameIn(state, task.doneBy);
  const note = desk.ports.wording.taskNote(problem, doneBy);
  const whole = task.text.length <= LONGEST_PLANNER_TITLE;
  const cut = task.text.slice(0, LONGEST_PLANNER_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '');
  return {
    title: whole ? task.text : `${cut}…`,
    owner: task.owner,
    due: task.due,
    note: whole ? note : `${task.text}\n\n${note}`,
  };
}
