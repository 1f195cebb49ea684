import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { PortFailure } from '../../src/app/ports/failure';
import { createMemoryKeep } from '../support/fakes/memoryKeep';
import { KEPT_FOR } from '../../src/room/keeping';
import { ALONE_AFTER } from '../../src/room/liveRooms';
import { serverOf } from '../../src/room/document';
import type { Room } from '../../src/app/ports/room';
import { ROOM, until } from '../contracts/roomContract';
import { START } from '../domain/meeting/aMeeting';
import { aDevice } from './aDevice';
import { keeperServer, type KeeperServer } from './keeperServer';
import { aProblem, aSeed, anIdea, RODRIGO } from './aRoom';

const HOURS = 3_600_000;
const began = Date.now();
const serverNow = () => START + Date.now() - began;

let server: KeeperServer;
let rooms: Room[] = [];
beforeEach(async () => {
  // Hocuspocus tells the console what it refuses.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  server = await keeperServer(serverNow);
});
afterEach(async () => {
  rooms.forEach((room) => room.close());
  rooms = [];
  await server.close();
  jest.restoreAllMocks();
});
const opened = (room: Room): Room => {
  rooms.push(room);
  return room;
};
const kind = (room: Room) => room.view.get().connection.kind;
const open = (
  person: string,
  change: Parameters<typeof aDevice>[2] = {},
  address: string | null = server.address,
) => opened(aDevice(address, person, change).open(ROOM, person));
const enter = async (person: string, change: Parameters<typeof aDevice>[2] = {}) => {
  const room = open(person, change);
  await until(() => kind(room) === 'live', `${person} live`);
  return room;
};
const seed = () => server.keeper().command({ kind: 'seed', seed: aSeed(), id: 'seed' }, RODRIGO, serverNow());

test('RD12 machines whose clocks are 3 hours off show the same second', async () => {
  for (const off of [-3 * HOURS, 3 * HOURS]) {
    const clock = { now: () => serverNow() + off };
    const room = await enter('irene', { clock });
    await until(() => Math.abs(room.view.get().clockOffset + off) <= 250, 'the offset');
    expect(Math.abs(clock.now() + room.view.get().clockOffset - serverNow())).toBeLessThanOrEqual(250);
  }
});

test('RD13 what was captured without a network survives a reload, merges, and then leaves the device', async () => {
  seed();
  const keep = createMemoryKeep();
  const clock = { now: serverNow };
  const before = await enter('irene', { keep, clock });
  server.cut('irene');
  await until(() => kind(before) === 'offline', 'offline');
  before.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
  void before.command({ kind: 'start' });
  await until(() => [...keep.rooms.values()].some(({ waiting }) => waiting.includes('start')), 'kept');
  before.close();
  const after = open('irene', { keep, clock });
  await until(() => after.view.get().notes.problems.length === 1, 'the problem again');
  expect(after.view.get()).toMatchObject({ saved: false, state: { meeting: { phase: 'running' } } });
  server.mend('irene');
  await until(() => after.view.get().saved && kind(after) === 'live', 'saved');
  expect(server.keeper().state().meeting?.phase).toBe('running');
  expect(server.docs().main.getMap('problems').size).toBe(1);
  await until(() => keep.rooms.size === 0, 'nothing kept');
});

test('RD13 what is kept longer than 7 days goes', async () => {
  const keep = createMemoryKeep();
  const room = open('irene', { keep }, null);
  await until(() => kind(room) === 'alone', 'alone');
  room.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
  await until(() => keep.rooms.size === 1, 'kept');
  const later = open('irene', { keep, clock: { now: () => Date.now() + KEPT_FOR + 1000 } }, null);
  await until(() => kind(later) === 'alone', 'alone');
  expect(later.view.get().notes.problems).toEqual([]);
});

test('RD14 without a server the meeting works for its user, who chairs it; what was captured goes there later', async () => {
  const keep = createMemoryKeep();
  const room = open('hugo', { keep, clock: { now: serverNow } }, null);
  await until(() => kind(room) === 'alone', 'alone');
  const left = aProblem({ id: 'p7', by: 'irene' });
  await room.command({ kind: 'seed', seed: aSeed({ problems: [left] }) });
  await room.command({ kind: 'start' });
  await room.command({ kind: 'next', leaves: 'i0' });
  expect(room.view.get().state?.meeting).toMatchObject({ chair: 'hugo', current: { item: 'i1' } });
  room.write({ kind: 'change', what: 'problem', id: 'p7', fields: { goal: 9 } });
  room.write({ kind: 'add', what: 'idea', entry: anIdea({ problem: 'p7' }) });
  expect(room.view.get().notes.problems[0]).toMatchObject({ id: 'p7', goal: 9 });
  await until(() => [...keep.rooms.values()].some(({ waiting }) => waiting.includes('Llamar')), 'kept');
  room.close();
  server.keeper().command({ kind: 'seed', seed: aSeed({ problems: [left] }), id: 's' }, RODRIGO, serverNow());
  const later = await enter('hugo', { keep, clock: { now: serverNow } });
  await until(() => later.view.get().saved, 'saved');
  const other = await enter('irene');
  await until(() => other.view.get().notes.ideas.length === 1, 'the idea');
  expect(other.view.get().notes.problems[0]).toMatchObject({ id: 'p7', goal: 9 });
  expect(other.view.get().state?.meeting?.phase).toBe('before');
});

test('RD14 what was said alone of something that the agenda brings waits for the agenda', async () => {
  const keep = createMemoryKeep();
  const room = open('hugo', { keep, clock: { now: serverNow } }, null);
  await until(() => kind(room) === 'alone', 'alone');
  const problems = [aProblem({ id: 'p7', by: 'irene' })];
  await room.command({ kind: 'seed', seed: aSeed({ problems }) });
  room.write({ kind: 'change', what: 'problem', id: 'p7', fields: { goal: 9 } });
  room.write({ kind: 'add', what: 'idea', entry: anIdea({ problem: 'p7' }) });
  await until(() => [...keep.rooms.values()].some(({ waiting }) => waiting.includes('Llamar')), 'kept');
  room.close();
  const later = await enter('hugo', { keep, clock: { now: serverNow } });
  await until(() => server.docs().main.getMap('ideas').size === 1, 'the idea');
  await until(() => [...keep.rooms.values()].every(({ waiting }) => !waiting.includes('Llamar')), 'taken');
  expect(later.view.get().saved).toBe(false);
  server.keeper().command({ kind: 'seed', seed: aSeed({ problems }), id: 's' }, RODRIGO, serverNow());
  await until(() => later.view.get().saved, 'saved');
  expect(server.docs().main.getMap<Y.Map<unknown>>('problems').get('p7')?.get('goal')).toBe(9);
  await until(() => keep.rooms.size === 0, 'nothing kept');
});

test('RD14 a server that never answers leaves the device to its user, and is still tried', async () => {
  server.cut('irene');
  let tried = 0;
  class Tried extends WebSocket {
    constructor(address: string) {
      super(address);
      tried += 1;
    }
  }
  const room = open('irene', { WebSocketPolyfill: Tried });
  const done = room.command({ kind: 'vote', idea: 'n1', on: true });
  await until(() => kind(room) === 'alone', 'alone', ALONE_AFTER + 3000);
  await done;
  await room.command({ kind: 'seed', seed: aSeed() });
  const before = tried;
  await until(() => tried >= before + 2, 'another try', 20_000);
  expect(kind(room)).toBe('alone');
  server.mend('irene');
  await until(() => kind(room) === 'live', 'live');
});

test('RD26 a line that is lost before both parts have come leaves a device that works on with what it has', async () => {
  seed();
  let asked = 0;
  // The internal part asks first; it is never answered.
  const token = () => (++asked === 1 ? new Promise<string>(() => undefined) : Promise.resolve('irene'));
  const room = open('irene', { token });
  await until(() => (room.view.get().state?.meeting ?? null) !== null, 'the main part');
  expect(kind(room)).toBe('connecting');
  server.cut('irene');
  await until(() => kind(room) === 'offline', 'offline');
  room.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
  server.mend('irene');
  await until(() => kind(room) === 'live' && room.view.get().saved, 'live');
  expect(room.view.get().notes.problems).toHaveLength(1);
});

test('RD15 after an update that the server refuses the room is read anew, what is good of ours is written again', async () => {
  seed();
  const room = await enter('irene');
  const rodrigo = await enter('rodrigo');
  await server.restart(false);
  // The server lost all: what this device has of others and of the server itself is not taken.
  await until(() => kind(room) === 'live' && kind(rodrigo) === 'live', 'live again', 15_000);
  room.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
  await until(() => rodrigo.view.get().notes.problems.length === 1, 'the problem');
  expect(server.keeper().state().meeting).toBeNull();
  expect(room.view.get().state?.meeting).toBeNull();
});

test('RD15 a server that refuses everything is not asked for ever', async () => {
  const forged = await enter('irene');
  const keeper = server.keeper();
  jest.spyOn(keeper, 'check').mockReturnValue('refused');
  forged.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
  await until(() => kind(forged) === 'denied', 'denied', 15_000);
  const count = server.tokens.length;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(server.tokens).toHaveLength(count);
});

test('RD16 a no is told with the claims it wants, and asked again with them after a press', async () => {
  const asked: unknown[] = [];
  server.deny('irene', 'consent', Buffer.from('{"a":"ñ"}').toString('base64url'));
  const room = open('irene', {
    token(ask) {
      asked.push(ask);
      return Promise.resolve('irene');
    },
  });
  await until(() => kind(room) === 'denied', 'denied');
  expect(room.view.get().connection).toEqual({ kind: 'denied', why: 'consent', claims: '{"a":"ñ"}' });
  server.allow('irene');
  room.retry();
  await until(() => kind(room) === 'live', 'live');
  expect(asked).toContainEqual({ interactive: true, claims: '{"a":"ñ"}' });
});

test('RD16 an old token is renewed once before anybody is asked to sign in', async () => {
  const asked: unknown[] = [];
  server.deny('old', 'signIn');
  const token = (ask: { readonly renew?: boolean }) => {
    asked.push(ask);
    return Promise.resolve(ask.renew === true ? 'irene' : 'old');
  };
  const room = open('irene', { token });
  await until(() => kind(room) === 'live', 'live');
  const none = open('hugo', { token: () => Promise.reject(new PortFailure({ kind: 'signIn' })) });
  await until(() => kind(none) === 'denied', 'denied');
  expect(none.view.get().connection).toMatchObject({ why: 'signIn' });
});

test('RD17 a command that waited two minutes fails as offline; a vote waits on', async () => {
  seed();
  let ahead = 0;
  const waits = new Map<() => void, number>();
  const after = (milliseconds: number, run: () => void) => {
    if (milliseconds < 9000) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    }
    waits.set(run, milliseconds);
    return () => void waits.delete(run);
  };
  const room = await enter('irene', { after, clock: { now: () => serverNow() + ahead } });
  server.cut('irene');
  await until(() => kind(room) === 'offline', 'offline');
  const start = room.command({ kind: 'start' }).catch((fault: unknown) => fault);
  void room.command({ kind: 'vote', idea: 'n1', on: true });
  ahead = 121_000;
  [...waits.keys()].forEach((run) => run());
  expect(await start).toEqual(new PortFailure({ kind: 'offline' }));
  expect(room.view.get()).toMatchObject({ saved: false, state: { votes: { n1: ['irene'] } } });
});

test('RD17 a frame that is too large is refused here, and nothing is sent', async () => {
  const room = await enter('rodrigo');
  const people = Array.from({ length: 500 }, (_, at) => ({
    id: `${at}`.padStart(300, 'x'),
    area: 'a'.repeat(200),
    role: 'key' as const,
    name: 'n'.repeat(200),
  }));
  await expect(room.command({ kind: 'seed', seed: aSeed({ people, chair: null }) })).rejects.toMatchObject({
    code: 'meeting/too-long',
  });
  expect(kind(room)).toBe('live');
});

test('RD9 a device does not write into a room of a later version', async () => {
  serverOf(server.docs().main).set('version', 99);
  const room = open('irene');
  await until(() => kind(room) === 'denied', 'denied');
  expect(room.view.get().connection).toMatchObject({ why: 'newerRoom' });
});
