// GC2 to GC4, GC7: src/graph/SPEC.md
import { graphError, json } from '../../support/scriptedFetch';
import { idle, seeded } from '../../support/virtualTiming';
import { PATIENCE } from '../../../src/graph/client/retry';
import { backOffMs, retryAfterMsOf } from '../../../src/graph/client/retryAfter';
import type { Call } from '../../../src/graph/client/call';
import { bed, failureOf, operation } from './bed';

const GET: Call = { method: 'GET', path: '/me' };
const POST: Call = { method: 'POST', path: '/me/events', body: { subject: 'x' } };
const READING_POST: Call = { ...POST, repeatable: true };

const throttledOnce = (headers: Record<string, string>) => (_: unknown, nth: number) =>
  nth === 1 ? graphError(429, 'TooManyRequests', headers) : json({ ok: true });

describe('GC2 after 429 every call comes back, never earlier than Retry-After says', () => {
  test.each([
    ['whole seconds', '7', 7000],
    ['fractional seconds', '2.128', 2128],
    ['a date', 'Mon, 23 Nov 2026 09:00:12 GMT', 12_000],
    ['zero', '0', 0],
    ['a date that has passed', 'Mon, 23 Nov 2026 08:00:00 GMT', 0],
  ])('GC2 %s', async (_, value, atLeastMs) => {
    const { graph, fetch, timing } = bed(throttledOnce({ 'Retry-After': value }));
    const started = timing.now();
    const answer = await timing.settle(graph.send(POST, operation()));
    expect(answer.status).toBe(200);
    expect(fetch.seen).toHaveLength(2);
    expect(timing.now() - started).toBeGreaterThanOrEqual(atLeastMs);
    expect(timing.now() - started).toBeLessThanOrEqual(atLeastMs + 1100);
  });

  test('GC2 also beyond the 180 s at which the library stops', async () => {
    const patience = { ...PATIENCE, waitsMs: 400_000 };
    const { graph, timing } = bed(throttledOnce({ 'Retry-After': '200' }), { patience });
    const started = timing.now();
    await timing.settle(graph.send(GET, operation()));
    expect(timing.now() - started).toBeGreaterThanOrEqual(200_000);
  });

  test.each([
    ['missing', {}],
    ['unreadable', { 'Retry-After': 'soon' }],
    ['negative', { 'Retry-After': '-5' }],
  ])('GC2 %s: exponential back-off with jitter', async (_, headers) => {
    const { graph, timing } = bed((_seen, nth) =>
      nth <= 3 ? graphError(429, 'TooManyRequests', headers as Record<string, string>) : json({}),
    );
    const started = timing.now();
    const times: number[] = [];
    const sent = timing.settle(graph.send(GET, operation()));
    await sent;
    times.push(timing.now() - started);
    // 0.5–1 s, 1–2 s, 2–4 s
    expect(times[0]).toBeGreaterThanOrEqual(3500);
    expect(times[0]).toBeLessThanOrEqual(7000);
  });
});

test('GC2 clients that failed together do not come back together, and a seed repeats its waits', () => {
  const waits = (seed: number) => {
    const random = seeded(seed);
    return [0, 1, 2, 3].map((failures) => backOffMs(failures, 1000, random));
  };
  expect(waits(1)).toEqual(waits(1));
  expect(waits(1)).not.toEqual(waits(2));
});

test('GC2 back-off doubles, keeps half of its length and stops at thirty seconds', () => {
  expect([0, 1, 2, 3].map((failures) => backOffMs(failures, 1000, () => 0))).toEqual([500, 1000, 2000, 4000]);
  expect([0, 1, 2, 3].map((failures) => backOffMs(failures, 1000, () => 1))).toEqual([
    1000, 2000, 4000, 8000,
  ]);
  expect(backOffMs(40, 1000, () => 1)).toBe(30_000);
});

describe('GC3 after a broken answer or none only what may be sent twice is sent twice', () => {
  test.each([500, 502, 503, 504, 408])('GC3 %i: a GET is repeated', async (status) => {
    const { graph, fetch, timing } = bed((_, nth) => (nth < 3 ? graphError(status, 'x') : json({})));
    expect((await timing.settle(graph.send(GET, operation()))).status).toBe(200);
    expect(fetch.seen).toHaveLength(3);
  });

  test.each([500, 502, 503, 504, 408])('GC3 %i: a POST that makes something is not', async (status) => {
    const { graph, fetch, timing } = bed(() => graphError(status, 'x', { 'Retry-After': '1' }));
    expect((await timing.settle(graph.send(POST, operation()))).status).toBe(status);
    expect(fetch.seen).toHaveLength(1);
  });

  test('GC3 a POST that only reads, or carries its key, is repeated and says that it was uncertain', async () => {
    const { graph, fetch, timing } = bed((_, nth) => (nth === 1 ? graphError(504, 'x') : json({})));
    const answer = await timing.settle(graph.send(READING_POST, operation()));
    expect(answer).toMatchObject({ status: 200, uncertain: true });
    expect(fetch.seen).toHaveLength(2);
  });

  test('GC3 after a 429 nothing is uncertain', async () => {
    const { graph, timing } = bed(throttledOnce({ 'Retry-After': '1' }));
    expect((await timing.settle(graph.send(READING_POST, operation()))).uncertain).toBe(false);
  });

  test('GC3 a cut connection: a GET is repeated, a POST fails with offline at once', async () => {
    const script = (_: unknown, nth: number) => (nth === 1 ? ('cut' as const) : json({}));
    const reading = bed(script);
    expect((await reading.timing.settle(reading.graph.send(GET, operation()))).status).toBe(200);
    const making = bed(script);
    expect(await failureOf(making.timing.settle(making.graph.send(POST, operation())))).toEqual({
      kind: 'offline',
    });
    expect(making.fetch.seen).toHaveLength(1);
  });

  test('GC3 501 and other refusals are answers, not faults', async () => {
    for (const status of [400, 403, 404, 409, 412, 501]) {
      const { graph, fetch, timing } = bed(() => graphError(status, 'x'));
      expect((await timing.settle(graph.send(GET, operation()))).status).toBe(status);
      expect(fetch.seen).toHaveLength(1);
    }
  });

  test('GC3 a service that stays broken is an answer after four tries, a network that stays gone is offline', async () => {
    const broken = bed(() => graphError(503, 'x'));
    expect((await broken.timing.settle(broken.graph.send(GET, operation()))).status).toBe(503);
    expect(broken.fetch.seen).toHaveLength(PATIENCE.brokenTries);
    const gone = bed(() => 'cut');
    expect(await failureOf(gone.timing.settle(gone.graph.send(GET, operation())))).toEqual({
      kind: 'offline',
    });
    expect(gone.fetch.seen).toHaveLength(PATIENCE.brokenTries);
  });

  test('GC3 a connection that never answers counts as lost after thirty seconds', async () => {
    const { graph, timing } = bed((_, nth) => (nth === 1 ? 'hang' : json({})));
    const started = timing.now();
    expect((await timing.settle(graph.send(GET, operation()))).status).toBe(200);
    expect(timing.now() - started).toBeGreaterThanOrEqual(30_000);
  });

  test('GC3 an answer cut in its middle is lost like any other', async () => {
    const { graph, fetch, timing } = bed((_, nth) => {
      if (nth > 1) return json({ whole: true });
      const half = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"value":['));
          controller.error(new TypeError('terminated'));
        },
      });
      return new Response(half, { status: 200 });
    });
    expect((await timing.settle(graph.send(GET, operation()))).text).toBe('{"whole":true}');
    expect(fetch.seen).toHaveLength(2);
  });
});

describe('GC4 patience has an end', () => {
  test('GC4 429 for ten minutes fails at once as throttled, with the wait, and is not retried early', async () => {
    const { graph, fetch, timing } = bed(() => graphError(429, 'TooManyRequests', { 'Retry-After': '600' }));
    const started = timing.now();
    const failure = await failureOf(timing.settle(graph.send(GET, operation())));
    expect(failure).toEqual({ kind: 'throttled', retryAfterMs: 600_000 });
    expect(fetch.seen).toHaveLength(1);
    expect(timing.now() - started).toBeLessThan(1000);
  });

  test('GC4 429 for ten minutes in small portions ends when patience is used up', async () => {
    const { graph, timing } = bed(() => graphError(429, 'TooManyRequests', { 'Retry-After': '25' }));
    const started = timing.now();
    const failure = await failureOf(timing.settle(graph.send(GET, operation())));
    expect(failure).toEqual({ kind: 'throttled', retryAfterMs: 25_000 });
    expect(timing.now() - started).toBeLessThanOrEqual(PATIENCE.waitsMs);
  });

  test('GC4 429 without a wait ends too', async () => {
    const { graph, fetch, timing } = bed(() => graphError(429, 'TooManyRequests'));
    const started = timing.now();
    const failure = await failureOf(timing.settle(graph.send(GET, operation())));
    expect(failure.kind).toBe('throttled');
    expect(timing.now() - started).toBeLessThanOrEqual(PATIENCE.waitsMs);
    expect(fetch.seen.length).toBeLessThanOrEqual(PATIENCE.throttledTries);
  });

  test('GC4 503 that asks for more than patience is throttled too', async () => {
    const { graph, timing } = bed(() => graphError(503, 'x', { 'Retry-After': '300' }));
    expect(await failureOf(timing.settle(graph.send(GET, operation())))).toEqual({
      kind: 'throttled',
      retryAfterMs: 300_000,
    });
  });
});

describe('GC7 cancelling ends every kind of waiting at once', () => {
  test('GC7 while waiting to come back', async () => {
    const { graph, fetch, timing } = bed(() => graphError(429, 'x', { 'Retry-After': '50' }));
    const one = operation();
    const outcome = failureOf(graph.send(GET, one));
    await idle();
    expect(fetch.seen).toHaveLength(1);
    one.cancel.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    await timing.until(timing.now() + 120_000);
    expect(fetch.seen).toHaveLength(1);
  });

  test('GC7 while the service thinks', async () => {
    const { graph, fetch } = bed(() => 'hang');
    const one = operation();
    const outcome = failureOf(graph.send(GET, one));
    await idle();
    one.cancel.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(fetch.seen).toHaveLength(1);
  });

  test('GC7 before it began: nothing is sent', async () => {
    const { graph, fetch } = bed(() => json({}));
    const one = operation();
    one.cancel.cancel();
    expect(await failureOf(graph.send(GET, one))).toEqual({ kind: 'cancelled' });
    expect(fetch.seen).toHaveLength(0);
  });
});

test('GC2 Retry-After is seconds or a date of HTTP and nothing else', () => {
  const now = Date.UTC(2026, 10, 23, 9);
  expect(retryAfterMsOf('3', now)).toBe(3000);
  expect(retryAfterMsOf(' 0.5 ', now)).toBe(500);
  expect(retryAfterMsOf('Mon, 23 Nov 2026 09:01:00 GMT', now)).toBe(60_000);
  for (const bad of [undefined, null, '', '-1', '1e3', '5 seconds', '2026-11-23', 'NaN', '23/11/2026']) {
    expect(retryAfterMsOf(bad, now)).toBeUndefined();
  }
});
