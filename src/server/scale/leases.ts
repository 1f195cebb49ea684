import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { kindOf, type Log } from '../rooms/log';
import { NotNow } from '../rooms/store';

/** Which process has which room, as Redis has it: for as long as that process says so every moment. */
export type Leases = {
  /** Whose the room is; takes it for this process when it is nobody's. Fails with NotNow while nobody can tell. */
  owner(key: string): Promise<'mine' | { readonly peer: string }>;
  /** Nobody needs it here any more. */
  release(key: string): void;
  /** Which of these rooms some process has. Fails with NotNow. */
  held(keys: readonly string[]): Promise<ReadonlySet<string>>;
  works(): boolean;
  close(): Promise<void>;
};

export type LeasesOptions = {
  readonly url: string;
  /** Where the other processes reach this one, and a word that no process before it at that place had. */
  readonly self: string;
  readonly nonce: string;
  /** Whether the room is open here. */
  readonly inUse: (key: string) => boolean;
  /** The room is another process's now. */
  readonly lost: (key: string) => void;
  /** Redis did not answer when it was to be told which rooms are held: it may have given them to others. */
  readonly unsure: () => void;
  readonly log: Log;
};

/** A dead process keeps nobody out of a room for longer than that. */
export const LEASE_MS = 4000;
const RENEW_MS = LEASE_MS / 4;
/** Between the first frame of a socket and the open room lie a token and a question to Graph. */
const ENTERING_MS = 15_000;

const CLAIM = `
  local there = redis.call('GET', KEYS[1])
  if there and there ~= ARGV[1] then return there end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return ARGV[1]`;
/** One that has run out is taken again; where Redis is full it stays nobody's. Answers which are another's. */
const RENEW = `
  local others = {}
  for at, key in ipairs(KEYS) do
    local there = redis.call('GET', key)
    if there == ARGV[1] then redis.call('PEXPIRE', key, ARGV[2])
    elseif there then table.insert(others, at)
    else redis.pcall('SET', key, ARGV[1], 'PX', ARGV[2]) end
  end
  return others`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 1`;

/** A room's name holds a chat's: Redis is told a hash of it. */
const nameOf = (key: string) => `cadencia:room:${createHash('sha256').update(key).digest('base64url')}`;

/** Fails with Redis' own error where it does not answer. */
export async function openLeases(options: LeasesOptions): Promise<Leases> {
  const { url, self, nonce, inUse, lost, unsure, log } = options;
  const me = `${self} ${nonce}`;
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    commandTimeout: 1000,
    retryStrategy: (times) => Math.min(times * 100, 1000),
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
  } catch (fault) {
    redis.disconnect();
    throw fault;
  }
  const mine = new Map<string, number>();
  let works = true;
  const heard = (well: boolean, fault?: unknown): void => {
    if (works !== well) log({ event: 'leases', code: well ? 'back' : kindOf(fault) || 'away' });
    works = well;
  };
  const ask = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      const answer = await run();
      heard(true);
      return answer;
    } catch (fault) {
      heard(false, fault);
      throw new NotNow();
    }
  };

  async function renew(): Promise<void> {
    const now = performance.now();
    for (const [key, since] of mine) if (!inUse(key) && now - since > ENTERING_MS) release(key);
    const keys = [...mine.keys()];
    try {
      if (keys.length === 0) return void (await ask(() => redis.ping()));
      const others = await ask(() => redis.eval(RENEW, keys.length, ...keys.map(nameOf), me, LEASE_MS));
      for (const at of others as number[]) {
        const key = keys[at - 1];
        if (key === undefined || !mine.delete(key)) continue;
        log({ event: 'leases', code: 'lost' });
        lost(key);
      }
    } catch {
      unsure();
    }
  }
  function release(key: string): void {
    if (!mine.delete(key)) return;
    // Nobody has to know: it runs out by itself.
    redis.eval(RELEASE, 1, nameOf(key), me).catch(() => undefined);
  }
  let renewing = false;
  const timer = setInterval(() => {
    if (renewing) return;
    renewing = true;
    void renew().finally(() => (renewing = false));
  }, RENEW_MS).unref();

  return {
    async owner(key) {
      // What is open here stays here: should it be another's, PostgreSQL says so with the next change.
      if (mine.has(key) && inUse(key)) return 'mine';
      const said = await ask(() => redis.eval(CLAIM, 1, nameOf(key), me, LEASE_MS));
      if (said === me) {
        mine.set(key, performance.now());
        return 'mine';
      }
      mine.delete(key);
      const peer = String(said).split(' ')[0] ?? '';
      // Of a process that was at this place before: it is dead, and its time runs out.
      if (peer === self) throw new NotNow();
      return { peer };
    },
    release,
    async held(keys) {
      if (keys.length === 0) return new Set();
      const there = await ask(() => redis.mget(keys.map(nameOf)));
      return new Set(keys.filter((_, at) => there[at] !== null));
    },
    works: () => works,
    async close() {
      clearInterval(timer);
      const names = [...mine.keys()].map(nameOf);
      await Promise.all(names.map((name) => redis.eval(RELEASE, 1, name, me).catch(() => undefined)));
      redis.disconnect();
    },
  };
}
