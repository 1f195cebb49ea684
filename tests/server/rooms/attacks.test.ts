import * as Y from 'yjs';
import type { Seed } from '../../../src/domain/meeting/room';
import { CLOSE } from '../../../src/room/closeCodes';
import { addEntry } from '../../../src/room/document';
import { openStore } from '../../../src/server/rooms/store';
import { connect, frames, mainOf, rawSocket, until, type Client } from './client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './tenant';

let tenant: Tenant;
let running: RunningRooms;
const clients: Client[] = [];

beforeAll(async () => {
  tenant = await startTenant();
  running = await startRooms(tenant, { emptyMs: 200, helloMs: 800, strangersOfAddress: 5 });
});
afterEach(() => clients.splice(0).forEach((one) => one.end()));
afterAll(async () => {
  await running.close();
  await tenant.close();
});

let serial = 0;
const newRoom = () => ({
  place: { kind: 'chat' as const, chat: tenant.chat.id },
  start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000,
});
const person = (at: number): string => tenant.people[at]?.id as string;
async function enter(name: string, who: number, doc = new Y.Doc()): Promise<Client> {
  const client = connect(running.address, name, await tenant.token(person(who)), doc);
  clients.push(client);
  await client.synced();
  return client;
}
const problem = (id: string, by: string, title = 'Leads cool down') => ({
  id,
  title,
  by,
  area: 'marketing',
  readings: [],
});
function write(client: Client, entry: ReturnType<typeof problem>): void {
  client.doc.transact(() => addEntry({ main: client.doc, internal: new Y.Doc() }, 'problem', entry));
}
/** A member on a bare socket, signed in. */
async function bare(name: string, who = 0) {
  const raw = await rawSocket(running.address);
  raw.socket.send(frames.token(name, await tenant.token(person(who))));
  await until(() => raw.received.length > 0);
  await new Promise((done) => setTimeout(done, 50));
  return raw;
}
const seed = (title = 'Weekly'): Seed => ({
  about: { title, kind: 'weekly', language: 'es', zone: 'Europe/Madrid', series: null, areas: [] },
  start: tenant.now(),
  chair: null,
  people: [],
  items: [{ id: 'i1', kind: 'problem', title: 'One', minutes: 35 }],
  problems: [],
  tasks: [],
});

test('RS2 a page of another origin is sent away, one of ours and what is no browser may speak', async () => {
  const host = `127.0.0.1:${running.port}`;
  const other = await rawSocket(running.address, { origin: 'https://evil.example' });
  await other.closed();
  expect(other.code()).toBe(CLOSE.origin);
  const nothing = await rawSocket(running.address, { origin: 'null' });
  await nothing.closed();
  expect(nothing.code()).toBe(CLOSE.origin);
  const own = await rawSocket(running.address, { origin: `https://${host}` });
  expect(own.code()).toBeUndefined();
  own.socket.terminate();
});

test('RS2 another address than the rooms’ is answered by hand', async () => {
  const raw = await rawSocket(running.address.replace('/rooms', '/elsewhere'));
  await raw.closed();
  expect(raw.code()).toBe(1006);
});

test('RS3 sockets that say nothing, or too much before anybody is known, are closed, and too many do not come in', async () => {
  // One too many goes at once, whatever time the others are given.
  const patient = await startRooms(tenant, { helloMs: 600_000, strangersOfAddress: 5 });
  const many = await Promise.all(Array.from({ length: 6 }, () => rawSocket(patient.address)));
  await until(() => many.some((one) => one.code() === CLOSE.noHello));
  expect(many.filter((one) => one.code() === undefined)).toHaveLength(5);
  await patient.close();
  const silent = await Promise.all(Array.from({ length: 5 }, () => rawSocket(running.address)));
  await Promise.all(silent.map((one) => one.closed()));
  expect(silent.map((one) => one.code())).toEqual(silent.map(() => CLOSE.noHello));
  const loud = await rawSocket(running.address);
  for (let i = 0; i < 3; i++) loud.socket.send(frames.update(mainOf(newRoom()), new Uint8Array(60_000)));
  await loud.closed();
  expect(loud.code()).toBe(CLOSE.tooLarge);
});

test('RS3 a socket on which somebody was let in nowhere does not stay, and nobody has too many', async () => {
  const small = await startRooms(tenant, { helloMs: 600, socketsOfPerson: 3 });
  const nowhere = mainOf({ ...newRoom(), start: tenant.now() + 400 * 86_400_000 });
  const token = await tenant.token(person(0));
  const idle = await rawSocket(small.address);
  idle.socket.send(frames.token(nowhere, token));
  await idle.closed();
  expect(idle.code()).toBe(CLOSE.noHello);
  const name = mainOf(newRoom());
  const many = [];
  for (let i = 0; i < 4; i++) {
    const one = await rawSocket(small.address);
    one.socket.send(frames.token(name, token));
    await until(() => one.received.length > 0 || one.code() !== undefined);
    many.push(one);
  }
  expect(many.map((one) => one.code())).toEqual([undefined, undefined, undefined, CLOSE.tooMany]);
  many[0]?.socket.terminate();
  await until(() => small.log.filter(({ event }) => event === 'closed').length > 1);
  await new Promise((done) => setTimeout(done, 100));
  const another = await rawSocket(small.address);
  another.socket.send(frames.token(name, token));
  await until(() => another.received.length > 0);
  expect(another.code()).toBeUndefined();
  await small.close();
});

test('RS4 garbage, text frames and messages between servers close the socket, and the server lives', async () => {
  const name = mainOf(newRoom());
  const bad = [
    Buffer.from([255, 255, 255, 255, 255, 255]),
    Buffer.alloc(0),
    'text',
    frames.broadcast(name, '{}'),
  ];
  for (const one of bad) {
    const raw = await rawSocket(running.address);
    raw.socket.send(one);
    await raw.closed();
    expect(raw.code()).toBe(CLOSE.malformed);
  }
  const inside = await bare(name);
  inside.socket.send(frames.update(name, Uint8Array.from([7, 7, 7, 250, 1])));
  await inside.closed();
  expect(inside.code()).toBe(CLOSE.malformed);
  const talker = await bare(name);
  talker.socket.send(frames.stateless(name, '{"t":"command","command":{"id":"x","kind":"explode"}}'));
  await talker.closed();
  expect(talker.code()).toBe(CLOSE.malformed);
  await enter(name, 1);
});

test('RS4 a frame of 20 MB ends its socket', async () => {
  const name = mainOf(newRoom());
  const raw = await bare(name);
  raw.socket.send(Buffer.alloc(20 * 1024 * 1024));
  await raw.closed();
  expect([1006, 1009]).toContain(raw.code());
  await enter(name, 1);
});

test('RS5 ten thousand updates at once close the socket, and the others go on', async () => {
  const name = mainOf(newRoom());
  const other = await enter(name, 1);
  const raw = await bare(name);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  addEntry({ main: doc, internal: new Y.Doc() }, 'problem', problem('p1', person(0)));
  for (let i = 0; i < 10_000; i++) raw.socket.send(frames.update(name, updates[0] as Uint8Array));
  await raw.closed();
  expect(raw.code()).toBe(CLOSE.tooMany);
  write(other, problem('p2', person(1)));
  await other.saved();
});

test('RS11 what only the server writes, another’s name and a title of 40 kB are refused, and nobody sees them', async () => {
  const name = mainOf(newRoom());
  const witness = await enter(name, 1);
  const attacks: ((client: Client) => void)[] = [
    (client) => client.doc.getMap('server').set('record', { id: 'x', eTag: 'y', by: person(0) }),
    (client) => client.doc.getMap('server').set('meeting.phase', 'ended'),
    (client) => write(client, problem('p3', person(1))),
    (client) => write(client, problem('p4', person(0), 'x'.repeat(40_000))),
    (client) => client.doc.getMap('elsewhere').set('a', 1),
  ];
  for (const attack of attacks) {
    const client = await enter(name, 0);
    attack(client);
    await until(() => client.closed.length > 0);
    expect([CLOSE.malformed, CLOSE.tooLarge]).toContain(client.closed[0]);
    client.end();
  }
  write(witness, problem('p5', person(1)));
  await witness.saved();
  expect([...witness.doc.getMap('problems').keys()]).toEqual(['p5']);
  expect(witness.doc.share.has('elsewhere')).toBe(false);
  expect(witness.doc.getMap('server').get('meeting.phase')).not.toBe('ended');
  expect(witness.doc.getMap('server').get('record') ?? null).toBeNull();
});

test('RS12 commands are answered in order, a repeated one changes nothing, a forged end and a long title are refused', async () => {
  const name = mainOf(newRoom());
  const organiserAt = tenant.people.findIndex(({ id }) => id === tenant.organiser);
  const organiser = await enter(name, organiserAt);
  const other = await enter(name, organiserAt === 1 ? 2 : 1);
  expect(await organiser.command({ kind: 'seed', seed: seed() })).not.toHaveProperty('refused');
  expect(await organiser.command({ kind: 'start' }, 'start-1')).not.toHaveProperty('refused');
  organiser.answers.length = 0;
  expect(await organiser.command({ kind: 'start' }, 'start-1')).not.toHaveProperty('refused');
  expect(await other.command({ kind: 'end' })).toHaveProperty('refused.code', 'meeting/not-allowed');
  const item = { id: 'i9', kind: 'topic', title: 'x'.repeat(40_000), minutes: 5 } as const;
  expect(await organiser.command({ kind: 'addItem', item })).toHaveProperty(
    'refused.code',
    'meeting/too-long',
  );
  other.provider.sendStateless(JSON.stringify({ t: 'clock', sent: 5 }));
  await until(() => other.answers.some(({ t }) => t === 'clock'));
  expect(other.answers.find(({ t }) => t === 'clock')).toMatchObject({ sent: 5 });
  await until(() => other.doc.getMap('server').get('meeting.phase') === 'running');
});

test('RS12 whoever hears that a command was done has what it did', async () => {
  const organiserAt = tenant.people.findIndex(({ id }) => id === tenant.organiser);
  const organiser = await enter(mainOf(newRoom()), organiserAt);
  const heard: string[] = [];
  organiser.doc.on('update', () => heard.push('update'));
  organiser.provider.on('stateless', () => heard.push('answer'));
  await organiser.command({ kind: 'seed', seed: seed() });
  await organiser.command({ kind: 'start' });
  expect(heard).toEqual(['update', 'answer', 'update', 'answer']);
});

test('RS13 a room that a later Cadencia wrote is not opened', async () => {
  const id = newRoom();
  const later = new Y.Doc();
  later.getMap('server').set('version', 99);
  const store = openStore(tenant.config.folder);
  store.open(mainOf(id), id.start, null);
  store.append(mainOf(id), 'main', Y.encodeStateAsUpdate(later));
  store.close();
  const client = connect(running.address, mainOf(id), await tenant.token(person(0)));
  clients.push(client);
  await until(() => client.denied.length > 0);
  expect(client.denied).toEqual(['newerRoom']);
});

test('RS18 the log holds codes and counts only', () => {
  const text = JSON.stringify(running.log);
  expect(running.log.length).toBeGreaterThan(5);
  for (const secret of [
    tenant.chat.id,
    encodeURIComponent(tenant.chat.id),
    ...tenant.people.flatMap(({ id, name }) => [id, name]),
  ])
    expect(text).not.toContain(secret);
  // A socket's id is drawn for it, and stands in the answer to its upgrade.
  running.log.forEach(({ id = crypto.randomUUID() }) => expect(id).toMatch(/^[\da-f-]{36}$/));
  running.log.forEach((event) =>
    expect(Object.keys(event).filter((key) => !['event', 'code', 'count', 'id'].includes(key))).toEqual([]),
  );
});

test('RS19 somebody’s first socket opens their panel and the last one closes it', async () => {
  const name = mainOf(newRoom());
  const organiserAt = tenant.people.findIndex(({ id }) => id === tenant.organiser);
  const organiser = await enter(name, organiserAt);
  await organiser.command({ kind: 'seed', seed: seed() });
  const at = organiserAt === 1 ? 2 : 1;
  const panels = () => (organiser.doc.getMap('server').get('meeting.panels') ?? []) as string[];
  const first = await enter(name, at);
  const second = await enter(name, at);
  await until(() => panels().includes(person(at)));
  first.end();
  await new Promise((done) => setTimeout(done, 100));
  expect(panels()).toContain(person(at));
  second.end();
  await until(() => !panels().includes(person(at)));
});
