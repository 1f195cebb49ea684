import type { Task } from '../../domain/meeting/captured';
import { plannerTaskFrom } from '../plannerTask';
import type { NewPlannerTask } from '../ports/taskStore';
import { type Desk, nameIn } from './deskState';

/** The task of the room as Planner gets it. */
export function plannedFrom(desk: Desk, task: Task): NewPlannerTask {
  const state = desk.state.get();
  const problem = state.room?.notes.problems.find(({ id }) => id === task.problem)?.title ?? '';
  const doneBy = task.doneBy === undefined ? undefined : nameIn(state, task.doneBy);
  return plannerTaskFrom(task, desk.ports.wording.taskNote(problem, doneBy));
}
