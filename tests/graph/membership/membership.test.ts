import { createMembership } from '../../../src/graph/membership/membership';
import { onBehalfOf } from '../../../src/graph/membership/onBehalfOf';

const IDENTITY = {
  tokenEndpoint: 'https://login.example/t/oauth2/v2.0/token',
  clientId: 'client',
  clientSecret: 'secret',
  graph: 'https://graph.example/v1.0',
};
const TENANT = '11111111-2222-4333-8444-555555555555';
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
type Sent = { url: string; init: RequestInit };

/** Graph and the sign-in service with one answer each. */
function scripted(
  graph: () => Response | Promise<Response>,
  token = json(200, { access_token: 'graph-token' }),
) {
  const sent: Sent[] = [];
  const membership = createMembership({
    identity: IDENTITY,
    tenant: TENANT,
    timing: { now: () => 0, random: () => 0, sleep: (_ms, signal) => pause(signal) },
    fetch: (url, init) => {
      sent.push({ url, init });
      return Promise.resolve(url === IDENTITY.tokenEndpoint ? token.clone() : graph());
    },
  });
  return { membership, sent };
}
const pause = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, 20);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()));
  });
const exchanged = (status: number, body: unknown) =>
  onBehalfOf(IDENTITY, 'assertion', ['Chat.ReadBasic'], () => Promise.resolve(json(status, body)));

test('GW1 the token is changed for one with the scope of the question, and what is wrong is told apart', async () => {
  const { membership, sent } = scripted(() => json(200, { members: [] }));
  await membership.chat('19:a@thread.v2', 'assertion');
  const form = new URLSearchParams(sent[0]?.init.body as string);
  expect(Object.fromEntries(form)).toMatchObject({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion: 'assertion',
    scope: 'https://graph.example/Chat.ReadBasic',
  });
  expect(new Headers(sent[1]?.init.headers).get('authorization')).toBe('Bearer graph-token');
  const claims = '{"access_token":{}}';
  expect(await exchanged(400, { error: 'interaction_required', claims })).toEqual({
    kind: 'consent',
    claims,
  });
  expect(await exchanged(400, { error: 'invalid_grant', error_codes: [65001] })).toEqual({
    kind: 'consent',
    trouble: 'consent',
  });
  expect(await exchanged(400, { error: 'invalid_grant', error_codes: [50020] })).toEqual({
    kind: 'signIn',
    trouble: 'wrongTenant',
  });
  expect(await exchanged(400, { error: 'invalid_grant', claims })).toEqual({ kind: 'consent', claims });
  expect(await exchanged(400, { error: 'invalid_grant' })).toEqual({ kind: 'signIn' });
  expect(await exchanged(401, { error: 'invalid_client' })).toEqual({ kind: 'unknown' });
  expect(await exchanged(503, {})).toEqual({ kind: 'unknown' });
  expect(await exchanged(429, { error: 'invalid_grant' })).toEqual({ kind: 'unknown' });
  expect(await exchanged(200, { access_token: '' })).toEqual({ kind: 'unknown' });
  const heard: unknown[] = [];
  for (const error of ['invalid_grant', 'invalid_client'])
    await onBehalfOf({ ...IDENTITY, onRefused: (numbers) => heard.push(numbers) }, 'a', ['b'], () =>
      Promise.resolve(json(401, { error, error_codes: [7000222] })),
    );
  expect(heard).toEqual([[7000222]]);
  const lost = () => Promise.reject(new TypeError('fetch failed'));
  expect(await onBehalfOf(IDENTITY, 'a', ['b'], lost)).toEqual({ kind: 'unknown' });
});

test('GW2 one request brings the members, who of them is from outside, and the organiser', async () => {
  const { membership, sent } = scripted(() =>
    json(200, {
      chatType: 'meeting',
      onlineMeetingInfo: { organizer: { id: 'ANA', displayName: 'Ana' } },
      members: [
        { userId: 'ANA', displayName: ' Ana\nRuiz ', roles: ['owner'], tenantId: TENANT.toUpperCase() },
        { userId: 'guest', displayName: 'Gil', roles: ['guest'], tenantId: TENANT },
        { userId: 'far', displayName: null, roles: [], tenantId: 'other' },
        { displayName: 'A bot' },
      ],
    }),
  );
  const roster = await membership.chat('19:a b@thread.v2', 'assertion');
  expect(sent[1]?.url).toBe(`${IDENTITY.graph}/chats/19%3Aa%20b%40thread.v2?$expand=members`);
  expect(roster).toEqual({
    organiser: 'ana',
    people: new Map([
      ['ana', { name: 'Ana Ruiz', outsider: false }],
      ['guest', { name: 'Gil', outsider: true }],
      ['far', { name: '', outsider: true }],
    ]),
  });
  const plain = scripted(() => json(200, { members: [] }));
  expect(await plain.membership.chat('19:a@thread.v2', 'x')).toMatchObject({ organiser: null });
});

test('GW2 a list that may be cut is asked for as a whole', async () => {
  const member = (at: number) => ({ userId: `p${at}`, displayName: `P ${at}`, tenantId: TENANT, roles: [] });
  const all = Array.from({ length: 60 }, (_, at) => member(at));
  const { membership, sent } = scripted(() =>
    json(
      200,
      sent.at(-1)?.url.endsWith('/members') === true ? { value: all } : { members: all.slice(0, 25) },
    ),
  );
  const roster = await membership.chat('19:a@thread.v2', 'x');
  expect('people' in roster ? roster.people.size : roster).toBe(60);
});

const CHANNEL = { kind: 'channel', team: 't', channel: '19:c@thread.tacv2', message: '1' } as const;

test('GW3 who sees the channel is a member', async () => {
  const { membership, sent } = scripted(() => json(200, { id: CHANNEL.channel }));
  expect(await membership.channel(CHANNEL, 'assertion')).toBeNull();
  expect(sent[1]?.url).toBe(`${IDENTITY.graph}/teams/t/channels/19%3Ac%40thread.tacv2?$select=id`);
  const stranger = scripted(() => json(404, { error: { code: 'NotFound', message: '' } }));
  expect(await stranger.membership.channel(CHANNEL, 'x')).toEqual({ why: 'notMember' });
});

test('GW4 only a clear no is a no', async () => {
  const said = async (graph: () => Response | Promise<Response>) =>
    scripted(graph).membership.chat('19:a@thread.v2', 'x');
  const error = (code: string, message = '') => ({ error: { code, message } });
  expect(await said(() => json(403, error('Forbidden')))).toEqual({ why: 'notMember' });
  expect(await said(() => json(404, error('NotFound')))).toEqual({ why: 'notMember' });
  expect(
    await said(() => json(403, error('Forbidden', 'Missing scope permissions on the request.'))),
  ).toEqual({
    why: 'consent',
  });
  for (const unclear of [429, 500, 503, 504])
    expect(await said(() => json(unclear, {}))).toEqual({ why: 'unknown' });
  expect(await said(() => Promise.reject(new TypeError('fetch failed')))).toEqual({ why: 'unknown' });
  expect(await said(() => json(200, { members: 'none' }))).toEqual({ why: 'unknown' });
  expect(await said(() => new Response('<html>'))).toEqual({ why: 'unknown' });
  const challenge = Buffer.from('{"a":1}').toString('base64');
  const challenged = () =>
    new Response('{}', { status: 401, headers: { 'www-authenticate': `Bearer claims="${challenge}"` } });
  expect(await said(challenged)).toEqual({ why: 'consent', claims: '{"a":1}' });
});
