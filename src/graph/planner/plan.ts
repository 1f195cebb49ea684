import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { orFail, serviceErrorOf } from '../client/failures';
import { askAll, parseAs } from '../client/json';

export const ID = v.pipe(v.string(), v.minLength(1));
export const MADE = v.object({ id: ID });
const PLAN = v.object({ id: ID, title: v.nullish(v.string()), createdDateTime: v.nullish(v.string()) });

/** The plan that is made where a team has none. A name, so it has no language. */
const PLAN_TITLE = 'Cadencia';
const MOST_PLANS = 500;
/** A plan holds 9,000 tasks at most (facts of 2026-11). */
export const MOST_TASKS = 10_000;

/** The plan of a group that counts (GP2); null where it has none. */
export async function planOf(graph: Graph, group: string, operation: Operation): Promise<string | null> {
  const call: Call = { method: 'GET', path: path`/groups/${group}/planner/plans` };
  const plans = [...(await askAll(graph, PLAN, call, operation, MOST_PLANS))].sort(byRank);
  return plans[0]?.id ?? null;
}

/** Makes the group's plan (GP2). */
export async function makePlan(graph: Graph, group: string, operation: Operation): Promise<string> {
  const container = { containerId: group, type: 'group' };
  const make: Call = { method: 'POST', path: '/planner/plans', body: { container, title: PLAN_TITLE } };
  return parseAs(MADE, await plannerText(graph, make, operation)).id;
}

/** The text of a success. A plan that is full says so with a 403 of its own, which has nothing to do with rights. */
export async function plannerText(graph: Graph, call: Call, operation: Operation): Promise<string> {
  const answer = await graph.send(call, operation);
  const { code } = answer.status === 403 ? serviceErrorOf(answer.text) : { code: '' };
  if (code.startsWith('Maximum')) throw new PortFailure({ kind: 'refused', code });
  return orFail(answer, call, operation).text;
}

type Plan = v.InferOutput<typeof PLAN>;

/** Ours first, then the oldest: two that were made at the same moment are told apart by everybody alike. */
function byRank(a: Plan, b: Plan): number {
  const ours = Number(b.title === PLAN_TITLE) - Number(a.title === PLAN_TITLE);
  if (ours !== 0) return ours;
  const [one, other] = [a, b].map(({ createdDateTime, id }) => `${createdDateTime ?? ''} ${id}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
