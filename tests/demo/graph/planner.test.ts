import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { errorOf, live, valuesOf } from './teamsBed';

let bed: Bed;
let group: string;
let plan: string;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  group = bed.company.team?.groupId ?? '';
  const made = await call('POST', '/planner/plans', {
    container: { containerId: group, type: 'group', url: `https://graph.microsoft.com/v1.0/groups/${group}` },
    title: 'Semanal',
  });
  expect(made.status).toBe(201);
  plan = String(made.body['id']);
});
afterEach(() => bed.close());

const call = (method: string, path: string, body?: unknown, headers = {}, as = 'm01') =>
  live(bed, as, method, path, body, headers);
const assigned = (...people: readonly string[]) => ({
  assignments: Object.fromEntries(
    people.map((one) => [
      bed.person(one).id,
      { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
    ]),
  ),
});
const newTask = async (more: object = {}) => {
  const made = await call('POST', '/planner/tasks', { planId: plan, title: 'Llamar', ...more });
  expect(made.status).toBe(201);
  return made.body;
};
const pathOf = (task: Json) => `/planner/tasks/${String(task['id'])}`;
const tagOf = (body: Json) => ({ 'if-match': String(body['@odata.etag']) });
const FULL = { prefer: 'return=representation' };

test('EM26 a team’s plans are its members’, made with a container and listed', async () => {
  expect(plan).toHaveLength(28);
  expect(valuesOf((await call('GET', `/groups/${group}/planner/plans`)).body)).toMatchObject([
    { id: plan, title: 'Semanal', container: { containerId: group, type: 'group' } },
  ]);
  expect((await call('GET', `/groups/${group}/planner/plans`, undefined, {}, 'x01')).status).toBe(403);
  expect((await call('GET', `/planner/plans/${plan}`, undefined, {}, 'x01')).status).toBe(403);
  const bucket = await call('POST', '/planner/buckets', { planId: plan, name: 'Leads', orderHint: ' !' });
  expect(bucket.status).toBe(201);
  expect(valuesOf((await call('GET', `/planner/plans/${plan}/buckets`)).body)).toMatchObject([
    { name: 'Leads' },
  ]);
});

test('EM26 a task carries owner and date, is listed in its plan and with its owner', async () => {
  const due = { dueDateTime: '2026-11-27T10:00:00Z' };
  const task = await newTask({ ...assigned('s01'), ...due, priority: 3 });
  expect(task).toMatchObject({
    title: 'Llamar',
    dueDateTime: '2026-11-27T10:00:00.000Z',
    percentComplete: 0,
  });
  expect(String(task['id'])).toHaveLength(28);
  expect(valuesOf((await call('GET', `/planner/plans/${plan}/tasks`)).body)).toHaveLength(1);
  expect(valuesOf((await call('GET', '/me/planner/tasks', undefined, {}, 's01')).body)).toHaveLength(1);
  expect(valuesOf((await call('GET', '/me/planner/tasks')).body)).toHaveLength(0);
});

test('EM27 a change needs the tag of the very object; * and other objects’ tags are refused', async () => {
  const task = await newTask();
  const details = (await call('GET', `${pathOf(task)}/details`)).body;
  const patch = (headers: object) => call('PATCH', pathOf(task), { percentComplete: 50 }, headers);
  expect((await patch({})).status).toBe(400);
  expect((await patch({ 'if-match': '*' })).status).toBe(400);
  const wrong = await patch(tagOf(details));
  expect([wrong.status, errorOf(wrong.body)['code']]).toEqual([412, '']);
  expect((await patch(tagOf(task))).status).toBe(204);
  const after = await call(
    'PATCH',
    pathOf(task),
    { percentComplete: 100 },
    {
      ...tagOf((await call('GET', pathOf(task))).body),
      ...FULL,
    },
  );
  expect([after.status, after.body]).toMatchObject([
    200,
    { percentComplete: 100, completedBy: { user: { id: bed.person('m01').id } } },
  ]);
});

test('EM27 an old tag passes when nobody changed the same, else it is a conflict', async () => {
  const task = await newTask();
  expect((await call('PATCH', pathOf(task), { priority: 1 }, tagOf(task))).status).toBe(204);
  expect((await call('PATCH', pathOf(task), { title: 'Otra' }, tagOf(task))).status).toBe(204);
  expect((await call('PATCH', pathOf(task), { title: 'Más' }, tagOf(task))).status).toBe(409);
});

test('EM27 details have a tag of their own, and their change is one of the task', async () => {
  const task = await newTask();
  const details = `${pathOf(task)}/details`;
  const before = (await call('GET', details)).body;
  const written = await call(
    'PATCH',
    details,
    { description: 'Problema: leads', previewType: 'description' },
    {
      ...tagOf(before),
      ...FULL,
    },
  );
  expect([written.status, written.body]).toMatchObject([200, { description: 'Problema: leads' }]);
  expect((await call('GET', pathOf(task))).body).toMatchObject({ hasDescription: true });
  expect((await call('PATCH', pathOf(task), { priority: 1 }, tagOf(task))).status).toBe(409);
});

test('EM28 open types name the type of each value, and null takes away', async () => {
  const task = await newTask(assigned('s01', 'm02'));
  const one = bed.person('s01').id;
  const gone = await call(
    'PATCH',
    pathOf(task),
    { assignments: { [one]: null } },
    { ...tagOf(task), ...FULL },
  );
  expect(Object.keys(gone.body['assignments'] as Json)).toEqual([bed.person('m02').id]);
  const details = `${pathOf(task)}/details`;
  const list = (value: object) => async () =>
    call('PATCH', details, value, { ...tagOf((await call('GET', details)).body), ...FULL });
  const key = '95e27074-6c4a-447a-aa24-9d718a0b86fa';
  const item = { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'Hecho', isChecked: true };
  const written = await list({ checklist: { [key]: item } })();
  expect(written.body['checklist']).toMatchObject({ [key]: { title: 'Hecho', isChecked: true } });
  const url = 'https%3A//valdeolmo%2Eexample/x';
  const link = { '@odata.type': '#microsoft.graph.plannerExternalReference', alias: 'Hoja', type: 'Other' };
  expect((await list({ references: { [url]: link } })()).status).toBe(200);
});

schemaCheck();
