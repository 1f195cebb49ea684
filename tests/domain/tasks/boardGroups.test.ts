import fc from 'fast-check';
import type { BoardFilter, BoardTask } from '../../../src/domain/tasks/board';
import { boardOf, countsOf, groupsOf, matches, reviewOrder } from '../../../src/domain/tasks/boardGroups';
import { aDigest, anyDigests, anyPlan, aProblem, aTask, NAMES, PEOPLE, planOf, TODAY } from './aBoard';

const question = { hasPlan: true, series: { people: PEOPLE }, today: TODAY };

test('TB9 a problem as its newest record tells, with its last two numbers', () => {
  const at = Date.UTC(2026, 10, 3);
  const digests = [
    aDigest(1, {
      problems: [
        aProblem('p1', { title: 'Leads', goal: 0, readings: [38, 30, 21].map((value) => ({ at, value })) }),
        aProblem('p2', { state: 'solved', internal: true, readings: [{ at, value: 4 }] }),
      ],
    }),
    aDigest(0, { problems: [aProblem('p1', { title: 'Antes' })] }),
  ];
  const { problems } = boardOf({ ...question, digests, planned: null }, new Map());
  expect([...problems.values()]).toEqual([
    {
      id: 'p1',
      title: 'Leads',
      area: 'marketing',
      before: 30,
      now: 21,
      goal: 0,
      state: 'open',
      internal: false,
      sessions: 2,
    },
    {
      id: 'p2',
      title: 'Problema p2',
      area: 'marketing',
      before: null,
      now: 4,
      goal: null,
      state: 'solved',
      internal: true,
      sessions: 1,
    },
  ]);
});

test('TB10 what a filter lets through', () => {
  const tasks = [
    aTask('late', { due: '2026-11-20', owner: 's01' }),
    aTask('wed', { due: TODAY, text: 'Llamar a José' }),
    aTask('sun', { due: '2026-11-29', problem: 'p2' }),
    aTask('mon', { due: '2026-11-30' }),
    aTask('done', { state: 'done' }),
    aTask('monthly', { state: 'monthly' }),
  ];
  const digests = [
    aDigest(0, { tasks, problems: [aProblem('p1'), aProblem('p2', { title: 'Página de «Gota 3»' })] }),
  ];
  const board = boardOf({ ...question, digests, planned: planOf() }, NAMES);
  const shown = (filter: BoardFilter) =>
    board.tasks.filter((task) => matches(task, filter, TODAY, board.texts)).map(({ id }) => id);
  expect(shown({})).toEqual(['late', 'wed', 'sun', 'mon']);
  expect(shown({ state: 'all' })).toHaveLength(6);
  expect(shown({ state: 'done' })).toEqual(['done']);
  expect(shown({ state: 'waiting' })).toEqual(['late', 'wed', 'sun', 'mon']);
  expect(shown({ due: 'late' })).toEqual(['late']);
  expect(shown({ due: 'week' })).toEqual(['wed', 'sun']);
  expect(shown({ due: 'none' })).toEqual([]);
  expect(shown({ area: 'sales' })).toEqual(['late']);
  expect(shown({ owner: 'm01', problem: 'p2' })).toEqual(['sun']);
  expect(shown({ search: '  JOSE llam' })).toEqual(['wed']);
  expect(shown({ search: 'nandu S01' })).toEqual(['late']);
  expect(shown({ search: 'pagina «gota' })).toEqual(['sun']);
  expect(shown({ search: 'llamar lista' })).toEqual([]);
});

const anyFilter: fc.Arbitrary<BoardFilter> = fc.record(
  {
    area: fc.constantFrom('marketing', 'sales', ''),
    owner: fc.constantFrom('m01', 's01'),
    due: fc.constantFrom('late' as const, 'week' as const, 'none' as const),
    state: fc.constantFrom('all' as const, 'done' as const, 'waiting' as const),
    problem: fc.constantFrom('p1', 'p2'),
    search: fc.constantFrom('lista', 'LEADS', 'jose', 'ñ'),
  },
  { requiredKeys: [] },
);

/** The same said slowly: every problem is gone through, and every task of it. */
function naive(tasks: readonly BoardTask[], titles: ReadonlyMap<string, string>) {
  const key = (due: string | null) => (due === null ? '9999-99-99' : due);
  const groups = [...titles.keys(), null].map((problem) => ({
    problem,
    tasks: tasks
      .filter((task) => (titles.has(task.problem ?? '') ? task.problem : null) === problem)
      .map(({ id, due, late, text }) => ({ id, due: key(due), late, text }))
      .sort((a, b) =>
        `${a.due}\u0000${a.text}\u0000${a.id}`.localeCompare(`${b.due}\u0000${b.text}\u0000${b.id}`, 'en'),
      ),
  }));
  return groups.filter((group) => group.tasks.length > 0);
}

test('TB11 groups are those of a naive grouping, late ones first, then by the first due date', () => {
  fc.assert(
    fc.property(anyDigests, anyPlan, anyFilter, (digests, planned, filter) => {
      const board = boardOf({ ...question, digests, planned }, NAMES);
      const groups = groupsOf(board, filter, TODAY).filter(({ tasks }) => tasks.length > 0);
      const shown = board.tasks.filter((task) => matches(task, filter, TODAY, board.texts));
      const titles = new Map([...board.problems].map(([id, { title }]) => [id, title]));
      const wanted = new Map(
        naive(shown, titles).map(({ problem, tasks }) => [problem, tasks.map(({ id }) => id).sort()]),
      );
      expect(
        new Map(groups.map(({ problem, tasks }) => [problem?.id ?? null, tasks.map(({ id }) => id).sort()])),
      ).toEqual(wanted);
      for (const { tasks } of groups)
        for (const [at, task] of tasks.entries())
          expect((tasks[at - 1]?.due ?? '0') <= (task.due ?? '~') || task.due === null).toBe(true);
      const order = groups.map(
        ({ tasks }) => `${tasks.some(({ late }) => late) ? 0 : 1} ${tasks[0]?.due ?? '~'}`,
      );
      expect(order).toEqual([...order].sort());
    }),
  );
});

test('TB11 open problems of the newest record stand behind without tasks, when nothing is filtered', () => {
  const digests = [
    aDigest(1, {
      problems: [aProblem('p1'), aProblem('p2'), aProblem('p3', { state: 'solved' })],
      tasks: [aTask('t1')],
    }),
    aDigest(0, { problems: [aProblem('p4')] }),
  ];
  const board = boardOf({ ...question, digests, planned: planOf() }, NAMES);
  const titles = (filter: BoardFilter) => groupsOf(board, filter, TODAY).map(({ problem }) => problem?.id);
  expect(titles({})).toEqual(['p1', 'p2']);
  expect(titles({ state: 'all' })).toEqual(['p1']);
});

test('TB12 counts are of all tasks; the review takes those to be decided, late ones, then by date', () => {
  const digests = [
    aDigest(0, {
      problems: [aProblem('p1')],
      tasks: [
        aTask('far', { due: '2027-01-01' }),
        aTask('near', { due: '2026-11-26' }),
        aTask('late', { due: '2026-11-01' }),
        aTask('decide', { due: '2026-12-24', carried: 3 }),
        aTask('done', { state: 'done' }),
      ],
    }),
  ];
  const { tasks } = boardOf({ ...question, digests, planned: planOf() }, NAMES);
  expect(countsOf(tasks)).toEqual({ open: 4, late: 1, waiting: 4 });
  expect(reviewOrder(tasks).map(({ id }) => id)).toEqual(['decide', 'late', 'near', 'far']);
});

test('TB12 2,400 tasks are filtered and grouped far within 50 ms', () => {
  const tasks = Array.from({ length: 2400 }, (_, n) =>
    aTask(`t${n}`, {
      problem: `p${n % 60}`,
      text: `Enviar la lista ${n} a José`,
      owner: n % 2 === 0 ? 'm01' : 's01',
      due: `2026-1${n % 3}-1${n % 10}`,
    }),
  );
  const problems = Array.from({ length: 60 }, (_, n) => aProblem(`p${n}`));
  const board = boardOf(
    { ...question, digests: [aDigest(0, { tasks, problems })], planned: planOf() },
    NAMES,
  );
  const times = [
    { search: 'jose 7' },
    { area: 'sales' },
    {},
    { search: 'lista', due: 'late' as const },
  ].flatMap((filter) =>
    Array.from({ length: 5 }, () => {
      const began = performance.now();
      groupsOf(board, filter, TODAY);
      return performance.now() - began;
    }),
  );
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(50);
});
