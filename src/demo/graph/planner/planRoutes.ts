import type { Company } from '../../company/types';
import { isObject, objectOf, Reader } from '../http/body';
import { GraphError } from '../http/errors';
import { deniedBy } from '../http/router';
import { pageOf } from '../odata/page';
import { teamFor } from '../people/teamRoutes';
import type { Caller, GraphRequest, Params, Reply, Route } from '../types';
import type { Plan } from './model';
import type { Planner } from './planner';
import { bucketJson, planDetailsJson, planJson, taskJson } from './plannerJson';
import { checkTitle, invalid, orderHintIn } from './taskInput';
import { change, changedReply, versionIn } from './versions';

export const READ = ['Tasks.Read', 'Tasks.ReadWrite', 'Group.Read.All', 'Group.ReadWrite.All'];
export const WRITE = ['Tasks.ReadWrite', 'Group.ReadWrite.All'];

export type Planning = {
  readonly company: Company;
  readonly base: string;
  readonly now: () => number;
  readonly planner: Planner;
};

export const notThere = (): GraphError => new GraphError(404, '', 'The requested item is not found.');

/** The plan of this id, for a member of its group. */
export function planFor({ planner }: Planning, { personId }: Caller, id: string): Plan {
  const plan = planner.plans.get(id);
  if (plan === undefined) throw notThere();
  if (!planner.isMember(plan.groupId, personId)) throw deniedBy('planner');
  return plan;
}

export function listed(
  planning: Planning,
  request: GraphRequest,
  context: string,
  all: readonly object[],
): Reply {
  const { base } = planning;
  const page = pageOf(request, all, { base, size: 100, most: 400, by: '$skiptoken' });
  const body = { '@odata.context': `${base}/$metadata#${context}`, '@odata.count': page.items.length };
  return { status: 200, body: { ...body, ...page.next, value: page.items } };
}

/** Plans, their details and buckets (facts, section 4). */
export function planRoutes(planning: Planning): readonly Route[] {
  const { planner, base, company } = planning;
  const whole = (context: string, json: object, status = 200): Reply => ({
    status,
    body: { '@odata.context': `${base}/$metadata#${context}/$entity`, ...json },
  });
  const planOf = ({ caller }: GraphRequest, { plan = '' }: Params) => planFor(planning, caller, plan);

  const routes: readonly Omit<Route, 'denied'>[] = [
    {
      method: 'GET',
      pattern: 'groups/{group}/planner/plans',
      scopes: READ,
      handle(request, { group }) {
        const { groupId } = teamFor(company, request.caller, group);
        return listed(planning, request, 'planner/plans', planner.plansOf(groupId).map(planJson));
      },
    },
    {
      method: 'POST',
      pattern: 'planner/plans',
      scopes: WRITE,
      handle(request) {
        const reader = new Reader(objectOf(request.body), 'plannerPlan', ['container', 'owner', 'title']);
        const title = reader.text('title') ?? '';
        checkTitle(title);
        const groupId = groupOf(reader.object('container'), reader.text('owner'));
        if (!planner.isMember(groupId, request.caller.personId)) throw deniedBy('planner');
        return whole(
          'planner/plans',
          planJson(planner.addPlan(groupId, title, request.caller.personId)),
          201,
        );
      },
    },
    {
      method: 'GET',
      pattern: 'planner/plans/{plan}',
      scopes: READ,
      handle: (request, params) => whole('planner/plans', planJson(planOf(request, params))),
    },
    {
      method: 'PATCH',
      pattern: 'planner/plans/{plan}',
      scopes: WRITE,
      handle(request, params) {
        const plan = planOf(request, params);
        const from = versionIn(request, plan);
        const title =
          new Reader(objectOf(request.body), 'plannerPlan', ['title']).text('title') ?? plan.title;
        checkTitle(title);
        change(plan, from, ['title']);
        plan.title = title;
        return changedReply(request, `${base}/$metadata#planner/plans/$entity`, planJson(plan));
      },
    },
    {
      method: 'GET',
      pattern: 'planner/plans/{plan}/details',
      scopes: READ,
      handle: (request, params) =>
        whole(`planner/plans('${params['plan']}')/details`, planDetailsJson(planOf(request, params))),
    },
    {
      method: 'PATCH',
      pattern: 'planner/plans/{plan}/details',
      scopes: WRITE,
      handle(request, params) {
        const plan = planOf(request, params);
        const from = versionIn(request, plan.details);
        const reader = new Reader(objectOf(request.body), 'plannerPlanDetails', [
          'categoryDescriptions',
          'sharedWith',
        ]);
        const categories = categoriesIn(reader.object('categoryDescriptions') ?? {});
        const shared = Object.entries(reader.object('sharedWith') ?? {});
        change(plan.details, from, [...Object.keys(categories), ...shared.map(([id]) => id)]);
        plan.details.categories = { ...plan.details.categories, ...categories };
        for (const [id, on] of shared)
          if (on === true) plan.details.sharedWith.add(id);
          else plan.details.sharedWith.delete(id);
        const context = `${base}/$metadata#planner/plans('${plan.id}')/details/$entity`;
        return changedReply(request, context, planDetailsJson(plan));
      },
    },
    {
      method: 'GET',
      pattern: 'planner/plans/{plan}/buckets',
      scopes: READ,
      handle(request, params) {
        const { id } = planOf(request, params);
        return listed(
          planning,
          request,
          `planner/plans('${id}')/buckets`,
          planner.bucketsOf(id).map(bucketJson),
        );
      },
    },
    {
      method: 'GET',
      pattern: 'planner/plans/{plan}/tasks',
      scopes: READ,
      handle(request, params) {
        const { id } = planOf(request, params);
        return listed(planning, request, `planner/plans('${id}')/tasks`, planner.tasksOf(id).map(taskJson));
      },
    },
    {
      method: 'POST',
      pattern: 'planner/buckets',
      scopes: WRITE,
      handle(request) {
        const reader = new Reader(objectOf(request.body), 'plannerBucket', ['name', 'planId', 'orderHint']);
        const name = reader.text('name') ?? '';
        checkTitle(name);
        const { id } = planFor(planning, request.caller, reader.text('planId') ?? '');
        const hint = orderHintIn(reader.text('orderHint')) ?? '8585';
        const made = planner.addBucket(id, name, hint, request.caller.personId);
        return whole('planner/buckets', bucketJson(made), 201);
      },
    },
  ];
  return routes.map((route) => ({ ...route, denied: 'planner' }));
}

/** A container by its address, or by its id and type; `owner` is the old way. */
function groupOf(container: unknown, owner: string | undefined): string {
  if (!isObject(container)) {
    if (owner === undefined) throw invalid('A plan needs a container.');
    return owner.toLowerCase();
  }
  const reader = new Reader(container, 'plannerPlanContainer', ['url', 'containerId', 'type']);
  const [url, id, type] = [reader.text('url'), reader.text('containerId'), reader.text('type')];
  const byUrl = /\/groups\/([0-9a-f-]{36})$/i.exec(url ?? '')?.[1]?.toLowerCase();
  const byId = type?.toLowerCase() === 'group' ? id?.toLowerCase() : undefined;
  if ((url === undefined) === (id === undefined) ? byUrl !== byId : type !== undefined && id === undefined)
    throw invalid('The container is given by its url, by id and type, or by all three.');
  const group = byUrl ?? byId;
  if (group === undefined) throw invalid('The container is no group.');
  return group;
}

function categoriesIn(value: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      if (!/^category([1-9]|1\d|2[0-5])$/.test(name) || (text !== null && typeof text !== 'string'))
        throw invalid(`'${name}' is no category.`);
      return [name, text];
    }),
  );
}
