import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import { createMetrics } from '../../src/server/metrics';
import { addressBehind, within } from '../../src/server/proxy';
import type { LogEvent } from '../../src/server/rooms/log';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-headers-'));
beforeAll(() => {
  ['assets', 'icons'].forEach((name) => mkdirSync(path.join(files, name)));
  writeFileSync(path.join(files, 'compose.html'), '<!-- cadencia: what the server knows -->');
  writeFileSync(path.join(files, 'assets/a.0123456789.js'), '1');
});
afterAll(() => rmSync(files, { recursive: true }));

const GOOD = {
  AUTHORITY: 'https://login.microsoftonline.com/organizations',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
};
async function appWith(changed: Readonly<Record<string, string>> = {}) {
  const log: LogEvent[] = [];
  const near = async () => Promise.reject(new Error('Ana said something'));
  const app = await createApp(configFrom({ ...GOOD, ...changed }, files), {
    log: (event) => void log.push(event),
    near,
  });
  return { app, log };
}

test('SV3 the policy of a page is exactly this, each of its rules', async () => {
  const { app } = await appWith();
  const { headers } = await app.inject('/compose.html');
  const rules = String(headers['content-security-policy']).split('; ');
  expect(rules).toEqual([
    "default-src 'none'",
    "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
    "worker-src 'self'",
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' https://graph.microsoft.com https://login.microsoftonline.com https://*.sharepoint.com https://res.cdn.office.net",
    "frame-src 'self' https://login.microsoftonline.com",
    'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com https://outlook-sdf.office365.com',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ]);
  await app.close();
});

test.each(['/compose.html', '/assets/a.0123456789.js', '/healthz', '/nothing', '/%'])(
  'SV12 the answer to %s says what every answer says',
  async (url) => {
    const { app } = await appWith();
    const { headers } = await app.inject(url);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(String(headers['permissions-policy'])).toMatch(/camera=\(\).*microphone=\(\)/);
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    await app.close();
  },
);

test('SV12 who came by TLS is told to stay with it, where a trusted proxy says so and nowhere else', async () => {
  const hsts = async (changed: Record<string, string>) => {
    const { app } = await appWith(changed);
    const answer = await app.inject({ url: '/compose.html', headers: { 'x-forwarded-proto': 'https' } });
    await app.close();
    return answer.headers['strict-transport-security'];
  };
  expect(await hsts({})).toBeUndefined();
  expect(await hsts({ TRUSTED_PROXIES: '10.0.0.1' })).toBeUndefined();
  expect(await hsts({ TRUSTED_PROXIES: '127.0.0.0/8' })).toBe('max-age=31536000');
});

test('SV13 an answer and its line in the log have one id; the line has the route, never the address', async () => {
  const { app, log } = await appWith({ TRUSTED_PROXIES: '127.0.0.1' });
  const page = await app.inject('/compose.html?token=secret-of-ana');
  const none = await app.inject('/ana@contoso.example');
  await app.inject('/healthz');
  const told = await app.inject({ url: '/compose.html', headers: { 'x-request-id': 'from-the-proxy' } });
  const bad = await app.inject({ url: '/compose.html', headers: { 'x-request-id': 'ana@contoso.example' } });
  const failed = await app.inject({ method: 'POST', url: '/rooms/near', payload: {} });
  expect(log.map(({ ms: _ms, ...rest }) => rest)).toEqual([
    { event: 'request', id: page.headers['x-request-id'], route: '/compose.html', code: 200 },
    { event: 'request', id: none.headers['x-request-id'], route: 'none', code: 404 },
    { event: 'request', id: 'from-the-proxy', route: '/compose.html', code: 200 },
    { event: 'request', id: bad.headers['x-request-id'], route: '/compose.html', code: 200 },
    { event: 'fault', id: failed.headers['x-request-id'], code: 'Error' },
    { event: 'request', id: failed.headers['x-request-id'], route: '/rooms/near', code: 500 },
  ]);
  expect(told.headers['x-request-id']).toBe('from-the-proxy');
  expect(failed.body).toBe('Failed');
  expect(JSON.stringify(log)).not.toMatch(/ana|secret/i);
  await app.close();
});

test('SV13 nobody but a trusted proxy names a request', async () => {
  const { app } = await appWith();
  const answer = await app.inject({ url: '/healthz', headers: { 'x-request-id': 'from-anybody' } });
  expect(answer.headers['x-request-id']).not.toBe('from-anybody');
  await app.close();
});

test.each([
  ['10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9'],
  // The client wrote the first one itself.
  ['10.0.0.1', '198.51.100.1, 203.0.113.9, 10.2.3.4', '203.0.113.9'],
  ['203.0.113.50', '198.51.100.1', '203.0.113.50'],
  ['10.0.0.1', 'nobody', '10.0.0.1'],
  ['10.0.0.1', undefined, '10.0.0.1'],
  ['::ffff:203.0.113.50', undefined, '203.0.113.50'],
])('SV14 a socket from %s that forwards %s is of %s', (remoteAddress, forwarded, expected) => {
  const request = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } };
  const addressOf = addressBehind(within(['10.0.0.0/8']));
  expect(addressOf(request as unknown as IncomingMessage)).toBe(expected);
});

test('SV15 what is counted has codes and routes, and times', async () => {
  const metrics = createMetrics();
  metrics.log({ event: 'roomOpened', count: 3 });
  metrics.log({ event: 'denied', code: 'notMember', id: 'a-socket' });
  metrics.log({ event: 'closed', code: 4408 });
  metrics.log({ event: 'roomFailed', code: 'SqliteError SQLITE_FULL' });
  metrics.log({ event: 'request', id: 'a-request', route: '/assets/*', code: 200, ms: 3 });
  metrics.meter.command('refused', 2);
  metrics.meter.update('taken', 0.7);
  metrics.watch({ sockets: () => 7, ready: () => false, certificateEnds: () => 1_795_000_000_000 });
  const text = await metrics.text();
  for (const line of [
    'cadencia_rooms 3',
    'cadencia_sockets 7',
    'cadencia_ready 0',
    'cadencia_denied_total{code="notMember"} 1',
    'cadencia_closed_total{code="4408"} 1',
    'cadencia_room_failures_total{code="SqliteError SQLITE_FULL"} 1',
    'cadencia_requests_total{route="/assets/*",code="200"} 1',
    'cadencia_commands_total{answer="refused"} 1',
    'cadencia_update_seconds_bucket{le="0.001"} 1',
    'cadencia_update_seconds_bucket{le="0.0005"} 0',
    'cadencia_certificate_expires_timestamp_seconds 1795000000',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toMatch(/a-socket|a-request/);
});
