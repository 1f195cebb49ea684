import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { PlanBoard, PlanChange, PlanField } from '../../../src/app/ports/planBoard';
import type { PlanTask } from '../../../src/domain/tasks/board';
import type { FakePlannerTask, FakePlans } from './fakeTaskStore';

type On = 'list' | 'change' | 'categories' | 'plan' | 'mine';

export type FakePlanBoard = PlanBoard & {
  readonly plans: FakePlans;
  /** The next call of that kind, or of any, fails like this before it does anything. */
  failNext(failure: Failure, on?: On): void;
  /** Runs before the next change is written: somebody else is quicker. */
  before(run: () => void): void;
  /** What somebody did in Planner. */
  edit(id: string, change: Partial<Pick<FakePlannerTask, 'title' | 'due' | 'owners' | 'percent'>>): void;
  remove(id: string): void;
  /** How many calls there were, by kind. */
  readonly calls: Partial<Record<On, number>>;
};

const PAGE = 100;

/** The team's plan in memory, over the same plans as fakeTaskStore. */
export function fakePlanBoard(plans: FakePlans, me = 'm01'): FakePlanBoard {
  const calls: Partial<Record<On, number>> = {};
  let next: { failure: Failure; on: On | undefined } | undefined;
  let quicker = (): void => undefined;
  const begin = async (on: On, cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    calls[on] = (calls[on] ?? 0) + 1;
    if (next === undefined || (next.on !== undefined && next.on !== on)) return;
    const { failure } = next;
    next = undefined;
    throw new PortFailure(failure);
  };
  const find = (id: string): FakePlannerTask => {
    const found = plans.tasks.find((task) => task.id === id);
    if (found === undefined) throw new PortFailure({ kind: 'notFound' });
    return found;
  };
  const put = (task: FakePlannerTask): void => {
    plans.tasks[plans.tasks.findIndex(({ id }) => id === task.id)] = {
      ...task,
      version: (task.version ?? 1) + 1,
    };
  };

  return {
    plans,
    calls,
    failNext(failure, on) {
      next = { failure, on };
    },
    before(run) {
      quicker = run;
    },
    edit: (id, change) => put({ ...find(id), ...change }),
    remove: (id) => void plans.tasks.splice(plans.tasks.indexOf(find(id)), 1),
    async hasTeam(cancel) {
      await begin('plan', cancel);
      return plans.plan !== null || plans.team === true;
    },
    async plan(cancel) {
      await begin('plan', cancel);
      return plans.plan;
    },
    async list(plan, arrived, cancel) {
      await begin('list', cancel);
      if (plan !== plans.plan) throw new PortFailure({ kind: 'notFound' });
      const all = plans.tasks.filter((task) => task.plan === plan).map(planTaskOf);
      for (let at = 0; at < all.length; at += PAGE) {
        arrived(all.slice(at, at + PAGE));
        await Promise.resolve();
      }
      return all;
    },
    async mine(cancel) {
      await begin('mine', cancel);
      return plans.tasks
        .map((task) => ({ ...planTaskOf(task), plan: task.plan }))
        .filter(({ owners }) => owners.includes(me));
    },
    async change(seen, change, cancel) {
      await begin('change', cancel);
      if ((change.title?.length ?? 0) > 255)
        throw new PortFailure({ kind: 'refused', code: 'title-too-long' });
      quicker();
      quicker = () => undefined;
      const task = find(seen.id);
      const { kept, changed } = merged(seen, task, change);
      if (changed !== task) put(changed);
      return { task: planTaskOf(find(seen.id)), kept };
    },
    async categories(plan, areas, cancel) {
      await begin('categories', cancel);
      if (plan !== plans.plan) throw new PortFailure({ kind: 'notFound' });
      const names = plans.categories ?? new Map<number, string>();
      const numberOf = (name: string): number | undefined => {
        for (const [number, one] of names) if (one.toLowerCase() === name.toLowerCase()) return number;
        return Array.from({ length: 25 }, (_, at) => 25 - at).find((number) => !names.has(number));
      };
      return Object.fromEntries(
        areas.flatMap(({ id, name }) => {
          const number = name === '' ? undefined : numberOf(name);
          if (number === undefined) return [];
          if (!names.has(number)) names.set(number, name);
          return [[id, number]];
        }),
      );
    },
  };
}

const ownersOf = ({ owner, owners }: FakePlannerTask): readonly string[] => owners ?? [owner];

function planTaskOf(task: FakePlannerTask): PlanTask {
  const { id, title, due, createdAt, percent = 0 } = task;
  return {
    ...{ id, title, due, createdAt, percent },
    eTag: `${task.version ?? 1}`,
    owners: ownersOf(task),
    completedAt: percent === 100 ? createdAt : null,
    categories: task.categories ?? [],
  };
}

/** Field by field: what differs from what was seen is somebody else's. */
function merged(
  seen: PlanTask,
  task: FakePlannerTask,
  change: PlanChange,
): { readonly kept: readonly PlanField[]; readonly changed: FakePlannerTask } {
  const kept: PlanField[] = [];
  let changed = task;
  const now = planTaskOf(task);
  for (const field of ['title', 'due', 'percent'] as const) {
    const wanted = change[field];
    if (wanted === undefined || wanted === now[field]) continue;
    if (now[field] !== seen[field]) kept.push(field);
    else changed = { ...changed, [field]: wanted };
  }
  const { owner, ownerBefore = seen.owners[0], category } = change;
  if (owner !== undefined && owner !== ownerBefore) {
    const gone =
      ownerBefore !== undefined && seen.owners.includes(ownerBefore) && !now.owners.includes(ownerBefore);
    if (gone) kept.push(...(now.owners.includes(owner) ? [] : (['owner'] as const)));
    else
      changed = {
        ...changed,
        owners: [...now.owners.filter((one) => one !== ownerBefore && one !== owner), owner],
      };
  }
  if (category !== undefined && !now.categories.includes(category))
    changed = { ...changed, categories: [...now.categories, category] };
  return { kept, changed };
}
