// GC9: src/graph/SPEC.md
import * as v from 'valibot';
import type { Call } from '../../../src/graph/client/call';
import { PortFailure } from '../../../src/app/ports/failure';
import { succeed } from '../../../src/graph/client/failures';
import { ask, askAll } from '../../../src/graph/client/json';
import { BASE, graphError, json } from '../../support/scriptedFetch';
import { bed, failureOf, operation } from './bed';

const MINE: Call = { method: 'GET', path: '/me/events' };
const THEIRS: Call = { method: 'GET', path: '/users/x' };
const CHANGE: Call = { method: 'PATCH', path: '/me/events/1', body: {} };

describe('GC9 every answer that is no success has one meaning', () => {
  test.each([
    [401, 'InvalidAuthenticationToken', MINE, { kind: 'signIn' }],
    [403, 'Authorization_RequestDenied', THEIRS, { kind: 'consent', tier: 'plan' }],
    [403, 'ErrorAccessDenied', MINE, { kind: 'consent', tier: 'plan' }],
    [403, 'accessDenied', { method: 'GET', path: '/me/drive' } as Call, { kind: 'consent', tier: 'plan' }],
    [403, 'ErrorAccessDenied', THEIRS, { kind: 'denied' }],
    [403, 'ErrorAccessDenied', CHANGE, { kind: 'denied' }],
    [403, 'accessDenied', { method: 'GET', path: '/sites/s/drive' } as Call, { kind: 'denied' }],
    [403, 'Forbidden', THEIRS, { kind: 'denied' }],
    [404, 'ErrorItemNotFound', MINE, { kind: 'notFound' }],
    [410, 'gone', MINE, { kind: 'notFound' }],
    [409, 'nameAlreadyExists', MINE, { kind: 'conflict' }],
    [412, 'preconditionFailed', MINE, { kind: 'conflict' }],
    [400, 'ErrorInvalidIdMalformed', MINE, { kind: 'notFound' }],
    [400, 'ErrorInvalidRequest', MINE, { kind: 'refused', code: 'ErrorInvalidRequest' }],
    [422, 'a sentence with a name in it', MINE, { kind: 'refused', code: 'unnamed' }],
    [501, 'NotImplemented', MINE, { kind: 'unavailable' }],
    [500, 'x', MINE, { kind: 'unavailable' }],
  ] as const)('GC9 %i %s', async (status, code, call, expected) => {
    const { graph, timing } = bed(() => graphError(status, code));
    expect(await failureOf(timing.settle(succeed(graph, call, operation())))).toEqual(expected);
  });

  test('GC9 a service that names the missing scope means consent, whatever its code', async () => {
    const error = {
      code: 'Forbidden',
      message: "Missing scope permissions on the request. API requires one of 'X'.",
    };
    const { graph, timing } = bed(() => json({ error }, 403));
    expect((await failureOf(timing.settle(succeed(graph, THEIRS, operation())))).kind).toBe('consent');
  });

  test('GC9 an HTML page of a gateway is what its status says', async () => {
    const { graph, timing } = bed(() => new Response('<html>Bad Gateway</html>', { status: 502 }));
    expect(await failureOf(timing.settle(succeed(graph, MINE, operation())))).toEqual({
      kind: 'unavailable',
    });
  });

  test('GC9 nothing of a response is in the error: no message, no body, no address, no token', async () => {
    const { graph, timing } = bed(() => graphError(400, 'ErrorInvalidRequest'));
    const error: unknown = await timing
      .settle(succeed(graph, { method: 'GET', path: '/users/secret-person' }, operation()))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PortFailure);
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error as object)).replaceAll(/at .*/g, '');
    expect(told).not.toMatch(/secret|plan-1|graph\.example/);
    expect((error as Error).cause).toBeUndefined();
  });
});

describe('GC10 an answer is read once, at the border', () => {
  const PERSON = v.object({ id: v.string() });

  test.each([
    ['no JSON', 'not json'],
    ['cut short', '{"id":'],
    ['another shape', '{"id":7}'],
    ['empty', ''],
  ])('GC10 %s is malformed', async (_, text) => {
    const { graph, timing } = bed(() => new Response(text, { status: 200 }));
    expect(await failureOf(timing.settle(ask(graph, PERSON, MINE, operation())))).toEqual({
      kind: 'malformed',
    });
  });

  test('GC10 unknown fields do not matter and do not get through', async () => {
    const { graph, timing } = bed(() => json({ id: 'a', more: { anything: 1 } }));
    expect(await timing.settle(ask(graph, PERSON, MINE, operation()))).toEqual({ id: 'a' });
  });

  test('GC10 an answer of more than 16 MB is not read to its end', async () => {
    let sent = 0;
    const { graph, timing } = bed(() => {
      const endless = new ReadableStream({
        pull(controller) {
          sent++;
          controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
        },
      });
      return new Response(endless);
    });
    expect(await failureOf(timing.settle(ask(graph, PERSON, MINE, operation())))).toEqual({
      kind: 'malformed',
    });
    expect(sent).toBeLessThan(25);
  });

  test('GC10 a listing of empty pages without end is malformed', async () => {
    const { graph, timing, fetch } = bed(() =>
      json({ value: [], '@odata.nextLink': `${BASE}/users?$skiptoken=x` }),
    );
    const call: Call = MINE;
    expect(await failureOf(timing.settle(askAll(graph, PERSON, call, operation(), 5)))).toEqual({
      kind: 'malformed',
    });
    expect(fetch.seen).toHaveLength(100);
  });

  test('GC10 pages are followed with the same headers, up to the limit', async () => {
    const { graph, fetch, timing } = bed((seen) => {
      const skip = Number(new URL(seen.url).searchParams.get('$skip') ?? 0);
      return json({
        value: [{ id: `${skip}` }, { id: `${skip + 1}` }],
        '@odata.nextLink': `${BASE}/me/events?$skip=${skip + 2}&$filter=a%20eq%20'b%26c'`,
      });
    });
    const call: Call = { ...MINE, headers: { Prefer: 'outlook.timezone="UTC"' } };
    const items = await timing.settle(askAll(graph, PERSON, call, operation(), 5));
    expect(items.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
    expect(fetch.seen).toHaveLength(3);
    expect(fetch.seen.every(({ headers }) => headers.get('prefer') === 'outlook.timezone="UTC"')).toBe(true);
    expect(new URL(fetch.seen[2]?.url ?? '').searchParams.get('$filter')).toBe("a eq 'b&c'");
  });
});
