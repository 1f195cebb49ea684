// FT10, FT11: src/app/SPEC.md
import { PortFailure, type Failure } from '../../../src/app/ports/failure';
import type { TaskStore } from '../../../src/app/ports/taskStore';
import { NEVER } from '../../contracts/outcome';
import { aRecord } from '../../support/aRecord';
import { fakeTaskStore } from '../../support/fakes/fakeTaskStore';
import { aBoardOf, aProblem, aTask, inPlanner, type Team } from './aBoard';
import { aTeam, aWeekly, START, WEEK } from './aFollow';

const MINUTES = 60_000;
const OTHER = '5b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f';

async function aTeamWith(count: number, team = aTeam()): Promise<Team> {
  await team.held(1, {
    problems: [aProblem('p1')],
    tasks: Array.from({ length: count }, (_, n) => aTask(`t${n}`, { text: `Tarea ${n}` })),
    planner: {},
  });
  return team;
}

/** A store whose create fails at that one, for as long as the test says so. */
function failingAt(team: Team, at: number, failure: Failure, makes = false) {
  const store = fakeTaskStore(() => team.time.now(), 'm01', team.plans);
  const told = { on: true, creates: 0 };
  const tasks: TaskStore = {
    ...store,
    async create(plan, task, cancel) {
      const nth = ++told.creates;
      if (told.on && nth === at) {
        if (makes) await store.create(plan, task, cancel);
        throw new PortFailure(failure);
      }
      return store.create(plan, task, cancel);
    },
  };
  return { tasks, told };
}

const titles = ({ plans }: Team) => plans.tasks.map(({ title }) => title);
test('FT10 what waits goes to the plan, once, and its ids into the record in batches', async () => {
  const team = await aTeamWith(25);
  let writes = 0;
  const { records } = team;
  const { commands, all, settle, record, notice, now, view } = await aBoardOf(team, 'm01', {
    records: [{ ...records, update: (...args) => (writes++, records.update(...args)) }],
  });
  expect(view().maySend).toBe(true);
  commands.send();
  expect(now().working).toEqual({ what: 'push', done: 0, of: 25 });
  await settle();
  await settle();
  expect(notice()).toEqual({ kind: 'pushed', done: 25, left: 0, waitUntil: null });
  expect(new Set(titles(team)).size).toBe(25);
  expect(all().every((task) => task.in === 'plan')).toBe(true);
  expect(Object.keys((await record()).planner)).toHaveLength(25);
  expect(writes).toBe(3);
  expect(now().working).toBeNull();
  expect(view().maySend).toBe(false);
});

test('FT10 each task carries its owner, day, note and the category of its area', async () => {
  const team = aTeam(undefined, [
    aWeekly({
      areas: [
        { id: 'marketing', name: 'Marketing', quorum: 1, protectedTimes: [], protectedPeriods: [] },
        { id: 'sales', name: 'Ventas', quorum: 1, protectedTimes: [], protectedPeriods: [] },
      ],
    }),
  ]);
  const text = 'x'.repeat(300);
  await team.held(1, {
    problems: [aProblem('p1', { title: 'Leads' })],
    tasks: [aTask('a', { owner: 's01', doneBy: 'm02' }), aTask('b', { text })],
    planner: {},
  });
  const { commands, settle } = await aBoardOf(team);
  commands.send();
  await settle();
  expect(team.plans.tasks).toMatchObject([
    { title: 'Tarea a', owner: 's01', due: '2026-12-04', note: 'Leads|Hugo Santamarta', categories: [24] },
    { title: `${'x'.repeat(254)}…`, note: `${text}\n\nLeads|`, categories: [25] },
  ]);
});

test('FT10 a team without a plan gets one by the first push', async () => {
  const team = await aTeamWith(2);
  Object.assign(team.plans, { plan: null, team: true });
  const { commands, all, settle, view } = await aBoardOf(team);
  expect(all().map((task) => task.in)).toEqual(['waiting', 'waiting']);
  expect(view()).toMatchObject({ withoutPlan: false, maySend: true });
  commands.send();
  await settle();
  expect(all().map((task) => task.in)).toEqual(['plan', 'plan']);
});

test('FT10 asked to wait in the middle of 40: told what went and until when, the next press goes on without doubling', async () => {
  const team = await aTeamWith(40);
  const wait: Failure = { kind: 'throttled', retryAfterMs: 5 * MINUTES };
  const { tasks, told } = failingAt(team, 18, wait);
  const { commands, settle, notice, record, now, view } = await aBoardOf(team, 'm01', { tasks });
  commands.send();
  await settle();
  await settle();
  const waitUntil = team.time.now() + 5 * MINUTES;
  expect(notice()).toEqual({ kind: 'pushed', done: 17, left: 23, waitUntil });
  expect(Object.keys((await record()).planner)).toHaveLength(17);
  expect(now().working).toBeNull();
  told.on = false;
  commands.send();
  await settle();
  await settle();
  expect(notice()).toMatchObject({ done: 23, left: 0 });
  expect(titles(team)).toHaveLength(40);
  expect(new Set(titles(team)).size).toBe(40);
  expect(view().counts.waiting).toBe(0);
});

test.each(['MaximumTasksInProject', 'MaximumActiveTasksInProject', 'MaximumTasksCreatedByUser'])(
  'FT10 a full plan (%s) is told by its code, and the rest waits',
  async (code) => {
    const team = await aTeamWith(5);
    const { tasks, told } = failingAt(team, 3, { kind: 'refused', code });
    const { commands, settle, notice, all } = await aBoardOf(team, 'm01', { tasks });
    commands.send();
    await settle();
    expect(notice()).toEqual({ kind: 'planFull', code });
    expect(told.creates).toBe(3);
    expect(
      all()
        .map((task) => task.in)
        .sort(),
    ).toEqual(['plan', 'plan', 'waiting', 'waiting', 'waiting']);
  },
);

test('FT10 one person has too many tasks: theirs wait, the others’ go', async () => {
  const team = aTeam();
  await team.held(1, {
    tasks: [aTask('a'), aTask('b'), aTask('c', { owner: 's01' })],
    planner: {},
  });
  const { tasks } = failingAt(team, 1, { kind: 'refused', code: 'MaximumTasksAssignedToUser' });
  const { commands, settle, notice, task } = await aBoardOf(team, 'm01', { tasks });
  commands.send();
  await settle();
  expect(notice()).toEqual({ kind: 'planFull', code: 'MaximumTasksAssignedToUser' });
  expect(['a', 'b', 'c'].map((id) => task(id).in)).toEqual(['waiting', 'waiting', 'plan']);
});

test('FT10 an owner whom Planner does not take: told at the end, the others are no worse for it', async () => {
  const team = await aTeamWith(4);
  const { tasks } = failingAt(team, 2, { kind: 'refused', code: 'unnamed' });
  const { commands, settle, notice, view } = await aBoardOf(team, 'm01', { tasks });
  commands.send();
  await settle();
  expect(notice()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'refused' },
    during: 'push',
    again: true,
  });
  expect(view().counts.waiting).toBe(1);
});

test('FT10 consent that is missing, a network that is gone: told, nothing sent, a press goes on', async () => {
  const team = await aTeamWith(3);
  const { tasks, told } = failingAt(team, 1, { kind: 'consent', tier: 'followUp' });
  const { commands, settle, notice, follow } = await aBoardOf(team, 'm01', { tasks });
  commands.send();
  await settle();
  expect(notice()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'consent' },
    during: 'push',
    again: true,
  });
  told.on = false;
  follow.again?.();
  await settle();
  expect(titles(team)).toHaveLength(3);
});

test('FT10 what a session has seen done is closed in Planner once; opened again there, it stays open', async () => {
  const team = aTeam();
  await team.held(1, {
    problems: [aProblem('p1')],
    tasks: [aTask('done', { state: 'done', carried: 1 }), aTask('new')],
    planner: { done: 'P1' },
  });
  inPlanner(team, 'P1', aTask('done'));
  const { commands, settle, notice, view, task, record, board } = await aBoardOf(team);
  commands.filter({ state: 'all' });
  expect(task('done')).toMatchObject({ state: 'done', in: 'waiting' });
  expect(view().counts).toMatchObject({ open: 1, waiting: 2 });
  commands.send();
  await settle();
  expect(notice()).toEqual({ kind: 'pushed', done: 2, left: 0, waitUntil: null });
  expect(team.plans.tasks[0]).toMatchObject({ percent: 100 });
  expect(titles(team)).toEqual(['Tarea done', 'Tarea new']);
  expect((await record()).tasks[0]).toMatchObject({ state: 'done', told: true });
  board.edit('P1', { percent: 50 });
  const other = await aBoardOf(team, 's01');
  expect(other.task('done')).toMatchObject({ state: 'inProgress', in: 'plan' });
  expect(other.view().maySend).toBe(false);
});

test('FT5 done by a session and opened again here, record and Planner say so', async () => {
  const team = aTeam();
  await team.held(1, { tasks: [aTask('done', { state: 'done' })], planner: { done: 'P1' } });
  inPlanner(team, 'P1', aTask('done'));
  const { commands, settle, task, record } = await aBoardOf(team);
  commands.filter({ state: 'all' });
  commands.change('done', { state: 'inProgress' });
  await settle();
  expect(task('done')).toMatchObject({ state: 'inProgress', in: 'plan' });
  expect((await record()).tasks[0]).toEqual(aTask('done'));
  expect(team.plans.tasks[0]?.percent).toBe(50);
});

test('FT10 who goes to another series while it is read anew sends nothing; later on it goes on', async () => {
  const team = await aTeamWith(3, aTeam(undefined, [aWeekly(), aWeekly({ id: OTHER, title: 'Otra' })]));
  const { commands, settle, follow, now, record } = await aBoardOf(team);
  const series = now().chosen;
  commands.send();
  follow.change({ chosen: OTHER });
  await settle();
  expect(titles(team)).toEqual([]);
  expect(now().working).toBeNull();
  follow.change({ chosen: series });
  commands.send();
  const forget = follow.state.subscribe(() => {
    const { working } = now();
    if (working?.what === 'push' && working.done === 1) {
      forget();
      follow.change({ chosen: OTHER });
    }
  });
  await settle();
  expect(team.plans.tasks.map(({ note }) => note)).toEqual(Array(3).fill('Problema p1|'));
  expect(Object.keys((await record()).planner)).toHaveLength(3);
});

describe('FT11 never twice', () => {
  test('FT11 a lost answer: what it left is found and adopted', async () => {
    const team = await aTeamWith(3);
    const { tasks } = failingAt(team, 2, { kind: 'offline' }, true);
    const { commands, settle, notice, all } = await aBoardOf(team, 'm01', { tasks });
    commands.send();
    await settle();
    await team.time.pass(3_000);
    expect(notice()).toEqual({ kind: 'pushed', done: 3, left: 0, waitUntil: null });
    expect(titles(team).sort()).toEqual(['Tarea 0', 'Tarea 1', 'Tarea 2']);
    expect(all().every((task) => task.in === 'plan')).toBe(true);
  });

  test('FT11 a request that never arrived is made again', async () => {
    const team = await aTeamWith(3);
    const { tasks } = failingAt(team, 2, { kind: 'unavailable' });
    const { commands, settle, notice } = await aBoardOf(team, 'm01', { tasks });
    commands.send();
    await settle();
    await team.time.pass(3_000);
    expect(notice()).toMatchObject({ done: 3, left: 0 });
    expect(titles(team).sort()).toEqual(['Tarea 0', 'Tarea 1', 'Tarea 2']);
  });

  test('FT11 a tab closed before its record was written: another one finds what went, whoever sent it', async () => {
    const team = await aTeamWith(12);
    for (let n = 0; n < 9; n++)
      inPlanner(team, `P${n}`, aTask(`t${n}`, { text: `Tarea ${n}` }), {
        by: 's01',
        createdAt: START - WEEK + MINUTES,
      });
    const { commands, settle, record } = await aBoardOf(team);
    commands.send();
    await settle();
    expect(titles(team)).toHaveLength(12);
    expect((await record()).planner).toMatchObject({ t0: 'P0', t8: 'P8' });
  });

  test('FT11 a task of the same title from before ours, or known as another, is not it', async () => {
    const team = aTeam();
    const twice = { text: 'La misma' };
    await team.held(1, { tasks: [aTask('a', twice), aTask('b', twice)], planner: { a: 'P1' } });
    inPlanner(team, 'P1', aTask('a', twice), { createdAt: START - WEEK });
    inPlanner(team, 'old', aTask('x', twice), { createdAt: START - 9 * WEEK });
    const { commands, settle, record } = await aBoardOf(team);
    commands.send();
    await settle();
    const { planner } = await record();
    expect(planner['a']).toBe('P1');
    expect(['P1', 'old']).not.toContain(planner['b']);
    expect(titles(team)).toHaveLength(3);
  });

  test('FT11 what looks like ours and is another series’ is left to it', async () => {
    const other = aWeekly({ id: OTHER, title: 'Otra' });
    const team = aTeam(undefined, [aWeekly(), other]);
    const same = aTask('a', { text: 'La misma' });
    await team.held(1, { tasks: [same], planner: {} });
    const start = START - WEEK;
    await team.records.create(
      aRecord({
        series: OTHER,
        start,
        startedAt: start,
        tasks: [aTask('b', { text: 'La misma' })],
        planner: { b: 'P1' },
      }),
      NEVER,
    );
    inPlanner(team, 'P1', same, { createdAt: start + MINUTES });
    const { commands, settle, record, follow, series } = await aBoardOf(team);
    expect(series).not.toBe(OTHER);
    commands.send();
    await settle();
    expect(titles(team)).toEqual(['La misma', 'La misma']);
    expect((await record()).planner['a']).not.toBe('P1');
    expect(Object.keys(follow.state.get().archives)).toHaveLength(2);
  });

  test.each([
    [true, 'P1', 2],
    [false, undefined, 3],
  ])('FT11 two alike: a person is asked, and with %s it is so', async (yes, planner, count) => {
    const team = await aTeamWith(1);
    for (const id of ['P1', 'P2'])
      inPlanner(team, id, aTask('t0', { text: 'Tarea 0' }), { createdAt: START - WEEK + MINUTES });
    const { commands, settle, record, now, follow, task, view } = await aBoardOf(team);
    commands.send();
    await settle();
    expect(now().question).toEqual({ kind: 'sameTask', task: 't0', text: 'Tarea 0', found: 2 });
    expect(now().notice).toEqual({ kind: 'pushed', done: 0, left: 1, waitUntil: null });
    expect(task('t0').in).toBe('waiting');
    follow.change({ question: null });
    follow.asked?.(yes);
    await settle();
    if (planner !== undefined) expect((await record()).planner).toEqual({ t0: planner });
    expect(titles(team)).toHaveLength(count);
    expect(view().counts.waiting).toBe(0);
  });

  test('FT11 what a person says is another task is not tidied away as a twin, however new it is', async () => {
    const team = await aTeamWith(1);
    for (const id of ['P1', 'P2'])
      inPlanner(team, id, aTask('t0', { text: 'Tarea 0' }), { createdAt: team.time.now() });
    const { commands, settle, follow } = await aBoardOf(team);
    commands.send();
    await settle();
    follow.asked?.(false);
    await settle();
    expect(titles(team)).toHaveLength(3);
  });

  test('FT11 two people who send at once leave one task each', async () => {
    const team = await aTeamWith(12);
    const [mine, theirs] = [await aBoardOf(team, 'm01'), await aBoardOf(team, 's01')];
    mine.commands.send();
    theirs.commands.send();
    await mine.settle();
    await mine.settle();
    await mine.settle();
    expect(titles(team).sort()).toEqual([...new Set(titles(team))].sort());
    const { planner } = await mine.record();
    expect(Object.values(planner).sort()).toEqual(team.plans.tasks.map(({ id }) => id).sort());
  });

  test('FT11 what others have sent since this tab looked is not sent again', async () => {
    const team = await aTeamWith(4);
    const [mine, theirs] = [await aBoardOf(team, 'm01'), await aBoardOf(team, 's01')];
    theirs.commands.send();
    await mine.settle();
    mine.commands.send();
    await mine.settle();
    expect(titles(team)).toHaveLength(4);
    expect(mine.notice()).toEqual({ kind: 'pushed', done: 0, left: 0, waitUntil: null });
  });

  test('FT11 a record that cannot be written: told, and the next press adopts what went', async () => {
    const team = await aTeamWith(3);
    const { records } = team;
    let broken = true;
    const { commands, settle, notice, record } = await aBoardOf(team, 'm01', {
      records: [
        {
          ...records,
          update: (...args) =>
            broken ? Promise.reject(new PortFailure({ kind: 'offline' })) : records.update(...args),
        },
      ],
    });
    commands.send();
    await settle();
    expect(notice()).toMatchObject({ kind: 'failed', failure: { kind: 'offline' }, during: 'push' });
    expect(titles(team)).toHaveLength(3);
    broken = false;
    commands.send();
    await settle();
    expect(titles(team)).toHaveLength(3);
    expect(Object.keys((await record()).planner)).toHaveLength(3);
  });

  test('FT11 what the network made twice is taken back', async () => {
    const team = await aTeamWith(2);
    const { commands, settle, store } = await aBoardOf(team);
    store.doubleNext();
    commands.send();
    await settle();
    expect(titles(team)).toEqual(['Tarea 0', 'Tarea 1']);
  });
});
