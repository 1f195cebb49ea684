import path from 'node:path';
import * as Y from 'yjs';
import { addEntry, notesOf } from '../../../src/room/document';
import { freePort, startProgram, type Program } from '../../../src/tools/services/child';
import { withServices } from '../../support/services/withServices';
import { connect, mainOf, until, type Client } from './client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './tenant';

/** A lease that runs out, a store that is asked again: seconds of the product, on a machine that has other work. */
const LONG = 60_000;

withServices('Rooms of several processes whose surroundings fail', ({ redis, postgres }) => {
  let tenant: Tenant;
  const running: RunningRooms[] = [];
  const programs: Program[] = [];
  const clients: Client[] = [];
  let serial = 0;

  beforeAll(async () => {
    tenant = await startTenant();
  });
  afterEach(async () => {
    clients.splice(0).forEach((one) => one.end());
    programs.splice(0).forEach(({ child }) => child.kill('SIGKILL'));
    await Promise.all(running.splice(0).map((one) => one.close()));
  }, LONG);
  afterAll(() => tenant.close());

  const newRoom = () =>
    mainOf({
      place: { kind: 'chat' as const, chat: tenant.chat.id },
      start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000,
    });
  const config = () => ({
    ...tenant.config,
    shared: { redis: redis().url, database: postgres().url },
  });
  async function start() {
    const one = await startRooms({ ...tenant, config: config() });
    running.push(one);
    return one;
  }
  async function startProcess() {
    const port = await freePort();
    const args = ['-r', path.join(__dirname, 'swcHook.cjs'), path.join(__dirname, 'roomsProcess.ts')];
    const env = { ...process.env, ROOMS: JSON.stringify({ config: config(), port }) };
    const program = startProgram(process.execPath, args, { env });
    programs.push(program);
    await program.says('listening');
    return { address: `ws://127.0.0.1:${port}/rooms`, program };
  }
  async function come({ address }: { readonly address: string }, name: string, at: number) {
    const { id } = tenant.people[at] as { id: string };
    const client = connect(address, name, () => tenant.token(id));
    clients.push(client);
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
    const saved = () => until(() => client.provider.synced && !client.provider.hasUnsyncedChanges, LONG);
    return { ...client, note, saved };
  }
  async function enter(at: { readonly address: string }, name: string, person: number) {
    const client = await come(at, name, person);
    await until(() => client.provider.synced, LONG);
    return client;
  }
  const idsIn = ({ doc }: { doc: Y.Doc }) => [...notesOf(doc, 'problem').keys()].sort();
  const inStep = (all: readonly { doc: Y.Doc }[], count: number) =>
    until(() => all.every((one) => idsIn(one).length === count), LONG);

  test(
    'SC4 the process of a room is killed in the middle of it: another takes it, with all that was acknowledged',
    async () => {
      const [a, b] = [await startProcess(), await startProcess()];
      const name = newRoom();
      const ana = await enter(a, name, 0);
      const [ben, eva] = [await enter(b, name, 1), await enter(b, name, 2)];
      for (let at = 0; at < 20; at++) [ana, ben].forEach(({ note }) => note());
      await Promise.all([ana.saved(), ben.saved()]);
      // What one had alone is gone with them; what was acknowledged is not.
      ana.end();
      a.program.child.kill('SIGKILL');
      ben.note();
      await ben.saved();
      await inStep([ben, eva], 41);
      const late = await enter(b, name, 3);
      expect(idsIn(late)).toEqual(idsIn(ben));
    },
    LONG,
  );

  test(
    'SC5 Redis is killed: open rooms go on across processes, new ones wait and open when it is back',
    async () => {
      const [a, b] = [await start(), await start()];
      const name = newRoom();
      const [ana, ben] = [await enter(a, name, 0), await enter(b, name, 1)];
      await redis().kill();
      [ana, ben].forEach(({ note }) => note());
      await Promise.all([ana.saved(), ben.saved()]);
      await inStep([ana, ben], 2);
      const waiting = await come(a, newRoom(), 2);
      await until(() => !a.rooms.ready() && !b.rooms.ready(), LONG);
      expect([waiting.provider.synced, waiting.denied]).toEqual([false, []]);
      expect(a.log).toContainEqual(expect.objectContaining({ event: 'leases' }));
      await redis().start();
      await until(() => waiting.provider.synced && a.rooms.ready() && b.rooms.ready(), LONG);
      [ana, ben, ana].forEach(({ note }) => note());
      await Promise.all([ana.saved(), ben.saved()]);
      await inStep([ana, ben], 5);
      expect([ana.closed, ben.closed]).toEqual([[], []]);
    },
    LONG,
  );

  test(
    'SC5 Redis is full: open rooms go on, new ones wait and open when there is room',
    async () => {
      const [a, b] = [await start(), await start()];
      const name = newRoom();
      const [ana, ben] = [await enter(a, name, 0), await enter(b, name, 1)];
      await redis().fill();
      [ana, ben].forEach(({ note }) => note());
      await Promise.all([ana.saved(), ben.saved()]);
      const waiting = await come(b, newRoom(), 2);
      await until(() => b.log.some(({ event }) => event === 'leases'), LONG);
      expect([waiting.provider.synced, waiting.denied]).toEqual([false, []]);
      await redis().empty();
      await until(() => waiting.provider.synced, LONG);
      [ana, ben].forEach(({ note }) => note());
      await Promise.all([ana.saved(), ben.saved()]);
      await inStep([ana, ben], 4);
    },
    LONG,
  );

  test(
    'SC6 SC10 PostgreSQL is killed: nothing new is acknowledged, and everybody is in step when it is back',
    async () => {
      const [a, b] = [await start(), await start()];
      const name = newRoom();
      const [ana, ben] = [await enter(a, name, 0), await enter(b, name, 1)];
      [ana, ben].forEach(({ note }) => note());
      await inStep([ana, ben], 2);
      await postgres().kill();
      [ana, ben].forEach(({ note }) => note());
      await until(() => !a.rooms.ready() && !b.rooms.ready(), LONG);
      expect(ana.provider.hasUnsyncedChanges && ben.provider.hasUnsyncedChanges).toBe(true);
      expect([idsIn(ana).length, idsIn(ben).length]).toEqual([3, 3]);
      // Longer than the rooms are patient: they let go.
      await until(() => ana.closed.length > 0 && ben.closed.length > 0, LONG);
      await postgres().start();
      await Promise.all([ana.saved(), ben.saved()]);
      await inStep([ana, ben], 4);
      await until(() => a.rooms.ready() && b.rooms.ready(), LONG);
    },
    LONG,
  );

  test(
    'SC6 PostgreSQL may only be read for a moment: nothing is acknowledged before it is written',
    async () => {
      const a = await start();
      const name = newRoom();
      const [ana, ben] = [await enter(a, name, 0), await enter(a, name, 1)];
      await postgres().readOnly(true);
      ana.note();
      await until(
        () => a.log.some(({ event, code }) => event === 'store' && String(code).includes('25006')),
        LONG,
      );
      expect([ana.provider.hasUnsyncedChanges, idsIn(ben)]).toEqual([true, []]);
      await postgres().readOnly(false);
      await ana.saved();
      await inStep([ana, ben], 1);
    },
    LONG,
  );
});
