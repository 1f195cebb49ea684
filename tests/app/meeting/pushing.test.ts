import { NEVER } from '../../contracts/outcome';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import { fakeTaskStore } from '../../support/fakes/fakeTaskStore';
import { aMeeting, capture, MINUTE, type Panel, START } from './aMeeting';
import { aRecord, LEFT } from './records';
import { settle } from './testTime';

/** A meeting that ended with so many tasks. */
async function withTasks(...lines: readonly string[]) {
  const meeting = aMeeting();
  const panel = await meeting.started();
  for (const line of lines) capture(panel, line);
  panel.desk.command({ kind: 'end' });
  await settle();
  return { meeting, panel, push: () => pressPush(meeting, panel) };
}

async function pressPush(meeting: { time: { pass(ms: number): Promise<void> } }, panel: Panel) {
  panel.desk.after.pushTasks();
  await settle();
  await meeting.time.pass(3000);
}

const LIST = 'Rodrigo: enviar la lista @2026-12-04';
const CALL = 'Irene: llamar @2026-12-05';

test('MD50 each open task goes to Planner once, by a press', async () => {
  const { meeting, panel, push } = await withTasks(LIST, CALL, 'Irene: hecha @2026-12-05');
  panel.desk.setTaskState(meeting.rooms.notes().tasks[2]?.id ?? '', 'done');
  expect(meeting.plans.tasks).toEqual([]);
  expect(panel.screen().after.tasks).toEqual({ state: 'offered', failure: null, waiting: 2, done: 0 });
  await push();
  expect(meeting.plans.tasks.map(({ title, owner, due, note }) => [title, owner, due, note])).toEqual([
    ['enviar la lista', 's01', '2026-12-04', 'Tareas abiertas|'],
    ['llamar', 'm01', '2026-12-05', 'Tareas abiertas|'],
  ]);
  expect(panel.screen().after.tasks).toEqual({ state: 'done', failure: null, waiting: 0, done: 2 });
  expect(panel.screen().problems[0]?.tasks.map(({ planner }) => planner)).toEqual(['there', 'there', 'none']);
  expect(meeting.rooms.state().push.lease).toBeNull();
  await push();
  expect(meeting.plans.tasks).toHaveLength(2);
  expect(panel.identity.asked.map(({ tier }) => tier)).toContain('followUp');
});

test('MD50 a request that the network sent twice leaves one task, and somebody’s like it of before', async () => {
  const { meeting, panel, push } = await withTasks(LIST);
  const before = { title: 'enviar la lista', owner: 's01', due: '2026-12-04', note: '' };
  meeting.plans.tasks.push({ ...before, id: 'old', plan: 'plan-1', by: 'm01', createdAt: 0 });
  panel.tasks.doubleNext();
  await push();
  expect(meeting.plans.tasks).toHaveLength(2);
  const there = Object.values(meeting.rooms.state().push.tasks);
  expect(there).toEqual([{ state: 'pushed', planner: expect.not.stringMatching(/^old$/) as string }]);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'done', done: 1 });
});

test('MD50 the intent stands in the room before the request', async () => {
  const { meeting, panel, push } = await withTasks(LIST);
  const seen: unknown[] = [];
  const { create } = panel.tasks;
  panel.tasks.create = async (...values) => {
    seen.push(Object.values(meeting.rooms.state().push.tasks), meeting.rooms.state().push.lease?.by);
    return create(...values);
  };
  await push();
  expect(seen).toEqual([[{ state: 'intended', by: 'm01', at: expect.any(Number) as number }], 'm01']);
});

test('MD51 what a request without an answer left is adopted, not made again', async () => {
  const { meeting, panel, push } = await withTasks(LIST, CALL);
  panel.tasks.loseNextAnswer({ kind: 'unavailable' });
  await push();
  expect(meeting.plans.tasks.map(({ title }) => title)).toEqual(['enviar la lista', 'llamar']);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'done', done: 2 });
});

test('MD51 a request that never arrived is made again', async () => {
  const { meeting, panel, push } = await withTasks(LIST);
  panel.tasks.failNext({ kind: 'offline' }, 'create');
  await push();
  expect(meeting.plans.tasks).toHaveLength(1);
  expect(panel.screen().after.tasks.state).toBe('done');
});

test('MD51 a panel that was closed before the answer came: the next press finds what it left', async () => {
  const { meeting, panel, push } = await withTasks(LIST);
  const { create } = panel.tasks;
  panel.tasks.create = async (...values) => {
    await create(...values);
    return new Promise(() => undefined);
  };
  await push();
  panel.desk.end();
  await meeting.time.pass(31_000);
  const again = await meeting.open();
  expect(again.screen().problems[0]?.tasks[0]?.planner).toBe('waiting');
  await pressPush(meeting, again);
  expect(meeting.plans.tasks).toHaveLength(1);
  expect(again.screen().after.tasks).toMatchObject({ state: 'done', done: 1 });
});

/** Two tasks in the plan that could be the one that was sent. */
async function twice() {
  const told = await withTasks(LIST);
  const { panel } = told;
  const { create } = panel.tasks;
  panel.tasks.create = async (...values) => {
    await create(...values);
    await create(...values);
    panel.tasks.create = create;
    throw new PortFailure({ kind: 'offline' });
  };
  await told.push();
  return told;
}

test('MD51 of two a person says that one is it', async () => {
  const { meeting, panel } = await twice();
  expect(panel.screen().question).toEqual({ kind: 'sameTask', text: 'enviar la lista', found: 2 });
  expect(panel.screen().after.tasks).toMatchObject({ state: 'offered', waiting: 1 });
  panel.desk.answer(true);
  await settle();
  expect(meeting.plans.tasks).toHaveLength(2);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'done', done: 1 });
});

test('MD51 or that none is it, and then it is made', async () => {
  const { meeting, panel } = await twice();
  panel.desk.answer(false);
  await settle();
  expect(meeting.plans.tasks).toHaveLength(3);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'done', done: 1 });
  expect(Object.values(meeting.rooms.state().push.tasks)).toEqual([{ state: 'pushed', planner: 'task-3' }]);
});

test('MD51 what is none of ours, as a person says, is not tidied away as a twin, however new it is', async () => {
  const { meeting, panel } = await twice();
  for (const one of meeting.plans.tasks) Object.assign(one, { createdAt: meeting.time.now() });
  panel.desk.answer(false);
  await settle();
  expect(meeting.plans.tasks).toHaveLength(3);
});

test('MD51 two tasks of one name are two', async () => {
  const { meeting, panel, push } = await withTasks(LIST, LIST);
  const { create } = panel.tasks;
  let calls = 0;
  panel.tasks.create = async (...values) => {
    if (++calls === 2) panel.tasks.loseNextAnswer();
    return create(...values);
  };
  await push();
  expect(meeting.plans.tasks).toHaveLength(2);
  expect(panel.screen()).toMatchObject({ question: null, after: { tasks: { state: 'done', done: 2 } } });
});

test('MD52 what somebody else was about to send is looked for under their name first', async () => {
  const { meeting, panel } = await withTasks(LIST);
  const rodrigo = await meeting.open({ me: 's01' });
  panel.tasks.create = () => new Promise(() => undefined);
  panel.desk.after.pushTasks();
  await settle();
  await fakeTaskStore(() => meeting.time.now(), 'm01', meeting.plans).create(
    'plan-1',
    { title: 'enviar la lista', owner: 's01', due: '2026-12-04', note: '' },
    { cancelled: false, onCancel: () => () => undefined },
  );
  panel.desk.end();
  await meeting.time.pass(MINUTE);
  await pressPush(meeting, rodrigo);
  expect(meeting.plans.tasks).toHaveLength(1);
  expect(rodrigo.screen().after.tasks).toMatchObject({ state: 'done', done: 1 });
});

test('MD53 a push that somebody else holds is refused and told', async () => {
  const { meeting, panel } = await withTasks(LIST);
  const rodrigo = await meeting.open({ me: 's01' });
  meeting.rooms.by('s01', { kind: 'lease' });
  await pressPush(meeting, panel);
  expect(panel.screen()).toMatchObject({
    notice: { kind: 'refused', code: 'meeting/lease-taken' },
    after: { tasks: { state: 'offered', waiting: 1 } },
  });
  await pressPush(meeting, rodrigo);
  expect(meeting.plans.tasks).toHaveLength(1);
});

test('MD53 what the service refuses is no longer intended, and the others go on', async () => {
  const { meeting, panel, push } = await withTasks(LIST, CALL);
  panel.tasks.failNext({ kind: 'refused', code: 'badRequest' }, 'create');
  await push();
  expect(meeting.plans.tasks.map(({ title }) => title)).toEqual(['llamar']);
  expect(panel.screen().after.tasks).toEqual({
    state: 'failed',
    failure: { kind: 'refused', code: 'badRequest' },
    waiting: 1,
    done: 1,
  });
  expect(Object.keys(meeting.rooms.state().push.tasks)).toHaveLength(1);
  await push();
  expect(panel.screen().after.tasks).toMatchObject({ state: 'done', done: 2 });
});

test('MD54 a task left from before that is in Planner is not made again', async () => {
  const meeting = aMeeting();
  meeting.planned.put('task-9', 'tarea t1');
  await aRecord(meeting, 1, 'm01', LEFT);
  const panel = await meeting.started();
  await pressPush(meeting, panel);
  expect(meeting.plans.tasks.map(({ title }) => title)).toEqual(['tarea t2', 'tarea t4']);
  expect(meeting.rooms.state().push.tasks['t1']).toEqual({ state: 'pushed', planner: 'task-9' });
});

test('MD54 what is in Planner from before counts as there, and the record tells it without a push', async () => {
  const meeting = aMeeting();
  meeting.planned.put('task-9', 'tarea t1');
  await aRecord(meeting, 1, 'm01', LEFT);
  const { desk, screen } = await meeting.started();
  expect(screen().after.tasks).toMatchObject({ waiting: 2, done: 1 });
  desk.command({ kind: 'end' });
  await settle();
  desk.after.keepRecord();
  await settle();
  const [file] = await meeting.records.list(meeting.series.id, NEVER);
  expect((await meeting.records.read(file!, NEVER)).record).toMatchObject({
    start: START,
    planner: { t1: 'task-9' },
  });
});

test('MD54 what the channel’s tab has sent since the meeting was kept is not made again', async () => {
  const { meeting, panel, push } = await withTasks(LIST, CALL);
  panel.desk.after.keepRecord();
  await settle();
  const [file] = await meeting.records.list(meeting.series.id, NEVER);
  const stored = await meeting.records.read(file!, NEVER);
  const [sent] = stored.record.tasks;
  const planner = { [sent?.id ?? '']: 'task-9' };
  await meeting.records.update({ ...stored.record, planner }, stored.id, stored.eTag, NEVER);
  await push();
  expect(meeting.plans.tasks.map(({ title }) => title)).toEqual(['llamar']);
  expect(meeting.rooms.state().push.tasks[sent?.id ?? '']).toEqual({ state: 'pushed', planner: 'task-9' });
});

test('MD54 where nobody can tell, it waits', async () => {
  const meeting = aMeeting();
  meeting.planned.put('task-9', 'tarea t1');
  await aRecord(meeting, 1, 'm01', LEFT);
  (await meeting.open()).desk.end();
  const store = { ...meeting.records, list: () => Promise.reject(new PortFailure({ kind: 'offline' })) };
  const panel = await meeting.started({ ports: { records: [store] } });
  await pressPush(meeting, panel);
  expect(meeting.plans.tasks).toEqual([]);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'failed', failure: { kind: 'unavailable' } });
});

test("MD55 a long text stands whole in the note; an outsider's task is its inside owner's", async () => {
  const { meeting, push } = await withTasks(
    `Rodrigo: ${'largo '.repeat(80)}@2026-12-04`,
    'Vera: revisar @2026-12-04',
  );
  await push();
  const [long, outside] = meeting.plans.tasks;
  expect(long?.title).toHaveLength(255);
  expect(long?.note).toContain('largo '.repeat(80).trim());
  expect(outside).toMatchObject({ owner: 's01', note: 'Tareas abiertas|Vera Out' });
});

const MISSING: readonly (readonly [Failure, 'missing' | 'failed'])[] = [
  [{ kind: 'consent', tier: 'followUp' }, 'missing'],
  [{ kind: 'denied' }, 'missing'],
  [{ kind: 'throttled', retryAfterMs: 400_000 }, 'failed'],
];

test.each(MISSING)(
  'MD56 a plan that answers %j is said at its step, and the rest works',
  async (failure, state) => {
    const { meeting, panel, push } = await withTasks(LIST);
    panel.tasks.failNext(failure, 'plan');
    await push();
    expect(panel.screen().after.tasks).toEqual({ state, failure, waiting: 1, done: 0 });
    panel.desk.after.keepRecord();
    await settle();
    expect(panel.screen().after.record.state).toBe('done');
    await push();
    expect(meeting.plans.tasks).toHaveLength(1);
  },
);

test('MD56 without a team there is no plan', async () => {
  const meeting = aMeeting();
  const panel = await meeting.started({ plans: { plan: null, tasks: [] } });
  await pressPush(meeting, panel);
  expect(panel.screen().after.tasks).toMatchObject({ state: 'missing', failure: { kind: 'notFound' } });
});

test('MD61 the lease is renewed while the service takes its time', async () => {
  const { meeting, panel } = await withTasks(LIST);
  let answer = (_: string): void => undefined;
  panel.tasks.create = () => new Promise((resolve) => (answer = resolve));
  panel.desk.after.pushTasks();
  await settle();
  await meeting.time.pass(5 * MINUTE);
  expect(() => meeting.rooms.by('s01', { kind: 'lease' })).toThrow('meeting/lease-taken');
  answer('task-1');
  await settle();
  expect(panel.screen().after.tasks.state).toBe('done');
  expect(meeting.rooms.state().push.lease).toBeNull();
  const timers = meeting.time.waiting();
  await meeting.time.pass(MINUTE);
  expect(meeting.time.waiting()).toBe(timers);
});
