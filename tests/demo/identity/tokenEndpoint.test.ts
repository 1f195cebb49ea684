import { createServer } from 'node:http';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleCompany, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import { createIssuer } from '../../../src/demo/identity/issuer';
import { tokenEndpoint } from '../../../src/demo/identity/tokenEndpoint';

const issuer = createIssuer({
  company: sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED }),
  clientId: '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33',
  tenantId: '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10',
  authority: 'https://login.valdeolmo.example/organizations',
  now: () => Date.now(),
});
let port = 0;
const origin = () => `http://localhost:${port}`;
const answer = tokenEndpoint(issuer, { origins: () => [origin()] });
const server = createServer((request, response) => void answer(request, response));
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((done) => server.close(done)));

type Told = { readonly status: number; readonly body: Record<string, unknown>; readonly cache: unknown };

function post(body: string, headers: Record<string, string> = {}, method = 'POST'): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = ask(
      {
        port,
        host: '127.0.0.1',
        method,
        headers: { host: `localhost:${port}`, origin: origin(), ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += String(part)));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(text) as Record<string, unknown>,
            cache: response.headers['cache-control'],
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
const WANTED = JSON.stringify({ person: 'irene', scopes: ['User.Read'], renew: true });

test('DI7 the host’s own page gets a token that Graph believes, and nothing keeps it', async () => {
  const { status, body, cache } = await post(WANTED);
  expect({ status, cache }).toEqual({ status: 200, cache: 'no-store' });
  expect(await issuer.verify(String(body['access_token']))).toMatchObject({ scopes: ['User.Read'] });
});

test.each([
  ['a pane', () => ({ host: `ana.localhost:${port}`, origin: `http://ana.localhost:${port}` })],
  ['another site', () => ({ origin: 'https://evil.example' })],
  ['another port', () => ({ origin: 'http://localhost:1' })],
  ['a page that hides where it comes from', () => ({ origin: 'null' })],
  [
    'a name that leads to this machine',
    () => ({ host: `evil.example:${port}`, origin: `http://evil.example:${port}` }),
  ],
])('DI7 %s gets no token', async (_who, headers) => {
  const { status, body } = await post(WANTED, headers());
  expect(status).toBe(403);
  expect(body).toEqual({ error: 'invalid_request' });
});

test('DI7 only POST is answered', async () => {
  expect((await post('', {}, 'GET')).status).toBe(405);
});

test('DI7 a missing consent has OAuth’s shape with Entra’s number', async () => {
  issuer.consent.withdraw(['User.Read']);
  const { status, body } = await post(WANTED);
  issuer.consent.grant(['User.Read']);
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] });
});

test.each([
  ['nonsense', '{'],
  ['nothing', ''],
  ['null', 'null'],
  ['no scopes', '{"person":"irene"}'],
  ['too much', ' '.repeat(20_000)],
])('DI7 %s is refused as an invalid request', async (_what, body) => {
  expect(await post(body)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
});
