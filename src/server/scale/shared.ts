import { randomUUID } from 'node:crypto';
import { kindOf, type Log } from '../rooms/log';
import { NewerStore, type Store } from '../rooms/store';
import { openLeases, type Leases } from './leases';
import { openPeers, type Peers } from './peers';
import { openPostgresStore, type PostgresStore } from './postgresStore';

/** What several processes need to be told from outside. */
export type SharedConfig = {
  readonly redis: string;
  readonly database: string;
  /** Where the other processes reach this one; undefined for wherever it is. */
  readonly peer?: string;
};

/** The rooms of several processes: kept in one PostgreSQL, each open in one process, as Redis has it. */
export type Shared = {
  readonly store: Store;
  readonly leases: Leases;
  readonly peers: Peers;
  /** PostgreSQL and Redis did what was asked of them last. */
  works(): boolean;
  /** Who has the rooms that are open here. To be told once, before anything is asked. */
  answerWith(house: House): void;
  close(): Promise<void>;
};

type House = { readonly has: (key: string) => boolean; readonly lost: (key: string) => void };

/** Something that the process cannot start without does not answer. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(readonly setting: 'REDIS_URL' | 'DATABASE_URL' | 'PEER_ADDRESS') {
    super(setting);
  }
}

const LOOK_MS = 1000;

/** Connects to what the processes share. Fails with Unreachable, or with NewerStore. */
export async function openShared(
  config: SharedConfig,
  { now, log }: { readonly now: () => number; readonly log: Log },
): Promise<Shared> {
  let house: House = { has: () => false, lost: () => undefined };
  const lost = (key: string) => house.lost(key);
  const held: Leases['held'] = (keys) => leases.held(keys);
  const opened: (() => unknown)[] = [];
  const open = async <T>(setting: Unreachable['setting'], opening: Promise<T>): Promise<T> => {
    try {
      return await opening;
    } catch (fault) {
      for (const close of opened) await close();
      if (fault instanceof NewerStore) throw fault;
      log({ event: EVENTS[setting], code: kindOf(fault) });
      throw new Unreachable(setting);
    }
  };
  const store: PostgresStore = await open(
    'DATABASE_URL',
    openPostgresStore({ url: config.database, lost, held, log }),
  );
  opened.push(store.close);
  const peers = await open('PEER_ADDRESS', openPeers({ address: config.peer, secret: store.secret }));
  opened.push(peers.close);
  const leases: Leases = await open(
    'REDIS_URL',
    openLeases({
      url: config.redis,
      self: peers.self,
      nonce: randomUUID(),
      inUse: (key) => house.has(key),
      lost,
      unsure: () => void overtaken(),
      log,
    }),
  );
  async function overtaken(): Promise<void> {
    try {
      (await store.overtaken()).forEach(lost);
    } catch {
      // Without PostgreSQL nothing is written that could contradict another process.
    }
  }
  let writes = true;
  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    const well = await Promise.resolve(store.probe(now())).then(
      () => true,
      () => false,
    );
    if (well !== writes) log({ event: 'store', code: well ? 'back' : 'away' });
    writes = well;
    looking = false;
  }
  const timer = setInterval(() => void look(), LOOK_MS).unref();
  return {
    store,
    leases,
    peers,
    works: () => writes && leases.works(),
    answerWith: (those) => void (house = those),
    async close() {
      clearInterval(timer);
      peers.close();
      await store.close();
      await leases.close();
    },
  };
}

const EVENTS = { DATABASE_URL: 'store', PEER_ADDRESS: 'peer', REDIS_URL: 'leases' } as const;
