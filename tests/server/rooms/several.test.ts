import * as Y from 'yjs';
import { addEntry, notesOf } from '../../../src/room/document';
import { withServices } from '../../support/services/withServices';
import { connect, mainOf, until, type Client } from './client';
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
  async function start() {
    const shared = { redis: redis().url, database: postgres().url };
    const one = await startRooms({ ...tenant, config: { ...tenant.config, shared } });
    running.push(one);
    return one;
  }
  async function enter({ address }: RunningRooms, name: string, at: number) {
    const { id } = tenant.people[at] as { id: string };
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
    const [ana, ben, eva] = [await enter(a, name, 0), await enter(b, name, 1), await enter(b, name, 2)];
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
    const seed = { about, start: tenant.now(), chair: ben.id, people: [], items, problems: [], tasks: [] };
    expect((await ben.command({ kind: 'seed', seed })).refused).toBeUndefined();
    expect((await ben.command({ kind: 'start' })).refused).toBeUndefined();
    expect((await eva.command({ kind: 'start' })).refused).toBeDefined();
    expect([a, b].map(({ log }) => log.filter(({ event }) => event === 'roomOpened').length).sort()).toEqual([
      0, 1,
    ]);
    expect(a.rooms.sockets() + b.rooms.sockets()).toBe(5);
  });
});
