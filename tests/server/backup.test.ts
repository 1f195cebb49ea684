import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { createTokenCheck } from '../../src/server/rooms/accessToken';
import { backUp, BackupRefused, restore } from '../../src/server/rooms/backup';
import { FolderInUse, lockFolder } from '../../src/server/rooms/lock';
import { FORMAT, NewerStore, openStore, ROOMS_FILE } from '../../src/server/rooms/store';
import { until } from './rooms/client';
import { startRooms, startTenant } from './rooms/tenant';

const place = mkdtempSync(path.join(os.tmpdir(), 'cadencia-backup-'));
afterAll(() => rmSync(place, { recursive: true }));
const why = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof BackupRefused) return fault.why;
    throw fault;
  }
};

test('SV17 a back-up is for its user alone, overwrites nothing, and comes back with what was not yet in the file', () => {
  const folder = path.join(place, 'one');
  const store = openStore(folder);
  store.open('room', 1000, 'ana');
  store.append('room', 'main', Uint8Array.from([1]));
  const file = path.join(place, "it's one.db");
  expect(backUp(folder, file)).toBe(1);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(why(() => backUp(folder, file))).toBe('exists');
  expect(why(() => backUp(path.join(place, 'nowhere'), path.join(place, 'x')))).toBe('nothing');
  store.append('room', 'main', Uint8Array.from([2]));
  store.open('later', 1000, null);
  store.close();
  expect(restore(folder, file)).toBe(1);
  const again = openStore(folder);
  expect([again.has('later'), again.load('room')?.updates.main]).toEqual([false, [Uint8Array.from([1])]]);
  again.close();
  const kept = new Database(path.join(folder, `${ROOMS_FILE}.before-restore`));
  expect(kept.prepare('SELECT count(*) AS n FROM rooms').all([])).toEqual([{ n: 2 }]);
  kept.close();
});

test('SV17 a back-up comes back over damaged rooms, which stay beside with what was not yet in the file', () => {
  const folder = path.join(place, 'damaged');
  const store = openStore(folder);
  store.open('room', 1000, 'ana');
  const file = path.join(place, 'before.db');
  backUp(folder, file);
  store.close();
  const rooms = path.join(folder, ROOMS_FILE);
  writeFileSync(rooms, 'no rooms any more '.repeat(1000));
  writeFileSync(`${rooms}-wal`, 'and their log');
  expect(restore(folder, file)).toBe(1);
  const again = openStore(folder);
  expect(again.has('room')).toBe(true);
  again.close();
  const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  expect(text('rooms.db.before-restore')).toMatch(/^no rooms any more/);
  expect(text('rooms.db.before-restore-wal')).toBe('and their log');
  expect(existsSync(`${rooms}.restoring`)).toBe(false);
});

test('SV17 what is no back-up, what a later Cadencia wrote, and a folder in use are left alone', () => {
  const folder = path.join(place, 'two');
  openStore(folder).close();
  const text = path.join(place, 'text.db');
  writeFileSync(text, 'a text '.repeat(1000));
  const empty = path.join(place, 'empty.db');
  new Database(empty).exec('CREATE TABLE other (id INTEGER)');
  expect([text, empty, '/nowhere'].map((file) => why(() => restore(folder, file)))).toEqual([
    'notRooms',
    'notRooms',
    'notRooms',
  ]);
  const file = path.join(place, 'later.db');
  backUp(folder, file);
  const later = new Database(file);
  later.exec(`PRAGMA user_version = ${FORMAT + 1}`);
  later.close();
  expect(why(() => restore(folder, file))).toBe('newer');
  const good = path.join(place, 'good.db');
  backUp(folder, good);
  const lock = lockFolder(folder, 0);
  expect(() => restore(folder, good)).toThrow(FolderInUse);
  lock.release();
  expect(restore(folder, good)).toBe(0);
});

test('SV16 rooms that a later Cadencia wrote are not opened', () => {
  const folder = path.join(place, 'later');
  openStore(folder).close();
  const db = new Database(path.join(folder, ROOMS_FILE));
  db.exec(`PRAGMA user_version = ${FORMAT + 1}`);
  db.close();
  expect(() => openStore(folder)).toThrow(NewerStore);
});

test('SV19 a clock that is more than a minute off the sign-in service’s is told with the seconds, and no other', async () => {
  const tenant = await startTenant();
  const told: number[] = [];
  const check = createTokenCheck({ ...tenant.config, told: (time) => void told.push(time) });
  await check.fetchKeys();
  expect(Math.abs((told[0] ?? 0) - Date.now())).toBeLessThan(60_000);
  const offIn = async (ms: number) => {
    const running = await startRooms({ config: tenant.config, now: () => Date.now() + ms });
    await until(() => running.log.some(({ event }) => event === 'keys'));
    await running.close();
    return running.log
      .filter(({ event }) => event === 'clock')
      .map(({ count = 0 }) => Math.round(count / 100));
  };
  expect([await offIn(0), await offIn(30_000)]).toEqual([[], []]);
  expect([await offIn(90_000), await offIn(-90_000)]).toEqual([[1], [1]]);
  expect(await offIn(-600_000)).toEqual([6]);
  expect(await offIn(600_000)).toEqual([6]);
  await tenant.close();
});
