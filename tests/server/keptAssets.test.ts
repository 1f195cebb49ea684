import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import { keepAssets, KEEP_ASSETS } from '../../src/server/keptAssets';
import { runServer, type RunningServer } from './runServer';

const DAY = 86_400_000;
const NOW = Date.parse('2026-12-01T10:00:00Z');
const SETTINGS = {
  AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
};
let place: string;
let kept: string;
beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'cadencia-kept-'));
  kept = path.join(place, 'below', 'kept');
});
const servers: RunningServer[] = [];
afterEach(() => {
  servers.splice(0).forEach(({ child }) => child.kill('SIGKILL'));
  rmSync(place, { recursive: true });
});

/** A build with one page and these scripts, each of its own name's text. */
function build(name: string, ...scripts: readonly string[]): string {
  const files = path.join(place, name);
  for (const folder of ['assets', 'icons']) mkdirSync(path.join(files, folder), { recursive: true });
  writeFileSync(path.join(files, 'meeting.html'), '<!-- cadencia: what the server knows -->');
  for (const script of scripts) writeFileSync(path.join(files, 'assets', script), `text of ${script}`);
  return files;
}
const keep = (files: string, now: number) => keepAssets(path.join(files, 'assets'), kept, now);
const names = () => readdirSync(kept).sort();

test('SV27 scripts of an earlier build stay for two weeks after the last server that had it', () => {
  const first = build('first', 'a.0123456789.js', 'a.0123456789.js.br', 'both.0000000000.js');
  const second = build('second', 'b.abcdefabcd.js', 'both.0000000000.js');
  keep(first, NOW);
  // It runs for a month, and looks each day.
  keep(first, NOW + 30 * DAY);
  keep(second, NOW + 30 * DAY + KEEP_ASSETS);
  expect(names()).toEqual(['a.0123456789.js', 'a.0123456789.js.br', 'b.abcdefabcd.js', 'both.0000000000.js']);
  keep(second, NOW + 30 * DAY + KEEP_ASSETS + 60_000);
  expect(names()).toEqual(['b.abcdefabcd.js', 'both.0000000000.js']);
});

test('SV27 source maps are not kept, what is not ours stays where it is, and what was left half is cleared away', () => {
  keep(build('first', 'a.0123456789.js', 'a.0123456789.js.map', 'plain.js', '.env'), NOW);
  expect(names()).toEqual(['a.0123456789.js']);
  const half = '.half-01234567-89ab-4cde-8f01-23456789abcd';
  for (const name of ['rooms.db', half]) {
    writeFileSync(path.join(kept, name), 'x');
    utimesSync(path.join(kept, name), 1, 1);
  }
  keep(build('second'), NOW);
  expect(names()).toEqual(['a.0123456789.js', 'rooms.db']);
});

test('SV27 one file that cannot be kept keeps none of the others from it, and is told', () => {
  const first = build('first', 'a.0123456789.js', 'b.abcdefabcd.js');
  // A folder is no file; it comes first.
  mkdirSync(path.join(first, 'assets', '0.0123456789.js'));
  expect(() => keep(first, NOW)).toThrow();
  expect(names()).toEqual(['a.0123456789.js', 'b.abcdefabcd.js']);
});

test('SV27 a page of the build before gets its scripts as they were, and nothing else of that folder', async () => {
  const first = build('first', 'a.0123456789.js', 'a.0123456789.js.gz', 'small.1111111111.js');
  keep(first, NOW);
  writeFileSync(path.join(kept, 'rooms.db'), 'secret');
  writeFileSync(path.join(kept, 'a.0123456789.js.map'), 'secret');
  const second = build('second', 'b.abcdefabcd.js', 'b.abcdefabcd.js.gz', 'small.2222222222.js');
  const app = await createApp(configFrom(SETTINGS, second), { earlier: kept });
  const get = async (name: string) => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const { statusCode, body, headers: said } = await app.inject({ url: `/assets/${name}`, headers });
    return [statusCode, body, said['content-encoding'] ?? null, said['cache-control']];
  };
  const good = (text: string, encoding: string | null) => [
    ...[200, `text of ${text}`, encoding, 'public, max-age=31536000, immutable'],
  ];
  expect(await get('a.0123456789.js')).toEqual(good('a.0123456789.js.gz', 'gzip'));
  expect(await get('small.1111111111.js')).toEqual(good('small.1111111111.js', null));
  expect(await get('b.abcdefabcd.js')).toEqual(good('b.abcdefabcd.js.gz', 'gzip'));
  expect(await get('small.2222222222.js')).toEqual(good('small.2222222222.js', null));
  for (const name of ['rooms.db', 'a.0123456789.js.map', '..%2Fmeeting.html', 'none.0123456789.js'])
    expect((await get(name)).slice(0, 2)).toEqual([404, 'Not found']);
  await app.close();
});

test('SV27 over an upgrade of the real process an open page goes on; where nothing can be kept it serves all the same', async () => {
  const served = async (files: string, scripts: readonly string[]) => {
    const server = runServer({ ...SETTINGS, TEST_FILES: files, PORT: '0', ASSETS_FOLDER: kept });
    servers.push(server);
    await server.listening();
    const codes = [];
    for (const script of scripts)
      codes.push((await fetch(`http://127.0.0.1:${server.port()}/assets/${script}`)).status);
    server.child.kill('SIGTERM');
    await server.ended();
    return { codes, said: server.said() };
  };
  await served(build('first', 'a.0123456789.js'), []);
  const second = build('second', 'b.abcdefabcd.js');
  expect((await served(second, ['a.0123456789.js', 'b.abcdefabcd.js'])).codes).toEqual([200, 200]);
  rmSync(kept, { recursive: true });
  // As where a volume is away.
  symlinkSync(path.join(place, 'nowhere', 'assets'), kept);
  const { codes, said } = await served(second, ['a.0123456789.js', 'b.abcdefabcd.js']);
  expect(codes).toEqual([404, 200]);
  expect(said).toContain('"event":"assets"');
  // As where it is mounted over, or another user's.
  rmSync(kept);
  writeFileSync(kept, '');
  expect((await served(second, ['b.abcdefabcd.js'])).codes).toEqual([200]);
  const refused = runServer({ ...SETTINGS, TEST_FILES: second, ASSETS_FOLDER: kept }, ['--check-config']);
  expect(await refused.ended()).toBe(1);
  expect(refused.said()).toContain('ASSETS_FOLDER');
}, 60_000);
