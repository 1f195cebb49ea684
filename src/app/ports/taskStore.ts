import type { CalendarDay, Instant } from '../../domain/time/types';
import type { Cancellation } from './cancellation';

/** The team's plan in Planner. Contract: tests/contracts/taskStoreContract.ts */
export interface TaskStore {
  /** The plan of the team that keeps the series; made when the team has none. Null without a team. Fails with consent, denied. */
  plan(cancel: Cancellation): Promise<string | null>;
  /** Makes one task, never repeated by the adapter once it may have arrived. Fails with unanswered as `offline` or `unavailable`. */
  create(plan: string, task: NewPlannerTask, cancel: Cancellation): Promise<string>;
  /**
   * Tasks in the plan with exactly this title and due date, created at or after `since` by me, or by `by` (a directory
   * object id): what an unanswered create of theirs may have left.
   */
  find(
    plan: string,
    like: Pick<NewPlannerTask, 'title' | 'due'> & { readonly by?: string },
    since: Instant,
    cancel: Cancellation,
  ): Promise<readonly string[]>;
}

export type NewPlannerTask = {
  /** At most 255 characters. */
  readonly title: string;
  /** Directory object id. */
  readonly owner: string;
  readonly due: CalendarDay;
  /** For people: the problem, and who does it when an outsider does. */
  readonly note: string;
};
