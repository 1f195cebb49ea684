import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import * as Y from 'yjs';
import { backUp, BackupRefused, restore } from '../../src/server/rooms/backup';
import { openStore, ROOMS_FILE } from '../../src/server/rooms/store';
import { connect, mainOf, until } from './rooms/client';
import { API, startRooms, startTenant, type Tenant } from './rooms/tenant';
import { runServer } from './runServer';

const place = mkdtempSync(path.join(os.tmpdir(), 'cadencia-disk-'));
let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant();
});
afterAll(async () => {
  await tenant.close();
  rmSync(place, { recursive: true });
});

function backUpWith(name: string, sql: string): string {
  const folder = path.join(place, `${name}-rooms`);
  openStore(folder).close();
  const file = path.join(place, `${name}.db`);
  backUp(folder, file);
  const db = new Database(file);
  db.exec(sql);
  db.close();
  return file;
}

test.each([
  ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON updates BEGIN DELETE FROM rooms; END'],
  ['a view in place of a table', 'DROP TABLE rooms; CREATE VIEW rooms AS SELECT 1 AS room'],
])('SV17 a back-up with %s is refused, and nothing has changed', (what, sql) => {
  const file = backUpWith(what.slice(2, 6), sql);
  const folder = path.join(place, `${what.slice(2, 6)}-to`);
  openStore(folder).close();
  expect(() => restore(folder, file)).toThrow(new BackupRefused('notRooms'));
  expect(readdirSync(folder).filter((one) => one.includes('restor'))).toEqual([]);
});

test('SV17 what a back-up brings is for its user alone, whoever could read the back-up', () => {
  const file = backUpWith('open', 'SELECT 1');
  chmodSync(file, 0o666);
  const folder = path.join(place, 'open-to');
  restore(folder, file);
  expect(statSync(path.join(folder, ROOMS_FILE)).mode & 0o077).toBe(0);
});

test('SV17 rooms that a back-up fills with anything are refused one by one, and the others are there', async () => {
  const start = Math.floor(tenant.now() / 1000) * 1000;
  const roomOf = (minute: number) =>
    mainOf({ place: { kind: 'chat', chat: tenant.chat.id }, start: start + minute * 60_000 });
  const folder = mkdtempSync(path.join(place, 'bad-'));
  const store = openStore(folder);
  const later = new Y.Doc();
  later.getText('server').insert(0, 'a text where the state should be');
  store.open(roomOf(1), start, null);
  store.append(roomOf(1), 'main', Uint8Array.from([255, 255, 255, 255]));
  store.open(roomOf(2), start, 'somebody');
  store.append(roomOf(2), 'main', Y.encodeStateAsUpdate(later));
  store.open(roomOf(3), start, null);
  store.close();
  const db = new Database(path.join(folder, ROOMS_FILE));
  db.prepare('UPDATE rooms SET private = ? WHERE room = ?').run(['{"balance":{"events":7}}', roomOf(3)]);
  db.close();
  const running = await startRooms({ ...tenant, config: { ...tenant.config, folder } });
  const said = [];
  for (const minute of [1, 2, 3, 4]) {
    const client = connect(running.address, roomOf(minute), await tenant.token(tenant.organiser));
    await until(() => client.provider.synced || client.denied.length > 0 || client.closed.length > 0);
    said.push(client.denied[0] ?? (client.provider.synced ? 'let in' : client.closed[0]));
    client.end();
  }
  expect(said[0]).not.toBe('let in');
  expect(said[3]).toBe('let in');
  expect(running.rooms.ready()).toBe(true);
  await running.close();
});

test('RS16 what has gone is left in no file', () => {
  const folder = path.join(place, 'gone');
  const store = openStore(folder);
  const now = 200 * 86_400_000;
  const said = (text: string) => Uint8Array.from(Buffer.from(text.repeat(400)));
  store.open('kept', now, null);
  store.append('kept', 'main', said('another '));
  store.open('gone', 1, null);
  store.append('gone', 'main', said('in confidence '));
  const inFiles = (text: string) =>
    readdirSync(folder).some((name) => readFileSync(path.join(folder, name)).includes(text));
  expect([inFiles('in confidence'), inFiles('another ')]).toEqual([true, true]);
  expect(store.sweep(now, new Set())).toBe(1);
  expect([inFiles('in confidence'), inFiles('another ')]).toEqual([false, true]);
  store.close();
});

test('SV33 a purge leaves nothing of what went in any file; where much is left it does not copy all of that', () => {
  const folder = path.join(place, 'purged');
  const store = openStore(folder);
  const said = (text: string) => Uint8Array.from(Buffer.from(text.repeat(2000)));
  for (let at = 0; at < 400; at++) {
    store.open(`gone ${at}`, 1, null);
    store.append(`gone ${at}`, 'main', said('in confidence '));
    store.open(`kept ${at}`, 1, null);
    store.append(`kept ${at}`, 'main', said('another one   '));
  }
  const size = () => readdirSync(folder).reduce((sum, one) => sum + statSync(path.join(folder, one)).size, 0);
  const inFiles = (text: string) =>
    readdirSync(folder).some((name) => readFileSync(path.join(folder, name)).includes(text));
  const purge = (what: string) => {
    for (let at = 0; at < 400; at++) store.forget(`${what} ${at}`);
    store.wipe();
  };
  expect(inFiles('in confidence')).toBe(true);
  purge('gone');
  expect([inFiles('in confidence'), inFiles('another one')]).toEqual([false, true]);
  expect(size()).toBeGreaterThan(20_000_000);
  purge('kept');
  expect(inFiles('another one')).toBe(false);
  expect(size()).toBeLessThan(500_000);
  store.close();
});

test('SV17 what a process writes is for its user alone, in a folder that everybody may read', async () => {
  const pages = path.join(place, 'client');
  ['assets', 'icons'].forEach((name) => mkdirSync(path.join(pages, name), { recursive: true }));
  writeFileSync(path.join(pages, 'compose.html'), '<!-- cadencia: what the server knows -->');
  const folder = path.join(place, 'shared');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const { config, origin } = tenant;
  const server = runServer({
    TEST_FILES: pages,
    PORT: '0',
    AUTHORITY: 'https://login.demo.localhost/organizations',
    CLIENT_ID: config.clientId,
    TENANT_ID: config.tenant,
    CLIENT_SECRET: 'a secret of the tests',
    API_SCOPE: API,
    GRAPH_BASE: config.graph,
    IDENTITY_BASE: `${origin}/login`,
    ROOMS_FOLDER: folder,
  });
  await server.listening();
  const modes = readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).mode & 0o077]);
  server.child.kill('SIGKILL');
  await server.ended();
  expect(modes.length).toBeGreaterThan(1);
  expect(modes).toEqual(modes.map(([name]) => [name, 0]));
});
