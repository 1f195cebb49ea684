// GP7 to GP11: src/graph/SPEC.md
import type { PlanTask } from '../../../src/domain/tasks/board';
import { createPlanBoard } from '../../../src/graph/planner/planBoard';
import { findTeam } from '../../../src/graph/planner/team';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  const board = createPlanBoard(graph, timing, findTeam(graph, 'G', undefined));
  const sent = () => fetch.seen.map(({ method, path }) => `${method} ${path}`);
  return { board, fetch, timing, sent };
}
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.body ?? 'null') as Record<string, unknown>;

const ASSIGNED = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' };
const answered = (change: object = {}) => ({
  '@odata.etag': 'W/"2"',
  id: 'T1',
  planId: 'P',
  title: 'Enviar la lista',
  percentComplete: 0,
  dueDateTime: '2026-12-04T10:00:00Z',
  createdDateTime: '2026-11-24T16:20:00Z',
  completedDateTime: null,
  assignments: { U1: { ...ASSIGNED, orderHint: '8585' } },
  appliedCategories: {},
  ...change,
});
const SEEN: PlanTask = {
  id: 'T1',
  eTag: 'W/"1"',
  title: 'Enviar la lista',
  owners: ['U1'],
  due: '2026-12-04',
  percent: 0,
  createdAt: Date.UTC(2026, 10, 24, 16, 20),
  completedAt: null,
  categories: [],
};

describe('GP7 reading', () => {
  test('GP7 pages arrive one by one, with no call per task', async () => {
    const { board, timing, sent } = open(({ url, path }) =>
      path.includes('page=2')
        ? json({ value: [answered({ id: 'T2' })] })
        : json({ value: [answered()], '@odata.nextLink': `${url}?page=2` }),
    );
    const parts: (readonly string[])[] = [];
    const all = await timing.settle(
      board.list('P', (part) => void parts.push(part.map(({ id }) => id)), NEVER),
    );
    expect(parts).toEqual([['T1'], ['T2']]);
    expect(all).toEqual([
      { ...SEEN, eTag: 'W/"2"' },
      { ...SEEN, eTag: 'W/"2"', id: 'T2' },
    ]);
    expect(sent()).toEqual(['GET /planner/plans/P/tasks', 'GET /planner/plans/P/tasks?page=2']);
  });

  test('GP7 what people’s clients write is read with care', async () => {
    const { board, timing } = open(() =>
      json({
        value: [
          answered({
            title: ' <b>Uno</b>\n\u202Edos ',
            percentComplete: 140,
            dueDateTime: '2026-13-45T10:00:00Z',
            createdDateTime: 'ayer',
            completedDateTime: '2026-11-25T10:00:00Z',
            assignments: { U1: null, U2: {}, '@odata.type': 'x' },
            appliedCategories: { category3: true, category4: false, category26: true, other: true },
          }),
          { id: 'T3', '@odata.etag': 'W/"x"', title: null, assignments: null, dueDateTime: null },
        ],
      }),
    );
    expect(await timing.settle(board.list('P', () => undefined, NEVER))).toEqual([
      {
        ...{ id: 'T1', eTag: 'W/"2"', title: '<b>Uno</b> dos', owners: ['U2'], due: null, percent: 100 },
        ...{ createdAt: 0, completedAt: Date.UTC(2026, 10, 25, 10), categories: [3] },
      },
      {
        ...{ id: 'T3', eTag: 'W/"x"', title: '', owners: [], due: null, percent: 0 },
        ...{ createdAt: 0, completedAt: null, categories: [] },
      },
    ]);
    const broken = open(() => json({ value: [{ title: 'no id' }] }));
    expect(await failureOf(broken.timing.settle(broken.board.list('P', () => undefined, NEVER)))).toEqual({
      kind: 'malformed',
    });
  });
});

describe('GP8 changing', () => {
  test('GP8 only what differs is sent, with the version that was seen; the answer is asked for', async () => {
    const { board, timing, fetch } = open(() => json(answered({ percentComplete: 50 })));
    const wanted = { title: SEEN.title, percent: 50, due: '2026-12-11' } as const;
    const { task, kept } = await timing.settle(board.change(SEEN, wanted, NEVER));
    expect(bodyOf(fetch.seen[0])).toEqual({ percentComplete: 50, dueDateTime: '2026-12-11T10:00:00Z' });
    expect(fetch.seen[0]?.headers.get('if-match')).toBe('W/"1"');
    expect(fetch.seen[0]?.headers.get('prefer')).toBe('return=representation');
    expect([task.eTag, task.percent, kept]).toEqual(['W/"2"', 50, []]);
    await timing.settle(board.change(SEEN, { title: SEEN.title, percent: 0 }, NEVER));
    expect(fetch.seen).toHaveLength(1);
  });

  test.each([409, 412])('GP8 after %i the task is read again and merged field by field', async (status) => {
    const { board, timing, fetch, sent } = open(({ method }, nth) => {
      if (method === 'GET') return json(answered({ '@odata.etag': 'W/"7"', title: 'De otra persona' }));
      return nth === 1 ? graphError(status, '') : json(answered({ title: 'De otra persona' }));
    });
    const wanted = { title: 'Mía', due: '2026-12-11' } as const;
    const { task, kept } = await timing.settle(board.change(SEEN, wanted, NEVER));
    expect(sent()).toEqual(['PATCH /planner/tasks/T1', 'GET /planner/tasks/T1', 'PATCH /planner/tasks/T1']);
    expect(fetch.seen[2]?.headers.get('if-match')).toBe('W/"7"');
    expect(bodyOf(fetch.seen[2])).toEqual({ dueDateTime: '2026-12-11T10:00:00Z' });
    expect([task.title, kept]).toEqual(['De otra persona', ['title']]);
  });

  test('GP8 a storm of versions ends as a conflict after five tries', async () => {
    let version = 1;
    const { board, timing, sent } = open(({ method }) =>
      method === 'GET' ? json(answered({ '@odata.etag': `W/"${++version}"` })) : graphError(409, ''),
    );
    const work = timing.settle(board.change(SEEN, { percent: 100 }, NEVER));
    expect(await failureOf(work)).toEqual({ kind: 'conflict' });
    expect(sent().filter((line) => line.startsWith('PATCH'))).toHaveLength(5);
  });

  test('GP8 a lost answer is sent again; what it finds written already is no conflict and nobody’s', async () => {
    const { board, timing } = open(({ method }, nth) => {
      if (nth === 1) return 'cut';
      return method === 'GET' ? json(answered({ percentComplete: 100 })) : graphError(409, '');
    });
    const { task, kept } = await timing.settle(board.change(SEEN, { percent: 100 }, NEVER));
    expect([task.percent, kept]).toEqual([100, []]);
  });
});

test.each<[string, readonly string[], object, object | null]>([
  ['the old one goes', ['U1'], { owner: 'U2' }, { U1: null, U2: ASSIGNED }],
  ['others stay', ['U1', 'U3'], { owner: 'U2', ownerBefore: 'U3' }, { U3: null, U2: ASSIGNED }],
  ['there already', ['U1', 'U2'], { owner: 'U2' }, { U1: null }],
  ['from nobody', [], { owner: 'U2' }, { U2: ASSIGNED }],
  ['the same', ['U1'], { owner: 'U1' }, null],
])('GP9 a new owner: %s', async (_, owners, change, assignments) => {
  const { board, timing, fetch } = open(() => json(answered()));
  await timing.settle(board.change({ ...SEEN, owners }, change, NEVER));
  expect(fetch.seen[0] === undefined ? null : bodyOf(fetch.seen[0])['assignments']).toEqual(assignments);
});

test('GP9 whoever was added meanwhile stays, and the change is written all the same', async () => {
  const both = { U1: ASSIGNED, U3: ASSIGNED };
  const { board, timing, fetch } = open(({ method }, nth) =>
    method === 'GET' || nth > 1 ? json(answered({ assignments: both })) : graphError(409, ''),
  );
  const { kept } = await timing.settle(board.change(SEEN, { owner: 'U2' }, NEVER));
  expect(bodyOf(fetch.seen[2])).toEqual({ assignments: { U1: null, U2: ASSIGNED } });
  expect(kept).toEqual([]);
});

test.each([
  ['deleted', graphErrorOf(404, ''), { kind: 'notFound' }],
  ['an owner who left', graphErrorOf(400, ''), { kind: 'refused', code: 'unnamed' }],
  [
    'too many of one person',
    graphErrorOf(403, 'MaximumTasksAssignedToUser'),
    { kind: 'refused', code: 'MaximumTasksAssignedToUser' },
  ],
  ['no member', graphErrorOf(403, ''), { kind: 'denied' }],
])('GP10 %s: said as it is, after one request', async (_, answer, failure) => {
  const { board, timing, fetch } = open(answer);
  expect(await failureOf(timing.settle(board.change(SEEN, { owner: 'U2' }, NEVER)))).toEqual(failure);
  expect(fetch.seen).toHaveLength(1);
});

test('GP10 deleted between the conflict and the reading', async () => {
  const { board, timing } = open(({ method }) => graphError(method === 'GET' ? 404 : 409, ''));
  const work = timing.settle(board.change(SEEN, { percent: 50 }, NEVER));
  expect(await failureOf(work)).toEqual({ kind: 'notFound' });
});

describe('GP11 categories', () => {
  const details = (names: Readonly<Record<number, string | null>>, eTag = 'W/"1"') =>
    json({
      '@odata.etag': eTag,
      categoryDescriptions: Object.fromEntries(
        Array.from({ length: 25 }, (_, at) => [`category${at + 1}`, names[at + 1] ?? null]),
      ),
    });
  const AREAS = [
    { id: 'marketing', name: 'Marketing' },
    { id: 'sales', name: 'Ventas' },
  ];

  test('GP11 named anew after a conflict, with what stands there by then', async () => {
    const { board, timing, fetch } = open(({ method }, nth) => {
      if (method === 'PATCH') return nth === 2 ? graphError(412, '') : json({});
      return nth === 1 ? details({}) : details({ 25: 'Ferias', 1: 'márketing' }, 'W/"2"');
    });
    expect(await timing.settle(board.categories('P', AREAS, NEVER))).toEqual({ marketing: 1, sales: 24 });
    expect(bodyOf(fetch.seen.at(-1))).toEqual({ categoryDescriptions: { category24: 'Ventas' } });
    expect(fetch.seen.at(-1)?.headers.get('if-match')).toBe('W/"2"');
  });

  test('GP11 where no category is free an area has none, and nothing is written', async () => {
    const names = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [at + 1, `Color ${at}`]));
    const { board, timing, sent } = open(() => details({ ...names, 7: 'Ventas' }));
    expect(await timing.settle(board.categories('P', AREAS, NEVER))).toEqual({ sales: 7 });
    expect(sent()).toEqual(['GET /planner/plans/P/details']);
  });
});

function graphErrorOf(status: number, code: string): Script {
  return () => graphError(status, code);
}
