import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { guidOf } from '../../../src/demo/company/naming';
import { SAMPLE_SEED, sampleCompany } from '../../../src/demo/company/sampleCompany';
import { createGraphEmulator } from '../../../src/demo/graph/emulator';
import { createIssuer } from '../../../src/demo/identity/issuer';
import { serverSignIn } from '../../../src/demo/identity/serverSignIn';
import { createRooms, type Rooms, type RoomsConfig } from '../../../src/server/rooms/createRooms';
import type { Limits } from '../../../src/server/rooms/limits';
import { openShared } from '../../../src/server/scale/shared';
import type { LogEvent } from '../../../src/server/rooms/log';

const CLIENT_ID = guidOf('test', 'client');
const SECRET = 'a secret of the tests';
export const API = `api://localhost/${CLIENT_ID}/access_as_user`;

/** The demo tenant's Graph and sign-in over HTTP, a clock that can be moved, and forged tokens beside the real ones. */
export async function startTenant() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const company = sampleCompany({ today: new Date(now()).toISOString().slice(0, 10), seed: SAMPLE_SEED });
  const tenant = guidOf(company.domain, 'tenant');
  const authority = 'https://login.demo.localhost/organizations';
  const issuer = createIssuer({ company, clientId: CLIENT_ID, tenantId: tenant, authority, now });
  const forger = await generateKeyPair('RS256', { extractable: true });
  let down: number | undefined;
  let asked: string[] = [];
  let wants = false;
  const certificates: string[] = [];
  const signIn = serverSignIn(issuer, {
    clientSecret: SECRET,
    graphScopes: ['Chat.ReadBasic', 'Channel.ReadBasic.All'],
    wantsPerson: () => wants,
    certificates: () => certificates,
    below: '/login',
  });
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    void (async () => {
      if (request.url?.endsWith('/discovery/v2.0/keys') === true) {
        const { keys } = await issuer.jwks();
        const forged = { ...(await exportJWK(forger.publicKey)), kid: 'forger', use: 'sig', alg: 'RS256' };
        return response.end(JSON.stringify({ keys: [...keys, forged] }));
      }
      if (request.url?.startsWith('/login') === true) return signIn(request, response);
      if (down !== undefined) return response.writeHead(down).end('{}');
      await emulator.handle(request, response);
    })();
  });
  const origin = await listening(server);
  const graph = `${origin}/graph/v1.0`;
  const emulator = createGraphEmulator({
    company,
    now,
    base: graph,
    filesOrigin: origin,
    verify: (bearer) => issuer.verify(bearer),
    appId: guidOf('test', 'app'),
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-rooms-'));
  const config: RoomsConfig = {
    folder,
    tenant,
    clientId: CLIENT_ID,
    clientSecret: SECRET,
    api: API,
    issuer: `https://login.demo.localhost/${tenant}/v2.0`,
    keys: `${origin}/login/${tenant}/discovery/v2.0/keys`,
    tokenEndpoint: `${origin}/login/${tenant}/oauth2/v2.0/token`,
    graph,
    balanceCap: 'persons',
  };
  const staff = company.people.filter(({ guest }) => !guest);
  const carry = await issuer.issue(staff[0]?.id as string, ['Calendars.ReadWrite']);
  const made = await fetch(`${graph}/me/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${carry.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: 'Weekly',
      start: { dateTime: new Date(now()).toISOString().slice(0, 19), timeZone: 'UTC' },
      end: { dateTime: new Date(now() + 2_100_000).toISOString().slice(0, 19), timeZone: 'UTC' },
      attendees: staff.slice(1, 5).map(({ mail }) => ({ emailAddress: { address: mail }, type: 'required' })),
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    }),
  });
  if (made.status !== 201) throw new Error(`no meeting: ${made.status} ${await made.text()}`);
  const chat = emulator.chats.all().find((one) => emulator.chats.membersOf(one).length >= 4);
  if (chat === undefined) throw new Error('the company has no meeting with a chat');
  const people = emulator.chats.membersOf(chat).filter(({ person }) => !person.guest);
  const stranger = company.people.find(
    ({ id, guest }) => !guest && emulator.chats.memberOf(chat, id) === undefined,
  );
  return {
    company,
    config,
    chat,
    emulator,
    issuer,
    now,
    origin,
    organiser: chat.meeting.organiserId,
    people: people.map(({ person }) => person),
    stranger,
    asked: () => asked.splice(0),
    forgetAsked: () => (asked = []),
    moveTime: (ms: number) => (ahead += ms),
    graphDown: (status: number | undefined) => (down = status),
    wantsPerson: (yes: boolean) => (wants = yes),
    /** Puts a certificate (PEM) into the application's registration. */
    trustCertificate: (pem: string) => void certificates.push(pem),
    token: async (person: string, lifetimeS?: number) =>
      (await issuer.issue(person, [API], lifetimeS === undefined ? {} : { lifetimeS })).access_token,
    idToken: async (person: string) => (await issuer.issue(person, [API])).id_token,
    /** Signed with a key that the tenant publishes; the claims of a good one unless others are given. */
    forge(person: string, changed: Record<string, unknown> = {}, header: Record<string, unknown> = {}) {
      const seconds = Math.floor(now() / 1000);
      const claims = {
        iss: config.issuer,
        aud: CLIENT_ID,
        tid: tenant,
        oid: person,
        ver: '2.0',
        scp: 'access_as_user',
        name: 'Forged',
        nbf: seconds - 5,
        exp: seconds + 3600,
        ...changed,
      } as Record<string, unknown>;
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'forger', ...header })
        .sign(forger.privateKey);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Tenant = Awaited<ReturnType<typeof startTenant>>;

export type RunningRooms = {
  readonly rooms: Rooms;
  readonly port: number;
  readonly address: string;
  readonly log: readonly LogEvent[];
  close(): Promise<void>;
};

/** The real rooms behind a real HTTP server. */
export async function startRooms(
  { config, now }: Pick<Tenant, 'config' | 'now'>,
  limits: Partial<Limits> = {},
  port = 0,
): Promise<RunningRooms> {
  const log: LogEvent[] = [];
  const note = (event: LogEvent) => void log.push(event);
  const shared = config.shared && (await openShared(config.shared, { now, log: note }));
  const rooms = createRooms(config, { now, log: note, limits, shared });
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.on('upgrade', rooms.upgrade);
  const origin = await listening(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    rooms,
    port: bound,
    address: `${origin.replace('http', 'ws')}/rooms`,
    log,
    async close() {
      await rooms.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function listening(server: Server, port = 0): Promise<string> {
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
