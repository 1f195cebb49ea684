import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import * as Y from 'yjs';
import { createKeeper } from '../../../src/room/createKeeper';
import { configFrom, ConfigRefused } from '../../../src/server/config';
import { createLiveRoom, type LiveRoom } from '../../../src/server/rooms/liveRoom';
import { openStore, type DiskStore } from '../../../src/server/rooms/store';
import { aMeasuredSeed, FOUR } from '../../domain/meeting/aMeasured';
import { MIN, START } from '../../domain/meeting/aMeeting';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-balance-'));
beforeAll(() => ['assets', 'icons'].forEach((name) => mkdirSync(path.join(folder, name))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const KEY = 'main/1/chat/x';
const member = (id: string) => ({ id, name: id, outsider: false });

/** A room over that store, with a clock that is moved. */
function aRoom(store: DiskStore) {
  let now = START;
  let made = 0;
  const kept = store.load(KEY);
  const docs = { main: new Y.Doc(), internal: new Y.Doc() };
  kept?.updates.main.forEach((one) => Y.applyUpdate(docs.main, one));
  store.open(KEY, START, 'rodrigo');
  const room: LiveRoom = createLiveRoom({
    key: KEY,
    docs,
    store,
    createKeeper,
    organiser: 'rodrigo',
    cap: 'persons',
    private: kept?.private,
    updates: 500,
    now: () => now,
    log: () => undefined,
    failed: () => undefined,
  });
  const say = (body: object, by = 'irene') =>
    room.command({ ...body, id: `${now}-${made++}` } as Parameters<LiveRoom['command']>[0], member(by));
  return { room, say, pass: (milliseconds: number) => (now += milliseconds) };
}
const running = (store: DiskStore) => {
  const all = aRoom(store);
  all.room.sit(member('irene'), () => undefined);
  all.say(
    {
      kind: 'seed',
      seed: aMeasuredSeed({}, { items: [{ id: 'i0', kind: 'topic', title: 'P', minutes: 60 }] }),
    },
    'rodrigo',
  );
  FOUR.forEach((person) => all.say({ kind: 'present', person, how: 'room' }));
  all.say({ kind: 'start' });
  return all;
};

test('RS20 what the tenant allows to measure is a setting, areas without it, and the pages are told', () => {
  const settings = {
    AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
    CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    ROOMS_FOLDER: '/var/lib/cadencia',
    TENANT_ID: '21111111-2222-4333-8444-555555555555',
    CLIENT_SECRET: 'x',
    API_SCOPE: 'api://host.example/11111111-2222-4333-8444-555555555555/access_as_user',
  };
  const caps = (cap: Record<string, string>) => {
    const { rooms, client } = configFrom({ ...settings, ...cap }, folder);
    return [rooms?.balanceCap, client.balanceCap];
  };
  expect(caps({})).toEqual(['areas', 'areas']);
  for (const cap of ['off', 'areas', 'persons']) expect(caps({ BALANCE_CAP: cap })).toEqual([cap, cap]);
  for (const cap of ['', 'all', 'Areas'])
    expect(() => caps({ BALANCE_CAP: cap })).toThrow(
      new ConfigRefused([{ setting: 'BALANCE_CAP', why: 'malformed' }]),
    );
});

test('RS23 an hour of a signal that changes each two seconds stays small, and what is there is not written again', () => {
  const store = openStore(path.join(folder, 'hour'));
  const { room, say, pass } = running(store);
  const panel = {};
  let most = 0;
  for (let second = 2; second <= 58 * 60; second += 2) {
    pass(2000);
    const before = second % 98 === 0 ? rows(folder, 'hour') : null;
    room.heard(panel, second % 4 === 0);
    if (before !== null) {
      const written = rows(folder, 'hour').filter(({ part, data }) => before[part]?.data !== data);
      expect(written.length).toBeLessThanOrEqual(1);
      most = Math.max(most, written[0]?.data.length ?? 0);
    }
    if (second % 20 === 0) say({ kind: 'give', person: FOUR[(second / 20) % 4] ?? '' });
  }
  say({ kind: 'end' });
  const parts = rows(folder, 'hour');
  const size = parts.reduce((sum, { data }) => sum + data.length, 0);
  process.stderr.write(
    `an hour: ${parts.length} parts, ${size} bytes; at most ${most} bytes written for one event\n`,
  );
  expect(store.load(KEY)?.private?.balance?.events.length).toBeGreaterThan(1900);
  expect(size).toBeLessThan(120_000);
  expect(most).toBeGreaterThan(1000);
  expect(most).toBeLessThan(9000);
  store.close();
});

test('RS23 nothing of the log is on disk once the team has said that less is measured, and all places hear so', () => {
  const store = openStore(path.join(folder, 'less'));
  const { room, say, pass } = running(store);
  const told: unknown[] = [];
  room.sit(member('hugo'), (balance) => told.push(balance));
  FOUR.forEach((person) => {
    pass(1000);
    say({ kind: 'give', person });
  });
  expect(rows(folder, 'less')).not.toEqual([]);
  expect(say({ kind: 'measureLess', mode: 'off' }, 'hugo')).toBeNull();
  expect(rows(folder, 'less')).toEqual([]);
  expect(store.load(KEY)?.private).not.toHaveProperty('balance');
  expect(told.at(-1)).toBeNull();
  const read = aRoom(store);
  expect([read.room.state().balance, read.room.state().meeting?.phase]).toEqual([undefined, 'running']);
  store.close();
});

/** The parts of the log as they stand on disk. */
function rows(below: string, name: string): { readonly part: number; readonly data: string }[] {
  const db = new Database(path.join(below, name, 'rooms.db'));
  const all = db.prepare('SELECT part, data FROM logs ORDER BY part').all([]) as {
    part: number;
    data: string;
  }[];
  db.close();
  return all;
}

test('RS23 a room that is read has its log again, event for event', () => {
  const store = openStore(path.join(folder, 'again'));
  const { room, say, pass } = running(store);
  const panel = {};
  for (let at = 0; at < 250; at++) {
    pass(1000);
    room.heard(panel, at % 2 === 0);
    if (at % 10 === 0) say({ kind: 'give', person: FOUR[(at / 10) % 4] ?? '' });
  }
  const before = store.load(KEY)?.private;
  expect(before?.balance?.events.length).toBeGreaterThan(250);
  const again = aRoom(store);
  again.pass(251_000);
  again.say({ kind: 'give', person: 'andres' });
  const after = store.load(KEY)?.private?.balance;
  expect(after?.events.slice(0, before?.balance?.events.length)).toEqual(before?.balance?.events);
  expect(after?.events.at(-1)).toMatchObject({ kind: 'mark', person: 'andres' });
  expect(after?.here).toEqual(before?.balance?.here);
  store.close();
});

test('RS23 what somebody declined is on disk no more, in no part of the log', () => {
  const store = openStore(path.join(folder, 'declined'));
  const { say, pass } = running(store);
  for (let at = 0; at < 240; at++) {
    pass(1000);
    say({ kind: 'give', person: FOUR[at % 4] ?? '' });
  }
  const named = () => rows(folder, 'declined').filter(({ data }) => data.includes('hugo')).length;
  expect(named()).toBeGreaterThan(2);
  say({ kind: 'takePart', as: 'declined' }, 'hugo');
  expect(named()).toBe(0);
  expect(store.load(KEY)?.private?.balance?.here.map(({ person }) => person)).not.toContain('hugo');
  expect(store.load(KEY)?.private?.balance?.events).toHaveLength(241);
  store.close();
});

test('RS23 the log goes with its room', () => {
  const store = openStore(path.join(folder, 'swept'));
  const { say, pass } = running(store);
  pass(1000);
  say({ kind: 'give', person: 'hugo' });
  expect(rows(folder, 'swept')).toHaveLength(1);
  store.recorded(KEY, START);
  expect(store.sweep(START + 8 * 24 * 60 * MIN, new Set())).toBe(1);
  expect(rows(folder, 'swept')).toEqual([]);
  store.close();
});

test('RS23 turns that an earlier Cadencia kept of every meeting are gone with the first start', () => {
  const place = path.join(folder, 'earlier');
  openStore(place).close();
  const db = new Database(path.join(place, 'rooms.db'));
  const earlier = { applied: ['c1'], turns: [{ person: 'hugo', from: 1, until: 2 }], entered: [] };
  db.prepare('INSERT INTO rooms (room, start, private) VALUES (?, ?, ?)').run([
    'old',
    1,
    JSON.stringify(earlier),
  ]);
  db.prepare('INSERT INTO rooms (room, start, private) VALUES (?, ?, ?)').run(['none', 1, null]);
  db.close();
  const store = openStore(place);
  expect(store.load('old')?.private).toEqual({ applied: ['c1'], entered: [] });
  expect(store.load('none')?.private).toBeUndefined();
  store.close();
  const again = new Database(path.join(place, 'rooms.db'));
  const texts = JSON.stringify(again.prepare('SELECT private FROM rooms').all([]));
  again.close();
  expect(texts).not.toContain('hugo');
});
