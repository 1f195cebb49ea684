// GB1 to GB4: src/graph/SPEC.md
import { type BatchItem, runBatch } from '../../../src/graph/client/batch';
import { graphError, json, type Seen } from '../../support/scriptedFetch';
import { seeded } from '../../support/virtualTiming';
import { bed, failureOf, operation } from './bed';

type Sent = {
  id: string;
  method: string;
  url: string;
  dependsOn?: string[];
  body?: unknown;
  headers?: Record<string, string>;
};
type Inner = { id: string; status: number; headers?: Record<string, string>; body?: unknown };

const sentIn = (seen: Seen | undefined): Sent[] =>
  (JSON.parse(seen?.body ?? '{"requests":[]}') as { requests: Sent[] }).requests;

/** Answers each batch by a function of its items; always out of order, as the service does. */
function service(answer: (item: Sent, nthBatch: number) => Omit<Inner, 'id'>, seed = 3) {
  return (seen: Seen, nth: number) => {
    const random = seeded(seed + nth);
    const responses = sentIn(seen).map((item) => ({ id: item.id, ...answer(item, nth) }));
    return json({ responses: responses.sort(() => random() - 0.5) });
  };
}

const get = (id: string, dependsOn?: string[]): BatchItem => ({
  id,
  call: { method: 'GET', path: `/me/events/${id}`, query: { $select: 'id,subject' } },
  ...(dependsOn && { dependsOn }),
});
const post = (id: string): BatchItem => ({ id, call: { method: 'POST', path: '/me/events', body: { id } } });
const numbered = (count: number) => Array.from({ length: count }, (_, at) => get(`e${at}`));
const statuses = (results: Awaited<ReturnType<typeof runBatch>>) =>
  Object.fromEntries(
    [...results].map(([id, one]) => [id, one.kind === 'answer' ? one.answer.status : one.failure.kind]),
  );

test('GB1 forty-five items go in three batches and come back by id, whatever the order', async () => {
  const { graph, fetch, timing } = bed(service((item) => ({ status: 200, body: { mine: item.id } })));
  const results = await timing.settle(runBatch(graph, numbered(45), operation(), timing));
  expect(fetch.seen.map((one) => sentIn(one).length)).toEqual([20, 20, 5]);
  expect([...results.keys()]).toEqual(numbered(45).map(({ id }) => id));
  for (const [id, one] of results) {
    expect(one).toMatchObject({
      kind: 'answer',
      answer: { status: 200, text: JSON.stringify({ mine: id }) },
    });
  }
});

test('GB1 addresses are relative and encoded, a body brings its content type', async () => {
  const { graph, fetch, timing } = bed(service(() => ({ status: 200 })));
  await timing.settle(runBatch(graph, [get('a'), post('b')], operation(), timing));
  expect(sentIn(fetch.seen[0])).toEqual([
    { id: 'a', method: 'GET', url: '/me/events/a?$select=id%2Csubject' },
    {
      id: 'b',
      method: 'POST',
      url: '/me/events',
      body: { id: 'b' },
      headers: { 'Content-Type': 'application/json' },
    },
  ]);
});

test('GB1 an answer that is missing is malformed, one too many is ignored', async () => {
  const { graph, timing } = bed(() =>
    json({
      responses: [
        { id: 'b', status: 200 },
        { id: 'stray', status: 200 },
      ],
    }),
  );
  const results = await timing.settle(runBatch(graph, [get('a'), get('b')], operation(), timing));
  expect(statuses(results)).toEqual({ a: 'malformed', b: 200 });
});

test('GB2 inner 429s run again after the longest wait of all, the others do not run twice', async () => {
  const { graph, fetch, timing } = bed(
    service((item, nth) => {
      if (nth > 1) return { status: 200 };
      if (item.id === 'e3') return { status: 429, headers: { 'Retry-After': '2' } };
      if (item.id === 'e9') return { status: 429, headers: { 'retry-after': '11.5' } };
      return { status: 200 };
    }),
  );
  const started = timing.now();
  const results = await timing.settle(runBatch(graph, numbered(12), operation(), timing));
  expect(sentIn(fetch.seen[1]).map(({ id }) => id)).toEqual(['e3', 'e9']);
  expect(timing.now() - started).toBe(11_500);
  expect(Object.values(statuses(results)).every((status) => status === 200)).toBe(true);
});

test('GB2 an inner 429 without a wait backs off', async () => {
  const { graph, timing } = bed(service((_, nth) => ({ status: nth < 3 ? 429 : 200 })));
  const started = timing.now();
  expect(statuses(await timing.settle(runBatch(graph, [post('a')], operation(), timing)))).toEqual({
    a: 200,
  });
  expect(timing.now() - started).toBeGreaterThanOrEqual(1500);
});

test('GB2 inner 429 for ten minutes ends as throttled for those, what is done stays done', async () => {
  const { graph, fetch, timing } = bed(
    service((item) =>
      item.id === 'e1' ? { status: 429, headers: { 'Retry-After': '600' } } : { status: 200 },
    ),
  );
  const results = await timing.settle(runBatch(graph, numbered(3), operation(), timing));
  expect(statuses(results)).toEqual({ e0: 200, e1: 'throttled', e2: 200 });
  expect(results.get('e1')).toEqual({
    kind: 'failed',
    failure: { kind: 'throttled', retryAfterMs: 600_000 },
  });
  expect(fetch.seen).toHaveLength(1);
});

test('GB2 inner 5xx: what reads runs again and is uncertain, what makes something does not', async () => {
  const { graph, fetch, timing } = bed(service((_, nth) => ({ status: nth === 1 ? 503 : 200 })));
  const results = await timing.settle(runBatch(graph, [get('a'), post('b')], operation(), timing));
  expect(statuses(results)).toEqual({ a: 200, b: 503 });
  expect(sentIn(fetch.seen[1]).map(({ id }) => id)).toEqual(['a']);
  expect(results.get('a')).toMatchObject({ answer: { uncertain: true } });
});

test('GB2 inner 5xx that stays is the answer after four tries', async () => {
  const { graph, fetch, timing } = bed(service(() => ({ status: 500 })));
  expect(statuses(await timing.settle(runBatch(graph, [get('a')], operation(), timing)))).toEqual({ a: 500 });
  expect(fetch.seen).toHaveLength(4);
});

describe('GB3 what depends on another', () => {
  test('GB3 a 424 runs again together with the parent that was throttled', async () => {
    const { graph, fetch, timing } = bed(
      service((item, nth) => {
        if (nth > 1) return { status: 200 };
        if (item.id === 'b') return { status: 429, headers: { 'Retry-After': '1' } };
        return { status: item.id === 'a' ? 200 : 424 };
      }),
    );
    const chain = [get('a'), get('b', ['a']), get('c', ['b']), get('d', ['c'])];
    expect(statuses(await timing.settle(runBatch(graph, chain, operation(), timing)))).toEqual({
      a: 200,
      b: 200,
      c: 200,
      d: 200,
    });
    expect(sentIn(fetch.seen[1]).map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ['b', undefined],
      ['c', ['b']],
      ['d', ['c']],
    ]);
  });

  test('GB3 a 424 whose parent failed for good is final', async () => {
    const { graph, fetch, timing } = bed(service((item) => ({ status: item.id === 'a' ? 404 : 424 })));
    const results = await timing.settle(runBatch(graph, [get('a'), get('b', ['a'])], operation(), timing));
    expect(statuses(results)).toEqual({ a: 404, b: 424 });
    expect(fetch.seen).toHaveLength(1);
  });

  test('GB3 across the border of a batch: done parents are left out, failed ones stop their children unsent', async () => {
    const chain = numbered(20).map((item, at) => (at === 0 ? item : { ...item, dependsOn: [`e${at - 1}`] }));
    const whole = [...chain, get('after', ['e19']), get('last', ['after'])];
    const done = bed(service(() => ({ status: 200 })));
    await done.timing.settle(runBatch(done.graph, whole, operation(), done.timing));
    expect(sentIn(done.fetch.seen[1]).map(({ dependsOn }) => dependsOn)).toEqual([undefined, ['after']]);

    const failed = bed(service((item) => ({ status: item.id === 'e0' ? 403 : 424 })));
    const results = await failed.timing.settle(runBatch(failed.graph, whole, operation(), failed.timing));
    expect(statuses(results)).toMatchObject({ e0: 403, e19: 424, after: 424, last: 424 });
    expect(failed.fetch.seen).toHaveLength(1);
  });
});

test('GB4 the batch itself is repeated after 429, after 503 only when all of it may be', async () => {
  const throttled = bed((seen, nth) =>
    nth === 1 ? graphError(429, 'x', { 'Retry-After': '3' }) : service(() => ({ status: 200 }))(seen, nth),
  );
  expect(
    statuses(
      await throttled.timing.settle(runBatch(throttled.graph, [post('a')], operation(), throttled.timing)),
    ),
  ).toEqual({ a: 200 });
  const broken = bed((seen, nth) =>
    nth === 1 ? graphError(503, 'x') : service(() => ({ status: 200 }))(seen, nth),
  );
  const mixed = runBatch(broken.graph, [get('a'), post('b')], operation(), broken.timing);
  expect(await failureOf(broken.timing.settle(mixed))).toEqual({ kind: 'unavailable' });
  expect(broken.fetch.seen).toHaveLength(1);
});

test('GC7 cancelling while a batch waits ends it', async () => {
  const { graph, fetch, timing } = bed(service(() => ({ status: 429, headers: { 'Retry-After': '50' } })));
  const one = operation();
  const outcome = failureOf(runBatch(graph, [get('a')], one, timing));
  await timing.until(timing.now() + 1000);
  one.cancel.cancel();
  expect(await outcome).toEqual({ kind: 'cancelled' });
  expect(fetch.seen).toHaveLength(1);
});
