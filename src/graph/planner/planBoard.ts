import * as v from 'valibot';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { PlanBoard, PlanChange, PlanField } from '../../app/ports/planBoard';
import { fold } from '../../domain/tasks/fold';
import { LONGEST_PLANNER_TITLE } from '../../domain/tasks/plannerTitle';
import type { PlanTask } from '../../domain/tasks/board';
import { pause } from '../client/abort';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { succeed } from '../client/failures';
import { ask, askAll, parseAs } from '../client/json';
import { backOffMs } from '../client/retryAfter';
import type { Timing } from '../client/timing';
import { MOST_TASKS, plannerText, planOf } from './plan';
import { PLAN_TASK, planTaskOf } from './planTask';
import { bodyOf, remaining } from './taskChange';
import type { FindTeam } from './team';

const DETAILS = v.object({
  '@odata.etag': v.string(),
  categoryDescriptions: v.nullish(v.record(v.string(), v.nullish(v.string()))),
});
const CATEGORIES = 25;
/** Whoever meets a conflict more often than this does not meet people. */
const TRIES = 5;

/** The tasks of the team's plan (GP7 to GP12). */
export function createPlanBoard(graph: Graph, timing: Timing, team: FindTeam): PlanBoard {
  const operationOf = (cancel: Cancellation): Operation => ({ tier: 'followUp', cancel });
  const waitAgain = (tries: number, cancel: Cancellation): Promise<void> =>
    pause(
      backOffMs(tries, 100, () => timing.random()),
      cancel,
      timing,
    );
  const taskAt = (id: string): string => path`/planner/tasks/${id}`;
  const listed = async (call: Call, cancel: Cancellation, arrived?: (part: readonly PlanTask[]) => void) =>
    askAll(graph, PLAN_TASK, call, operationOf(cancel), MOST_TASKS, (page) =>
      arrived?.(page.map(planTaskOf)),
    );

  return {
    async hasTeam(cancel) {
      return (await team(operationOf(cancel))) !== null;
    },

    async plan(cancel) {
      const operation = operationOf(cancel);
      const group = await team(operation);
      return group === null ? null : planOf(graph, group, operation);
    },

    async list(plan, arrived, cancel) {
      const call: Call = { method: 'GET', path: path`/planner/plans/${plan}/tasks` };
      return (await listed(call, cancel, arrived)).map(planTaskOf);
    },

    async mine(cancel) {
      const all = await listed({ method: 'GET', path: '/me/planner/tasks' }, cancel);
      return all.map((task) => ({ ...planTaskOf(task), plan: task.planId ?? '' }));
    },

    async change(seen, change, cancel) {
      checkTitle(change);
      const operation = operationOf(cancel);
      const kept = new Set<PlanField>();
      let [wanted, there] = [change, seen];
      for (let tries = 1; ; tries++) {
        const body = bodyOf(wanted, there);
        if (body === null) return { task: there, kept: [...kept] };
        try {
          const call: Call = {
            method: 'PATCH',
            path: taskAt(seen.id),
            headers: { 'If-Match': there.eTag, Prefer: 'return=representation' },
            body,
            // The second one meets its own version: what it says stands there already.
            repeatable: true,
          };
          const answered = parseAs(PLAN_TASK, await plannerText(graph, call, operation));
          return { task: planTaskOf(answered), kept: [...kept] };
        } catch (error) {
          if (!isConflict(error) || tries === TRIES) throw error;
        }
        if (tries > 1) await waitAgain(tries, cancel);
        there = planTaskOf(await ask(graph, PLAN_TASK, { method: 'GET', path: taskAt(seen.id) }, operation));
        const left = remaining(wanted, seen, there);
        for (const field of left.kept) kept.add(field);
        wanted = left.change;
      }
    },

    async categories(plan, areas, cancel) {
      const operation = operationOf(cancel);
      const where = path`/planner/plans/${plan}/details`;
      for (let tries = 1; ; tries++) {
        const details = await ask(graph, DETAILS, { method: 'GET', path: where }, operation);
        const { numbers, named } = placed(areas, details.categoryDescriptions ?? {});
        if (Object.keys(named).length === 0) return numbers;
        try {
          const headers = { 'If-Match': details['@odata.etag'], Prefer: 'return=representation' };
          const body = { categoryDescriptions: named };
          await succeed(graph, { method: 'PATCH', path: where, headers, body }, operation);
          return numbers;
        } catch (error) {
          if (!isConflict(error) || tries === TRIES) throw error;
        }
        await waitAgain(tries, cancel);
      }
    },
  };
}

/** Each area's category: one of its name, else a nameless one from the end, where people's own colours are rarer. */
function placed(
  areas: readonly { readonly id: string; readonly name: string }[],
  there: Readonly<Record<string, string | null | undefined>>,
): { readonly numbers: Readonly<Record<string, number>>; readonly named: Readonly<Record<string, string>> } {
  const names = Array.from({ length: CATEGORIES }, (_, at) => there[`category${at + 1}`] ?? '');
  const numbers: Record<string, number> = {};
  const named: Record<string, string> = {};
  for (const { id, name } of areas) {
    if (fold(name) === '') continue;
    const equal = names.findIndex((one) => fold(one) === fold(name));
    const at = equal >= 0 ? equal : names.lastIndexOf('');
    if (at < 0) continue;
    if (equal < 0) named[`category${at + 1}`] = name;
    names[at] = name;
    numbers[id] = at + 1;
  }
  return { numbers, named };
}

function checkTitle({ title }: PlanChange): void {
  if (title !== undefined && title.length > LONGEST_PLANNER_TITLE)
    throw new PortFailure({ kind: 'refused', code: 'title-too-long' });
}

const isConflict = (error: unknown): boolean =>
  error instanceof PortFailure && error.failure.kind === 'conflict';
