import type { Task } from '../domain/meeting/captured';
import { plannerTitle } from '../domain/tasks/plannerTitle';
import type { NewPlannerTask } from './ports/taskStore';

/** The task as Planner gets it; a text that is too long for a title stands whole in the note. */
export function plannerTaskFrom({ text, owner, due }: Task, note: string): NewPlannerTask {
  const title = plannerTitle(text);
  return { title, owner, due, note: title === text ? note : `${text}\n\n${note}` };
}

/** Planner's clock and ours are not one; what was made so little before the intent may be of it. */
export const CLOCKS_APART = 120_000;
