import type { BoardFilter } from '../../domain/tasks/board';

/** The slice of the tasks. */
export type TasksState = {
  readonly filter: BoardFilter;
  /** Which of the open tasks the review looks at. */
  readonly at: number;
  /** Whether a team keeps the tasks; null while nobody knows. */
  readonly team: boolean | null;
  /** `planned` is the whole plan: what is not in it was deleted. */
  readonly whole: boolean;
};

export const NO_TASKS: TasksState = { filter: {}, at: 0, team: null, whole: false };
