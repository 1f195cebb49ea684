import type { PlanBoard } from '../../../src/app/ports/planBoard';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { PlanTask } from '../../../src/domain/tasks/board';

/** The team's plan as a meeting reads it, with doors that a service does not have. */
export function testBoard() {
  const tasks: PlanTask[] = [];
  let failure: Failure | 'silence' | null = null;
  let asked = 0;
  const not = (): never => {
    throw new Error('a meeting does not do this');
  };
  const board: PlanBoard = {
    hasTeam: async () => true,
    async plan() {
      asked += 1;
      if (failure === 'silence') return new Promise(() => undefined);
      if (failure !== null) throw new PortFailure(failure);
      return 'plan-1';
    },
    async list(_, arrived) {
      arrived(tasks);
      return tasks;
    },
    mine: not,
    change: not,
    categories: not,
  };
  return {
    board,
    asked: () => asked,
    fail: (how: Failure | 'silence' | null) => void (failure = how),
    put: (id: string, title: string, change: Partial<PlanTask> = {}) =>
      void tasks.push({
        ...{ id, eTag: '1', title, owners: ['s01'], due: '2026-11-27', percent: 0 },
        ...{ createdAt: 0, completedAt: null, categories: [], ...change },
      }),
  };
}
