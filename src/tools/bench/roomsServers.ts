import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { WebSocketServer } from 'ws';
import { createRooms, type RoomsConfig } from '../../server/rooms/createRooms';

const TENANT = '21111111-2222-4333-8444-555555555555';
const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
export const CHAT = '19:meeting_bench@thread.v2';

/** A directory's id for each number. */
export const personAt = (at: number): string => `31111111-2222-4333-8444-${String(at).padStart(12, '0')}`;

/** What a room server asks others: keys, the exchange of a token, one chat with its members. */
export async function startTenant(people: number, folder: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', use: 'sig', alg: 'RS256' };
  const members = Array.from({ length: people }, (_, at) => ({
    userId: personAt(at),
    displayName: `Person ${at}`,
    tenantId: TENANT,
    roles: [],
  }));
  const answers: Readonly<Record<string, unknown>> = {
    keys: { keys: [jwk] },
    token: { access_token: 'graph' },
    chat: { chatType: 'meeting', onlineMeetingInfo: { organizer: { id: personAt(0) } }, members },
    // A chat of many is told in short, and its members on an address of their own.
    members: { value: members },
  };
  const server = createServer((request, response) => {
    const name = /\/(keys|token|members)(?:\?.*)?$/.exec(request.url ?? '')?.[1] ?? 'chat';
    request.resume();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[name]));
  });
  const base = `http://127.0.0.1:${await portOf(server)}`;
  const config: RoomsConfig = {
    folder,
    tenant: TENANT,
    clientId: CLIENT_ID,
    clientSecret: 'bench',
    api: `api://bench/${CLIENT_ID}/access_as_user`,
    issuer: `https://login.example/${TENANT}/v2.0`,
    keys: `${base}/keys`,
    tokenEndpoint: `${base}/token`,
    graph: `${base}/v1.0`,
    balanceCap: 'areas',
  };
  const token = (at: number): Promise<string> =>
    new SignJWT({ oid: personAt(at), tid: TENANT, ver: '2.0', scp: 'access_as_user', name: `Person ${at}` })
      .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
      .setIssuer(config.issuer)
      .setAudience(CLIENT_ID)
      .setNotBefore('-1m')
      .setExpirationTime('1h')
      .sign(privateKey);
  return { config, token, close: () => server.close() };
}

/** Runs in a process of its own: the rooms, or a bare echo that hands every frame to everybody. */
export async function serve(config: RoomsConfig | null, port: number): Promise<void> {
  const server = createServer();
  if (config === null) {
    const echo = new WebSocketServer({ server, perMessageDeflate: false });
    echo.on('connection', (socket) =>
      socket.on('message', (data) => echo.clients.forEach((one) => one.send(data as Buffer))),
    );
  } else {
    const rooms = createRooms(config, { now: () => Date.now(), log: () => undefined });
    server.on('upgrade', rooms.upgrade);
  }
  process.stdout.write(`${await portOf(server, port)}\n`);
}

async function portOf(server: Server, port = 0): Promise<number> {
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
