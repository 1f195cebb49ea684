import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { NewPlannerTask, TaskStore } from '../../../src/app/ports/taskStore';
import type { Instant } from '../../../src/domain/time/types';

export type FakePlannerTask = Omit<NewPlannerTask, 'due'> & {
  readonly id: string;
  readonly plan: string;
  readonly by: string;
  readonly createdAt: Instant;
  /** Null where somebody took the day away in Planner. */
  readonly due: NewPlannerTask['due'] | null;
  /** What people did to it in Planner; see fakePlanBoard. */
  readonly version?: number;
  readonly owners?: readonly string[];
  readonly percent?: number;
  readonly categories?: readonly number[];
};

/** What several people's task stores stand over. */
export type FakePlans = {
  plan: string | null;
  readonly tasks: FakePlannerTask[];
  /** Names of the plan's categories by number. */
  readonly categories?: Map<number, string>;
  /** A team whose first plan is still to be made. */
  readonly team?: boolean;
};

export type FakeTaskStore = TaskStore & {
  readonly plans: FakePlans;
  /** The next call (of that kind) fails like this, before it does anything. */
  failNext(failure: Failure, on?: 'plan' | 'create' | 'find'): void;
  /** The next create makes its task, and then its answer is lost. */
  loseNextAnswer(failure?: Failure): void;
  /** The next create is sent twice by the network, and answered once. */
  doubleNext(): void;
};

/** A plan in memory, seen by `me`; `plans: { plan: null, … }` is a meeting without a team. */
export function fakeTaskStore(
  now: () => Instant,
  me = 'm01',
  plans: FakePlans = { plan: 'plan-1', tasks: [] },
): FakeTaskStore {
  let next: { failure: Failure; on: string | undefined } | undefined;
  let lose: Failure | undefined;
  let double = false;
  const begin = async (what: string, cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    if (next === undefined || (next.on !== undefined && next.on !== what)) return;
    const { failure } = next;
    next = undefined;
    throw new PortFailure(failure);
  };

  return {
    plans,
    failNext(failure, on) {
      next = { failure, on };
    },
    loseNextAnswer(failure = { kind: 'offline' }) {
      lose = failure;
    },
    doubleNext() {
      double = true;
    },
    async plan(cancel) {
      await begin('plan', cancel);
      if (plans.plan === null && plans.team === true) plans.plan = 'plan-1';
      return plans.plan;
    },
    async create(plan, task, cancel) {
      await begin('create', cancel);
      if (task.title.length > 255) throw new PortFailure({ kind: 'refused', code: 'title-too-long' });
      if (plan !== plans.plan) throw new PortFailure({ kind: 'notFound' });
      const add = () => {
        const id = nextId(plans);
        const categories = task.category === undefined ? [] : [task.category];
        plans.tasks.push({ ...task, id, plan, by: me, createdAt: now(), categories });
        return id;
      };
      if (double) add();
      double = false;
      const id = add();
      const failure = lose;
      lose = undefined;
      if (failure !== undefined) throw new PortFailure(failure);
      return id;
    },
    async find(plan, like, since, cancel) {
      await begin('find', cancel);
      if (plan !== plans.plan) throw new PortFailure({ kind: 'notFound' });
      return plans.tasks
        .filter(({ title, due }) => title === like.title && due === like.due)
        .filter((task) => task.plan === plan && task.by === (like.by ?? me) && task.createdAt >= since)
        .map(({ id }) => id);
    },
    async dropTwins(plan, made, known, since, cancel) {
      await begin('dropTwins', cancel);
      const twins = plans.tasks.filter(
        (task) =>
          task.plan === plan &&
          task.by === me &&
          task.createdAt >= since &&
          !known.has(task.id) &&
          task.version === undefined &&
          made.some(({ title, due }) => title === task.title && due === task.due),
      );
      for (const twin of twins) plans.tasks.splice(plans.tasks.indexOf(twin), 1);
      return twins.length;
    },
  };
}

/** One row of ids for everybody who looks at the same plan: what was deleted gives its id to nobody. */
const GIVEN = new WeakMap<FakePlans, number>();
function nextId(plans: FakePlans): string {
  const next = (GIVEN.get(plans) ?? plans.tasks.length) + 1;
  GIVEN.set(plans, next);
  return `task-${next}`;
}
