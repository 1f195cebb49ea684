import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const TENANT = '21111111-2222-4333-8444-555555555555';
const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://login.example';

/** A directory's id for each number. */
export const personOf = (at: number): string => `31111111-2222-4333-8444-${String(at).padStart(12, '0')}`;
/** The chat of a meeting; its people are the numbers from `chat × size`. */
export const chatOf = (at: number): string => `19:meeting_capacity${at}@thread.v2`;

export type CapacityTenant = {
  /** What the production server is told of it by environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** A person's token for our server, good for two hours. */
  token(person: number): Promise<string>;
  close(): void;
};

/** What a server asks others, on this machine: keys, the exchange of a token, chats of `size` people each. */
export async function startTenant(size: number): Promise<CapacityTenant> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'capacity', use: 'sig', alg: 'RS256' };
  const membersOf = (chat: number) =>
    Array.from({ length: size }, (_, at) => ({
      userId: personOf(chat * size + at),
      displayName: `Person ${chat * size + at}`,
      tenantId: TENANT,
      roles: [],
    }));
  const answerTo = (address: string): unknown => {
    if (/\/keys$/.test(address)) return { keys: [jwk] };
    if (/\/token$/.test(address)) return { access_token: 'graph', token_type: 'Bearer', expires_in: 3600 };
    const members = membersOf(Number(/meeting_capacity(\d+)/.exec(decodeURIComponent(address))?.[1]));
    if (/\/members(\?.*)?$/.test(address)) return { value: members };
    const organizer = { id: members[0]?.userId };
    return { chatType: 'meeting', onlineMeetingInfo: { organizer }, members };
  };
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answerTo(request.url ?? '')));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      AUTHORITY: `${ISSUER}/organizations`,
      CLIENT_ID,
      TENANT_ID: TENANT,
      CLIENT_SECRET: 'a secret of this machine only',
      API_SCOPE: `api://localhost/${CLIENT_ID}/access_as_user`,
      GRAPH_BASE: `${base}/v1.0`,
      IDENTITY_BASE: base,
    },
    token: (person) =>
      new SignJWT({
        oid: personOf(person),
        tid: TENANT,
        ver: '2.0',
        scp: 'access_as_user',
        name: `Person ${person}`,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'capacity' })
        .setIssuer(`${ISSUER}/${TENANT}/v2.0`)
        .setAudience(CLIENT_ID)
        .setNotBefore('-1m')
        .setExpirationTime('2h')
        .sign(privateKey),
    close: () => void server.close(),
  };
}
