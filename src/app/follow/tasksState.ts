import type { BoardFilter } from '../../domain/tasks/board';

/** The slice of the tasks. */
export type TasksState = {
  readonly filter: BoardFilter;
  /** Which of the open tasks the review looks at. */
  readonly at: number;
};

export const NO_TASKS: TasksState = { filter: {}, at: 0 };
