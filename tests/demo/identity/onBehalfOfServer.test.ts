import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleCompany, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import { createGraphEmulator, type GraphEmulator } from '../../../src/demo/graph/emulator';
import { TIERS } from '../../../src/demo/graph/faults';
import { createIssuer } from '../../../src/demo/identity/issuer';
import { serverSignIn } from '../../../src/demo/identity/serverSignIn';
import { createSampleMeeting } from '../../../src/demo/meeting/sampleMeeting';
import { onBehalfOf } from '../../../src/graph/membership/onBehalfOf';

const CLIENT = '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33';
const TENANT = '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10';
const SECRET = 'a secret of the test';
const now = () => Date.UTC(2026, 10, 23, 9);
const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });
const issuer = createIssuer({
  company,
  clientId: CLIENT,
  tenantId: TENANT,
  authority: 'https://login.valdeolmo.example/organizations',
  now,
});
const holder: { emulator?: GraphEmulator } = {};
const login = serverSignIn(issuer, {
  clientSecret: SECRET,
  graphScopes: Object.values(TIERS).flat(),
  wantsPerson: (personId) =>
    holder.emulator?.faults.strike('interaction', { method: 'POST', path: '/token', personId }) !== undefined,
  below: '/demo/login',
});
const server = createServer((request, response) => {
  const isLogin = (request.url ?? '').startsWith('/demo/login/');
  void (isLogin ? login(request, response) : holder.emulator?.handle(request, response));
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  holder.emulator = createGraphEmulator({
    company,
    now,
    base: `${origin}/graph/v1.0`,
    filesOrigin: origin,
    verify: (bearer) => issuer.verify(bearer),
    appId: CLIENT,
  });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const exchanged = async () => {
  const { access_token } = await issuer.issue('rodrigo', [`api://localhost/${CLIENT}/access_as_user`]);
  const identity = {
    tokenEndpoint: `${origin}/demo/login/${TENANT}/oauth2/v2.0/token`,
    clientId: CLIENT,
    clientSecret: SECRET,
    graph: `${origin}/graph/v1.0`,
  };
  return onBehalfOf(identity, access_token, ['Chat.ReadBasic'], fetch);
};

test('DI9 the product’s server swaps a token here, and Graph shows it the chat of its person', async () => {
  const { emulator } = holder;
  if (emulator === undefined) throw new Error('no emulator');
  const options = { start: now(), language: 'es', adHoc: false, guest: false } as const;
  const { chat } = await createSampleMeeting({ company, now, emulator }, options);
  const answer = await exchanged();
  if (answer.kind !== 'token') throw new Error(answer.kind);
  const asked = await fetch(`${origin}/graph/v1.0/chats/${encodeURIComponent(chat)}?$expand=members`, {
    headers: { authorization: `Bearer ${answer.token}` },
  });
  expect(asked.status).toBe(200);
});

test('DI10 the fault of the tenant reaches the product’s server as a wish for the person', async () => {
  holder.emulator?.faults.add({ kind: 'interaction', times: 1 });
  expect(await exchanged()).toMatchObject({
    kind: 'consent',
    claims: expect.stringContaining('access_token'),
  });
  expect((await exchanged()).kind).toBe('token');
});
