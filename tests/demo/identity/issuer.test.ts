import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { createLocalJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose';
import { sampleCompany, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import { createIssuer, GRAPH_AUDIENCE, issuerOf, type Issuer } from '../../../src/demo/identity/issuer';
import { openIdConfiguration } from '../../../src/demo/identity/openId';
import { TokenRefused } from '../../../src/demo/identity/refusal';

const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });
const irene = company.people.find(({ key }) => key === 'irene');
const guest = company.people.find((one) => one.guest);
const TENANT = '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10';
const CLIENT = '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33';
const AUTHORITY = 'https://login.valdeolmo.example/organizations';
const SCOPES = ['User.Read', 'Calendars.ReadWrite'];

let now = Date.UTC(2026, 10, 23, 9);
const make = (more: Partial<Parameters<typeof createIssuer>[0]> = {}): Issuer =>
  createIssuer({
    company,
    clientId: CLIENT,
    tenantId: TENANT,
    authority: AUTHORITY,
    now: () => now,
    ...more,
  });
const issuer = make();
const refusal = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof TokenRefused)) throw new Error('expected a refusal', { cause: thrown });
  return { error: thrown.error, code: thrown.code, suberror: thrown.suberror };
};

test('DI1 a token says who it is for and what it may do, and is believed until it expires', async () => {
  const token = await issuer.issue('irene', SCOPES, { lifetimeS: 600 });
  expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  expect(token.account).toEqual({
    homeAccountId: `${irene?.id}.${TENANT}`,
    environment: 'login.valdeolmo.example',
    localAccountId: irene?.id,
    tenantId: TENANT,
    username: irene?.upn,
    name: irene?.name,
  });
  const bearer = { personId: irene?.id, scopes: SCOPES, app: CLIENT };
  expect(await issuer.verify(token.access_token)).toEqual(bearer);
  now += 599_000;
  expect(await issuer.verify(token.access_token)).toEqual(bearer);
  now += 1_000;
  expect(await issuer.verify(token.access_token)).toBe('expired');
});

test('DI1 no two tokens are alike, and Graph’s long names of scopes are the short ones', async () => {
  const [one, two] = await Promise.all([
    issuer.issue(irene?.id ?? '', ['https://graph.microsoft.com/User.Read', 'openid']),
    issuer.issue('irene', ['User.Read', 'openid']),
  ]);
  expect(one?.access_token).not.toBe(two?.access_token);
  expect(one?.scope).toBe('User.Read openid profile');
  expect(await issuer.verify(one?.access_token ?? '')).toMatchObject({ scopes: ['User.Read'] });
});

test('DI2 an ID token, another audience, another tenant and another key are invalid', async () => {
  const token = await issuer.issue('irene', SCOPES);
  expect(await issuer.verify(token.id_token)).toBe('invalid');
  expect(await issuer.verify(token.id_token, CLIENT)).toBe('invalid');
  const room = await issuer.issue('irene', ['access_as_user'], { audience: `api://${CLIENT}` });
  expect(await issuer.verify(room.access_token)).toBe('invalid');
  expect(await issuer.verify(room.access_token, `api://${CLIENT}`)).toMatchObject({
    scopes: ['access_as_user'],
  });
  expect(await make().verify(token.access_token)).toBe('invalid');
  const elsewhere = await make({ tenantId: CLIENT }).issue('irene', SCOPES);
  expect(await issuer.verify(elsewhere.access_token)).toBe('invalid');
});

test('DI2 a forged token is invalid: unsigned, signed by somebody else, in another algorithm', async () => {
  const claims = decodeJwt((await issuer.issue('irene', SCOPES)).access_token);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  const { keys } = await issuer.jwks();
  const secret = new TextEncoder().encode(JSON.stringify(keys[0]));
  const shared = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
  for (const forged of [other, shared, unsigned, '', 'x', 'Bearer x']) {
    expect(await issuer.verify(forged)).toBe('invalid');
  }
});

test('DI2 changing any one character of a token makes it invalid', async () => {
  const { access_token: token } = await issuer.issue('irene', SCOPES);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
  // The last character of a signature holds bits that nobody reads.
  const place = fc.nat({ max: token.length - 2 });
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...alphabet), async (at, letter) => {
      fc.pre(token[at] !== letter);
      expect(await issuer.verify(token.slice(0, at) + letter + token.slice(at + 1))).toBe('invalid');
    }),
    { numRuns: 150 },
  );
});

test('DI3 scopes without consent are refused in Entra’s words until somebody consents', async () => {
  const tenant = make({ consented: ['User.Read', 'Calendars.ReadWrite'] });
  const missing = { error: 'invalid_grant', code: 'AADSTS65001', suberror: 'consent_required' };
  expect(await refusal(tenant.issue('irene', ['Tasks.ReadWrite']))).toEqual(missing);
  tenant.consent.grant(['Tasks.ReadWrite']);
  expect((await tenant.issue('irene', ['Tasks.ReadWrite'])).scope).toContain('Tasks.ReadWrite');
  tenant.consent.withdraw(['User.Read']);
  expect(await refusal(tenant.issue('irene', SCOPES))).toEqual(missing);
  expect(tenant.consent.has('User.Read')).toBe(false);
  expect(tenant.consent.has('openid')).toBe(true);
});

test('DI4 a revoked session has no valid token and gets none, until it is restored', async () => {
  const tenant = make();
  const [before, colleague] = [await tenant.issue('irene', SCOPES), await tenant.issue('rodrigo', SCOPES)];
  tenant.revoke('irene');
  expect(await tenant.verify(before.access_token)).toBe('invalid');
  expect(await tenant.verify(colleague.access_token)).toMatchObject({ scopes: SCOPES });
  expect(await refusal(tenant.issue('irene', SCOPES))).toMatchObject({ code: 'AADSTS50173' });
  tenant.restore('irene');
  expect(await tenant.verify(before.access_token)).toBe('invalid');
  expect(await tenant.verify((await tenant.issue('irene', SCOPES)).access_token)).toMatchObject({
    scopes: SCOPES,
  });
});

test('DI4 tokens can be made to expire before their time, of one person or of all', async () => {
  const tenant = make();
  const [one, two] = [await tenant.issue('irene', SCOPES), await tenant.issue('rodrigo', SCOPES)];
  tenant.expire('irene');
  expect(await tenant.verify(one.access_token)).toBe('expired');
  expect(await tenant.verify(two.access_token)).toMatchObject({ scopes: SCOPES });
  tenant.expire();
  expect(await tenant.verify(two.access_token)).toBe('expired');
  expect(await tenant.verify((await tenant.issue('irene', SCOPES)).access_token)).toMatchObject({
    scopes: SCOPES,
  });
});

test('DI5 strangers and asks for nothing get nothing; a guest gets a token that says so', async () => {
  const refused = { error: 'invalid_request', code: 'AADSTS90014' };
  expect(await refusal(issuer.issue('nobody', SCOPES))).toMatchObject(refused);
  const kindOf = async (person: string) =>
    decodeJwt((await issuer.issue(person, SCOPES)).access_token)['acct'];
  expect([await kindOf(guest?.id ?? ''), await kindOf('irene')]).toEqual([1, 0]);
  expect(await refusal(issuer.issue('irene', ['openid', 'profile']))).toMatchObject(refused);
});

test('DI6 whoever has the published keys and the published issuer can check a token', async () => {
  const { access_token } = await issuer.issue('irene', SCOPES);
  const keys = createLocalJWKSet(await issuer.jwks());
  const published = openIdConfiguration(issuer);
  expect(published['issuer']).toBe(issuerOf(AUTHORITY, TENANT));
  const { payload } = await jwtVerify(access_token, keys, {
    issuer: String(published['issuer']),
    audience: GRAPH_AUDIENCE,
    currentDate: new Date(now),
  });
  expect(payload).toMatchObject({ oid: irene?.id, tid: TENANT, azp: CLIENT, scp: SCOPES.join(' ') });
  expect(JSON.stringify(await issuer.jwks())).not.toMatch(/"d"/);
});

test('DI14 a token for our server says whether the person administers the tenant; one for Graph says nothing of roles', async () => {
  const admin = '62e90394-69f5-4237-9190-012177145e10';
  const member = 'b79fbf4d-3ef9-4689-8143-76b194e85509';
  const one = make({ administrators: [irene?.id ?? ''] });
  const roles = async (who: string, scopes: readonly string[]) =>
    decodeJwt((await one.issue(who, scopes)).access_token)['wids'];
  const api = [`api://localhost/${CLIENT}/access_as_user`];
  expect(await roles('irene', api)).toEqual([admin, member]);
  expect(await roles('rodrigo', api)).toEqual([member]);
  expect(await roles('irene', SCOPES)).toBeUndefined();
});
