import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import { ROOT } from '../support/root';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-send-'));
beforeAll(() => {
  for (const folder of ['assets', 'icons']) mkdirSync(path.join(files, folder));
  writeFileSync(
    path.join(files, 'sendCheck.html'),
    readFileSync(path.join(ROOT, 'src/entries/sendCheck/page.html')),
  );
});
afterAll(() => rmSync(files, { recursive: true }));

const app = () =>
  createApp(
    configFrom(
      {
        AUTHORITY: 'https://login.microsoftonline.com/organizations',
        CLIENT_ID: '11111111-2222-4333-8444-555555555555',
      },
      files,
    ),
  );

test('HS6 the check at sending has an address that stays, and its page the scripts of the host before it', async () => {
  expect((await (await app()).inject('/sendCheck.js')).statusCode).toBe(404);
  writeFileSync(path.join(files, 'sendCheck.js'), 'check');
  const server = await app();
  const script = await server.inject('/sendCheck.js');
  expect([script.statusCode, script.body]).toEqual([200, 'check']);
  expect(script.headers['content-type']).toMatch(/^text\/javascript/);
  expect(script.headers['cache-control']).toBe('public, max-age=3600');
  expect(script.headers['x-content-type-options']).toBe('nosniff');
  const { body } = await server.inject('/sendCheck.html');
  const scripts = [...body.matchAll(/<script src="([^"]+)"/g)].map(([, address]) => address);
  expect(scripts.at(-1)).toBe('sendCheck.js');
  expect(scripts.length).toBeGreaterThan(1);
});
