import * as Y from 'yjs';
import type { MyBalance } from '../../../src/domain/balance/types';
import type { Seed } from '../../../src/domain/meeting/room';
import { openStore } from '../../../src/server/rooms/store';
import { connect, mainOf, partOf, until, type Client } from './client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './tenant';

const MIN = 60_000;
let tenant: Tenant;
let running: RunningRooms;
const clients: Client[] = [];

beforeAll(async () => {
  tenant = await startTenant();
  running = await startRooms(tenant);
});
afterEach(() => clients.splice(0).forEach((one) => one.end()));
afterAll(async () => {
  await running.close();
  await tenant.close();
});

let serial = 0;
const newRoom = () => ({
  place: { kind: 'chat' as const, chat: tenant.chat.id },
  start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * MIN,
});
const enter = async (name: string, person: string, address = running.address): Promise<Client> => {
  const client = connect(address, name, await tenant.token(person), new Y.Doc());
  clients.push(client);
  await client.synced();
  return client;
};
const told = ({ answers }: Client): MyBalance | null | undefined => {
  const all = answers.flatMap((one) => (one.t === 'balance' ? [one.balance] : []));
  return all.at(-1);
};
const areas = (client: Client) => Object.keys(told(client)?.areas ?? {}).length > 0;
const speaking = (client: Client, on: boolean) =>
  client.provider.sendStateless(JSON.stringify({ t: 'speaking', on }));
/** The organiser and three others of the chat: two areas of two. */
const four = () => {
  const others = tenant.people.map(({ id }) => id).filter((id) => id !== tenant.organiser);
  return [tenant.organiser, ...others].slice(0, 4) as [string, string, string, string];
};
const seedOf = (people: readonly string[], change: Partial<Seed['balance'] & object> = {}): Seed => ({
  about: {
    title: 'Semanal',
    kind: 'weekly',
    language: 'es',
    zone: 'Europe/Madrid',
    series: null,
    areas: ['marketing', 'sales'].map((id) => ({ id, name: '', quorum: 1 })),
  },
  start: tenant.now(),
  chair: people[0] ?? null,
  people: people.map((id, at) => ({
    id,
    name: `Persona ${at}`,
    area: at < 2 ? 'marketing' : 'sales',
    role: 'key',
  })),
  items: [{ id: 'i0', kind: 'ideas', title: 'Ideas', minutes: 60 }],
  problems: [],
  tasks: [],
  balance: { mode: 'persons', since: tenant.now() - MIN, nudge: true, declined: [], ...change },
});
/** All that this client received, frame by frame; whatever it is. */
const tapped = (client: Client) => {
  const frames: Uint8Array[] = [];
  client.socket.on('message', ({ data }: { data: ArrayBuffer }) => void frames.push(new Uint8Array(data)));
  return frames;
};

/** Objects of a document that hold one of these ids and a number of their own; where they are. */
function besideNumbers(value: unknown, ids: readonly string[], path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const named = entries.some(([key, one]) => ids.includes(key) || ids.includes(one as string));
  const counted = entries.some(([, one]) => typeof one === 'number' || isNumbers(one));
  return [
    ...(named && counted ? [path] : []),
    ...entries.flatMap(([key, one]) => besideNumbers(one, ids, `${path}/${key}`)),
  ];
}
const isNumbers = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number');

test('RS21 of a meeting of four, one of whom declined, nobody receives another’s turn or share', async () => {
  const id = newRoom();
  const name = mainOf(id);
  const [ana, ben, eva, dan] = four();
  const all = await Promise.all([ana, ben, eva, dan].map((person) => enter(name, person)));
  const [a, b, e, d] = all as [Client, Client, Client, Client];
  const internal = await enter(partOf(id, 'internal'), eva);
  const frames = [...[e, internal].map(tapped)];
  const dumps: unknown[] = [];
  for (const { doc } of [e, internal])
    doc.on('update', () =>
      dumps.push(Object.fromEntries([...doc.share.keys()].map((key) => [key, doc.getMap(key).toJSON()]))),
    );
  await a.command({ kind: 'seed', seed: seedOf([ana, ben, eva, dan], { declined: [dan] }) });
  await a.command({ kind: 'start' });
  all.forEach((client) => speaking(client, true));
  tenant.moveTime(6000);
  await until(() => (told(e)?.speech ?? 0) > 0);
  const turns = [ana, ben, eva, dan];
  for (let turn = 0; turn < 40; turn++) {
    await a.command({ kind: 'give', person: turns[turn % 4] as string });
    tenant.moveTime(20_000);
  }
  await b.command({ kind: 'takePart', as: 'counted' });
  await until(() => areas(e) && areas(d));
  await e.command({ kind: 'end' }).catch(() => undefined);
  await a.command({ kind: 'end' });
  await until(() => [a, b, e, d].every((client) => told(client)?.talk?.source === 'estimate'));

  // What Eva is told: her own turns, and the areas'.
  const mine = told(e);
  expect(mine?.own?.turns.every(({ person }) => person === eva)).toBe(true);
  expect(mine?.own?.share?.share).toBeCloseTo(1 / 3, 1);
  expect(Object.keys(mine?.areas ?? {}).sort()).toEqual(['marketing', 'sales']);
  expect([mine?.people, mine?.counted]).toEqual([{}, { is: 3, of: 4 }]);
  expect([told(d)?.as, told(d)?.own]).toEqual(['declined', null]);
  const others = [ana, ben, dan];
  const texts = frames.flat().map((frame) => Buffer.from(frame).toString('utf8'));
  expect(texts.length).toBeGreaterThan(50);
  // Beside the documents no other person is named at all.
  const beside = texts.filter((text) => text.includes('{"t":'));
  expect(beside.some((text) => text.includes('"turns"'))).toBe(true);
  for (const text of beside) others.forEach((other) => expect(text).not.toContain(other));
  for (const text of texts.filter((one) => !beside.includes(one)))
    expect(text).not.toMatch(/attributed|milliseconds|"share"|"turns"|speaking/);
  // In the documents a number stands beside a person only where it says who has the floor now, or came and went.
  const paths = new Set(dumps.flatMap((dump) => besideNumbers(dump, [...others, eva])));
  // Its fields are the server's: beside the version stand the chair's id and the organiser's, and none is somebody's.
  expect([...paths].sort()).toEqual(['/server', '/server/meeting.ended', '/server/meeting.floor/speaker']);
  expect([...e.doc.getMap('server').keys()].filter((key) => [...others, eva].includes(key))).toEqual([]);
  // Neither does the log say who, nor the server's own log hold who declined.
  expect(JSON.stringify(running.log)).not.toMatch(new RegExp([ana, ben, eva, dan].join('|')));
  const store = openStore(tenant.config.folder);
  const kept = store.load(name)?.private?.balance;
  store.close();
  expect(kept?.events.length).toBeGreaterThan(40);
  expect(JSON.stringify([kept?.events, kept?.here, kept?.nudges])).not.toContain(dan);
}, 60_000);

test('RS21 two sockets of one person are both told, and nobody is shown who did not say so', async () => {
  const name = mainOf(newRoom());
  const [ana, ben, eva, dan] = four();
  const [a, one, two, e] = (await Promise.all([ana, ben, ben, eva].map((person) => enter(name, person)))) as [
    Client,
    Client,
    Client,
    Client,
  ];
  await a.command({ kind: 'seed', seed: seedOf([ana, ben, eva, dan]) });
  await a.command({ kind: 'start' });
  const shown = await one.command({ kind: 'takePart', as: 'shown' });
  expect(shown.refused).toBeUndefined();
  await until(() => told(one)?.as === 'shown' && told(two)?.as === 'shown');
  expect([told(a)?.as, told(e)?.as]).toEqual(['counted', 'counted']);
  await a.command({ kind: 'give', person: ben });
  tenant.moveTime(4 * MIN);
  await a.command({ kind: 'give', person: eva });
  tenant.moveTime(4 * MIN);
  await a.command({ kind: 'give', person: ben });
  tenant.moveTime(4 * MIN);
  await until(() => Object.keys(told(e)?.people ?? {}).length > 0);
  expect(Object.keys(told(e)?.people ?? {})).toEqual([ben]);
  expect(told(one)).toEqual(told(two));
}, 30_000);

test('RS22 a forgotten mark is taken back on the shared floor', async () => {
  const name = mainOf(newRoom());
  const [ana, ben, eva, dan] = four();
  const a = await enter(name, ana);
  const floor = () => a.doc.getMap('server').get('meeting.floor') as { speaker: unknown } | undefined;
  await a.command({ kind: 'seed', seed: seedOf([ana, ben, eva, dan]) });
  await a.command({ kind: 'start' });
  await a.command({ kind: 'give', person: ben });
  expect(floor()?.speaker).toMatchObject({ person: ben });
  tenant.moveTime(6 * MIN);
  await until(() => floor()?.speaker === null);
});

test('RS22 what a panel’s host says goes with the panel, and with a panel that answers no more', async () => {
  const short = await startRooms(tenant, { signalMs: 400 });
  const name = mainOf(newRoom());
  const [ana, ben, eva, dan] = four();
  const a = await enter(name, ana, short.address);
  const b = await enter(name, ben, short.address);
  const signal = () => {
    const store = openStore(tenant.config.folder);
    const events = store.load(name)?.private?.balance?.events ?? [];
    store.close();
    return events.flatMap((event) => (event.kind === 'speaking' ? [event.on] : []));
  };
  await a.command({ kind: 'seed', seed: seedOf([ana, ben, eva, dan]) });
  await a.command({ kind: 'start' });
  speaking(a, true);
  await until(() => signal().length === 1);
  // Nothing more from that panel: neither does it hear anybody.
  await until(() => signal().length === 2);
  a.provider.sendStateless(JSON.stringify({ t: 'clock', sent: 1 }));
  await until(() => signal().length === 3);
  speaking(b, true);
  b.end();
  a.end();
  await until(() => signal().length === 4);
  expect(signal()).toEqual([true, false, true, false]);
  await short.close();
}, 30_000);

test('RS20 under a cap of areas names are refused, and with nothing allowed nothing is measured', async () => {
  const [ana, ben, eva, dan] = four();
  for (const [balanceCap, refused] of [
    ['areas', 'talk/not-measured'],
    ['off', 'talk/not-measured'],
    ['persons', undefined],
  ] as const) {
    const capped = await startRooms({ ...tenant, config: { ...tenant.config, balanceCap } });
    const name = mainOf(newRoom());
    const a = await enter(name, ana, capped.address);
    await a.command({ kind: 'seed', seed: seedOf([ana, ben, eva, dan]) });
    const said = await a.command({ kind: 'takePart', as: 'shown' });
    expect([balanceCap, said.refused?.code]).toEqual([balanceCap, refused]);
    expect(told(a)?.mode).toBe(balanceCap === 'off' ? undefined : balanceCap);
    // A client whose server goes first would try for ever.
    a.end();
    await capped.close();
  }
}, 30_000);
