import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { freePort } from '../../src/tools/services/child';
import { ROOT } from '../support/root';
import { runServer, type RunningServer } from './runServer';

/** As the image asks: everything behind CMD, in the form that no shell touches. */
const [, asked = ''] =
  /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(readFileSync(path.join(ROOT, '.container/Dockerfile'), 'utf8')) ?? [];
const [program = '', ...args] = JSON.parse(asked) as string[];
const SETTINGS = {
  AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
};
const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-health-'));
beforeAll(() => ['assets', 'icons'].forEach((name) => mkdirSync(path.join(files, name))));
const servers: RunningServer[] = [];
afterEach(() => servers.splice(0).forEach(({ child }) => child.kill('SIGKILL')));
afterAll(() => rmSync(files, { recursive: true }));

async function look(environment: Readonly<Record<string, string>>): Promise<number | null> {
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, { env: environment, stdio: 'ignore' });
  return new Promise((done) => child.once('close', done));
}

test('SV28 the image’s look at a server succeeds by http and, where it ends TLS itself, by https of any name', async () => {
  const made = await generate([{ name: 'commonName', value: 'cadencia.example.com' }]);
  const [TLS_CERT_FILE, TLS_KEY_FILE] = [path.join(files, 'cert.pem'), path.join(files, 'key.pem')];
  writeFileSync(TLS_CERT_FILE, made.cert);
  writeFileSync(TLS_KEY_FILE, made.private);
  for (const tls of [{}, { TLS_CERT_FILE, TLS_KEY_FILE }]) {
    const server = runServer({ ...SETTINGS, ...tls, TEST_FILES: files, PORT: '0', HOST: '0.0.0.0' });
    servers.push(server);
    await server.listening();
    const environment = { ...tls, PORT: String(server.port()) };
    expect(await look(environment)).toBe(0);
    server.child.kill('SIGTERM');
    await server.ended();
    expect(await look(environment)).toBe(1);
  }
}, 60_000);

test('SV28 where nobody answers it fails', async () => {
  expect(await look({ PORT: String(await freePort()) })).toBe(1);
});
