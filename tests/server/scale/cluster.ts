import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RoomId } from '../../../src/app/ports/room';
import { keyOf } from '../../../src/server/rooms/house';
import { freePort } from '../../../src/tools/services/child';
import type { PostgresService } from '../../../src/tools/services/postgres';
import type { RedisService } from '../../../src/tools/services/redis';
import { API, type Tenant } from '../rooms/tenant';
import { runServer, type RunningServer } from '../runServer';
import { startBalancer } from './balancer';

export type Cluster = {
  /** For clients: whichever process takes them. */
  readonly address: string;
  /** Which of the processes has that room, as Redis has it; undefined for nobody. */
  owner(id: RoomId): Promise<number | undefined>;
  /** As `kill -9`. */
  kill(at: number): Promise<void>;
  /** Again on the same port. */
  start(at: number): Promise<void>;
  signal(at: number, name: NodeJS.Signals): void;
  /** What each has said so far. */
  said(): readonly string[];
  /** Whether each is ready; false for a dead one. */
  ready(): Promise<readonly boolean[]>;
  close(): Promise<void>;
};

/** So many production servers as processes of their own, over the same Redis and PostgreSQL, behind one address. */
export async function startCluster(
  { config, origin }: Tenant,
  behind: { readonly redis: RedisService; readonly postgres: PostgresService },
  many: number,
): Promise<Cluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-scale-'));
  const pages = path.join(folder, 'client');
  for (const name of ['assets', 'icons']) mkdirSync(path.join(pages, name), { recursive: true });
  writeFileSync(path.join(pages, 'compose.html'), '<!-- cadencia: what the server knows -->');
  const places = await Promise.all(
    Array.from({ length: many }, async () => ({
      port: await freePort(),
      peer: `127.0.0.1:${await freePort()}`,
    })),
  );
  const running: (RunningServer | undefined)[] = [];
  const over: string[] = places.map(() => '');
  async function start(at: number): Promise<void> {
    const { port, peer } = places[at] as (typeof places)[number];
    const server = runServer({
      TEST_FILES: pages,
      PORT: String(port),
      // The issuer's name in tokens; keys and tokens come from IDENTITY_BASE.
      AUTHORITY: 'https://login.demo.localhost/organizations',
      CLIENT_ID: config.clientId,
      TENANT_ID: config.tenant,
      CLIENT_SECRET: config.clientSecret,
      API_SCOPE: API,
      GRAPH_BASE: config.graph,
      IDENTITY_BASE: `${origin}/login`,
      BALANCE_CAP: 'persons',
      REDIS_URL: behind.redis.url,
      DATABASE_URL: behind.postgres.url,
      PEER_ADDRESS: peer,
    });
    running[at] = server;
    await server.listening();
    if (!(server.port() > 0)) throw new Error(`a server did not start:\n${server.said()}`);
  }
  await Promise.all(places.map((_, at) => start(at)));
  const balancer = await startBalancer(places.map(({ port }) => port));
  async function kill(at: number): Promise<void> {
    const server = running[at];
    if (server === undefined) return;
    server.child.kill('SIGKILL');
    await server.ended();
    over[at] += server.said();
    running[at] = undefined;
  }
  return {
    address: `ws://127.0.0.1:${balancer.port}/rooms`,
    async owner(id) {
      const hash = createHash('sha256').update(keyOf(id)).digest('base64url');
      const [key] = (await behind.redis.ask('KEYS', `*${hash}`)) as readonly string[];
      const holder = key === undefined ? null : ((await behind.redis.ask('GET', key)) as string | null);
      const at = places.findIndex(({ peer }) => holder?.startsWith(`${peer} `));
      return at < 0 ? undefined : at;
    },
    kill,
    start,
    signal: (at, name) => void running[at]?.child.kill(name),
    said: () => places.map((_, at) => `${over[at] ?? ''}${running[at]?.said() ?? ''}`),
    ready: () =>
      Promise.all(
        places.map(({ port }, at) =>
          running[at] === undefined
            ? false
            : fetch(`http://127.0.0.1:${port}/readyz`).then(
                ({ status }) => status === 200,
                () => false,
              ),
        ),
      ),
    async close() {
      await balancer.close();
      await Promise.all(places.map((_, at) => kill(at)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
