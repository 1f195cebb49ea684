import type { PlanTask } from '../../domain/tasks/board';
import type { CalendarDay } from '../../domain/time/types';
import type { Cancellation } from './cancellation';

/** The tasks of the team's plan, read and changed with their versions. Contract: tests/contracts/planBoardContract.ts */
export interface PlanBoard {
  /** Whether a team keeps the tasks at all, with a plan already or not. */
  hasTeam(cancel: Cancellation): Promise<boolean>;
  /** The team's plan; null without a team, and where the team has none yet (a first push makes it). */
  plan(cancel: Cancellation): Promise<string | null>;
  /** Every task of the plan, page after page; `arrived` hears of each page. No call per task. */
  list(
    plan: string,
    arrived: (part: readonly PlanTask[]) => void,
    cancel: Cancellation,
  ): Promise<readonly PlanTask[]>;
  /** Mine over all plans, as Planner assigns them. */
  mine(cancel: Cancellation): Promise<readonly (PlanTask & { readonly plan: string })[]>;
  /**
   * Changes the fields that are given, as they stood in `seen` when the person decided. A newer version is read again: a
   * field that somebody else changed meanwhile is theirs, and told; the others are written. Answers the task as it is now.
   * Fails with notFound when it was deleted, denied, refused with Planner's own code for a limit.
   */
  change(
    seen: PlanTask,
    change: PlanChange,
    cancel: Cancellation,
  ): Promise<{ readonly task: PlanTask; readonly kept: readonly PlanField[] }>;
  /** Names of the plan's categories; sets those of the areas where no person has named them otherwise. Answers area to number. */
  categories(
    plan: string,
    areas: readonly { readonly id: string; readonly name: string }[],
    cancel: Cancellation,
  ): Promise<Readonly<Record<string, number>>>;
}

export type PlanChange = {
  readonly title?: string;
  /** Takes the place of `ownerBefore`, without it of the first owner; everybody else stays. */
  readonly owner?: string;
  readonly ownerBefore?: string;
  readonly due?: CalendarDay | null;
  readonly percent?: 0 | 50 | 100;
  /** Only ever added. */
  readonly category?: number;
};

/** What somebody else can have changed meanwhile. */
export type PlanField = 'title' | 'owner' | 'due' | 'percent';
