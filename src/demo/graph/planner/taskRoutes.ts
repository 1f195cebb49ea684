import { objectOf } from '../http/body';
import { deniedBy } from '../http/router';
import type { Caller, GraphRequest, Reply, Route } from '../types';
import type { Task } from './model';
import { listed, notThere, planFor, type Planning, READ, WRITE } from './planRoutes';
import { taskDetailsJson, taskJson } from './plannerJson';
import { detailsInputOf, invalid, taskInputOf } from './taskInput';
import { change, changedReply, versionIn, WHOLE } from './versions';

/** Tasks and their details (facts, section 4). */
export function taskRoutes(planning: Planning): readonly Route[] {
  const { planner, base, now } = planning;
  const taskOf = (caller: Caller, id: string): Task => {
    const task = planner.tasks.get(id);
    if (task === undefined) throw notThere();
    planFor(planning, caller, task.planId);
    return task;
  };
  const checkBucket = ({ bucketId }: Partial<Task>, planId: string) => {
    if (typeof bucketId === 'string' && planner.buckets.get(bucketId)?.planId !== planId)
      throw invalid('The bucket does not belong to the plan.');
  };
  const stampOf = ({ caller }: GraphRequest) => ({ at: now(), by: caller.personId });
  const context = `${base}/$metadata#planner/tasks/$entity`;
  const detailsContext = (id: string) => `${base}/$metadata#planner/tasks('${id}')/details/$entity`;

  const routes: readonly Omit<Route, 'denied'>[] = [
    {
      method: 'POST',
      pattern: 'planner/tasks',
      scopes: WRITE,
      handle(request): Reply {
        const body = objectOf(request.body);
        const input = taskInputOf(body, undefined, stampOf(request));
        const { title } = input;
        if (title === undefined) throw invalid('A task needs a title.');
        if (typeof body['planId'] !== 'string') throw invalid('A task needs a plan.');
        const plan = planFor(planning, request.caller, body['planId']);
        checkBucket(input, plan.id);
        planner.checkAssignees(input.assignments ?? new Map());
        const task = planner.addTask(plan.id, request.caller.personId, { ...input, title });
        return { status: 201, body: { '@odata.context': context, ...taskJson(task) } };
      },
    },
    {
      method: 'GET',
      pattern: 'planner/tasks/{task}',
      scopes: READ,
      handle: (request, { task = '' }) => ({
        status: 200,
        body: { '@odata.context': context, ...taskJson(taskOf(request.caller, task)) },
      }),
    },
    {
      method: 'PATCH',
      pattern: 'planner/tasks/{task}',
      scopes: WRITE,
      handle(request, { task: id = '' }) {
        const task = taskOf(request.caller, id);
        const from = versionIn(request, task);
        const input = taskInputOf(objectOf(request.body), task, stampOf(request));
        checkBucket(input, task.planId);
        const added = [...(input.assignments ?? [])].filter(([one]) => !task.assignments.has(one));
        planner.checkAssignees(new Map(added));
        change(task, from, Object.keys(input));
        Object.assign(task, input);
        return changedReply(request, context, taskJson(task));
      },
    },
    {
      method: 'DELETE',
      pattern: 'planner/tasks/{task}',
      scopes: WRITE,
      handle(request, { task: id = '' }) {
        const task = taskOf(request.caller, id);
        versionIn(request, task);
        planner.tasks.delete(task.id);
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      pattern: 'planner/tasks/{task}/details',
      scopes: READ,
      handle: (request, { task: id = '' }) => ({
        status: 200,
        body: { '@odata.context': detailsContext(id), ...taskDetailsJson(taskOf(request.caller, id)) },
      }),
    },
    {
      method: 'PATCH',
      pattern: 'planner/tasks/{task}/details',
      scopes: WRITE,
      handle(request, { task: id = '' }) {
        const task = taskOf(request.caller, id);
        const from = versionIn(request, task.details);
        const input = detailsInputOf(objectOf(request.body), task.details, stampOf(request));
        change(task.details, from, Object.keys(input));
        Object.assign(task.details, input);
        // What the task shows of its details makes this a change of the task too.
        change(task, task.version, [WHOLE]);
        return changedReply(request, detailsContext(id), taskDetailsJson(task));
      },
    },
    {
      method: 'GET',
      pattern: 'users/{user}/planner/tasks',
      scopes: READ,
      handle(request, { user }) {
        if (user !== request.caller.personId) throw deniedBy('planner');
        return listed(planning, request, 'users/planner/tasks', planner.assignedTo(user).map(taskJson));
      },
    },
  ];
  return routes.map((route) => ({ ...route, denied: 'planner' }));
}
