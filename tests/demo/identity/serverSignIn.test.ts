import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { sampleCompany, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import { createIssuer, issuerOf } from '../../../src/demo/identity/issuer';
import { TokenRefused } from '../../../src/demo/identity/refusal';
import { serverSignIn } from '../../../src/demo/identity/serverSignIn';

const CLIENT = '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33';
const TENANT = '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10';
const API = `api://cadencia.example/${CLIENT}/access_as_user`;
const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });
const irene = company.people.find(({ key }) => key === 'irene')?.id ?? '';
let now = Date.UTC(2026, 10, 23, 9);
const issuer = createIssuer({
  company,
  clientId: CLIENT,
  tenantId: TENANT,
  authority: 'https://login.valdeolmo.example/organizations',
  now: () => now,
});
let wanted: string | undefined;
const handle = serverSignIn(issuer, {
  clientSecret: 'a secret of the test',
  graphScopes: ['User.Read', 'Chat.ReadBasic', 'Channel.ReadBasic.All'],
  wantsPerson: (person) => person === wanted,
  below: '/demo/login',
});
const server = createServer((request, response) => void handle(request, response));
let base = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/login`;
});
afterAll(() => new Promise((done) => server.close(done)));

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const change = async (more: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const form = new URLSearchParams({
    grant_type: GRANT,
    client_id: CLIENT,
    client_secret: 'a secret of the test',
    requested_token_use: 'on_behalf_of',
    scope: 'https://graph.microsoft.com/Chat.ReadBasic',
    ...(more['assertion'] === undefined && { assertion: (await issuer.issue('irene', [API])).access_token }),
    ...more,
  });
  const answer = await fetch(`${base}/${TENANT}/oauth2/v2.0/token`, { method: 'POST', body: form, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

test('DI8 a token for our own server has the client as its audience, and nothing of Graph in it', async () => {
  const { access_token, scope } = await issuer.issue('irene', [API, 'openid']);
  expect(scope).toBe('access_as_user openid profile');
  expect(await issuer.verify(access_token)).toBe('invalid');
  expect(await issuer.verify(access_token, CLIENT)).toMatchObject({
    personId: irene,
    scopes: ['access_as_user'],
  });
});

test.each([
  ['scopes of two resources', [API, 'User.Read'], 'AADSTS28000'],
  ['another app’s API', ['api://0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10/access_as_user'], 'AADSTS500011'],
  ['a scope that our API has not', [`api://${CLIENT}/everything`], 'AADSTS500011'],
])('DI8 no token has %s', async (_what, scopes, code) => {
  const refused = await issuer.issue('irene', scopes).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(TokenRefused);
  expect(refused).toMatchObject({ error: 'invalid_scope', code });
});

test('DI8 consent to our API is state of the tenant too', async () => {
  issuer.consent.withdraw([API]);
  await expect(issuer.issue('irene', [API])).rejects.toMatchObject({ code: 'AADSTS65001' });
  issuer.consent.grant([API]);
  await issuer.issue('irene', [API]);
});

test('DI9 the published keys check a token as our server checks it', async () => {
  const keys = createRemoteJWKSet(new URL(`${base}/${TENANT}/discovery/v2.0/keys`));
  const { access_token } = await issuer.issue('irene', [API]);
  const { payload } = await jwtVerify(access_token, keys, {
    issuer: issuerOf(issuer.authority, TENANT),
    audience: CLIENT,
    algorithms: ['RS256'],
    currentDate: new Date(now),
  });
  expect(payload).toMatchObject({ oid: irene, tid: TENANT, ver: '2.0', scp: 'access_as_user' });
});

test('DI9 a server gets a token for Graph that speaks for the same person', async () => {
  const { status, body } = await change();
  expect(status).toBe(200);
  expect(body['id_token']).toBeUndefined();
  expect(await issuer.verify(String(body['access_token']))).toMatchObject({
    personId: irene,
    scopes: ['Chat.ReadBasic'],
  });
  const all = await change({ scope: 'https://graph.microsoft.com/.default offline_access' });
  expect(await issuer.verify(String(all.body['access_token']))).toMatchObject({
    scopes: ['User.Read', 'Chat.ReadBasic', 'Channel.ReadBasic.All'],
  });
});

test.each([
  ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
  ['another client', { client_id: TENANT }, 401, 'invalid_client'],
  ['nonsense for a token', { assertion: 'x' }, 400, 'invalid_grant'],
  ['another grant', { grant_type: 'client_credentials' }, 400, 'unsupported_grant_type'],
  ['no use', { requested_token_use: '' }, 400, 'invalid_request'],
  ['another resource', { scope: API }, 400, 'invalid_request'],
])('DI9 %s gets nothing', async (_what, more, status, error) => {
  expect(await change(more as Record<string, string>)).toMatchObject({ status, body: { error } });
});

test('DI9 tokens for Graph, ID tokens and expired ones are no assertions', async () => {
  const graph = await issuer.issue('irene', ['User.Read']);
  expect((await change({ assertion: graph.access_token })).body['error_codes']).toEqual([50013]);
  expect((await change({ assertion: graph.id_token })).body['error_codes']).toEqual([50013]);
  const { access_token } = await issuer.issue('irene', [API]);
  now += 2 * 3_600_000;
  expect((await change({ assertion: access_token })).body).toMatchObject({
    error: 'invalid_grant',
    error_codes: [500133],
  });
});

test('DI9 a page and another tenant are refused', async () => {
  expect((await change({}, { origin: 'http://localhost' })).status).toBe(403);
  expect((await fetch(`${base}/${CLIENT}/discovery/v2.0/keys`)).status).toBe(400);
  expect((await fetch(`${base}/${TENANT}/elsewhere`)).status).toBe(404);
});

test('DI10 without consent, and when the person is wanted, the server is told so with claims', async () => {
  issuer.consent.withdraw(['Chat.ReadBasic']);
  const without = await change();
  issuer.consent.grant(['Chat.ReadBasic']);
  wanted = irene;
  const policy = await change();
  wanted = undefined;
  for (const { status, body } of [without, policy]) {
    expect([status, body['error']]).toEqual([400, 'interaction_required']);
    expect(JSON.parse(String(body['claims']))).toHaveProperty('access_token');
  }
  expect([without.body['suberror'], policy.body['suberror']]).toEqual(['consent_required', 'basic_action']);
  expect((await change()).status).toBe(200);
});
