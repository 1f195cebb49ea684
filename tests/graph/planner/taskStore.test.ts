// GP1 to GP6: src/graph/SPEC.md
import { createTaskStore } from '../../../src/graph/planner/taskStore';
import { findTeam } from '../../../src/graph/planner/team';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const TASK = { title: 'Enviar la lista', owner: 'U2', due: '2026-12-04', note: 'Problema: listas tarde' };
const SINCE = Date.UTC(2026, 10, 26, 9);

function open(
  script: Script,
  { team = 'G', site, me = 'U1' }: { team?: string | null; site?: string; me?: string | null } = {},
) {
  const { graph, fetch, timing } = bed(script);
  const tasks = createTaskStore(
    graph,
    timing,
    findTeam(graph, team ?? undefined, site),
    () => me ?? undefined,
  );
  const sent = () => fetch.seen.map(({ method, path }) => `${method} ${path}`);
  return { tasks, fetch, timing, sent };
}
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.body ?? 'null') as Record<string, unknown>;
const plan = (id: string, title: string, createdDateTime: string) => ({ id, title, createdDateTime });

describe('GP1 the team', () => {
  test('GP1 the group of the site’s library, asked once', async () => {
    const { tasks, timing, sent } = open(
      ({ path }) =>
        path.includes('/drive')
          ? json({ owner: { group: { id: 'G1' } } })
          : json({ value: [plan('P', 'x', '2026')] }),
      { team: null, site: 'v.sharepoint.com:/sites/Marketing' },
    );
    expect(await timing.settle(tasks.plan(NEVER))).toBe('P');
    await timing.settle(tasks.plan(NEVER));
    expect(sent()).toEqual([
      'GET /sites/v.sharepoint.com:/sites/Marketing:/drive?$select=owner',
      'GET /groups/G1/planner/plans',
      'GET /groups/G1/planner/plans',
    ]);
  });

  test('GP1 no team, no plan; a site without a group has none; one that cannot be read says so', async () => {
    const nothing = open(() => 'cut', { team: null });
    expect(await nothing.timing.settle(nothing.tasks.plan(NEVER))).toBeNull();
    expect(nothing.sent()).toEqual([]);
    for (const answer of [
      () => json({ owner: { user: { id: 'x' } } }),
      () => graphError(404, 'itemNotFound'),
    ]) {
      const { tasks, timing } = open(answer, { team: null, site: 's' });
      expect(await timing.settle(tasks.plan(NEVER))).toBeNull();
    }
    const denied = open(() => graphError(403, 'accessDenied'), { team: null, site: 's' });
    expect(await failureOf(denied.timing.settle(denied.tasks.plan(NEVER)))).toEqual({ kind: 'denied' });
  });
});

describe('GP2 the plan', () => {
  test.each([
    ['P2', [plan('P1', 'Otra', '2020'), plan('P2', 'Cadencia', '2026'), plan('P3', 'Cadencia', '2027')]],
    ['P2', [plan('P1', 'Otra', '2021'), plan('P2', 'Más', '2020')]],
  ])('GP2 %s: ours first, then the oldest', async (wanted, value) => {
    const { tasks, timing } = open(() => json({ value }));
    expect(await timing.settle(tasks.plan(NEVER))).toBe(wanted);
  });

  test('GP2 a team without one gets it', async () => {
    const { tasks, timing, fetch } = open(({ method }) =>
      method === 'GET' ? json({ value: [] }) : json({ id: 'NEW' }, 201),
    );
    expect(await timing.settle(tasks.plan(NEVER))).toBe('NEW');
    expect(bodyOf(fetch.seen[1])).toEqual({
      title: 'Cadencia',
      container: { containerId: 'G', type: 'group' },
    });
  });
});

/** Planner as it takes a task and its note. */
const planner: Script = ({ method, path }) => {
  if (method === 'POST') return json({ id: 'T1' }, 201);
  return path.endsWith('/details') && method === 'GET' ? json({ '@odata.etag': 'W/"1"' }) : json({});
};

test('GP3 what is sent: the whole title, the owner, the day', async () => {
  const { tasks, timing, fetch } = open(planner);
  const title = `${'x'.repeat(250)} <b>é`;
  expect(await timing.settle(tasks.create('P', { ...TASK, title }, NEVER))).toBe('T1');
  expect(bodyOf(fetch.seen[0])).toEqual({
    planId: 'P',
    title,
    dueDateTime: '2026-12-04T10:00:00Z',
    assignments: { U2: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' } },
  });
  const long = timing.settle(tasks.create('P', { ...TASK, title: 'x'.repeat(256) }, NEVER));
  expect(await failureOf(long)).toEqual({ kind: 'refused', code: 'title-too-long' });
  expect(fetch.seen).toHaveLength(3);
});

const FULL = { kind: 'refused', code: 'MaximumTasksInProject' };

test.each<[string, Script, object | undefined, number]>([
  ['a lost answer', () => 'cut', { kind: 'offline' }, 1],
  ['no answer in time', () => 'hang', { kind: 'offline' }, 1],
  ['a broken service', () => graphError(500, ''), { kind: 'unavailable' }, 1],
  [
    'an answer that nobody can read',
    () => new Response('<html>', { status: 201 }),
    { kind: 'unavailable' },
    1,
  ],
  ['a full plan', () => graphError(403, 'MaximumTasksInProject'), FULL, 1],
  ['no member', () => graphError(403, ''), { kind: 'denied' }, 1],
  [
    'patience asked for',
    (seen, nth) => (nth === 1 ? graphError(429, '', { 'retry-after': '2' }) : planner(seen, nth)),
    undefined,
    4,
  ],
])('GP4 a task is made once: %s', async (_, script, failure, requests) => {
  const { tasks, timing, fetch } = open(script);
  const work = timing.settle(tasks.create('P', TASK, NEVER));
  if (failure === undefined) await work;
  else expect(await failureOf(work)).toEqual(failure);
  expect(fetch.seen).toHaveLength(requests);
});

describe('GP5 the note', () => {
  test('GP5 is written with its own version; an empty one is not', async () => {
    const { tasks, timing, fetch, sent } = open(planner);
    await timing.settle(tasks.create('P', TASK, NEVER));
    expect(sent()).toEqual([
      'POST /planner/tasks',
      'GET /planner/tasks/T1/details',
      'PATCH /planner/tasks/T1/details',
    ]);
    expect(bodyOf(fetch.seen[2])).toEqual({ description: TASK.note });
    expect(fetch.seen[2]?.headers.get('if-match')).toBe('W/"1"');
    expect(fetch.seen[2]?.headers.get('prefer')).toBe('return=representation');
    await timing.settle(tasks.create('P', { ...TASK, note: '' }, NEVER));
    expect(fetch.seen).toHaveLength(4);
  });

  test.each([
    [409, 7],
    [412, 7],
    [403, 3],
  ])('GP5 a note refused with %i is no failure of the task', async (status, requests) => {
    const { tasks, timing, fetch } = open((seen, nth) =>
      seen.method === 'PATCH' ? graphError(status, '') : planner(seen, nth),
    );
    expect(await timing.settle(tasks.create('P', TASK, NEVER))).toBe('T1');
    expect(fetch.seen).toHaveLength(requests);
  });
});

describe('GP6 what an unanswered create may have left', () => {
  const left = (id: string, more = {}) => ({
    id,
    title: TASK.title,
    dueDateTime: '2026-12-04T00:00:00Z',
    createdDateTime: '2026-11-26T09:00:01.1234567Z',
    createdBy: { user: { id: 'u1' } },
    ...more,
  });

  test('GP6 exactly the title and the day, of that person, since then', async () => {
    const value = [
      left('same'),
      left('title', { title: `${TASK.title}.` }),
      left('day', { dueDateTime: '2026-12-05T10:00:00Z' }),
      left('no-day', { dueDateTime: null }),
      left('other', { createdBy: { user: { id: 'U9' } } }),
      left('nobody', { createdBy: null }),
      left('clocks', { createdDateTime: '2026-11-26T08:59:30Z' }),
      left('before', { createdDateTime: '2026-11-26T08:58:59Z' }),
      left('never', { createdDateTime: 'soon' }),
    ];
    const { tasks, timing } = open(() => json({ value }));
    expect(await timing.settle(tasks.find('P', TASK, SINCE, NEVER))).toEqual(['same', 'clocks']);
    expect(await timing.settle(tasks.find('P', { ...TASK, by: 'U9' }, SINCE, NEVER))).toEqual(['other']);
  });

  test('GP6 all pages are read, and I am asked once', async () => {
    const { tasks, timing, sent } = open(
      ({ path, url }) => {
        if (path.startsWith('/me')) return json({ id: 'U1' });
        if (path.includes('page=2')) return json({ value: [left('second')] });
        return json({ value: [left('first')], '@odata.nextLink': `${url}?page=2` });
      },
      { me: null },
    );
    expect(await timing.settle(tasks.find('P', TASK, SINCE, NEVER))).toEqual(['first', 'second']);
    await timing.settle(tasks.find('P', TASK, SINCE, NEVER));
    expect(sent().filter((line) => line.startsWith('GET /me'))).toHaveLength(1);
  });
});
