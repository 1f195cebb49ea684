import type { PostgresService } from '../services/postgres';
import type { RedisService } from '../services/redis';
import type { Crowd, Meeting } from './crowd';
import type { Figures } from './receipts';
import { cpuSecondsOf, startServers, type Sample } from './servers';
import type { CapacityTenant } from './tenant';

export type Setting = { readonly rooms: number; readonly servers: number };

export type Measured = Setting & {
  readonly size: number;
  readonly shared: boolean;
  readonly enteredMs: number;
  readonly figures: Figures;
  /** Of a core, all servers together; and Redis and PostgreSQL, NaN where nobody tells. */
  readonly cpu: number;
  readonly redisCpu: number;
  readonly postgresCpu: number;
  /** Bytes of all servers before anybody came, and at the end. */
  readonly idleBytes: number;
  readonly bytes: number;
};

const WARM_S = 5;
const MEASURED_S = 15;

/** One setting, from the start of its servers to their end. */
export async function measure(
  given: {
    readonly root: string;
    readonly tenant: CapacityTenant;
    readonly crowd: Crowd;
    /** People of a meeting. */
    readonly size: number;
    readonly everyMs: number;
    readonly behind: { readonly redis: RedisService; readonly postgres: PostgresService } | null;
  },
  setting: Setting,
): Promise<Measured> {
  const { tenant, crowd, size, everyMs, behind } = given;
  const urls = behind && { redis: behind.redis.url, database: behind.postgres.url };
  const servers = await startServers(given.root, tenant.environment, setting.servers, urls);
  try {
    const idle = await servers.samples();
    const enteredMs = await crowd.enter(await meetingsOf(setting.rooms, size, servers.ports, tenant));
    await crowd.write(WARM_S, everyMs);
    const cpuOf = async () => ({
      servers: sum(await servers.samples(), ({ cpuSeconds }) => cpuSeconds),
      redis: behind === null ? 0 : cpuSecondsOf(behind.redis.pid()),
      postgres: behind === null ? 0 : cpuSecondsOf(behind.postgres.pid()),
    });
    const [from, since] = [await cpuOf(), performance.now()];
    const figures = await crowd.write(MEASURED_S, everyMs);
    const [until, seconds] = [await cpuOf(), (performance.now() - since) / 1000];
    const last = await servers.samples();
    return {
      ...setting,
      size,
      shared: behind !== null,
      enteredMs,
      figures,
      cpu: (until.servers - from.servers) / seconds,
      redisCpu: (until.redis - from.redis) / seconds,
      postgresCpu: (until.postgres - from.postgres) / seconds,
      idleBytes: sum(idle, ({ rssBytes }) => rssBytes),
      bytes: sum(last, ({ rssBytes }) => rssBytes),
    };
  } finally {
    await servers.close();
  }
}

/** Meetings that begin now, each in its own chat; their people come in by all servers in turn. */
export function meetingsOf(
  many: number,
  size: number,
  ports: readonly number[],
  tenant: CapacityTenant,
  start = Math.floor(Date.now() / 60_000) * 60_000,
): Promise<readonly Meeting[]> {
  return Promise.all(
    Array.from({ length: many }, async (_, chat) => ({
      chat,
      start,
      tokens: await Promise.all(Array.from({ length: size }, (_one, at) => tenant.token(chat * size + at))),
      ports,
    })),
  );
}

const sum = (samples: readonly Sample[], of: (sample: Sample) => number) =>
  samples.reduce((all, sample) => all + of(sample), 0);
