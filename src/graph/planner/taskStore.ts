import * as v from 'valibot';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { NewPlannerTask, TaskStore } from '../../app/ports/taskStore';
import { LONGEST_PLANNER_TITLE } from '../../domain/tasks/plannerTitle';
import type { CalendarDay, Instant } from '../../domain/time/types';
import { pause } from '../client/abort';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { succeed } from '../client/failures';
import { ask, askAll, parseAs } from '../client/json';
import { backOffMs } from '../client/retryAfter';
import type { Timing } from '../client/timing';
import { ID, MADE, makePlan, MOST_TASKS, plannerText, planOf } from './plan';
import type { FindTeam } from './team';

const TASK = v.object({
  id: ID,
  '@odata.etag': v.nullish(v.string()),
  percentComplete: v.nullish(v.number()),
  title: v.nullish(v.string()),
  dueDateTime: v.nullish(v.string()),
  createdDateTime: v.nullish(v.string()),
  createdBy: v.nullish(v.object({ user: v.nullish(v.object({ id: v.nullish(v.string()) })) })),
});
const DETAILS = v.object({ '@odata.etag': v.string() });

const NOTE_TRIES = 3;
/** The moment of a push stands on one service's clock, and the task's on another's. */
const CLOCKS_DIFFER = 60_000;

/** Planner shows days: ten in the morning UTC is the same day from Honolulu to Auckland. */
export const dueDateTime = (day: CalendarDay): string => `${day}T10:00:00Z`;

/** What makes somebody an owner. */
export const ASSIGNED = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' };

/** The team's plan in Planner (GP1 to GP6). `me` is asked once, when the first task is looked for. */
export function createTaskStore(
  graph: Graph,
  timing: Timing,
  team: FindTeam,
  me: () => string | undefined,
): TaskStore {
  const operationOf = (cancel: Cancellation): Operation => ({ tier: 'followUp', cancel });
  let myself: string | undefined;
  const askMe = async (cancel: Cancellation): Promise<string> =>
    (myself ??=
      me() ??
      (
        await ask(
          graph,
          MADE,
          { method: 'GET', path: '/me', query: { $select: 'id' } },
          { tier: 'plan', cancel },
        )
      ).id);

  /** For people only: a task without its note is a task all the same. */
  const addNote = async (id: string, note: string, operation: Operation): Promise<void> => {
    const where = path`/planner/tasks/${id}/details`;
    for (let tries = 1; ; tries++) {
      try {
        const { '@odata.etag': eTag } = await ask(graph, DETAILS, { method: 'GET', path: where }, operation);
        const headers = { 'If-Match': eTag, Prefer: 'return=representation' };
        await succeed(
          graph,
          { method: 'PATCH', path: where, headers, body: { description: note } },
          operation,
        );
        return;
      } catch (error) {
        // The details may come a moment after their task, and change with it.
        const again = error instanceof PortFailure && ['notFound', 'conflict'].includes(error.failure.kind);
        if (!again || tries >= NOTE_TRIES) return;
      }
      await pause(
        backOffMs(tries, 500, () => timing.random()),
        operation.cancel,
        timing,
      ).catch(() => undefined);
    }
  };

  /** Everything in the plan that this person made since then. */
  const madeBy = async (
    plan: string,
    by: string,
    since: Instant,
    cancel: Cancellation,
  ): Promise<PlanTask[]> => {
    const call: Call = { method: 'GET', path: path`/planner/plans/${plan}/tasks` };
    const tasks = await askAll(graph, TASK, call, operationOf(cancel), MOST_TASKS);
    return tasks
      .filter(({ createdBy }) => createdBy?.user?.id?.toLowerCase() === by.toLowerCase())
      .filter(({ createdDateTime }) => isSince(createdDateTime, since));
  };

  return {
    async plan(cancel) {
      const operation = operationOf(cancel);
      const group = await team(operation);
      if (group === null) return null;
      return (await planOf(graph, group, operation)) ?? (await makePlan(graph, group, operation));
    },

    async create(plan, task, cancel) {
      const operation = operationOf(cancel);
      if (task.title.length > LONGEST_PLANNER_TITLE)
        throw new PortFailure({ kind: 'refused', code: 'title-too-long' });
      const call: Call = {
        method: 'POST',
        path: '/planner/tasks',
        body: {
          planId: plan,
          title: task.title,
          dueDateTime: dueDateTime(task.due),
          assignments: { [task.owner]: ASSIGNED },
          ...(task.category !== undefined && {
            appliedCategories: { [`category${task.category}`]: true },
          }),
        },
        // Planner has no key by which a second one would be dropped.
        repeatable: false,
      };
      const id = idOf(await plannerText(graph, call, operation));
      if (task.note !== '') await addNote(id, task.note, operation);
      return id;
    },

    async find(plan, like, since, cancel) {
      const by = like.by ?? (await askMe(cancel));
      const mine = await madeBy(plan, by, since, cancel);
      return mine.filter((task) => isLike(task, like)).map(({ id }) => id);
    },

    async dropTwins(plan, made, known, since, cancel) {
      const mine = await madeBy(plan, await askMe(cancel), since, cancel);
      const twins = mine.filter(
        (task) => !known.has(task.id) && !task.percentComplete && made.some((one) => isLike(task, one)),
      );
      for (const { id, '@odata.etag': eTag } of twins) {
        // Its first version: who has changed anything since keeps the task.
        const headers = { 'If-Match': eTag ?? '' };
        const call: Call = { method: 'DELETE', path: path`/planner/tasks/${id}`, headers };
        await succeed(graph, call, operationOf(cancel)).catch(unlessChanged);
      }
      return twins.length;
    },
  };
}

type PlanTask = v.InferOutput<typeof TASK>;

const isLike = (task: PlanTask, like: Pick<NewPlannerTask, 'title' | 'due'>): boolean =>
  task.title === like.title && task.dueDateTime?.slice(0, 10) === like.due;

function unlessChanged(error: unknown): void {
  if (!(error instanceof PortFailure) || !['conflict', 'notFound'].includes(error.failure.kind)) throw error;
}

const isSince = (created: string | null | undefined, since: Instant): boolean =>
  Date.parse(created ?? '') >= since - CLOCKS_DIFFER;

/** An answer that cannot be read says that something was made, and not what: nobody knows, as without an answer. */
function idOf(text: string): string {
  try {
    return parseAs(MADE, text).id;
  } catch {
    throw new PortFailure({ kind: 'unavailable' });
  }
}
