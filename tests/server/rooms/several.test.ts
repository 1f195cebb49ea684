import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CLOSE } from '../../../src/room/closeCodes';
import { addEntry, notesOf } from '../../../src/room/document';
import type { Limits } from '../../../src/server/rooms/limits';
import { openPeers } from '../../../src/server/scale/peers';
import { withServices } from '../../support/services/withServices';
import { connect, frames, mainOf, rawSocket, until, type Client } from './client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './tenant';

withServices('Rooms of several processes', ({ redis, postgres }) => {
  let tenant: Tenant;
  const running: RunningRooms[] = [];
  const clients: Client[] = [];
  let serial = 0;

  beforeAll(async () => {
    tenant = await startTenant();
  });
  afterEach(async () => {
    clients.splice(0).forEach((one) => one.end());
    await Promise.all(running.splice(0).map((one) => one.close()));
  });
  afterAll(() => tenant.close());

  const newRoom = () => ({
    place: { kind: 'chat' as const, chat: tenant.chat.id },
    start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000,
  });
  async function start(limits: Partial<Limits> = {}) {
    const shared = { redis: redis().url, database: postgres().url };
    const one = await startRooms({ ...tenant, config: { ...tenant.config, shared } }, limits);
    running.push(one);
    return one;
  }
  async function enter({ address }: RunningRooms, name: string, at: number) {
    const others = tenant.people.filter((one) => one.id !== tenant.organiser);
    const id = at === 0 ? tenant.organiser : (others[at - 1]?.id as string);
    const client = connect(address, name, await tenant.token(id));
    clients.push(client);
    await client.synced();
    let count = 0;
    const note = () => {
      const entry = {
        id: `p${at}-${(count += 1)}`,
        title: `P ${count}`,
        by: id,
        area: 'sales',
        readings: [],
      };
      addEntry({ main: client.doc, internal: new Y.Doc() }, 'problem', entry);
    };
    return { ...client, id, note };
  }
  const idsIn = ({ doc }: { doc: Y.Doc }) => [...notesOf(doc, 'problem').keys()].sort();

  test('SC1 whoever comes in anywhere is in the one room: all see all, and commands are answered in one order', async () => {
    const [a, b] = [await start(), await start()];
    const name = mainOf(newRoom());
    const [ben, ana, eva] = [await enter(a, name, 1), await enter(b, name, 0), await enter(b, name, 2)];
    [ana, ben, eva].forEach(({ note }) => note());
    await Promise.all([ana.saved(), ben.saved(), eva.saved()]);
    await until(() => [ana, ben, eva].every((one) => idsIn(one).length === 3));
    const about = {
      title: 'W',
      kind: 'weekly',
      language: 'es',
      zone: 'UTC',
      series: null,
      areas: [],
    } as const;
    const items = [{ id: 'i', kind: 'topic', title: 'P', minutes: 30 }] as const;
    const people = [{ id: ana.id, name: 'A', area: 'sales', role: 'key' as const }];
    const seed = { about, start: tenant.now(), chair: ana.id, people, items, problems: [], tasks: [] };
    expect((await ana.command({ kind: 'seed', seed })).refused).toBeUndefined();
    expect((await ana.command({ kind: 'start' })).refused).toBeUndefined();
    expect((await eva.command({ kind: 'start' })).refused).toBeDefined();
    expect([a, b].map(({ log }) => log.filter(({ event }) => event === 'roomOpened').length).sort()).toEqual([
      0, 1,
    ]);
    expect(a.rooms.sockets() + b.rooms.sockets()).toBe(5);
    await enter(a, mainOf(newRoom()), 0);
    await enter(b, mainOf(newRoom()), 0);
    expect(await Promise.all([a, b].map(({ rooms }) => rooms.admin.open()))).toEqual([3, 3]);
  });

  test('SC1 a code of closing goes through both ways, and what is no message closes only its own socket', async () => {
    const [a, b] = [await start(), await start()];
    const name = mainOf(newRoom());
    const [ana, ben] = [await enter(a, name, 0), await enter(b, name, 1)];
    const bad = await rawSocket(b.address);
    bad.socket.send(frames.token(name, await tenant.token(ben.id)));
    await until(() => bad.received.length > 0);
    bad.socket.send(frames.broadcast(name, 'to all'));
    await bad.closed();
    expect(bad.code()).toBe(CLOSE.malformed);
    expect([ana.closed, ben.closed]).toEqual([[], []]);
    const open = a.rooms.sockets();
    ben.end();
    await until(() => a.rooms.sockets() === open - 1);
  });

  test('SC4 a room goes on at another process at once when its own one is stopped', async () => {
    const [a, b] = [await start(), await start()];
    const name = mainOf(newRoom());
    const [ana, ben] = [await enter(a, name, 0), await enter(b, name, 1)];
    [ana, ben].forEach(({ note }) => note());
    await Promise.all([ana.saved(), ben.saved()]);
    ana.end();
    running.splice(running.indexOf(a), 1);
    await a.close();
    await until(() => b.log.some(({ event }) => event === 'roomOpened'));
    ben.note();
    await ben.saved();
    expect(idsIn(ben)).toEqual(['p0-1', 'p1-1', 'p1-2']);
    expect(ben.closed[0]).toBe(CLOSE.goingAway);
  });

  test('SC4 a stop waits for nobody who does not answer it, whose room is not known yet', async () => {
    const a = await start();
    const asleep = await rawSocket(a.address);
    asleep.socket.pause();
    await running.splice(0)[0]?.close();
    asleep.socket.terminate();
    // By itself the library waits half a minute for an answer.
  }, 20_000);

  test('SC12 before its room is known a socket has little time, few bytes and few of its kind', async () => {
    const a = await start({ helloMs: 300, bytesBeforeHello: 1000, strangersOfAddress: 2 });
    const silent = await rawSocket(a.address);
    const large = await rawSocket(a.address);
    const third = await rawSocket(a.address);
    await third.closed();
    large.socket.send(Buffer.alloc(2000));
    await Promise.all([silent.closed(), large.closed()]);
    expect([silent.code(), large.code(), third.code()]).toEqual([
      CLOSE.noHello,
      CLOSE.tooLarge,
      CLOSE.noHello,
    ]);
    await until(() => a.rooms.sockets() === 0);
  });

  test('SC9 a process proves itself with the key of the database, and nobody else is heard', async () => {
    const [ours, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const heard: string[] = [];
    const door = await openPeers({ address: undefined, secret: ours });
    door.answerWith(({ address, id, socket }) => {
      heard.push(`${address} ${id}`);
      socket.close(CLOSE.tooMany);
    });
    const stranger = await openPeers({ address: undefined, secret: other });
    const ended = (socket: WebSocket) =>
      new Promise<number | string>((done) => {
        socket.on('close', done);
        socket.on('error', (fault: { code?: string }) => done(fault.code ?? ''));
      });
    expect(await ended(stranger.open(door.self, '10.0.0.9', 'x'))).toBe('EPROTO');
    expect(heard).toEqual([]);
    const plain = new WebSocket(`ws://${door.self}/relay`);
    expect(typeof (await ended(plain))).toBe('string');
    const twin = await openPeers({ address: undefined, secret: ours });
    expect(await ended(twin.open(door.self, '10.0.0.9', 'x'))).toBe(CLOSE.tooMany);
    expect(heard).toEqual(['10.0.0.9 x']);
    [door, stranger, twin].forEach((one) => one.close());
  });
});
