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
  /**
   * Takes back what the network made twice: a browser sends a request again, without saying so, when a connection that it
   * had used before ends unanswered (seen in Chromium 147). A twin is a task of mine of the same title and day, made at or
   * after `since`, that nobody has touched and that is none of `known`. Answers how many there were.
   */
  dropTwins(
    plan: string,
    made: readonly Pick<NewPlannerTask, 'title' | 'due'>[],
    known: ReadonlySet<string>,
    since: Instant,
    cancel: Cancellation,
  ): Promise<number>;
}

export type NewPlannerTask = {
  /** At most 255 characters. */
  readonly title: string;
  /** Directory object id. */
  readonly owner: string;
  readonly due: CalendarDay;
  /** For people: the problem, and who does it when an outsider does. */
  readonly note: string;
  /** Number of the plan's category of the owner's area. */
  readonly category?: number;
};
