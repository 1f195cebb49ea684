import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoHandler, type Handle } from '../../../src/demo/server/demoHandler';

const says =
  (text: string): Handle =>
  (_request, response) =>
    void response.end(text);

let server: Server;
beforeAll(async () => {
  server = createServer(
    demoHandler({
      graph: says('graph'),
      faults: says('faults'),
      token: says('token'),
      login: says('login'),
      meeting: says('meeting'),
      files: says('files'),
      pages: (request, response) => request.url === '/' && (response.end('home'), true),
      config: () => ({ now: 1 }),
      product: says('product'),
      participants: new Set(['ana']),
    }),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());

const ask = (host: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    send({ host: '127.0.0.1', port, path, headers: { host: `${host}:${port}` } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve(`${answer.statusCode} ${text}`));
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['localhost', '/', '200 home'],
  ['localhost', '/graph/v1.0/me', '200 graph'],
  ['localhost', '/Graph/v1.0/me', '200 graph'],
  ['localhost', '/demo/token', '200 token'],
  ['localhost', '/demo/login/t/discovery/v2.0/keys', '200 login'],
  ['localhost', '/demo/meeting', '200 meeting'],
  ['localhost', '/demo/meeting/join', '200 meeting'],
  ['localhost', '/demo/meetings?person=irene', '200 meeting'],
  ['localhost', '/demo/call/end', '200 meeting'],
  ['localhost', '/demo/transcript/file?chat=x&as=vtt', '200 meeting'],
  ['localhost', '/demo/switches', '200 meeting'],
  ['ana.localhost', '/demo/switches', '200 product'],
  ['localhost', '/demo/meeting/else', '404 Not found'],
  ['ana.localhost', '/demo/meeting', '200 product'],
  ['localhost', '/demo/config', '200 {"now":1}'],
  ['localhost', '/compose.html', '404 Not found'],
  ['localhost', '//', '404 Not found'],
  ['localhost', 'http://evil.example/', '404 Not found'],
  ['localhost', '/demo/config?x=1', '200 {"now":1}'],
  ['files.localhost', '/x', '200 files'],
  ['ana.localhost', '/compose.html', '200 product'],
  ['ana.localhost', '/graph/v1.0/me', '200 product'],
  ['nobody.localhost', '/compose.html', '404 Not found'],
  ['evil.example', '/graph/v1.0/me', '421 Misdirected'],
  ['ana.localhost.evil.example', '/compose.html', '421 Misdirected'],
])('DS1 the host name tells the machine: %s%s answers "%s"', async (host, path, expected) => {
  expect(await ask(host, path)).toBe(expected);
});
