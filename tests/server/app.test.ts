import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/server/app';
import { configFrom, ConfigRefused } from '../../src/server/config';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-server-'));
const PLACE = '<!-- cadencia: what the server knows -->';

beforeAll(() => {
  mkdirSync(path.join(files, 'assets'));
  mkdirSync(path.join(files, 'icons'));
  writeFileSync(
    path.join(files, 'compose.html'),
    `<head><style>p{margin:0}</style>${PLACE}<script defer src="assets/a.0123456789.js"></script></head>`,
  );
  writeFileSync(path.join(files, 'assets/a.0123456789.js'), '1');
  writeFileSync(path.join(files, 'assets/a.0123456789.js.br'), 'brotli');
  writeFileSync(path.join(files, 'assets/a.0123456789.js.gz'), 'gzipped');
  writeFileSync(path.join(files, 'assets/a.0123456789.js.map'), '{}');
  writeFileSync(path.join(files, 'icons/icon-16.png'), 'png');
});
afterAll(() => rmSync(files, { recursive: true }));

const PRODUCTION = {
  AUTHORITY: 'https://login.microsoftonline.com/organizations',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
};
const LOCAL = {
  ...PRODUCTION,
  GRAPH_BASE: 'http://localhost:3978/graph/v1.0',
  PARENT_ORIGINS: 'http://localhost:3978',
  HOST_SCRIPTS: 'http://localhost:3978/standIn.js',
};
const appWith = (environment: Readonly<Record<string, string>>) => createApp(configFrom(environment, files));
const refusal = (environment: Readonly<Record<string, string>>): string | undefined => {
  try {
    configFrom(environment, files);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigRefused) return error.message;
    throw error;
  }
};

test.each([
  ['without an authority', { CLIENT_ID: PRODUCTION.CLIENT_ID }, 'AUTHORITY: missing'],
  ['with a client id that is none', { ...PRODUCTION, CLIENT_ID: 'x' }, 'CLIENT_ID: malformed'],
  ['with a port that is none', { ...PRODUCTION, PORT: '99999' }, 'PORT: malformed'],
  [
    'with Graph on plain http',
    { ...PRODUCTION, GRAPH_BASE: 'http://graph.example' },
    'GRAPH_BASE: plain-http',
  ],
  [
    'with a parent of its own beside the real Graph',
    { ...PRODUCTION, PARENT_ORIGINS: 'http://localhost:3978' },
    'PARENT_ORIGINS: not-local',
  ],
  [
    'with a parent elsewhere beside a local Graph',
    { ...LOCAL, PARENT_ORIGINS: 'https://evil.example' },
    'PARENT_ORIGINS: not-local',
  ],
  [
    'with a name that only begins like this machine’s',
    { ...LOCAL, PARENT_ORIGINS: 'http://localhost.evil.example' },
    'PARENT_ORIGINS: not-local',
  ],
  [
    'with a parent that would begin a rule of its own in the policy',
    { ...LOCAL, PARENT_ORIGINS: 'http://localhost:3978;sandbox' },
    'PARENT_ORIGINS: malformed',
  ],
  [
    'with an origin of files that is an address',
    { ...PRODUCTION, FILE_ORIGINS: 'https://files.example/x;script-src' },
    'FILE_ORIGINS: malformed',
  ],
  [
    'with an authority that is a script',
    { ...PRODUCTION, AUTHORITY: 'javascript:0' },
    'AUTHORITY: malformed',
  ],
  ['with a home that is nowhere', { ...PRODUCTION, HOME_SITE: '' }, 'HOME_SITE: malformed'],
])('SV1 the process does not start %s', (_why, environment, expected) => {
  expect(refusal(environment as unknown as Readonly<Record<string, string>>)).toBe(expected);
});

test('SV1 production settings and settings of this machine alone are taken', () => {
  expect(refusal(PRODUCTION)).toBeUndefined();
  expect(refusal(LOCAL)).toBeUndefined();
});

test('SV2 a page carries the client’s settings and the host’s scripts, and no value can end the block', async () => {
  const app = await appWith({ ...LOCAL, HOME_SITE: 'x:/</script><script>alert(1)</script>' });
  const page = (await app.inject('/compose.html')).body;
  const block =
    /<script type="application\/json" id="cadencia-config">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual({
    graph: LOCAL.GRAPH_BASE,
    authority: LOCAL.AUTHORITY,
    clientId: LOCAL.CLIENT_ID,
    parents: [LOCAL.PARENT_ORIGINS],
    homeSite: 'x:/</script><script>alert(1)</script>',
    balanceCap: 'areas',
    servedAt: expect.any(Number),
  });
  expect(page).not.toContain('<script>alert');
  expect(page.indexOf('/standIn.js')).toBeLessThan(page.indexOf('assets/a.'));
  await app.close();
});

test('SV3 production may be framed by Microsoft’s documented hosts only, and runs Office.js from its network', async () => {
  const app = await appWith(PRODUCTION);
  const { headers } = await app.inject('/compose.html');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(
    'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com ' +
      'https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com ' +
      'https://outlook-sdf.office.com https://outlook-sdf.office365.com;',
  );
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('localhost');
  expect(policy).toMatch(
    /connect-src 'self' https:\/\/graph\.microsoft\.com https:\/\/login\.microsoftonline\.com/,
  );
  expect(headers['x-frame-options']).toBeUndefined();
  await app.close();
});

test('SV3 the demo tenant adds its own host and nothing else', async () => {
  const app = await appWith(LOCAL);
  const policy = String((await app.inject('/compose.html')).headers['content-security-policy']);
  expect(policy).toMatch(/frame-ancestors [^;]* http:\/\/localhost:3978;/);
  await app.close();
});

test('SV4 files with a hash never change, pages are asked for anew', async () => {
  const app = await appWith(PRODUCTION);
  const cache = async (address: string) => (await app.inject(address)).headers['cache-control'];
  expect(await cache('/assets/a.0123456789.js')).toBe('public, max-age=31536000, immutable');
  expect(await cache('/icons/icon-16.png')).toBe('public, max-age=86400');
  expect(await cache('/compose.html')).toBe('no-cache');
  await app.close();
});

test.each([
  ['br, gzip', 'br', 'brotli'],
  ['gzip;q=0.8', 'gzip', 'gzipped'],
  ['identity', undefined, '1'],
])(
  'SV6 whoever takes %s gets the script as the build has compressed it',
  async (accepted, encoding, body) => {
    const app = await appWith(PRODUCTION);
    const answer = await app.inject({
      url: '/assets/a.0123456789.js',
      headers: { 'accept-encoding': accepted },
    });
    expect([answer.headers['content-encoding'], answer.body]).toEqual([encoding, body]);
    expect(answer.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(String(answer.headers['vary']).toLowerCase()).toBe('accept-encoding');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    await app.close();
  },
);

test('SV7 source maps are not handed out', async () => {
  const app = await appWith(PRODUCTION);
  for (const address of [
    '/assets/a.0123456789.js.map',
    '/assets/a.0123456789.js%2emap',
    '/assets/a.0123456789.js.map?',
  ])
    expect((await app.inject(address)).statusCode).toBe(404);
  await app.close();
});

test.each([
  '/compose.htm',
  '/assets/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%5ccompose.html',
  '/assets/none.js',
  '/%',
  '/<script>%c0%ae',
])('SV5 %s is a plain 404', async (address) => {
  const app = await appWith(PRODUCTION);
  const answer = await app.inject(address);
  expect([answer.statusCode, answer.body]).toEqual([404, 'Not found']);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  await app.close();
});

test('SV5 what is sent along is not read back, whatever it is', async () => {
  const app = await appWith(PRODUCTION);
  for (const payload of ['{"__proto__":{"a":1}}', '{', 'x'.repeat(100_000)]) {
    const answer = await app.inject({
      method: 'POST',
      url: '/compose.html',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect([answer.statusCode, answer.body]).toEqual([404, 'Not found']);
  }
  await app.close();
});

test('SV8 who does not finish asking is not waited for', async () => {
  const app = await appWith(PRODUCTION);
  expect(app.server.requestTimeout).toBe(30_000);
  await app.close();
});

test('SV9 a page says when it was handed out, each time anew', async () => {
  let now = 1_795_000_000_000;
  const app = await createApp(configFrom(PRODUCTION, files), { now: () => now });
  const served = async () => {
    const { body } = await app.inject('/compose.html');
    const [, block = '{}'] = /id="cadencia-config">(.*?)<\/script>/.exec(body) ?? [];
    return (JSON.parse(block) as { servedAt?: number }).servedAt;
  };
  expect(await served()).toBe(now);
  now += 60_000;
  expect(await served()).toBe(now);
});
