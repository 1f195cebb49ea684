// FT1 to FT9, FT12: src/app/SPEC.md
import { loadPlan } from '../../../src/app/follow/tasksPlan';
import type { PlanBoard } from '../../../src/app/ports/planBoard';
import type { Series } from '../../../src/domain/rhythm/series';
import { NEVER } from '../../contracts/outcome';
import { aRecord } from '../../support/aRecord';
import { fakePlanBoard } from '../../support/fakes/fakePlanBoard';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { settle } from '../meeting/testTime';
import { aBoardOf, aProblem, aTask, inPlanner } from './aBoard';
import { aTeam, aWeekly, PEOPLE, START, WEEK } from './aFollow';

const SENT = aTask('sent');
const MORE = [
  aTask('waits', { owner: 's01', due: '2026-11-20' }),
  aTask('gone'),
  aTask('thrice', { carried: 3, due: '2026-12-24' }),
];

/** A session a week ago with three tasks in Planner, of which one was deleted there, and one that waits. */
async function aTeamWithTasks(series = aWeekly(), ...others: readonly Series[]) {
  const team = aTeam(undefined, [series, ...others]);
  await team.held(2, { problems: [aProblem('p1')], tasks: [], planner: {} });
  await team.held(1, {
    problems: [aProblem('p1', { readings: [{ at: START - WEEK, value: 38 }] })],
    tasks: [SENT, ...MORE],
    planner: { sent: 'P1', gone: 'P2', thrice: 'P3' },
  });
  inPlanner(team, 'P1', SENT);
  inPlanner(team, 'P3', aTask('thrice', { due: '2026-12-24' }));
  return team;
}

describe('FT1 reading the plan', () => {
  test('FT1 records and plan are one board, with its counts', async () => {
    const { view, all, now } = await aBoardOf(await aTeamWithTasks());
    expect(all().map(({ id, in: where }) => [id, where])).toEqual([
      ['waits', 'waiting'],
      ['gone', 'gone'],
      ['sent', 'plan'],
      ['thrice', 'plan'],
    ]);
    expect(view().counts).toEqual({ open: 4, late: 1, waiting: 1, shown: 4 });
    expect(now().progress.plan).toEqual({ state: 'ready' });
  });

  test('FT1 the first page is shown before the second is there, and nothing is gone yet', async () => {
    const team = await aTeamWithTasks();
    for (let n = 0; n < 150; n++) inPlanner(team, `X${n}`, aTask(`x${n}`));
    let after = (): void => undefined;
    const board = fakePlanBoard(team.plans);
    const slow: PlanBoard = {
      ...board,
      list: async (plan, arrived, cancel) => {
        const all = await board.list(plan, () => undefined, cancel);
        arrived(all.slice(0, 100));
        await new Promise<void>((resolve) => (after = resolve));
        return (arrived(all.slice(100)), all);
      },
    };
    const opening = aBoardOf(team, 'm01', { board: slow });
    await settle();
    after();
    const { follow, task } = await opening;
    expect(task('gone').in).toBe('gone');
    // A second reading keeps what was known until it has read all.
    const again = loadPlan(follow);
    await settle();
    expect(task('sent').in).toBe('plan');
    expect(follow.state.get().progress.plan).toEqual({ state: 'reading', done: 100, of: null });
    expect(follow.state.get().planned?.size).toBe(152);
    after();
    await again;
  });

  test('FT1 a plan that cannot be read is told, the records still tell, and a press reads again', async () => {
    const team = await aTeamWithTasks();
    const board = fakePlanBoard(team.plans);
    board.failNext({ kind: 'unavailable' }, 'list');
    const { follow, now, all, task, settle, commands } = await aBoardOf(team, 'm01', { board });
    expect(now().progress.plan).toEqual({ state: 'failed', failure: { kind: 'unavailable' } });
    expect(all().map((one) => one.in)).toEqual(['waiting', 'unread', 'unread', 'unread']);
    commands.change('sent', { state: 'done' });
    await settle();
    expect(now().notice).toMatchObject({ kind: 'failed', failure: { kind: 'unavailable' }, during: 'task' });
    await loadPlan(follow);
    expect(task('sent').in).toBe('plan');
  });

  test('FT1 what was written while a reading is under way is not undone by it', async () => {
    const team = await aTeamWithTasks();
    let after = (): void => undefined;
    const board = fakePlanBoard(team.plans);
    const { follow, commands, task, settle } = await aBoardOf(team, 'm01', { board });
    const { list } = board;
    board.list = async (plan, arrived, cancel) => {
      const all = await list(plan, () => undefined, cancel);
      await new Promise<void>((resolve) => (after = resolve));
      return (arrived(all), all);
    };
    const reading = loadPlan(follow);
    await settle();
    commands.change('sent', { state: 'inProgress' });
    await settle();
    after();
    await reading;
    expect(task('sent').state).toBe('inProgress');
  });

  test('FT1 without a team there is no plan: tasks stay in the records, and change there', async () => {
    const team = await aTeamWithTasks();
    team.plans.plan = null;
    const { view, all, commands, settle, record, now } = await aBoardOf(team);
    expect(view()).toMatchObject({ withoutPlan: true, maySend: false, counts: { waiting: 0 } });
    expect(new Set(all().map((one) => one.in))).toEqual(new Set(['record']));
    expect(now().progress.plan).toEqual({ state: 'none' });
    commands.change('sent', { state: 'done', text: ' Otra ' });
    await settle();
    expect((await record()).tasks[0]).toMatchObject({ state: 'done', text: 'Otra' });
    commands.send();
    await settle();
    expect(now().notice).toMatchObject({ kind: 'refused', code: 'follow/no-plan' });
  });
});

test('FT1 what a monthly has taken over is in the plan where the weekly’s records say so', async () => {
  const monthlyId = '5b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f';
  const monthly = aWeekly({ id: monthlyId, kind: 'monthly', title: 'A mensual' });
  const weekly = aWeekly({ followUp: { ...FOLLOW_UP, monthly: monthlyId } });
  const team = aTeam(undefined, [weekly, monthly]);
  await team.held(1, { tasks: [aTask('big', { state: 'monthly' })], planner: { big: 'P1' } });
  inPlanner(team, 'P1', aTask('big'), { createdAt: START - 9 * WEEK });
  await team.records.create(
    aRecord({ series: monthlyId, start: START, startedAt: START, tasks: [aTask('big')], planner: {} }),
    NEVER,
  );
  const { view, follow } = await aBoardOf(team, 'm01', {}, { chosen: monthlyId });
  expect(view().groups.flatMap(({ tasks }) => tasks)).toMatchObject([
    { id: 'big', in: 'plan', planner: 'P1' },
  ]);
  expect(view().maySend).toBe(false);
  expect(Object.keys(follow.state.get().archives)).toHaveLength(2);
});

describe('FT2 what is shown', () => {
  test('FT2 filters narrow the groups and not the counts; leaving one out takes it back', async () => {
    const { commands, view } = await aBoardOf(await aTeamWithTasks());
    commands.filter({ area: 'sales', state: 'all' });
    expect(view().groups.flatMap(({ tasks }) => tasks.map(({ id }) => id))).toEqual(['waits']);
    expect(view().counts).toMatchObject({ open: 4, shown: 1 });
    commands.filter({ area: undefined });
    expect(view().filter).toEqual({ state: 'all' });
  });

  test('FT2 the same reading gives the same board, whatever is filtered', async () => {
    const { commands, view, all } = await aBoardOf(await aTeamWithTasks());
    const [before] = all().filter(({ id }) => id === 'sent');
    commands.filter({ search: 'TAREA sent' });
    expect(view().groups[0]?.tasks[0]).toBe(before);
  });

  test('FT2 the review goes through open tasks, those to be decided first, and stays inside', async () => {
    const { commands, view } = await aBoardOf(await aTeamWithTasks());
    const at = () => [view().review.at, view().review.of, view().review.task?.id];
    expect(at()).toEqual([0, 4, 'thrice']);
    commands.step(-1);
    expect(at()).toEqual([0, 4, 'thrice']);
    for (let n = 0; n < 9; n++) commands.step(1);
    expect(at()).toEqual([3, 4, 'sent']);
    // Its problem is there whatever the list beside it shows.
    commands.filter({ search: 'nothing of the kind' });
    expect(view().review.problem?.id).toBe(view().review.task?.problem);
  });

  test('FT2 owners are people of the rosters and the company; names are of everybody who was there', async () => {
    const team = aTeam(undefined, [
      aWeekly({ people: [...PEOPLE, { ...PEOPLE[0]!, id: 'guest', name: 'Fuera', outsider: true }] }),
    ]);
    await team.held(1, { people: [{ id: 'left', name: 'Ya no está', area: 'sales', how: 'room' }] });
    const { view } = await aBoardOf(team);
    expect(view().people.map(({ id }) => id)).toEqual(PEOPLE.map(({ id }) => id));
    expect(view().names).toMatchObject({ guest: 'Fuera', left: 'Ya no está', m01: 'Irene Valcárcel' });
    // Ids come out of files that anybody of the team can edit.
    expect([view().names['constructor'], view().names['__proto__']]).toEqual([undefined, undefined]);
  });
});

describe('FT3 changing in the plan', () => {
  test('FT3 shown at once, written with what was seen, and the record keeps out of it', async () => {
    const { commands, task, settle, board, record } = await aBoardOf(await aTeamWithTasks());
    commands.change('sent', { state: 'inProgress', due: '2026-12-11', owner: 's01', text: 'Mejor  así' });
    expect(task('sent')).toMatchObject({
      state: 'inProgress',
      due: '2026-12-11',
      owner: 's01',
      text: 'Mejor así',
    });
    await settle();
    expect(task('sent')).toMatchObject({
      state: 'inProgress',
      due: '2026-12-11',
      owner: 's01',
      text: 'Mejor así',
    });
    expect(board.plans.tasks[0]).toMatchObject({ percent: 50, owners: ['s01'], title: 'Mejor así' });
    expect((await record()).tasks[0]).toEqual(SENT);
  });

  test('FT3 two quick changes of one task are no conflict of two people, and told as kept at the end', async () => {
    const { commands, task, settle, now } = await aBoardOf(await aTeamWithTasks());
    commands.change('sent', { state: 'inProgress' });
    commands.change('sent', { state: 'done' });
    commands.change('thrice', { due: '2027-01-04' });
    expect(now()).toMatchObject({ working: { what: 'task', task: 'thrice' }, notice: null });
    await settle();
    expect(now()).toMatchObject({ working: null, notice: { kind: 'done', what: 'task' } });
    expect(task('thrice').due).toBe('2027-01-04');
    commands.filter({ state: 'done' });
    expect(task('sent').state).toBe('done');
  });

  test.each([
    ['unavailable', { kind: 'unavailable' as const }],
    ['an owner who left', { kind: 'refused' as const, code: 'unnamed' }],
    ['a storm of versions', { kind: 'conflict' as const }],
    ['not allowed', { kind: 'denied' as const }],
  ])('FT3 refused (%s), the screen goes back, it is told and can be repeated', async (_, failure) => {
    const { commands, task, settle, board, now, follow } = await aBoardOf(await aTeamWithTasks());
    board.failNext(failure, 'change');
    commands.change('sent', { owner: 's01' });
    expect(task('sent').owner).toBe('s01');
    await settle();
    expect(task('sent').owner).toBe('m01');
    expect(now().notice).toEqual({ kind: 'failed', failure, during: 'task', again: true });
    follow.again?.();
    await settle();
    expect(task('sent').owner).toBe('s01');
  });
});

describe('FT4 what others did in Planner meanwhile', () => {
  test('FT4 the same field is theirs and told, another is written', async () => {
    const { commands, task, settle, board, now } = await aBoardOf(await aTeamWithTasks());
    board.before(() => board.edit('P1', { title: 'Suya', owners: ['s02'] }));
    commands.change('sent', { text: 'Mía', owner: 's01', due: '2026-12-18' });
    await settle();
    expect(task('sent')).toMatchObject({ text: 'Suya', owner: 's02', due: '2026-12-18' });
    expect(now().notice).toEqual({ kind: 'planKept', task: 'sent', fields: ['text', 'owner'] });
  });

  test('FT4 completed meanwhile stays completed, until a person who has seen it opens it again', async () => {
    const { commands, task, settle, board, now } = await aBoardOf(await aTeamWithTasks());
    commands.filter({ state: 'all' });
    board.before(() => board.edit('P1', { percent: 100 }));
    commands.change('sent', { state: 'inProgress' });
    await settle();
    expect(task('sent').state).toBe('done');
    expect(now().notice).toMatchObject({ kind: 'planKept', fields: ['state'] });
    commands.change('sent', { state: 'inProgress' });
    await settle();
    expect(task('sent').state).toBe('inProgress');
  });

  test('FT4 deleted meanwhile: told, and the task stands there as gone', async () => {
    const { commands, task, settle, board, now } = await aBoardOf(await aTeamWithTasks());
    board.before(() => board.remove('P1'));
    commands.change('sent', { state: 'done' });
    await settle();
    expect(now().notice).toMatchObject({ kind: 'failed', failure: { kind: 'notFound' }, during: 'task' });
    expect(task('sent')).toMatchObject({ in: 'gone', state: 'notStarted' });
  });
});

describe('FT5 changing in the record', () => {
  test('FT5 what waits changes where it stands; another owner takes it from whoever did it', async () => {
    const team = aTeam();
    await team.held(1, { tasks: [aTask('waits', { doneBy: 'guest' })], planner: {} });
    const { commands, task, settle, record } = await aBoardOf(team);
    commands.change('waits', { text: 'Otra', owner: 's02', due: '2026-12-30' });
    await settle();
    expect(task('waits')).toMatchObject({ text: 'Otra', owner: 's02', due: '2026-12-30', in: 'waiting' });
    expect((await record()).tasks).toEqual([
      aTask('waits', { text: 'Otra', owner: 's02', due: '2026-12-30' }),
    ]);
    commands.change('waits', { state: 'done' });
    await settle();
    expect((await record()).tasks[0]?.state).toBe('done');
  });

  test('FT5 a text that no title holds stands whole in the record; a decision is taken back there', async () => {
    const team = await aTeamWithTasks();
    const { commands, task, settle, record, board } = await aBoardOf(team);
    const text = 'ñ'.repeat(300);
    commands.change('sent', { text });
    await settle();
    expect(task('sent').text).toBe(text);
    expect(board.plans.tasks[0]?.title).toBe(`${'ñ'.repeat(254)}…`);
    expect((await record()).tasks[0]?.text).toBe(text);
  });
});

test.each([
  ['an unknown task', 'nobody', { state: 'done' as const }, 'follow/unknown-task'],
  ['an empty text', 'sent', { text: ' ' }, 'meeting/empty-text'],
  ['a text without end', 'sent', { text: 'x'.repeat(501) }, 'meeting/too-long'],
  ['a day that is none', 'sent', { due: '2026-02-30' }, 'time/bad-date'],
  ['a stranger', 'sent', { owner: 'x99' }, 'meeting/unknown-person'],
])('FT6 refused, and nothing changes: %s', async (_, id, change, code) => {
  const { commands, board, view } = await aBoardOf(await aTeamWithTasks());
  const before = view().groups;
  expect(() => commands.change(id, change)).toThrow(expect.objectContaining({ code }));
  expect(board.calls.change).toBeUndefined();
  expect(view().groups).toEqual(before);
});

test('FT6 while something larger is being done nothing is changed', async () => {
  const { commands, follow } = await aBoardOf(await aTeamWithTasks());
  follow.change({ working: { what: 'push', done: 0, of: 3 } });
  for (const press of [() => commands.change('sent', { state: 'done' }), () => commands.send()])
    expect(press).toThrow(expect.objectContaining({ code: 'follow/busy' }));
});

describe('FT7 carried over three times', () => {
  test('FT7 cut down: text and day in record and Planner, and it counts anew', async () => {
    const { commands, task, settle, record, board } = await aBoardOf(await aTeamWithTasks());
    expect(task('thrice').mustDecide).toBe(true);
    commands.cutDown('thrice', 'Solo el borrador', '2026-12-03');
    await settle();
    expect(task('thrice')).toMatchObject({ text: 'Solo el borrador', due: '2026-12-03', mustDecide: false });
    expect((await record()).tasks[3]).toMatchObject({ text: 'Solo el borrador', carried: 0 });
    expect(board.plans.tasks[1]).toMatchObject({ title: 'Solo el borrador', due: '2026-12-03' });
  });

  test('FT7 cut down while Planner is away: the record has it, and a retry tells Planner alone', async () => {
    const { commands, task, settle, record, board, follow } = await aBoardOf(await aTeamWithTasks());
    board.failNext({ kind: 'offline' }, 'change');
    commands.cutDown('thrice', 'Solo el borrador', '2026-12-03');
    await settle();
    expect((await record()).tasks[3]).toMatchObject({ carried: 0 });
    expect(task('thrice').text).toBe('Tarea thrice');
    follow.again?.();
    await settle();
    expect(task('thrice').text).toBe('Solo el borrador');
  });

  test('FT7 split: parts wait to be sent, the whole is closed in Planner', async () => {
    const { commands, all, settle, record, board } = await aBoardOf(await aTeamWithTasks());
    const part = { text: 'Una', owner: 'm01', due: '2026-12-05' };
    commands.split('thrice', [part, { text: 'Otra', owner: 's02', due: '2026-12-06' }]);
    await settle();
    const parts = (await record()).tasks.filter(({ partOf }) => partOf === 'thrice');
    expect(parts.map(({ text, owner, carried }) => [text, owner, carried])).toEqual([
      ['Una', 'm01', 0],
      ['Otra', 's02', 0],
    ]);
    expect((await record()).tasks[3]?.state).toBe('split');
    expect(
      all()
        .filter((one) => one.in === 'waiting')
        .map(({ text }) => text),
    ).toEqual(['Tarea waits', 'Una', 'Otra']);
    expect(board.plans.tasks[1]?.percent).toBe(100);
    for (const [parts, code] of [
      [[part], 'meeting/too-few-parts'],
      [[part, { ...part, owner: 'x99' }], 'meeting/unknown-person'],
    ] as const)
      expect(() => commands.split('sent', parts)).toThrow(expect.objectContaining({ code }));
    expect(() => commands.cutDown('thrice', 'x', '2026-12-05')).toThrow(
      expect.objectContaining({ code: 'follow/unknown-task' }),
    );
  });
});

test('FT8 to the monthly of the series, and back when somebody takes it up here; without one it is refused', async () => {
  const without = await aBoardOf(await aTeamWithTasks());
  expect(() => without.commands.toMonthly('thrice')).toThrow(
    expect.objectContaining({ code: 'follow/no-monthly' }),
  );
  const monthly = '5b0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f';
  const weekly = aWeekly({ followUp: { ...FOLLOW_UP, monthly } });
  // One that was deleted takes nothing any more.
  const gone = await aBoardOf(await aTeamWithTasks(weekly));
  expect(() => gone.commands.toMonthly('thrice')).toThrow(
    expect.objectContaining({ code: 'follow/no-monthly' }),
  );
  const { commands, task, settle, record, board } = await aBoardOf(
    await aTeamWithTasks(weekly, aWeekly({ id: monthly, kind: 'monthly' })),
  );
  commands.filter({ state: 'all' });
  commands.toMonthly('thrice');
  await settle();
  expect(task('thrice')).toMatchObject({ state: 'monthly', carried: 0 });
  expect((await record()).tasks[3]?.state).toBe('monthly');
  expect(board.calls.change).toBeUndefined();
  commands.change('thrice', { state: 'inProgress' });
  await settle();
  expect(task('thrice').state).toBe('inProgress');
  expect((await record()).tasks[3]?.state).toBe('open');
});

test('FT9 the number, the goal and the state of a problem go into its newest record', async () => {
  const { commands, view, settle, record, now } = await aBoardOf(await aTeamWithTasks());
  commands.setProblem('p1', { value: 21, goal: 0 });
  await settle();
  expect(view().groups[0]?.problem).toMatchObject({
    before: 38,
    now: 21,
    goal: 0,
    state: 'open',
    sessions: 2,
  });
  commands.setProblem('p1', { goal: null, state: 'solved' });
  await settle();
  expect((await record()).problems[0]).toMatchObject({
    state: 'solved',
    readings: [{ value: 38 }, { value: 21 }],
  });
  expect((await record()).problems[0]).not.toHaveProperty('goal');
  expect((await record(2)).problems[0]).toEqual(aProblem('p1'));
  commands.setProblem('p1', { state: 'open' });
  await settle();
  expect((await record()).problems[0]).not.toHaveProperty('state');
  expect(now().notice).toEqual({ kind: 'done', what: 'decide' });
  expect(() => commands.setProblem('p1', { value: NaN })).toThrow();
  expect(() => commands.setProblem('p7', { value: 1 })).toThrow();
});

describe('FT12 deleted in Planner', () => {
  test('FT12 let go it is done with, and no kept promise', async () => {
    const { commands, all, settle, record } = await aBoardOf(await aTeamWithTasks());
    commands.letGo('gone');
    await settle();
    expect(all().map(({ id }) => id)).not.toContain('gone');
    expect((await record()).tasks[2]?.state).toBe('split');
    expect(() => commands.letGo('sent')).toThrow(expect.objectContaining({ code: 'follow/unknown-task' }));
  });

  test('FT12 made again it is a new task in Planner, once', async () => {
    const { commands, task, settle, record, board } = await aBoardOf(await aTeamWithTasks());
    commands.again('gone');
    await settle();
    expect(task('gone')).toMatchObject({ in: 'plan', text: 'Tarea gone' });
    const made = board.plans.tasks.filter(({ title }) => title === 'Tarea gone');
    expect(made).toHaveLength(1);
    expect((await record()).planner['gone']).toBe(made[0]?.id);
    expect(() => commands.again('gone')).toThrow(expect.objectContaining({ code: 'follow/unknown-task' }));
  });
});
