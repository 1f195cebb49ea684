import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { errorOf, live } from './teamsBed';

let bed: Bed;
let plan: string;
beforeAll(async () => {
  bed = await openBed({ log: LOG });
  const container = { containerId: bed.company.team?.groupId, type: 'group' };
  plan = String((await live(bed, 'm01', 'POST', '/planner/plans', { container, title: 'x' })).body['id']);
});
afterAll(() => bed.close());

const create = (body: object, as = 'm01') =>
  live(bed, as, 'POST', '/planner/tasks', { planId: plan, ...body });

test.each([
  ['no title', {}],
  ['an overlong title', { title: 'x'.repeat(256) }],
  ['an unknown field', { title: 'x', owner: 'y' }],
  ['a percentage over 100', { title: 'x', percentComplete: 101 }],
  [
    'a start after the due date',
    { title: 'x', startDateTime: '2026-11-28T10:00:00Z', dueDateTime: '2026-11-27T10:00:00Z' },
  ],
  ['a date without a zone', { title: 'x', dueDateTime: '2026-11-27T10:00:00' }],
  ['an order hint of the service', { title: 'x', orderHint: '8585' }],
  [
    'an assignment without its type',
    { title: 'x', assignments: { '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f': {} } },
  ],
  ['an unknown bucket', { title: 'x', bucketId: 'none' }],
  ['an unknown category', { title: 'x', appliedCategories: { category26: true } }],
])('EM28 a task with %s is refused', async (_what, body) => {
  expect((await create(body)).status).toBe(400);
});

test('EM28 too many assignees are 403 with the code of the limit', async () => {
  const people = bed.company.people.slice(0, 21);
  const assignments = Object.fromEntries(
    people.map(({ id }) => [id, { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' }]),
  );
  const { status, body } = await create({ title: 'x', assignments });
  expect([status, errorOf(body)['code']]).toEqual([403, 'MaximumAssigneesInTasks']);
});

test('EM28 a full plan takes no task, when the emulator is told so', async () => {
  bed.emulator.faults.add({
    kind: 'status',
    status: 403,
    code: 'MaximumTasksInProject',
    path: '^/planner/tasks$',
    times: 1,
  });
  expect(errorOf((await create({ title: 'x' })).body)['code']).toBe('MaximumTasksInProject');
});

test('EM28 a create whose answer got lost was done, and repeating it makes a second one', async () => {
  bed.emulator.faults.add({ kind: 'lost', when: 'after', method: 'POST', path: '/planner/tasks', times: 1 });
  await expect(create({ title: 'una vez' })).rejects.toThrow();
  await create({ title: 'una vez' });
  const { body } = await live(bed, 'm01', 'GET', `/planner/plans/${plan}/tasks`);
  expect((body['value'] as readonly Json[]).filter(({ title }) => title === 'una vez')).toHaveLength(2);
});

test('EM28 strangers and unknown plans get nothing', async () => {
  expect((await create({ title: 'x' }, 'x01')).status).toBe(403);
  expect((await create({ title: 'x', planId: 'none' })).status).toBe(404);
  expect((await bed.call(bed.token('m01', ['User.Read']), 'GET', `/planner/plans/${plan}`)).status).toBe(403);
});

schemaCheck('wrong on purpose');
