import { type BoardQuestion, boardTasks, keptTasks } from '../../../src/domain/tasks/boardTasks';
import { aDigest, aProblem, aTask, PEOPLE, planOf, planTask, TODAY } from './aBoard';

const board = (question: Partial<BoardQuestion> & Pick<BoardQuestion, 'digests'>) =>
  boardTasks({ planned: planOf(), hasPlan: true, series: { people: PEOPLE }, today: TODAY, ...question });

test('TB1 a task of several records stands once, as the newest tells, and knows its first', () => {
  const digests = [
    aDigest(2, { tasks: [aTask('t1', { carried: 2, text: 'Nueva' })] }),
    aDigest(1, { tasks: [aTask('t1', { carried: 1 })], planner: { t1: 'new' } }),
    aDigest(0, { tasks: [aTask('t1'), aTask('t2')], planner: { t1: 'old', t2: 'two' } }),
  ];
  const planned = planOf(planTask('new', { title: 'La de Planner' }), planTask('two'), planTask('old'));
  const all = board({ digests, planned });
  expect(all.map(({ id, planner, session }) => [id, planner, session])).toEqual([
    ['t1', 'new', digests[0]?.start],
    ['t2', 'two', digests[2]?.start],
  ]);
  expect(all[0]).toMatchObject({ text: 'La de Planner', carried: 2 });
  expect(keptTasks(digests).get('t1')?.since).toBe(digests[2]?.start);
  const weekly = [aDigest(9, { planner: { t1: 'weekly', t3: 'three' } })];
  const monthly = [aDigest(3, { tasks: [aTask('t3')] }), ...digests];
  expect([...keptTasks(monthly, weekly).values()].map((kept) => kept.planner)).toEqual([
    'three',
    'new',
    'two',
  ]);
});

test('TB2 what people changed in Planner counts: text, owner, day, state', () => {
  const digests = [aDigest(0, { tasks: [aTask('t1')], planner: { t1: 'a' } })];
  const shown = (change: Parameters<typeof planTask>[1]) =>
    board({ digests, planned: planOf(planTask('a', change)) })[0];
  expect(shown({ title: 'Otra', owners: ['s01'], due: null, percent: 50 })).toMatchObject({
    text: 'Otra',
    owner: 's01',
    area: 'sales',
    due: null,
    state: 'inProgress',
    in: 'plan',
  });
  expect(shown({ owners: ['s01', 'm01'] })?.owner).toBe('m01');
  expect(shown({ owners: [] })).toMatchObject({ owner: null, area: '' });
  expect(shown({ percent: 100 })?.state).toBe('done');
});

test('TB3 split is split, the monthly’s is the monthly’s until somebody has done it', () => {
  const state = (ours: 'monthly' | 'split' | 'done', percent: number) =>
    board({
      digests: [aDigest(0, { tasks: [aTask('t1', { state: ours })], planner: { t1: 'a' } })],
      planned: planOf(planTask('a', { percent })),
    })[0]?.state;
  expect([state('split', 0), state('split', 100)]).toEqual(['split', 'split']);
  expect([state('monthly', 0), state('monthly', 100)]).toEqual(['monthly', 'done']);
  expect(state('done', 100)).toBe('done');
});

describe('TB4 where a task stands', () => {
  const digests = [
    aDigest(0, {
      tasks: [
        aTask('sent'),
        aTask('deleted'),
        aTask('over', { state: 'done' }),
        aTask('waits'),
        aTask('was', { state: 'done' }),
      ],
      planner: { sent: 'a', deleted: 'b', over: 'c' },
    }),
  ];
  const where = (question: Partial<BoardQuestion>) => board({ digests, ...question }).map((task) => task.in);

  test('TB4 with the whole plan: there, deleted there, over, waiting', () => {
    expect(where({ planned: planOf(planTask('a')) })).toEqual([
      'plan',
      'gone',
      'record',
      'waiting',
      'record',
    ]);
  });
  test('TB4 with a part of the plan nothing is gone yet; unread, nothing is known', () => {
    expect(where({ planned: planOf(planTask('a')), whole: false })).toEqual([
      'plan',
      'unread',
      'unread',
      'waiting',
      'record',
    ]);
    expect(where({ planned: null })).toEqual(['unread', 'unread', 'unread', 'waiting', 'record']);
  });
  test('TB4 without a team all stay in the record', () => {
    expect(new Set(where({ planned: null, hasPlan: false }))).toEqual(new Set(['record']));
  });
});

test('TB5 late is open and due before today; carried over three times must be decided while it is open', () => {
  const digests = [
    aDigest(0, {
      tasks: [
        aTask('today', { due: TODAY, carried: 3 }),
        aTask('late', { due: '2026-11-24', carried: 2 }),
        aTask('done', { due: '2026-11-24', state: 'done', carried: 3 }),
      ],
    }),
  ];
  expect(board({ digests }).map(({ late, mustDecide }) => [late, mustDecide])).toEqual([
    [false, true],
    [true, false],
    [false, false],
  ]);
});

test('TB6 a text that Planner’s title cuts is shown whole until somebody writes another title', () => {
  const text = `${'ñ'.repeat(254)}😀 y más`;
  const digests = [aDigest(0, { tasks: [aTask('t1', { text })], planner: { t1: 'a' } })];
  const shown = (title: string) => board({ digests, planned: planOf(planTask('a', { title })) })[0]?.text;
  expect(shown(`${'ñ'.repeat(254)}…`)).toBe(text);
  expect(shown(`${'ñ'.repeat(254)}!`)).toBe(`${'ñ'.repeat(254)}!`);
});

test('TB7 what others put into the plan is left out, or asked for', () => {
  const digests = [
    aDigest(1, { tasks: [aTask('t1')], planner: { t1: 'again' } }),
    aDigest(0, { tasks: [aTask('t1')], planner: { t1: 'before' } }),
  ];
  const planned = planOf(
    planTask('again'),
    planTask('before'),
    planTask('x', { owners: ['s01'], due: '2026-11-01' }),
  );
  expect(board({ digests, planned })).toHaveLength(1);
  expect(board({ digests, planned, includeForeign: true }).slice(1)).toEqual([
    {
      id: 'planner:x',
      session: null,
      problem: null,
      text: 'En Planner x',
      owner: 's01',
      area: 'sales',
      due: '2026-11-01',
      late: true,
      carried: 0,
      mustDecide: false,
      state: 'notStarted',
      internal: false,
      in: 'plan',
      planner: 'x',
    },
  ]);
});

test('TB8 the area of the roster, internal by its problem, done by somebody for the same owner', () => {
  const digests = [
    aDigest(1, {
      problems: [aProblem('p1', { internal: true })],
      tasks: [aTask('t1', { doneBy: 'guest' })],
      planner: { t1: 'a' },
    }),
    aDigest(0, {
      problems: [aProblem('p2')],
      tasks: [aTask('t2', { problem: 'p2', owner: 'gone' })],
    }),
  ];
  const shown = (owners: readonly string[]) => board({ digests, planned: planOf(planTask('a', { owners })) });
  expect(shown(['m01'])[0]).toMatchObject({ area: 'marketing', internal: true, doneBy: 'guest' });
  expect(shown(['m02'])[0]).not.toHaveProperty('doneBy');
  expect(shown([])[1]).toMatchObject({ area: '', internal: false });
});

test('TB13 what a later meeting took out of its notes is none any more, unless the plan has it', () => {
  const before = aDigest(0, {
    problems: [aProblem('p1')],
    tasks: [aTask('stays'), aTask('out'), aTask('sent'), aTask('deleted'), aTask('over', { state: 'done' })],
    planner: { sent: 'a', deleted: 'b' },
  });
  const later = aDigest(1, { problems: [aProblem('p1')], tasks: [aTask('stays', { carried: 1 })] });
  const ids = (digests: Parameters<typeof board>[0]['digests']) =>
    board({ digests, planned: planOf(planTask('a')) }).map(({ id }) => id);
  expect(ids([later, before])).toEqual(['stays', 'sent', 'over']);
  // A meeting that could not read what was before has taken nothing out.
  expect(
    ids([aDigest(1, { problems: [aProblem('p9')], tasks: [aTask('new', { problem: 'p9' })] }), before]),
  ).toEqual(['new', ...['stays', 'out', 'sent', 'deleted', 'over']]);
});

test('TB14 done in the newest session and open in Planner: done, and waits to be told; afterwards Planner’s word counts', () => {
  const done = (change: Partial<Parameters<typeof aTask>[1]> = {}) =>
    aDigest(1, { tasks: [aTask('t1', { state: 'done', ...change })], planner: { t1: 'a' } });
  const shown = (digests: Parameters<typeof board>[0]['digests'], percent: number) => {
    const [task] = board({ digests, planned: planOf(planTask('a', { percent })) });
    return [task?.state, task?.in];
  };
  expect(shown([done()], 0)).toEqual(['done', 'waiting']);
  expect(shown([done()], 100)).toEqual(['done', 'plan']);
  expect(shown([done({ told: true })], 50)).toEqual(['inProgress', 'plan']);
  expect(shown([aDigest(2), done()], 0)).toEqual(['notStarted', 'plan']);
});
