import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { addEntry, readState } from '../../src/room/document';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import { connect, mainOf, until, type Client } from './rooms/client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './rooms/tenant';

const GLOBAL = '62e90394-69f5-4237-9190-012177145e10';
const TEAMS = '69091246-20e8-4a56-aa4d-066075b2a7a8';
/** What every member has. */
const USER = 'b79fbf4d-3ef9-4689-8143-76b194e85509';
const SAID = 'Nobody else should read this in a log';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-admin-'));
let tenant: Tenant;
let running: RunningRooms;
let app: FastifyInstance;
const clients: Client[] = [];

beforeAll(async () => {
  tenant = await startTenant();
  running = await startRooms(tenant, { emptyMs: 100 });
  const config = configFrom(
    {
      AUTHORITY: 'https://login.microsoftonline.com/organizations',
      CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    },
    files,
  );
  app = await createApp(config, {
    now: tenant.now,
    rooms: running.rooms,
    version: '7.8.9',
    log: (event) => void (running.log as unknown[]).push(event),
  });
});
afterEach(() => clients.splice(0).forEach((one) => one.end()));
afterAll(async () => {
  await app.close();
  await running.close();
  await tenant.close();
  rmSync(files, { recursive: true });
});

const person = (at: number) => tenant.people[at]?.id as string;
const tokenWith = (roles: unknown, at = 0) => tenant.forge(person(at), { wids: roles });
const ask = (method: 'GET' | 'POST', url: string, token?: string, body?: unknown) =>
  app.inject({
    method,
    url,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { payload: body as object }),
  });
const ASKS = [
  ['GET', '/admin/state'],
  ['GET', '/admin/export'],
  ['POST', '/admin/purge'],
] as const;

/** Rooms close some time after the last one has left. */
const opens = (wanted: number) => until(() => lastOpened() === wanted);
const lastOpened = () =>
  running.log.filter(({ event }) => ['roomOpened', 'roomClosed'].includes(event)).at(-1)?.count;
let serial = 0;
async function enterNewRoom(): Promise<Client> {
  const start = Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000;
  const client = connect(
    running.address,
    mainOf({ place: { kind: 'chat', chat: tenant.chat.id }, start }),
    await tenant.token(person(0)),
  );
  clients.push(client);
  await client.synced();
  const entry = { id: `p${serial}`, title: SAID, by: person(0), area: 'marketing', readings: [] };
  const docs = { main: client.doc, internal: new Y.Doc() };
  client.doc.transact(() => addEntry(docs, 'problem', entry));
  await client.saved();
  return client;
}

test('SV30 nobody is answered without an access token for this server', async () => {
  const seconds = Math.floor(tenant.now() / 1000);
  const bad = [
    undefined,
    'x.y.z',
    await tenant.idToken(person(0)),
    (await tenant.issuer.issue(person(0), ['User.Read'])).access_token,
    await tenant.forge(person(0), { wids: [GLOBAL], exp: seconds - 3600 }),
    await tenant.forge(person(0), { wids: [GLOBAL], tid: '99999999-2222-4333-8444-555555555555' }),
    await tenant.forge(person(0), { wids: [GLOBAL], scp: 'something_else' }),
  ];
  for (const [method, url] of ASKS)
    for (const token of bad) {
      const answer = await ask(method, url, token, method === 'POST' ? { purge: 'rooms' } : undefined);
      expect([url, answer.statusCode, answer.body]).toEqual([url, 401, '{}']);
    }
});

test('SV30 a member without a role of an administrator is refused, whatever the claim looks like', async () => {
  for (const roles of [undefined, [], [USER], GLOBAL, { [GLOBAL]: true }, [42], ['', `${GLOBAL} `]])
    for (const [method, url] of ASKS) {
      const token = await tokenWith(roles, serial++ % tenant.people.length);
      const answer = await ask(method, url, token, method === 'POST' ? { purge: 'rooms' } : undefined);
      expect([roles, url, [403, 429].includes(answer.statusCode)]).toEqual([roles, url, true]);
      expect(answer.body).toBe('{}');
    }
});

test('SV31 an administrator is told what the server is and keeps; nothing of it is kept by whoever is between', async () => {
  await enterNewRoom();
  for (const roles of [[USER, GLOBAL], [TEAMS], [GLOBAL.toUpperCase()]]) {
    const answer = await ask('GET', '/admin/state', await tokenWith(roles, 1));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.json()).toEqual({
      version: '7.8.9',
      now: expect.any(Number) as number,
      clockOffMs: expect.any(Number) as number,
      clockToleranceMs: 60_000,
      certificateEnds: null,
      balanceCap: 'areas',
      keeps: { recordedDays: 7, otherwiseDays: 90 },
      rooms: { kept: expect.any(Number) as number, open: 1 },
    });
    expect((answer.json() as { clockOffMs: number }).clockOffMs).toBeLessThan(60_000);
  }
});

test('SV31 who asks without end is told to wait, and nobody else is', async () => {
  const token = await tokenWith([TEAMS], 2);
  const codes: number[] = [];
  for (let at = 0; at < 30; at++) codes.push((await ask('GET', '/admin/state', token)).statusCode);
  expect(codes[0]).toBe(200);
  expect(codes.at(-1)).toBe(429);
  expect((await ask('GET', '/admin/state', await tokenWith([TEAMS], 3))).statusCode).toBe(200);
});

test('SV32 the file of all rooms is for a Global Administrator alone, and holds what everybody in a room saw', async () => {
  await enterNewRoom();
  expect((await ask('GET', '/admin/export', await tokenWith([TEAMS], 1))).statusCode).toBe(403);
  const answer = await ask('GET', '/admin/export', await tokenWith([GLOBAL], 1));
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  const [head, ...rooms] = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(head).toEqual({ cadencia: '7.8.9', exported: expect.any(String) as string });
  expect(rooms).toHaveLength(await running.rooms.admin.kept());
  expect(Object.keys(rooms[0] ?? {}).sort()).toEqual(['notes', 'place', 'recorded', 'start', 'state']);
  expect(rooms.map(({ notes }) => JSON.stringify(notes)).join()).toContain(SAID);
});

test('SV32 of a meeting that runs it holds neither who has the floor nor who waits for it', async () => {
  const client = await enterNewRoom();
  const me = person(0);
  const [kind, language, zone] = ['weekly', 'es', 'UTC'] as const;
  const about = { title: 'W', kind, language, zone, series: null, areas: [] };
  const items = [{ id: 'i', kind: 'topic', title: 'P', minutes: 30 }] as const;
  const people = [{ id: me, name: 'A', area: 'sales', role: 'key' as const }];
  const seed = { about, start: tenant.now(), chair: me, people, items, problems: [], tasks: [] };
  for (const body of [{ kind: 'seed', seed }, { kind: 'start' }, { kind: 'give', person: me }] as const)
    expect((await client.command(body)).refused).toBeUndefined();
  const seen = () => readState({ main: client.doc, internal: new Y.Doc() })?.meeting?.floor.speaker?.person;
  await until(() => seen() === me);
  const answer = await ask('GET', '/admin/export', await tokenWith([GLOBAL], 1));
  const meetings = answer.body
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { state?: { meeting?: object } }).state?.meeting ?? []);
  expect(meetings).toHaveLength(1);
  expect(meetings[0]).toMatchObject({ chair: me });
  expect(Object.keys(meetings[0] ?? {})).not.toContain('floor');
  expect(answer.body).not.toMatch(/"(speaker|queue|lastTurn)"/);
});

test('SV33 a purge wants its word, forgets what nobody is in, wipes it from the files, and the log has only that', async () => {
  clients.splice(0).forEach((one) => one.end());
  const staying = await enterNewRoom();
  const token = await tokenWith([TEAMS], 4 % tenant.people.length);
  for (const body of [undefined, {}, { purge: 'all' }, { purge: 'rooms', more: 1 }])
    expect((await ask('POST', '/admin/purge', token, body)).statusCode).not.toBe(200);
  const left = await enterNewRoom();
  left.end();
  await opens(1);
  const before = await running.rooms.admin.kept();
  const answer = await ask('POST', '/admin/purge', token, { purge: 'rooms' });
  expect([answer.statusCode, answer.json()]).toEqual([200, { gone: before - 1, open: 1 }]);
  expect([await running.rooms.admin.kept(), await running.rooms.admin.open()]).toEqual([1, 1]);
  expect(staying.provider.synced).toBe(true);
  staying.end();
  await opens(0);
  expect((await ask('POST', '/admin/purge', token, { purge: 'rooms' })).json()).toEqual({ gone: 1, open: 0 });
  const inFiles = readdirSync(tenant.config.folder)
    .map((file) => readFileSync(path.join(tenant.config.folder, file), 'latin1'))
    .join('');
  expect(inFiles.includes(SAID)).toBe(false);
  const told = running.log.filter(({ event }) => event === 'admin');
  expect(told).toContainEqual({ event: 'admin', code: 'purge', count: before - 1 });
  const whole = JSON.stringify(running.log);
  for (const secret of [token, person(0), person(4 % tenant.people.length), tenant.chat.id])
    expect(whole).not.toContain(secret);
});
