// GC5, GC8: src/graph/SPEC.md
import { PortFailure } from '../../../src/app/ports/failure';
import type { Call } from '../../../src/graph/client/call';
import { claimsOf } from '../../../src/graph/client/token';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { graphError, json } from '../../support/scriptedFetch';
import { idle } from '../../support/virtualTiming';
import { bed, failureOf, operation } from './bed';

const GET: Call = { method: 'GET', path: '/me' };
const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1726077595"}}}';

const expired = (token: string) => (seen: { headers: Headers }) =>
  seen.headers.get('authorization') === `Bearer ${token}`
    ? graphError(401, 'InvalidAuthenticationToken')
    : json({});

describe('GC5 a 401 is answered by one fresh token', () => {
  test('GC5 the call is repeated once with the new token', async () => {
    const { graph, fetch, timing, identity } = bed(expired('plan-1'));
    expect((await timing.settle(graph.send(GET, operation()))).status).toBe(200);
    expect(fetch.seen.map((one) => one.headers.get('authorization'))).toEqual([
      'Bearer plan-1',
      'Bearer plan-2',
    ]);
    expect(identity.asked).toEqual([
      { tier: 'plan', renew: false },
      { tier: 'plan', renew: true },
    ]);
  });

  test('GC5 a second 401 is the answer', async () => {
    const { graph, fetch, timing } = bed(() => graphError(401, 'InvalidAuthenticationToken'));
    expect((await timing.settle(graph.send(GET, operation()))).status).toBe(401);
    expect(fetch.seen).toHaveLength(2);
  });

  test('GC5 a POST is repeated too: a 401 did nothing', async () => {
    const { graph, timing } = bed(expired('plan-1'));
    const call: Call = { method: 'POST', path: '/me/events', body: {} };
    expect((await timing.settle(graph.send(call, operation()))).status).toBe(200);
  });

  test('GC5 the claims that the service wants go along', async () => {
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(CLAIMS)}"`;
    const { graph, timing, identity } = bed((_, nth) =>
      nth === 1 ? graphError(401, 'InvalidAuthenticationToken', { 'WWW-Authenticate': challenge }) : json({}),
    );
    await timing.settle(graph.send(GET, operation()));
    expect(identity.asked[1]).toEqual({ tier: 'plan', renew: true, claims: CLAIMS });
  });

  test('GC5 four calls that fail together renew once', async () => {
    const { graph, timing, identity } = bed(expired('plan-1'));
    const one = operation();
    await timing.settle(Promise.all([1, 2, 3, 4].map(() => graph.send(GET, one))));
    expect(identity.asked.filter(({ renew }) => renew)).toHaveLength(1);
  });

  test('GC5 who cannot sign in fails as the identity said, and nothing is sent', async () => {
    const identity = fakeIdentity(() => Promise.reject(new PortFailure({ kind: 'consent', tier: 'plan' })));
    const { graph, fetch, timing } = bed(() => json({}), { identity });
    expect(await failureOf(timing.settle(graph.send(GET, operation())))).toEqual({
      kind: 'consent',
      tier: 'plan',
    });
    expect(fetch.seen).toHaveLength(0);
  });

  test('GC7 cancelling does not wait for a sign-in window', async () => {
    const identity = fakeIdentity(() => new Promise<string>(() => undefined));
    const { graph } = bed(() => json({}), { identity });
    const one = operation();
    const outcome = failureOf(graph.send(GET, one));
    await idle();
    one.cancel.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
  });
});

test('GC5 claims are base64 or base64url of JSON; anything else is no challenge', () => {
  expect(claimsOf(`Bearer claims="${btoa(CLAIMS)}"`)).toBe(CLAIMS);
  const odd = '{"access_token":{"x":{"value":"??>>"}}}';
  expect(claimsOf(`Bearer claims="${btoa(odd).replaceAll('+', '-').replaceAll('/', '_')}"`)).toBe(odd);
  for (const bad of [
    null,
    '',
    'Bearer realm=""',
    'Bearer claims="%%%"',
    `Bearer claims="${btoa('no json')}"`,
  ]) {
    expect(claimsOf(bad)).toBeUndefined();
  }
});

describe('GC8 the token goes to the configured service and nowhere else', () => {
  test('GC8 also over plain http on this machine, where the library drops it', async () => {
    const base = 'http://localhost:3978/graph/v1.0';
    const { graph, fetch, timing } = bed(() => json({}), { base });
    await timing.settle(graph.send(GET, operation()));
    expect(fetch.seen[0]?.url).toBe(`${base}/me`);
    expect(fetch.seen[0]?.headers.get('authorization')).toBe('Bearer plan-1');
  });

  test.each(['http://graph.example/v1.0', 'http://localhost.example/v1.0', 'ftp://localhost/v1.0', 'graph'])(
    'GC8 %s is refused as a base address',
    (base) => {
      expect(() => bed(() => json({}), { base })).toThrow('plain http');
    },
  );

  test.each([
    'https://evil.example/v1.0/me/events?$skip=10',
    'https://graph.example.evil/v1.0/me',
    'http://graph.example/v1.0/me',
    '/me/events?$skip=10',
    'https://graph.example/v1.0/https://evil.example/v1.0/me',
    'https://graph.example/v1.0/me?$skiptoken=https://evil.example/v1.0/me',
  ])('GC8 a next page at %s is malformed and not fetched', async (link) => {
    const { graph, fetch, timing } = bed(() => json({}));
    expect(await failureOf(timing.settle(graph.sendNext(link, undefined, operation())))).toEqual({
      kind: 'malformed',
    });
    expect(fetch.seen).toHaveLength(0);
  });

  test('GC8 a download carries no token, and only https or this machine', async () => {
    const { graph, fetch, timing } = bed(() => new Response('text'));
    const answer = await timing.settle(graph.download('https://files.example/x?tempauth=1', operation()));
    expect(answer.text).toBe('text');
    expect(fetch.seen[0]?.headers.get('authorization')).toBeNull();
    expect(await failureOf(graph.download('http://files.example/x', operation()))).toEqual({
      kind: 'malformed',
    });
  });
});
