import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as Y from 'yjs';
import { createKeeper } from '../../../src/room/createKeeper';
import { createApp } from '../../../src/server/app';
import { configFrom, ConfigRefused } from '../../../src/server/config';
import { createLiveRoom } from '../../../src/server/rooms/liveRoom';
import { openStore, type Store } from '../../../src/server/rooms/store';
import { startRooms, startTenant } from './tenant';
import { until } from './client';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-keep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const DAY = 86_400_000;
beforeAll(() => ['assets', 'icons'].forEach((name) => mkdirSync(path.join(folder, name))));

const ROOMS = {
  AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  ROOMS_FOLDER: '/var/lib/cadencia',
  TENANT_ID: '21111111-2222-4333-8444-555555555555',
  CLIENT_SECRET: 'x',
  API_SCOPE: 'api://host.example/11111111-2222-4333-8444-555555555555/access_as_user',
};
const refusal = (environment: Record<string, string | undefined>): string | undefined => {
  try {
    configFrom(environment, folder);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigRefused) return error.message;
    throw error;
  }
};

test('RS1 rooms are on with all settings, off with none, and refused with some', () => {
  const config = configFrom({ ...ROOMS, TEAMS_APP: 'app-1' }, folder);
  expect(config.client).toMatchObject({ api: ROOMS.API_SCOPE, teamsApp: 'app-1' });
  expect(config.rooms).toMatchObject({
    issuer: `https://login.microsoftonline.com/${ROOMS.TENANT_ID}/v2.0`,
    tokenEndpoint: `https://login.microsoftonline.com/${ROOMS.TENANT_ID}/oauth2/v2.0/token`,
    keys: `https://login.microsoftonline.com/${ROOMS.TENANT_ID}/discovery/v2.0/keys`,
  });
  const { AUTHORITY, CLIENT_ID } = ROOMS;
  const off = configFrom({ AUTHORITY, CLIENT_ID }, folder);
  expect([off.rooms, off.client.api]).toEqual([undefined, undefined]);
  for (const name of ['ROOMS_FOLDER', 'TENANT_ID', 'CLIENT_SECRET', 'API_SCOPE'])
    expect(refusal({ ...ROOMS, [name]: undefined })).toBe(`${name}: missing`);
  expect(refusal({ AUTHORITY, CLIENT_ID, ROOMS_FOLDER: '/x' })).toBe(
    'TENANT_ID: missing; API_SCOPE: missing; CLIENT_SECRET: missing',
  );
  expect(refusal({ ...ROOMS, API_SCOPE: 'https://host/x' })).toBe('API_SCOPE: malformed');
  expect(refusal({ ...ROOMS, IDENTITY_BASE: 'http://login.example' })).toBe('IDENTITY_BASE: plain-http');
  expect(refusal({ ...ROOMS, IDENTITY_BASE: 'http://localhost:1/demo/login' })).toBeUndefined();
  const file = path.join(folder, 'secret');
  writeFileSync(file, ' from a file\n');
  const told = configFrom({ ...ROOMS, CLIENT_SECRET: undefined, CLIENT_SECRET_FILE: file }, folder);
  expect(told.rooms).toMatchObject({ clientSecret: 'from a file' });
  expect(refusal({ ...ROOMS, CLIENT_SECRET: undefined, CLIENT_SECRET_FILE: '/nowhere' })).toBe(
    'CLIENT_SECRET_FILE: unreadable',
  );
  expect(refusal({ ...ROOMS, CLIENT_SECRET_FILE: file })).toBe('CLIENT_SECRET_FILE: twice');
});

test('RS14 a command and what it changes come together, and a disk that fails closes the room', () => {
  const store = openStore(path.join(folder, 'commands'));
  const key = 'main/1/chat/x';
  store.open(key, 1000, 'ana');
  let fails = false;
  let failed = 0;
  const failing: Store = {
    ...store,
    append(...all) {
      if (fails) throw new Error('the disk is full');
      store.append(...all);
    },
  };
  const room = (using: Store) =>
    createLiveRoom({
      key,
      docs: { main: new Y.Doc(), internal: new Y.Doc() },
      store: using,
      createKeeper,
      organiser: 'ana',
      cap: 'persons',
      private: undefined,
      updates: 3,
      now: () => 2000,
      log: () => undefined,
      failed: () => void (failed += 1),
    });
  const live = room(failing);
  const ana = { id: 'ana', name: 'Ana', outsider: false };
  live.sit(ana, () => undefined);
  const size = () => store.load(key)?.updates.main.length ?? 0;
  const before = size();
  fails = true;
  expect(live.command({ id: 'c1', kind: 'seed', seed: SEED }, ana)).toBe('failed');
  expect([failed, size(), store.load(key)?.private?.applied ?? []]).toEqual([1, before, []]);
  expect(live.command({ id: 'c2', kind: 'start' }, ana)).toBe('failed');
  store.close();
});

const SEED = {
  about: { title: 'W', kind: 'weekly', language: 'es', zone: 'UTC', series: null, areas: [] },
  start: 2000,
  chair: null,
  people: [],
  items: [{ id: 'i', kind: 'problem', title: 'One', minutes: 30 }],
  problems: [],
  tasks: [],
} as const;

test('RS15 updates on disk become one, and say the same', () => {
  const store = openStore(path.join(folder, 'compact'));
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => store.append('room', 'main', update));
  store.open('room', 0, null);
  for (let i = 0; i < 20; i++) doc.getMap('m').set(`k${i}`, i);
  expect(store.load('room')?.updates.main).toHaveLength(20);
  store.compact('room', 'main', Y.encodeStateAsUpdate(doc));
  const kept = store.load('room')?.updates.main ?? [];
  const copy = new Y.Doc();
  kept.forEach((one) => Y.applyUpdate(copy, one));
  expect([kept.length, copy.getMap('m').toJSON()]).toEqual([1, doc.getMap('m').toJSON()]);
  store.close();
});

test('RS16 a room goes seven days after its record, else ninety after its start, never while it is open', () => {
  const store = openStore(path.join(folder, 'sweep'));
  const now = 1_000 * DAY;
  store.open('old', now - 91 * DAY, null);
  store.open('open', now - 91 * DAY, null);
  store.open('kept', now - 89 * DAY, null);
  store.open('recorded', now - 10 * DAY, null);
  store.recorded('recorded', now - 7.5 * DAY);
  store.recorded('recorded', now);
  store.open('justRecorded', now - 10 * DAY, null);
  store.recorded('justRecorded', now - 6 * DAY);
  for (const room of ['old', 'kept']) store.append(room, 'main', Uint8Array.from([1]));
  expect(store.sweep(now, new Set(['open']))).toBe(2);
  expect(['old', 'open', 'kept', 'recorded', 'justRecorded'].filter((room) => store.has(room))).toEqual([
    'open',
    'kept',
    'justRecorded',
  ]);
  expect(store.load('kept')?.updates.main).toHaveLength(1);
  store.close();
});

test('RS16 by a clock that is ahead nothing goes; by a right one what is old goes when the process starts', async () => {
  const tenant = await startTenant();
  const { config, now } = tenant;
  const first = openStore(config.folder);
  first.open('old', now() - 91 * DAY, null);
  first.open('today', now(), null);
  first.close();
  const ahead = await startRooms({ config, now: () => now() + 100 * DAY });
  await until(() => ahead.log.some(({ event, code }) => event === 'keys' && code === undefined));
  expect(ahead.log).toContainEqual(expect.objectContaining({ event: 'clock', code: 'off' }));
  expect(await ahead.rooms.admin.kept()).toBe(2);
  await ahead.close();
  const right = await startRooms(tenant);
  await until(() => right.log.some(({ event, count }) => event === 'swept' && count === 1));
  expect(await right.rooms.admin.kept()).toBe(1);
  await right.close();
  await tenant.close();
});

test('RS17 the process says that it lives, and whether it can do its work', async () => {
  let ready = false;
  const app = await createApp({ ...configFrom(ROOMS, folder) }, { isReady: () => ready });
  const status = async (url: string) => (await app.inject({ url })).statusCode;
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
  ready = true;
  expect(await status('/readyz')).toBe(200);
  await app.close();

  const tenant = await startTenant();
  const running = await startRooms(tenant);
  await until(() => running.rooms.ready());
  await running.close();
  expect(running.rooms.ready()).toBe(false);
  const nowhere = { ...tenant, config: { ...tenant.config, keys: 'http://127.0.0.1:9/keys' } };
  const lost = await startRooms(nowhere);
  await until(() => lost.log.some(({ event, code }) => event === 'keys' && code !== undefined));
  expect(lost.rooms.ready()).toBe(false);
  await lost.close();
  await tenant.close();
});
