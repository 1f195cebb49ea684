import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import { refuseRequest } from '../../src/server/connections';
import { COMMON } from '../../src/server/headers';
import type { LogEvent } from '../../src/server/rooms/log';

const place = mkdtempSync(path.join(os.tmpdir(), 'cadencia-attack-'));
const files = path.join(place, 'client');
const log: LogEvent[] = [];
let app: FastifyInstance;
let port = 0;

beforeAll(async () => {
  ['assets', 'icons'].forEach((name) => mkdirSync(path.join(files, name), { recursive: true }));
  writeFileSync(path.join(files, 'compose.html'), '<!-- cadencia: what the server knows -->');
  writeFileSync(path.join(files, 'assets/a.0123456789.js'), 'script');
  writeFileSync(path.join(files, 'assets/a.0123456789.js.map'), 'SOURCES');
  writeFileSync(path.join(files, 'assets/.env'), 'HIDDEN');
  writeFileSync(path.join(files, 'beside.txt'), 'BESIDE');
  writeFileSync(path.join(place, 'above.txt'), 'ABOVE');
  const config = configFrom(
    {
      AUTHORITY: 'https://login.microsoftonline.com/organizations',
      CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    },
    files,
  );
  app = await createApp(config, { log: (event) => void log.push(event), now: () => 1_795_000_000_000 });
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(async () => {
  await app.close();
  rmSync(place, { recursive: true });
});

/** What comes back for these bytes until the server ends the connection. */
async function raw(text: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  let got = '';
  socket.on('data', (data: Buffer) => (got += data.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(text);
  await new Promise((done) => socket.once('close', done));
  return got;
}
const asking = (line: string, headers = 'Host: x\r\n') =>
  `${line} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`;
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

test.each([
  '/assets/../beside.txt',
  '/assets/%2e%2e/beside.txt',
  '/assets/%252e%252e/beside.txt',
  '/assets/..%2fbeside.txt',
  '/assets/..%5cbeside.txt',
  '/assets/..\\beside.txt',
  '/assets/....//beside.txt',
  '/icons/../../above.txt',
  '/assets/%2e%2e/%2e%2e/above.txt',
  '//above.txt',
  '/assets//etc/passwd',
  '/assets/%00',
  '/assets/a.0123456789.js%00.map',
  '/assets/a.0123456789.js%2emap',
  '/assets/a.0123456789.js.map%20',
  '/assets/./a.0123456789.js.map',
  '/assets//a.0123456789.js.map',
  '/assets/.env',
  '/assets/%2eenv',
  '/assets',
  '/compose.html/',
  '/compose.html%00',
  '/compose.html;x=.js',
  '/__proto__',
  '/constructor.html',
])('SV5 nothing but our own files is at %s', async (address) => {
  const answer = await raw(asking(`GET ${address}`));
  expect([statusOf(answer), bodyOf(answer)]).toEqual([404, 'Not found']);
});

test.each([
  [
    'two lengths',
    'POST /rooms/near HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\nGET /',
  ],
  [
    'a length and pieces',
    'POST /rooms/near HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n',
  ],
  [
    'pieces of two kinds',
    'POST /rooms/near HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n',
  ],
  [
    'pieces behind a blank',
    'POST /rooms/near HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n',
  ],
  ['lines without a return', 'GET /readyz HTTP/1.1\nHost: x\n\n'],
  ['a header over two lines', 'GET /readyz HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n'],
  ['a header without a colon', 'GET /readyz HTTP/1.1\r\nHost x\r\n\r\n'],
  ['a name of Unicode', 'GET /\u202e HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['thousands of headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: 1\r\n'.repeat(8000)}\r\n`],
])(
  'SV5 a request with %s is none: refused once, plainly, and the connection with it',
  async (_what, text) => {
    const answer = await raw(text);
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
    expect(statusOf(answer)).toBeLessThan(500);
    // Not two answers: a proxy in front would give the second to somebody else.
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(bodyOf(answer)).toBe('Refused');
    for (const [name, value] of Object.entries(COMMON)) expect(answer).toContain(`${name}: ${value}\r\n`);
  },
);

test('SV8 whoever breaks off a handshake, or has gone, is not answered and not kept', () => {
  const refused = (code: string, gone = false) => {
    const socket = new PassThrough();
    if (gone) socket.end();
    refuseRequest({ code }, socket);
    return { gone: socket.destroyed, answer: String(socket.read() ?? '') };
  };
  expect(refused('ERR_TLS_HANDSHAKE_TIMEOUT')).toEqual({ gone: true, answer: '' });
  expect(refused('ERR_SSL_WRONG_VERSION_NUMBER')).toEqual({ gone: true, answer: '' });
  expect(refused('ECONNRESET')).toEqual({ gone: true, answer: '' });
  expect(refused('HPE_INVALID_METHOD', true)).toEqual({ gone: true, answer: '' });
  expect(refused('ERR_HTTP_REQUEST_TIMEOUT').answer).toMatch(/^HTTP\/1\.1 408 /);
});

test('SV8 headers, requests and idle connections have their time, and it is looked at every few seconds', () => {
  const { headersTimeout, requestTimeout, timeout } = app.server;
  expect({ headersTimeout, requestTimeout, timeout }).toEqual({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    timeout: 60_000,
  });
});

test('SV2 a page is the same whatever the request calls this server', async () => {
  const usual = bodyOf(await raw(asking('GET /compose.html')));
  expect(usual).toContain('"clientId"');
  for (const request of [
    asking('GET http://evil.example/compose.html'),
    asking('GET /compose.html', 'Host: evil.example"><script>\r\n'),
    asking('GET /compose.html', 'Host: a\r\nHost: evil.example\r\n'),
    asking(
      'GET /compose.html?x="><script>',
      'Host: x\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript\r\nForwarded: host=evil.example\r\nX-Original-URL: /admin/state\r\nX-HTTP-Method-Override: POST\r\n',
    ),
  ]) {
    const answer = await raw(request);
    expect([statusOf(answer), bodyOf(answer)]).toEqual([200, usual]);
    expect(answer).not.toContain('evil');
  }
});

test('SV5 no page of elsewhere may read anything here, and no method does more than asking', async () => {
  const from = 'Host: x\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n';
  for (const [line, status] of [
    ['OPTIONS /rooms/near', 404],
    ['OPTIONS /compose.html', 404],
    ['GET /compose.html', 200],
    ['GET /healthz', 200],
    ['TRACE /compose.html', 404],
    ['PUT /assets/new.js', 404],
    ['DELETE /assets/a.0123456789.js', 404],
    ['PURGE /compose.html', 404],
  ] as const) {
    const answer = await raw(asking(line, from));
    expect([line, statusOf(answer)]).toEqual([line, status]);
    expect(answer.toLowerCase()).not.toMatch(/access-control-|evil|set-cookie/);
  }
});

test('SV5 what is of this moment is kept by no cache', async () => {
  for (const address of ['/nothing', '/assets/b.0123456789.js', '/healthz', '/readyz', '/rooms/near'])
    expect(await raw(asking(`GET ${address}`))).toMatch(/cache-control: no-store\r\n/i);
});

test('SV6 many ranges of a file are no more than the file', async () => {
  const ranges = Array.from({ length: 1000 }, () => '0-').join(',');
  const answer = await raw(asking('GET /assets/a.0123456789.js', `Host: x\r\nRange: bytes=${ranges}\r\n`));
  expect(bodyOf(answer).length).toBeLessThanOrEqual('script'.length);
});

test('SV13 nothing that a request says begins a line in the log', async () => {
  log.splice(0);
  await raw(
    asking(
      'GET /%0a%7b"event":"forged"%7d',
      'Host: x\r\nX-Request-Id: a"b\r\nUser-Agent: {"event":"forged"}\r\nReferer: x\r\nX-Forwarded-For: forged\r\n',
    ),
  );
  expect(log.map(({ ms: _ms, id: _id, ...rest }) => rest)).toEqual([
    { event: 'request', route: 'none', code: 404 },
  ]);
});
