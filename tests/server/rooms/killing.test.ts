import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import * as Y from 'yjs';
import { CLOSE } from '../../../src/room/closeCodes';
import { addEntry, notesOf } from '../../../src/room/document';
import type { RoomsConfig } from '../../../src/server/rooms/createRooms';
import { freePort } from '../../../src/tools/services/child';
import { connect, mainOf, until, type Client } from './client';
import { startTenant, type Tenant } from './tenant';

let tenant: Tenant;
const children: ChildProcess[] = [];
const clients: Client[] = [];

beforeAll(async () => {
  tenant = await startTenant();
});
afterEach(() => {
  clients.splice(0).forEach((one) => one.end());
  children.splice(0).forEach((one) => one.kill('SIGKILL'));
});
afterAll(() => tenant.close());

let serial = 0;
const newRoom = () => ({
  place: { kind: 'chat' as const, chat: tenant.chat.id },
  start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000,
});

/** The rooms in a process of their own, which can be killed without a word. */
async function startProcess(config: RoomsConfig, onPort?: number) {
  const port = onPort ?? (await freePort());
  const child = spawn(
    process.execPath,
    ['-r', path.join(__dirname, 'swcHook.cjs'), path.join(__dirname, 'roomsProcess.ts')],
    {
      env: { ...process.env, ROOMS: JSON.stringify({ config, port }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  let said = '';
  child.stdout?.on('data', (data: Buffer) => (said += data.toString()));
  await until(() => said.includes('listening'), 20_000);
  const bound = Number(/listening (\d+)/.exec(said)?.[1]);
  return {
    child,
    port: bound,
    address: `ws://127.0.0.1:${bound}/rooms`,
    async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill(signal);
      await gone;
    },
  };
}

async function writers(address: string, name: string, count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const { id } = tenant.people[at % tenant.people.length] as { id: string };
      const client = connect(address, name, await tenant.token(id));
      clients.push(client);
      await client.synced();
      const written: string[] = [];
      let acknowledged = 0;
      const note = () => {
        const entry = {
          id: `p${at}-${written.length}`,
          title: `Problem ${written.length}`,
          by: id,
          area: 'sales',
          readings: [],
        };
        addEntry({ main: client.doc, internal: new Y.Doc() }, 'problem', entry);
        written.push(entry.id);
      };
      client.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
        if (number === 0) acknowledged = written.length;
      });
      return { client, note, written, acknowledged: () => written.slice(0, acknowledged) };
    }),
  );
}
const idsIn = ({ doc }: Client) => [...notesOf(doc, 'problem').keys()].sort();

test('RS14 a process killed under load with all clients gone loses nothing that was acknowledged', async () => {
  const name = mainOf(newRoom());
  const before = await startProcess(tenant.config);
  const all = await writers(before.address, name, 6);
  const writing = setInterval(() => all.forEach(({ note }) => note()), 50);
  await until(() => all.every((one) => one.acknowledged().length > 15));
  await before.kill();
  clearInterval(writing);
  const acknowledged = all.flatMap((one) => one.acknowledged());
  clients.splice(0).forEach((one) => one.end());

  const after = await startProcess(tenant.config);
  const reader = connect(after.address, name, await tenant.token(tenant.people[0]?.id as string));
  clients.push(reader);
  await reader.synced();
  const found = new Set(idsIn(reader));
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
});

test('RS14 after a kill under load everybody is in step soon after the server is back', async () => {
  const name = mainOf(newRoom());
  const before = await startProcess(tenant.config);
  const all = await writers(before.address, name, 6);
  const writing = setInterval(() => all.forEach(({ note }) => note()), 100);
  await new Promise((done) => setTimeout(done, 600));
  await before.kill();
  await new Promise((done) => setTimeout(done, 400));
  clearInterval(writing);
  await startProcess(tenant.config, before.port);
  const written = all.flatMap((one) => one.written).sort();
  await until(() => all.every(({ client }) => idsIn(client).length === written.length));
  all.forEach(({ client }) => expect(idsIn(client)).toEqual(written));
  // How soon that is, the bench measures.
});

test('RS23 who had the floor survives a killed process: it goes on counting where it was', async () => {
  const id = newRoom();
  const before = await startProcess(tenant.config);
  const ana = tenant.organiser;
  const ben = tenant.people.find((person) => person.id !== ana)?.id as string;
  const entered = async (address: string, person: string) => {
    const client = connect(address, mainOf(id), await tenant.token(person));
    clients.push(client);
    await client.synced();
    const told = () => client.answers.flatMap((one) => (one.t === 'balance' ? [one.balance] : [])).at(-1);
    return { client, told };
  };
  const { client } = await entered(before.address, ana);
  const people = [ana, ben].map((person, at) => ({
    id: person,
    name: `P ${at}`,
    area: `a${at}`,
    role: 'key' as const,
  }));
  const about = { title: 'W', kind: 'weekly', language: 'es', zone: 'UTC', series: null, areas: [] } as const;
  const balance = { mode: 'areas', since: tenant.now() - 1000, nudge: true, declined: [] } as const;
  const items = [{ id: 'i0', kind: 'topic', title: 'P', minutes: 30 }] as const;
  const seed = { about, start: tenant.now(), chair: ana, people, items, problems: [], tasks: [], balance };
  await client.command({ kind: 'seed', seed });
  await client.command({ kind: 'start' });
  await client.command({ kind: 'give', person: ben });
  await client.command({ kind: 'give', person: ana });
  // A client whose server goes first would try for ever.
  client.end();
  await before.kill();
  const after = await startProcess(tenant.config);
  const back = await entered(after.address, ben);
  await until(() => (back.told()?.own?.turns.length ?? 0) > 0);
  expect(back.told()?.own?.turns).toMatchObject([{ person: ben, source: 'chair' }]);
});

test('RS15 a server that is asked to stop sends everybody away and leaves all on disk', async () => {
  const name = mainOf(newRoom());
  const before = await startProcess(tenant.config);
  const [one] = await writers(before.address, name, 1);
  one?.note();
  await one?.client.saved();
  await before.kill('SIGTERM');
  expect(before.child.exitCode).toBe(0);
  await until(() => (one?.client.closed.length ?? 0) > 0);
  expect(one?.client.closed[0]).toBe(CLOSE.goingAway);
  one?.client.end();
  const after = await startProcess(tenant.config);
  const reader = connect(after.address, name, await tenant.token(tenant.people[1]?.id as string));
  clients.push(reader);
  await reader.synced();
  expect(idsIn(reader)).toEqual(['p0-0']);
});
