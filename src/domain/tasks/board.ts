import type { ProblemId } from '../meeting/captured';
import type { CalendarDay, Instant } from '../time/types';

/** A task as Planner holds it: what people changed there counts, and is never overwritten by what we remember. */
export type PlanTask = {
  readonly id: string;
  readonly eTag: string;
  readonly title: string;
  /** Directory ids; we write one, people may add others. */
  readonly owners: readonly string[];
  /** Null where somebody took the date away. */
  readonly due: CalendarDay | null;
  readonly percent: number;
  readonly createdAt: Instant;
  readonly completedAt: Instant | null;
  /** Numbers of Planner's categories. */
  readonly categories: readonly number[];
};

export type BoardTask = {
  /** Ours; of a task that was made in Planner alone, Planner's with 'planner:' before it. */
  readonly id: string;
  /** The session in whose record it stands last; null for one of Planner alone. */
  readonly session: Instant | null;
  readonly problem: ProblemId | null;
  readonly text: string;
  readonly owner: string | null;
  readonly doneBy?: string;
  /** Of the owner; '' for somebody of no roster. */
  readonly area: string;
  readonly due: CalendarDay | null;
  readonly late: boolean;
  readonly carried: number;
  readonly mustDecide: boolean;
  readonly state: 'notStarted' | 'inProgress' | 'done' | 'monthly' | 'split';
  readonly internal: boolean;
  /**
   * Where it stands: in the plan; waiting to be sent there; `gone` when somebody deleted it there; `record` where the team
   * has no plan; `unread` while Planner did not answer and only the record tells.
   */
  readonly in: 'plan' | 'waiting' | 'gone' | 'record' | 'unread';
  readonly planner: string | null;
};

/** Problems with their tasks: those with something late first, then by the first due date; tasks by due date. */
export type BoardGroup = {
  /** Null for tasks that hang on no problem of ours. */
  readonly problem: BoardProblem | null;
  readonly tasks: readonly BoardTask[];
};

export type BoardProblem = {
  readonly id: ProblemId;
  readonly title: string;
  readonly area: string;
  readonly before: number | null;
  readonly now: number | null;
  readonly goal: number | null;
  readonly state: 'open' | 'solved' | 'monthly';
  readonly internal: boolean;
  /** In so many records it stood. */
  readonly sessions: number;
};

export type BoardFilter = {
  readonly area?: string;
  readonly owner?: string;
  readonly due?: 'late' | 'week' | 'none';
  /** Without it open ones: neither done, nor taken to the monthly, nor split. */
  readonly state?: 'all' | 'done' | 'waiting';
  readonly problem?: string;
  /** Folded: case and accents do not count. */
  readonly search?: string;
};
