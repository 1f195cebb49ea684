import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect, mainOf, partOf, until, type Client } from './client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './tenant';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let tenant: Tenant;
let running: RunningRooms;
const clients: Client[] = [];

beforeAll(async () => {
  tenant = await startTenant();
  running = await startRooms(tenant, { emptyMs: 300 });
});
afterEach(() => clients.splice(0).forEach((one) => one.end()));
afterAll(async () => {
  await running.close();
  await tenant.close();
});

const roomAt = (start: number, chat = tenant.chat.id) => ({ place: { kind: 'chat', chat }, start }) as const;
let serial = 0;
/** Each test has a room of its own. */
const newRoom = () => roomAt(Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000);
function enter(name: string, token: string | (() => Promise<string>)): Client {
  const client = connect(running.address, name, token);
  clients.push(client);
  return client;
}
const denialOf = async (name: string, token: string): Promise<string> => {
  const client = enter(name, token);
  await until(() => client.denied.length > 0 || client.provider.synced);
  client.end();
  return client.denied[0] ?? 'let in';
};
const [first, second] = [0, 1].map((at) => () => tenant.people[at]?.id as string) as [
  () => string,
  () => string,
];

test('RS6 a person with a token for this server comes in, and both parts of a room go with one token', async () => {
  const id = newRoom();
  const token = await tenant.token(first());
  const [main, internal] = [enter(mainOf(id), token), enter(partOf(id, 'internal'), token)];
  await main.synced();
  await until(() => internal.provider.synced || internal.denied.length > 0);
  expect(main.denied).toEqual([]);
  expect(internal.denied).toEqual([]);
});

test('RS6 a token that is expired, foreign, tampered, missing or meant for another is refused', async () => {
  const name = mainOf(newRoom());
  const good = await tenant.token(first());
  const seconds = Math.floor(tenant.now() / 1000);
  const [head, body, signature] = good.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const other = Buffer.from(JSON.stringify({ ...claims, oid: second() })).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const bad: Record<string, string> = {
    expired: await tenant.forge(first(), { exp: seconds - 3600, nbf: seconds - 7200 }),
    notYet: await tenant.forge(first(), { nbf: seconds + 3600 }),
    endless: await tenant.forge(first(), { exp: undefined }),
    foreignTenant: await tenant.forge(first(), { tid: '99999999-2222-4333-8444-555555555555' }),
    foreignIssuer: await tenant.forge(first(), { iss: 'https://login.example/x/v2.0' }),
    tampered: `${head}.${other}.${signature}`,
    unsigned: `${none}.${body}.`,
    missing: '',
    garbage: 'x.y.z',
    long: 'a'.repeat(17_000),
    idToken: await tenant.idToken(first()),
    graph: (await tenant.issuer.issue(first(), ['User.Read'])).access_token,
    otherScope: await tenant.forge(first(), { scp: 'something_else' }),
    app: await tenant.forge(first(), { scp: undefined, roles: ['access_as_user'] }),
    version1: await tenant.forge(first(), { ver: '1.0' }),
    noPerson: await tenant.forge('somebody'),
    unknownKey: await tenant.forge(first(), {}, { kid: 'nobody' }),
  };
  const said: Record<string, string> = {};
  for (const [what, token] of Object.entries(bad)) said[what] = await denialOf(name, token);
  expect(said).toEqual(Object.fromEntries(Object.keys(bad).map((what) => [what, 'signIn'])));
});

test('RS6 another person’s token on the same socket is refused', async () => {
  const id = newRoom();
  const tokens = [await tenant.token(first()), await tenant.token(second())];
  const client = enter(mainOf(id), () => Promise.resolve(tokens[0] as string));
  await client.synced();
  tokens.shift();
  await client.provider.sendToken();
  await until(() => client.left.length > 0);
  expect(client.left).toEqual(['signIn']);
});

test('RS7 the members of a chat are asked for once, then everybody comes in by that answer', async () => {
  const id = newRoom();
  tenant.forgetAsked();
  running = await restarted();
  const all = await Promise.all(
    tenant.people.map(async (person) => enter(mainOf(id), await tenant.token(person.id))),
  );
  await Promise.all(all.map((one) => one.synced()));
  expect(tenant.asked().filter((one) => one.includes('/chats/'))).toHaveLength(1);
});

test('RS7 who is not in the chat is refused, comes in after joining, and is out again when taken out', async () => {
  const id = newRoom();
  await running.close();
  running = await startRooms(tenant, { strangerMs: 0, membershipMs: 300, emptyMs: 300 });
  const { stranger, chat, emulator } = tenant;
  const token = await tenant.token(stranger?.id as string);
  expect(await denialOf(mainOf(id), token)).toBe('notMember');
  emulator.chats.join(chat, stranger?.id as string);
  const client = enter(mainOf(id), token);
  await client.synced();
  emulator.chats.remove(chat, stranger?.id as string);
  await until(() => client.left.length > 0);
  expect(client.left).toEqual(['notMember']);
  // What was written meanwhile does not come in with the next try.
  client.doc.getMap('problems').set('late', 1);
  expect(await denialOf(mainOf(id), token)).toBe('notMember');
  const member = enter(mainOf(id), await tenant.token(first()));
  await member.synced();
  expect(member.doc.getMap('problems').size).toBe(0);
});

test('RS7 whoever knocks at many doors has Graph asked about a few, and nobody else is worse off', async () => {
  await running.close();
  running = await startRooms(tenant, { placesPerMinute: 3, emptyMs: 300 });
  tenant.forgetAsked();
  const token = await tenant.token(tenant.stranger?.id as string);
  const told: string[] = [];
  for (let i = 0; i < 6; i++)
    told.push(await denialOf(mainOf(roomAt(tenant.now(), `19:meeting_other${i}@thread.v2`)), token));
  expect(told).toEqual([...Array<string>(3).fill('notMember'), ...Array<string>(3).fill('unknown')]);
  expect(tenant.asked().filter((one) => one.includes('/chats/'))).toHaveLength(3);
  const member = enter(mainOf(newRoom()), await tenant.token(first()));
  await member.synced();
});

test('RS7 while Graph cannot be asked nobody new comes in, and who came in lately stays and comes back', async () => {
  const id = newRoom();
  await running.close();
  running = await startRooms(tenant, { membershipMs: 300, emptyMs: 300 });
  const inside = enter(mainOf(id), await tenant.token(first()));
  await inside.synced();
  tenant.graphDown(503);
  try {
    await new Promise((done) => setTimeout(done, 1000));
    expect(await denialOf(mainOf(id), await tenant.token(second()))).toBe('unknown');
    expect(inside.left).toEqual([]);
    expect(await denialOf(mainOf(id), await tenant.token(first()))).toBe('let in');
  } finally {
    tenant.graphDown(undefined);
  }
});

test('RS7 what the sign-in service wants of the person goes back with its claims', async () => {
  running = await restarted();
  tenant.wantsPerson(true);
  try {
    const [why, claims] = (await denialOf(mainOf(newRoom()), await tenant.token(first()))).split(' ');
    expect(why).toBe('consent');
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toHaveProperty('access_token');
  } finally {
    tenant.wantsPerson(false);
  }
});

test('RS8 a room of last week or next year, of another chat, or of a name that is none is not entered', async () => {
  running = await restarted();
  const token = await tenant.token(first());
  const now = Math.floor(tenant.now() / 1000) * 1000;
  expect(await denialOf(mainOf(roomAt(now - 8 * DAY - HOUR)), token)).toBe('notItsTime');
  expect(await denialOf(mainOf(roomAt(now + 365 * DAY)), token)).toBe('notItsTime');
  expect(await denialOf(mainOf(roomAt(now, '19:meeting_nobody@thread.v2')), token)).toBe('notMember');
  expect(await denialOf('main/whatever', token)).toBe('notMember');
  // A session of last week that was moved to today keeps its original start.
  expect(await denialOf(mainOf(roomAt(now - 7 * DAY)), token)).toBe('let in');
});

test('RS8 an agenda for a time that no moved session has keeps nobody out', async () => {
  const id = newRoom();
  const organiser = enter(mainOf(id), await tenant.token(tenant.organiser));
  await organiser.synced();
  const seed = {
    about: { title: 'W', kind: 'weekly', language: 'es', zone: 'UTC', series: null, areas: [] },
    start: id.start + 700 * DAY,
    chair: null,
    people: [],
    items: [{ id: 'i', kind: 'problem', title: 'One', minutes: 30 }],
    problems: [],
    tasks: [],
  } as const;
  expect(await organiser.command({ kind: 'seed', seed })).not.toHaveProperty('refused');
  const other = tenant.people.find((one) => one.id !== tenant.organiser)?.id as string;
  expect(await denialOf(mainOf(id), await tenant.token(other))).toBe('let in');
});

test('RS8 a place has so many rooms about now, and those that are there stay open', async () => {
  await running.close();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-many-'));
  const config = { ...tenant.config, folder };
  running = await startRooms({ ...tenant, config }, { roomsOfPlace: 2, emptyMs: 300 });
  const token = await tenant.token(first());
  const [one, two, three] = [newRoom(), newRoom(), newRoom()].map(mainOf) as [string, string, string];
  expect(await denialOf(one, token)).toBe('let in');
  expect(await denialOf(two, token)).toBe('let in');
  expect(await denialOf(three, token)).toBe('notItsTime');
  expect(await denialOf(one, token)).toBe('let in');
  running = await restarted();
  rmSync(folder, { recursive: true });
});

test('RS8 members of a place are told its nearest room, and nobody else anything', async () => {
  await running.close();
  // A disk of its own: rooms of the tests before are near as well, at some seconds of a minute nearer.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-near-'));
  running = await startRooms({ ...tenant, config: { ...tenant.config, folder } });
  const token = await tenant.token(first());
  const place = { kind: 'chat', chat: tenant.chat.id };
  const near = (sent: string | undefined, body: unknown = { place }) =>
    running.rooms.near(sent === undefined ? undefined : `Bearer ${sent}`, body);
  const start = Math.floor(tenant.now() / 60_000) * 60_000 + 61_000;
  expect(await denialOf(mainOf(roomAt(start)), token)).toBe('let in');
  expect(await denialOf(mainOf(roomAt(start + 5 * DAY)), token)).toBe('let in');
  expect(await near(token)).toEqual({ start });
  expect(await near(undefined)).toBe(401);
  expect(await near(`${token}x`)).toBe(401);
  expect(await near(token, { place: { kind: 'chat', chat: "19:x'--" } })).toBe(400);
  expect(await near(token, { place, more: 1 })).toBe(400);
  expect(await near(token, { place: { kind: 'chat', chat: '19:meeting_nobody@thread.v2' } })).toBe(403);
  const stranger = tenant.stranger?.id ?? '';
  expect(await near(await tenant.token(stranger))).toBe(403);
  tenant.graphDown(503);
  expect(await near(await tenant.token(tenant.people[3]?.id ?? ''))).toEqual({ start });
  tenant.graphDown(undefined);
  const codes: unknown[] = [];
  for (let at = 0; at < 200 && codes.at(-1) !== 429; at++) codes.push(await near(token));
  expect([codes[0], codes.at(-1)]).toEqual([{ start }, 429]);
  expect(await near(await tenant.token(tenant.people[3]?.id ?? ''))).toEqual({ start });
  running = await restarted();
  rmSync(folder, { recursive: true });
});

test('RS9 the part of the company’s own is refused to people from outside, and to whom nobody knows', async () => {
  const id = newRoom();
  const guest = await tenant.forge(first(), { acct: 1 });
  expect(await denialOf(mainOf(id), await tenant.token(first()))).toBe('let in');
  expect(await denialOf(mainOf(id), guest)).toBe('let in');
  expect(await denialOf(partOf(id, 'internal'), guest)).toBe('notMember');
});

test('RS10 before its end a token is asked for anew on the same socket, and without one the person is out', async () => {
  const id = newRoom();
  let lifetime = 100;
  const client = enter(mainOf(id), () => tenant.token(first(), lifetime));
  await client.synced();
  lifetime = 3600;
  await until(() => running.log.length > 0);
  await new Promise((done) => setTimeout(done, 600));
  tenant.moveTime(1800_000);
  await new Promise((done) => setTimeout(done, 600));
  expect(client.left).toEqual([]);
  client.provider.configuration.token = 'no token';
  tenant.moveTime(3600_000);
  await until(() => client.left.length > 0);
  expect(client.left[0]).toBe('signIn');
  expect(client.closed).toEqual([]);
});

async function restarted(): Promise<RunningRooms> {
  await running.close();
  return startRooms(tenant, { emptyMs: 300 });
}
