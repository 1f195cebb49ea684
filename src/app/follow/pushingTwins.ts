import type { PlanTask } from '../../domain/tasks/board';
import type { KeptTask } from '../../domain/tasks/boardTasks';
import { CLOCKS_APART } from '../plannerTask';
import type { NewPlannerTask } from '../ports/taskStore';
import type { Follow } from './followState';

/** What this tab knows of tasks alike, beyond what the records say. */
export type Twins = {
  /** Task to Planner's id, in Planner and not in its record yet. */
  readonly sent: Map<string, string>;
  /** What a person said: that one of Planner's is the task, or none is. */
  readonly decided: Map<string, string | null>;
  /** Those of Planner that a person said are none of ours. */
  readonly others: Set<string>;
};

const TWINS = new WeakMap<Follow, Twins>();

export function twinsOf(follow: Follow): Twins {
  const known = TWINS.get(follow) ?? { sent: new Map(), decided: new Map(), others: new Set() };
  TWINS.set(follow, known);
  return known;
}

/** Several tasks of Planner that could be one of ours, oldest first. */
export type Alike = { readonly kept: KeptTask; readonly found: readonly string[] };

/**
 * What an earlier push has left in the plan, by whomever: the same title and day, made since the task is a task of ours. One
 * is it; of several a person says; null when there is none (FT11).
 */
export function leftInPlan(
  planned: ReadonlyMap<string, PlanTask> | null,
  twins: Twins,
  wanted: NewPlannerTask,
  kept: KeptTask,
  known: ReadonlySet<string>,
): string | Alike | null {
  const decided = twins.decided.get(kept.task.id);
  if (decided !== undefined) return decided;
  const found = [...(planned?.values() ?? [])]
    .filter(({ title, due }) => title === wanted.title && due === wanted.due)
    .filter(({ id, createdAt }) => createdAt >= kept.since - CLOCKS_APART && !known.has(id))
    .filter(({ id }) => !twins.others.has(id))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  if (found.length > 1) return { kept, found };
  return found[0] ?? null;
}

/** Asks whether the oldest of them is the task; `again` goes on with what was said. */
export function askWhich(follow: Follow, { kept: { task }, found }: Alike, again: () => void): void {
  const twins = twinsOf(follow);
  follow.asked = (yes) => {
    twins.decided.set(task.id, yes ? (found[0] ?? null) : null);
    if (!yes) for (const id of found) twins.others.add(id);
    again();
  };
  follow.change({ question: { kind: 'sameTask', task: task.id, text: task.text, found: found.length } });
}
