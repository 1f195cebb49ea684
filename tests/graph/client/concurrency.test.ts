// GC1: src/graph/SPEC.md
import fc from 'fast-check';
import type { Call } from '../../../src/graph/client/call';
import { fairQueue } from '../../../src/graph/client/fairQueue';
import { graphError, json } from '../../support/scriptedFetch';
import { idle, seeded } from '../../support/virtualTiming';
import { bed, failureOf, operation } from './bed';

const call = (name: string): Call => ({ method: 'GET', path: `/${name}` });

describe('GC1 at most four requests at a time, lanes in turn', () => {
  test('GC1 forty calls with slow and throttled answers: never a fifth at a time, all answered', async () => {
    const random = seeded(7);
    const { graph, fetch, timing } = bed(async () => {
      await timing.sleep(Math.round(random() * 500), new AbortController().signal);
      return random() < 0.2 ? graphError(429, 'ApplicationThrottled', { 'Retry-After': '1' }) : json({});
    });
    const lanes = [operation(), operation(), operation()];
    const answers = await timing.settle(
      Promise.all(Array.from({ length: 40 }, (_, at) => graph.send(call(`${at}`), lanes[at % 3]!))),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(fetch.most()).toBe(4);
  });

  test('GC1 one short call does not wait behind thirty of another operation', async () => {
    const { graph, fetch, timing } = bed(async () => {
      await timing.sleep(100, new AbortController().signal);
      return json({});
    });
    const search = operation();
    const many = Array.from({ length: 30 }, (_, at) => graph.send(call(`search-${at}`), search));
    await idle();
    const one = graph.send(call('typing'), operation());
    await timing.settle(Promise.all([...many, one]));
    const place = fetch.seen.findIndex(({ path }) => path === '/typing');
    expect(place).toBeGreaterThanOrEqual(4);
    expect(place).toBeLessThanOrEqual(6);
  });

  test('GC1 who waits to come back holds no place', async () => {
    const { graph, fetch, timing } = bed((seen, nth) =>
      nth <= 4 ? graphError(429, 'x', { 'Retry-After': '30' }) : json({ path: seen.path }),
    );
    const one = operation();
    const first = [1, 2, 3, 4].map((at) => graph.send(call(`throttled-${at}`), one));
    await idle();
    const started = timing.now();
    await timing.settle(graph.send(call('fifth'), one));
    expect(timing.now()).toBe(started);
    await timing.settle(Promise.all(first));
    expect(fetch.seen).toHaveLength(9);
  });

  test('GC7 cancelling while queued leaves the queue and holds up nobody', async () => {
    const { graph, fetch, timing } = bed(async () => {
      await timing.sleep(100, new AbortController().signal);
      return json({});
    });
    const busy = operation();
    const running = Array.from({ length: 4 }, (_, at) => graph.send(call(`${at}`), busy));
    const queued = operation();
    const outcome = failureOf(graph.send(call('queued'), queued));
    await idle();
    queued.cancel.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    await timing.settle(Promise.all([...running, graph.send(call('after'), operation())]));
    expect(fetch.seen.map(({ path }) => path)).not.toContain('/queued');
    expect(fetch.seen.map(({ path }) => path)).toContain('/after');
  });
});

test('GC1 for any order of entering, leaving and giving up: never over the limit, nobody forgotten, lanes differ by one turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ lane: fc.nat(3), act: fc.constantFrom('enter', 'leave', 'abort') }), {
        maxLength: 60,
      }),
      async (acts) => {
        const queue = fairQueue(4);
        const lanes = [{}, {}, {}, {}];
        const inside: (() => void)[] = [];
        const waiting: AbortController[] = [];
        let most = 0;
        let ended = 0;
        let entered = 0;
        for (const { lane, act } of acts) {
          if (act === 'enter') {
            const controller = new AbortController();
            waiting.push(controller);
            entered++;
            queue.enter(lanes[lane]!, controller.signal).then(
              (leave) => {
                inside.push(leave);
                most = Math.max(most, inside.length);
              },
              () => ended++,
            );
          } else if (act === 'leave') {
            const leave = inside.shift();
            if (leave !== undefined) ended++;
            leave?.();
            leave?.();
          } else waiting.pop()?.abort();
          await idle();
        }
        for (let left = inside.shift(); left !== undefined; left = inside.shift()) {
          ended++;
          left();
          await idle();
        }
        expect(most).toBeLessThanOrEqual(4);
        expect(ended).toBe(entered);
      },
    ),
    { numRuns: 60 },
  );
});

test('GC1 lanes take turns however much one of them asks for', async () => {
  const queue = fairQueue(1);
  const signal = new AbortController().signal;
  const [a, b, c] = [{}, {}, {}];
  const order: string[] = [];
  const visit = async (name: string, lane: object) => {
    const leave = await queue.enter(lane, signal);
    order.push(name);
    await idle();
    leave();
  };
  await Promise.all([
    visit('a1', a),
    visit('a2', a),
    visit('a3', a),
    visit('a4', a),
    visit('b1', b),
    visit('c1', c),
    visit('b2', b),
  ]);
  expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});
