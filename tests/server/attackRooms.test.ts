import { createHmac, createPublicKey } from 'node:crypto';
import net from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as Y from 'yjs';
import { CLOSE } from '../../src/room/closeCodes';
import { addEntry } from '../../src/room/document';
import { connect, frames, mainOf, rawSocket, until, type Client } from './rooms/client';
import { startRooms, startTenant, type RunningRooms, type Tenant } from './rooms/tenant';

let tenant: Tenant;
let running: RunningRooms;
const clients: Client[] = [];
const printed: unknown[] = [];

beforeAll(async () => {
  tenant = await startTenant();
  running = await startRooms(tenant, { emptyMs: 300 });
});
beforeEach(() => {
  // The library prints what it meets with the name of the document, which is the meeting's.
  for (const method of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation((...said) => void printed.push(...said));
});
afterEach(() => {
  clients.splice(0).forEach((one) => one.end());
  jest.restoreAllMocks();
  expect(printed.splice(0)).toEqual([]);
});
afterAll(async () => {
  await running.close();
  await tenant.close();
});

const person = (at: number): string => tenant.people[at]?.id as string;
let serial = 0;
const newRoom = () => ({
  place: { kind: 'chat' as const, chat: tenant.chat.id },
  start: Math.floor(tenant.now() / 1000) * 1000 + (serial += 1) * 60_000,
});
async function enter(name: string, who: number, token?: string): Promise<Client> {
  const client = connect(running.address, name, token ?? (await tenant.token(person(who))));
  clients.push(client);
  await until(() => client.provider.synced || client.denied.length > 0 || client.closed.length > 0);
  return client;
}
/** A member on a bare socket, signed in. */
async function bare(name: string, who: number) {
  const raw = await rawSocket(running.address);
  raw.socket.send(frames.token(name, await tenant.token(person(who))));
  await until(() => raw.received.length > 0);
  return raw;
}
const answered = async (client: Client): Promise<void> => {
  client.answers.length = 0;
  client.provider.sendStateless(JSON.stringify({ t: 'clock', sent: 1 }));
  await until(() => client.answers.length > 0);
};

const varUint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varUint(Math.floor(value / 128))];
const query = (name: string, vector: readonly number[]) =>
  Buffer.from([...varUint(name.length), ...Buffer.from(name), 0, 0, ...varUint(vector.length), ...vector]);
/** Structs of what was once there, each of another machine or all of one. */
const fillers = (machines: number, each: number, from: number): Uint8Array =>
  Uint8Array.from([
    ...varUint(machines),
    ...Array.from({ length: machines }, (_, at) => [
      ...[...varUint(each), ...varUint(from + machines - at), 0],
      ...Array.from({ length: each }, () => [0, 1]).flat(),
    ]).flat(),
    0,
  ]);

test.each(['__proto__', 'constructor', 'toString', 'main/x\nforged line', ''])(
  'RS4 the name %j is no room’s, and is said to nobody',
  async (name) => {
    const client = await enter(name, 0);
    expect([client.denied, client.closed]).toEqual([['notMember'], []]);
  },
);

test('RS4 a room has one name: another spelling of it is no room beside the room', async () => {
  const name = mainOf(newRoom());
  for (const alias of [
    decodeURIComponent(name),
    name.replace('%3A', '%3a'),
    name.replace('/chat/', '/ch%61t/'),
  ]) {
    expect(alias).not.toBe(name);
    expect((await enter(alias, 0)).denied).toEqual(['notMember']);
  }
  expect((await enter(name, 0)).provider.synced).toBe(true);
});

test.each([
  ['without an end', [255, 255, 255, 255, 255, 255, 255, 255, 1]],
  ['of nothing', []],
  ['shorter than it says', varUint(2 ** 31)],
  ['longer than it says', [0, 1]],
])('RS4 a question for what is missing, %s, closes its socket', async (_what, vector) => {
  const name = mainOf(newRoom());
  const raw = await bare(name, 0);
  raw.socket.send(query(name, vector));
  await raw.closed();
  expect(raw.code()).toBe(CLOSE.malformed);
});

test('RS5 whoever asks for all of a room again and again is sent away, and the others are answered', async () => {
  const name = mainOf(newRoom());
  const other = await enter(name, 1);
  const raw = await bare(name, 0);
  for (let at = 0; at < 100; at++) raw.socket.send(query(name, [0]));
  await raw.closed();
  expect(raw.code()).toBe(CLOSE.tooMany);
  await answered(other);
});

test('RD27 updates in the name of thousands of machines do not make a room slow for everybody', async () => {
  const name = mainOf(newRoom());
  const other = await enter(name, 1);
  const raw = await bare(name, 0);
  for (let at = 0; at < 10; at++) raw.socket.send(frames.update(name, fillers(900, 1, 10_000 + at * 900)));
  await raw.closed();
  expect(raw.code()).toBe(CLOSE.tooLarge);
  addEntry({ main: other.doc, internal: new Y.Doc() }, 'problem', {
    ...{ id: 'p1', title: 'Leads go cold', by: person(1), area: 'sales', readings: [] },
  });
  await answered(other);
  const late = await enter(name, 2);
  expect(late.doc.store.clients.size).toBeLessThan(5000);
});

test('RD27 an update full of what was once there is refused', async () => {
  const name = mainOf(newRoom());
  const raw = await bare(name, 0);
  raw.socket.send(frames.update(name, fillers(1, 100_000, 7)));
  await raw.closed();
  expect(raw.code()).toBe(CLOSE.malformed);
});

test('RS3 whoever comes back again and again with what is refused has no socket for a while, and the others have', async () => {
  const small = await startRooms(tenant, { offences: 3, emptyMs: 300 });
  const name = mainOf(newRoom());
  const codes: (number | undefined)[] = [];
  for (let at = 0; at < 6; at++) {
    const raw = await rawSocket(small.address);
    raw.socket.send(frames.token(name, await tenant.token(person(0))));
    await until(() => raw.received.length > 0 || raw.code() !== undefined);
    raw.socket.send(frames.update(name, Uint8Array.from([7, 7, 7, 250, 1])));
    await raw.closed();
    codes.push(raw.code());
  }
  expect(codes).toEqual([...Array(4).fill(CLOSE.malformed), CLOSE.tooMany, CLOSE.tooMany]);
  const other = connect(small.address, name, await tenant.token(person(1)));
  clients.push(other);
  await other.synced();
  await small.close();
});

test('RS2 whoever is turned away keeps no half-open connection', async () => {
  const upgrade = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n';
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  for (const head of [
    `GET /elsewhere HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`,
    `GET /rooms HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\n${upgrade}${key}\r\n`,
  ]) {
    const socket = net.connect({ port: running.port, host: '127.0.0.1', allowHalfOpen: true });
    let gone = false;
    // Only a server that has let go of the connection makes writing to it fail.
    socket.on('error', () => (gone = true)).on('data', () => undefined);
    socket.write(head);
    const writing = setInterval(() => socket.writable && socket.write('x'), 20);
    await until(() => gone).finally(() => {
      clearInterval(writing);
      socket.destroy();
    });
  }
});

test('RS6 a token with a key of its own, an algorithm of its own or another one’s key is refused', async () => {
  const name = mainOf(newRoom());
  // Who is known to be a member is let in without Graph: what refuses a token is its check alone.
  expect((await enter(name, 0)).denied).toEqual([]);
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const seconds = Math.floor(tenant.now() / 1000);
  const claims = {
    ...{ iss: tenant.config.issuer, aud: tenant.config.clientId, tid: tenant.config.tenant, oid: person(0) },
    ...{ ver: '2.0', scp: 'access_as_user', nbf: seconds - 5, exp: seconds + 3600 },
  };
  const signed = (header: Record<string, unknown>) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
  const { keys } = await tenant.issuer.jwks();
  const published = keys[0] as Parameters<typeof createPublicKey>[0] & { kid: string };
  const pem = createPublicKey({ key: published, format: 'jwk' } as never).export({
    type: 'spki',
    format: 'pem',
  });
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${base64({ alg: 'HS256', kid: published.kid })}.${base64(claims)}`;
  const bad: Record<string, string> = {
    ownKeyUnderTheTenantsId: await signed({ kid: published.kid }),
    keyInTheHeader: await signed({ kid: 'own', jwk: await exportJWK(publicKey) }),
    keyByAddress: await signed({ kid: 'own', jku: 'http://127.0.0.1:1/keys' }),
    withoutKeyId: await signed({}),
    pathAsKeyId: await signed({ kid: '../../../../dev/null' }),
    publicKeyAsSecret: `${body}.${createHmac('sha256', pem).update(body).digest('base64url')}`,
    unsignedInOtherLetters: `${base64({ alg: 'nOnE' })}.${base64(claims)}.`,
    graphsAudience: await tenant.forge(person(0), { aud: '00000003-0000-0000-c000-000000000000' }),
    manyAudiences: await tenant.forge(person(0), { aud: ['https://graph.microsoft.com', 'x'] }),
    expiryAsText: await tenant.forge(person(0), { exp: String(seconds + 3600) }),
    scopesAsList: await tenant.forge(person(0), { scp: ['access_as_user'] }),
    longerScope: await tenant.forge(person(0), { scp: 'access_as_user_too' }),
    twoMinutesLate: await tenant.forge(person(0), { exp: seconds - 120, nbf: seconds - 3600 }),
    twoMinutesEarly: await tenant.forge(person(0), { nbf: seconds + 120 }),
  };
  const said: Record<string, unknown> = {};
  for (const [what, token] of Object.entries(bad)) {
    const client = await enter(name, 0, token);
    said[what] = client.denied[0] ?? 'let in';
    client.end();
  }
  expect(said).toEqual(Object.fromEntries(Object.keys(bad).map((what) => [what, 'signIn'])));
  const client = await enter(name, 0, await tenant.forge(person(0), { nbf: seconds + 30 }));
  expect(client.denied).toEqual([]);
});

test('RS10 an expired token sent again on an open socket puts its person out', async () => {
  const name = mainOf(newRoom());
  const seconds = Math.floor(tenant.now() / 1000);
  const client = await enter(name, 0);
  client.provider.configuration.token = await tenant.forge(person(0), {
    exp: seconds - 300,
    nbf: seconds - 600,
  });
  await client.provider.sendToken();
  await until(() => client.left.length > 0);
  expect(client.left).toEqual(['signIn']);
});

test('RS12 a command is its sender’s, whatever it says of whose it is', async () => {
  const name = mainOf(newRoom());
  const raw = await bare(name, 0);
  const forged = { t: 'command', by: person(1), command: { id: 'x', kind: 'end', by: person(1) } };
  raw.socket.send(frames.stateless(name, JSON.stringify(forged)));
  await raw.closed();
  expect(raw.code()).toBe(CLOSE.malformed);
  const polluting = await bare(name, 0);
  polluting.socket.send(
    frames.stateless(
      name,
      '{"t":"command","__proto__":{"admin":1},"command":{"id":"x","kind":"start","__proto__":{}}}',
    ),
  );
  await polluting.closed();
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
  const deep = await bare(name, 0);
  deep.socket.send(frames.stateless(name, `{"t":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
  await deep.closed();
  expect(deep.code()).toBe(CLOSE.malformed);
});
