import { Client, Pool } from 'pg';
import { changesOf } from '../rooms/keptPrivate';
import type { Log } from '../rooms/log';
import { NotNow, type RoomKept, type Store, type Visit } from '../rooms/store';
import { createOutbox } from './outbox';
import { isPassing } from './postgresFaults';
import { forgotten, keptOf, oldRooms, swept, taken } from './postgresRead';
import { inForm, makeTables, PLACE } from './postgresTables';
import { writeChanges } from './postgresWrite';

export type PostgresOptions = {
  readonly url: string;
  /** What this process had written of the room is not kept, or the room is another's: it must let go of it. */
  readonly lost: (room: string) => void;
  /** Which of these rooms some process has open. Fails when nobody knows. */
  readonly held: (rooms: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly log: Log;
};

export type PostgresStore = Store & {
  /** What all processes of this database know, and nobody else. */
  readonly secret: Uint8Array;
  /** Rooms that this process has taken and another one has taken since. */
  overtaken(): Promise<readonly string[]>;
};

const OUTBOX = { pauseMs: 250, patienceMs: 5000, mostBytes: 32 * 1024 * 1024 } as const;
/** A server that hangs is as good as gone; and a process that hangs in a transaction holds no room for long. */
const TIMES = {
  connectionTimeoutMillis: 3000,
  query_timeout: 4000,
  statement_timeout: 3500,
  lock_timeout: 3000,
  idle_in_transaction_session_timeout: 3000,
} as const;

/**
 * The rooms in PostgreSQL, for several processes. A room is written by whoever took it last: each transaction holds the
 * number that came with that, and writes nothing of a room that has another one by now.
 * Fails with NewerStore, or with PostgreSQL's own error where it does not answer.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<PostgresStore> {
  const { url, lost, held, log } = options;
  const pool = new Pool({
    connectionString: url,
    max: 6,
    application_name: 'cadencia',
    keepAlive: true,
    ...TIMES,
  });
  // A connection that ends while it rests is no fault: the next question gets another one.
  pool.on('error', () => undefined);
  // Nor is one that ends between two questions of a transaction: the second of them fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const secret = await makeTables(pool).catch(async (fault: unknown) => {
    await pool.end();
    throw fault;
  });
  const fences = new Map<string, string>();
  const outbox = createOutbox({
    ...OUTBOX,
    write: (changes) => inForm(pool, (client) => writeChanges(client, changes, fences)),
    isPassing,
    lost(room) {
      fences.delete(room);
      lost(room);
    },
    log,
  });
  const { add, together, whenKept, drop } = outbox;
  const settled = () => new Promise<void>(whenKept);
  const ask = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (fault) {
      throw isPassing(fault) ? new NotNow() : fault;
    }
  };
  const rows = async <R extends object>(text: string, ...values: readonly unknown[]): Promise<readonly R[]> =>
    (await ask(() => pool.query<R>(text, [...values]))).rows;

  return {
    secret,
    has: async (room) =>
      fences.has(room) || (await rows('SELECT 1 FROM rooms WHERE room = $1', room)).length > 0,
    startsOf: async (place, from, until) =>
      (
        await rows<{ start: number }>(
          `SELECT start FROM rooms WHERE ${PLACE} = $1 AND start >= $2 AND start < $3 ORDER BY start`,
          ...[place, from, until],
        )
      ).map(({ start }) => start),
    async load(room) {
      await settled();
      const [row] = await rows<{ organiser: string | null; private: string | null }>(
        'SELECT organiser, private FROM rooms WHERE room = $1',
        room,
      );
      return row && ask(() => keptOf(pool, room, row));
    },
    all: () =>
      rows<RoomKept>(
        'SELECT room, start, recorded IS NOT NULL AS recorded FROM rooms ORDER BY start, room COLLATE "C"',
      ),
    async forget(room) {
      const known = await rows<{ room: string; fence: string }>(
        'SELECT room, fence::text FROM rooms WHERE room = $1',
        room,
      );
      if ((await held([room])).has(room)) return false;
      return (await ask(() => inForm(pool, (client) => forgotten(client, known)))) > 0;
    },
    async wipe() {
      // It takes as long as it takes, on a connection that nobody waits for.
      const client = new Client({ connectionString: url, application_name: 'cadencia' });
      client.on('error', () => undefined);
      await ask(() => client.connect());
      await ask(() => client.query('VACUUM rooms, updates, visits, logs')).finally(() => client.end());
    },
    async take(room, start, organiser) {
      const { fence, kept } = await ask(() =>
        inForm(pool, (client) => taken(client, room, start, organiser)),
      );
      fences.set(room, fence);
      return kept;
    },
    async leave(room) {
      await settled();
      fences.delete(room);
    },
    drop,
    whenKept,
    append: (room, part, data) => add({ kind: 'append', room, part, data }),
    keepPrivate: (room, state, before) =>
      together(() => {
        const { rest, log: parts, cut } = changesOf(state, before);
        if (rest !== undefined) add({ kind: 'private', room, text: rest });
        for (const [part, text] of parts) add({ kind: 'log', room, part, text });
        if (cut !== undefined) add({ kind: 'cut', room, from: cut });
      }),
    compact: (room, part, data) =>
      together(() => {
        add({ kind: 'clear', room, part });
        add({ kind: 'append', room, part, data });
      }),
    recorded: (room, at) => add({ kind: 'recorded', room, at }),
    together,
    async visit(room, person) {
      await settled();
      const [visit] = await rows<Visit>(
        'SELECT at, outsider, inside FROM visits WHERE room = $1 AND person = $2',
        room,
        person,
      );
      return visit;
    },
    visited: (room, person, visit) => add({ kind: 'visit', room, person, visit }),
    gone: (room, person) => add({ kind: 'visit', room, person, visit: null }),
    async sweep(now, open) {
      const old = (await ask(() => oldRooms(pool, now))).filter(({ room }) => !open.has(room));
      const used = await held(old.map(({ room }) => room));
      const free = old.filter(({ room }) => !used.has(room));
      return ask(() => swept(pool, free, now));
    },
    probe: async (now) =>
      ask(() =>
        inForm(pool, async (client) => {
          await client.query(
            'INSERT INTO probe (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
            [now],
          );
        }),
      ),
    async overtaken() {
      const mine = [...fences];
      const known = await rows<{ room: string; fence: string }>(
        'SELECT room, fence::text FROM rooms WHERE room = ANY($1)',
        mine.map(([room]) => room),
      );
      const now = new Map(known.map(({ room, fence }) => [room, fence]));
      return mine.filter(([room, fence]) => now.get(room) !== fence).map(([room]) => room);
    },
    async close() {
      await settled();
      await pool.end();
    },
  };
}
