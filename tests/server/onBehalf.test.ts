// The way to Graph for pages whose host gives a token for our server alone: over HTTP, against the demo tenant's sign-in.
import { generateKeyPairSync, createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { applicationsOf } from '../../src/app/hosts';
import { TIER_SCOPES } from '../../src/app/tiers';
import { createApp } from '../../src/server/app';
import { clientAssertion, identityOf, readAppCertificate } from '../../src/server/credential';
import { configFrom } from '../../src/server/config';
import { checkedConfig } from '../../src/server/configCheck';
import { ConfigRefused } from '../../src/server/config';
import { createGraphToken } from '../../src/server/onBehalf';
import { createTokenCheck } from '../../src/server/rooms/accessToken';
import { API, startTenant } from './rooms/tenant';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-obo-'));
mkdirSync(path.join(files, 'assets'));
mkdirSync(path.join(files, 'icons'));
const CLIENT = '11111111-2222-4333-8444-555555555555';
let tenant: Awaited<ReturnType<typeof startTenant>>;
let address = '';
let closeApp: () => Promise<void>;
const lines: string[] = [];

beforeAll(async () => {
  tenant = await startTenant();
  const { config, now } = tenant;
  const app = await createApp(
    configFrom({ AUTHORITY: 'https://login.demo.localhost/organizations', CLIENT_ID: CLIENT }, files),
    {
      now,
      log: (event) => void lines.push(JSON.stringify(event)),
      graphToken: createGraphToken({
        tokens: createTokenCheck(config),
        identity: config,
        applications: applicationsOf(config.clientId),
        tiers: TIER_SCOPES,
        now,
      }),
    },
  );
  address = await app.listen({ host: '127.0.0.1', port: 0 });
  closeApp = () => app.close();
});
afterAll(async () => {
  await closeApp?.();
  await tenant?.close();
  rmSync(files, { recursive: true });
});

const someone = (at = 0) => tenant.people[at]?.id ?? '';
const ours = async (at = 0) => (await tenant.issuer.issue(someone(at), [API])).access_token;
async function ask(token: string | undefined, body: unknown = { tier: 'plan' }) {
  const answer = await fetch(`${address}/graph-token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

test('SV20 a token that another application was given for this server leads no further than to this server', async () => {
  const forged = (azp?: string) => tenant.forge(someone(), azp === undefined ? {} : { azp });
  expect((await ask(await forged('99999999-8888-4777-8666-555555555555'))).status).toBe(401);
  expect((await ask(await forged())).status).toBe(401);
});

test('SV20 a token for this server becomes one for Graph, of the same person, with the tier’s scopes and no others', async () => {
  const got = await ask(await ours());
  expect(got.status).toBe(200);
  expect(got.headers.get('cache-control')).toBe('no-store');
  expect(got.body['expiresIn']).toBe(3600);
  expect(await tenant.issuer.verify(String(got.body['token']))).toMatchObject({
    personId: someone(),
    scopes: TIER_SCOPES.plan,
  });
});

test.each([
  ['no token', async () => undefined],
  ['nonsense', async () => 'abc'],
  ['a token for Graph', async () => (await tenant.issuer.issue(someone(), ['User.Read'])).access_token],
  ['an ID token', async () => (await tenant.issuer.issue(someone(), [API])).id_token],
  [
    'another audience',
    async () => (await tenant.issuer.issue(someone(), [API], { audience: CLIENT })).access_token,
  ],
  [
    'a token that has expired',
    async () => (await tenant.issuer.issue(someone(), [API], { lifetimeS: -120 })).access_token,
  ],
])('SV20 %s gets nothing', async (_what, token) => {
  tenant.forgetAsked();
  expect(await ask(await token())).toMatchObject({ status: 401, body: {} });
  expect(tenant.asked().filter((one) => one.startsWith('POST'))).toEqual([]);
});

test.each([
  ['a scope of its own', { scope: 'Mail.ReadWrite' }],
  ['a tier with more beside it', { tier: 'plan', scopes: ['Mail.ReadWrite'] }],
  ['a tier that there is not', { tier: 'everything' }],
  ['what every object has', { tier: 'constructor' }],
  ['nothing', {}],
])('SV20 who asks for %s is refused before anybody is asked', async (_what, body) => {
  tenant.forgetAsked();
  expect((await ask(await ours(), body)).status).toBe(400);
  expect(tenant.asked().filter((one) => one.startsWith('POST'))).toEqual([]);
});

test('SV21 a consent that is missing has its name', async () => {
  tenant.issuer.consent.withdraw(TIER_SCOPES.transcripts);
  const got = await ask(await ours(), { tier: 'transcripts' });
  tenant.issuer.consent.grant(TIER_SCOPES.transcripts);
  expect(got).toMatchObject({ status: 403, body: { why: 'consent', trouble: 'consent' } });
});

test('SV21 what a policy wants of the person goes back with the claims', async () => {
  tenant.wantsPerson(true);
  const got = await ask(await ours());
  tenant.wantsPerson(false);
  expect(got).toMatchObject({ status: 403, body: { trouble: 'proof' } });
  expect(JSON.parse(String(got.body['claims']))).toHaveProperty('access_token');
  expect((await ask(await ours())).status).toBe(200);
});

test('SV22 somebody who asks without end is told to wait, the others are not', async () => {
  const token = await ours(1);
  const all = [];
  for (let at = 0; at < 32; at += 1) all.push((await ask(token)).status);
  expect(all.slice(0, 30)).toEqual(Array<number>(30).fill(200));
  expect(all.slice(30)).toEqual([429, 429]);
  expect((await ask(token)).headers.get('retry-after')).toBe('60');
  expect((await ask(await ours(2))).status).toBe(200);
  tenant.moveTime(21_000);
  expect((await ask(await ours(1))).status).toBe(200);
});

test('SV20 nothing of it is in the log, and without a credential there is no such address', async () => {
  const token = await ours();
  const got = await ask(token);
  const said = lines.join('\n');
  expect(said).toContain('/graph-token');
  for (const secret of [token, String(got.body['token']), someone(), 'Calendars'])
    expect(said).not.toContain(secret.slice(0, 36));
  const off = await createApp(
    configFrom({ AUTHORITY: 'https://login.demo.localhost/organizations', CLIENT_ID: CLIENT }, files),
  );
  const answer = await off.inject({ method: 'POST', url: '/graph-token', payload: { tier: 'plan' } });
  expect([answer.statusCode, answer.body]).toEqual([404, 'Not found']);
});

describe('a certificate instead of the secret', () => {
  const NOW = Date.now();
  const DAY = 86_400_000;
  const made = (name: string, from = NOW - DAY, until = NOW + 60 * DAY) =>
    generate([{ name: 'commonName', value: 'cadencia' }], {
      notBeforeDate: new Date(from),
      notAfterDate: new Date(until),
    }).then(({ cert, private: key }) => {
      const file = path.join(files, `${name}.pem`);
      writeFileSync(file, `${cert}\n${key}`);
      return { cert, key, file };
    });
  const mistakes = (file: string, now = NOW, more: Record<string, string> = {}) => {
    try {
      checkedConfig(
        {
          AUTHORITY: `https://login.microsoftonline.com/${CLIENT}`,
          CLIENT_ID: CLIENT,
          ROOMS_FOLDER: path.join(files, 'rooms'),
          TENANT_ID: CLIENT,
          API_SCOPE: `api://cadencia.example/${CLIENT}/access_as_user`,
          CLIENT_CERTIFICATE_FILE: file,
          ...more,
        },
        files,
        now,
        false,
      );
      return [];
    } catch (error) {
      if (!(error instanceof ConfigRefused)) throw error;
      return error.mistakes.map(({ setting, why }) => `${setting}: ${why}`);
    }
  };

  test('SV23 its key signs that this server is the application, and the sign-in service believes that one only', async () => {
    const one = await made('app');
    const other = await made('other');
    const { config } = tenant;
    const identity = (file: string) => ({
      tokenEndpoint: config.tokenEndpoint,
      clientId: config.clientId,
      graph: config.graph,
      clientAssertion: () =>
        clientAssertion(
          { file, clientId: config.clientId, tokenEndpoint: config.tokenEndpoint },
          tenant.now(),
        ),
    });
    tenant.trustCertificate(one.cert);
    const exchange = (file: string) =>
      createGraphToken({
        tokens: createTokenCheck(config),
        identity: identity(file),
        applications: applicationsOf(config.clientId),
        tiers: TIER_SCOPES,
        now: tenant.now,
      });
    const token = `Bearer ${await ours()}`;
    expect((await exchange(one.file)(token, { tier: 'plan' })).status).toBe(200);
    expect((await exchange(other.file)(token, { tier: 'plan' })).status).toBe(503);
    expect((await exchange('/nowhere')(token, { tier: 'plan' })).status).toBe(503);
    const read = readAppCertificate(one.file, tenant.now());
    expect(read).toHaveProperty(
      'thumbprint',
      createHash('sha256').update(new X509Certificate(one.cert).raw).digest('base64url'),
    );
  });

  test('RS18 a certificate that ends while the process runs is told of in the log, by why and nothing else', async () => {
    const { config, now } = tenant;
    const ended = await made('ended', NOW - 3 * DAY, NOW - DAY);
    const log: unknown[] = [];
    for (const file of [ended.file, '/nowhere']) {
      const about = { file, clientId: config.clientId, tokenEndpoint: config.tokenEndpoint };
      const exchange = createGraphToken({
        tokens: createTokenCheck(config),
        identity: identityOf(
          { ...about, graph: config.graph, clientAssertion: () => clientAssertion(about, now()) },
          (event) => log.push(event),
        ),
        applications: applicationsOf(config.clientId),
        tiers: TIER_SCOPES,
        now,
      });
      expect((await exchange(`Bearer ${await ours()}`, { tier: 'plan' })).status).toBe(503);
    }
    expect(log).toEqual([
      { event: 'application', code: 'certificate expired' },
      { event: 'application', code: 'certificate unreadable' },
    ]);
  });

  test('SV23 a file that is no good is refused at the start, and says why', async () => {
    const one = await made('good');
    const other = await made('another');
    expect(mistakes(one.file)).toEqual([]);
    expect(mistakes('/nowhere')).toEqual(['CLIENT_CERTIFICATE_FILE: unreadable']);
    expect(mistakes(one.file, NOW + 61 * DAY)).toEqual(['CLIENT_CERTIFICATE_FILE: expired']);
    expect(mistakes(one.file, NOW - 2 * DAY)).toEqual(['CLIENT_CERTIFICATE_FILE: not-yet']);
    writeFileSync(path.join(files, 'mixed.pem'), `${one.cert}\n${other.key}`);
    expect(mistakes(path.join(files, 'mixed.pem'))).toEqual(['CLIENT_CERTIFICATE_FILE: other-key']);
    writeFileSync(path.join(files, 'half.pem'), one.cert);
    expect(mistakes(path.join(files, 'half.pem'))).toEqual(['CLIENT_CERTIFICATE_FILE: malformed']);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const ec = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    writeFileSync(path.join(files, 'ec.pem'), `${one.cert}\n${ec}`);
    expect(mistakes(path.join(files, 'ec.pem'))).toEqual(['CLIENT_CERTIFICATE_FILE: malformed']);
    expect(mistakes(one.file, NOW, { CLIENT_SECRET: 'x' })).toEqual(['CLIENT_CERTIFICATE_FILE: twice']);
  });
});
