import type { ClientBase, Pool } from 'pg';
import { joined } from '../rooms/keptPrivate';
import { KEEP, KEEP_RECORDED, KEEP_VISITS, type Kept } from '../rooms/store';
import { inForm, SWEEP } from './postgresTables';

type Asked = Pick<Pool | ClientBase, 'query'>;

type Row = { readonly organiser: string | null; readonly private: string | null };

/** What stands of a room of which the row is known. */
export async function keptOf(client: Asked, room: string, row: Row): Promise<Kept> {
  const updates = await client.query<{ part: string; data: Buffer }>(
    'SELECT part, data FROM updates WHERE room = $1 ORDER BY id',
    [room],
  );
  const logs = await client.query<{ data: string }>('SELECT data FROM logs WHERE room = $1 ORDER BY part', [
    room,
  ]);
  const of = (part: string) =>
    updates.rows.filter((one) => one.part === part).map(({ data }) => new Uint8Array(data));
  return {
    organiser: row.organiser,
    private:
      row.private === null
        ? undefined
        : joined(
            row.private,
            logs.rows.map(({ data }) => data),
          ),
    updates: { main: of('main'), internal: of('internal') },
  };
}

/** Takes the room under a new number, and makes it. */
export async function taken(
  client: Asked,
  room: string,
  start: number,
  organiser: string | null,
): Promise<{ readonly fence: string; readonly kept: Kept }> {
  const { rows } = await client.query<Row & { fence: string }>(
    `INSERT INTO rooms (room, start, organiser, fence) VALUES ($1, $2, $3, nextval('fences'))
     ON CONFLICT (room) DO UPDATE SET organiser = coalesce(excluded.organiser, rooms.organiser), fence = excluded.fence
     RETURNING fence::text, organiser, private`,
    [room, start, organiser],
  );
  const [row] = rows as [(typeof rows)[number]];
  return { fence: row.fence, kept: await keptOf(client, room, row) };
}

type Candidate = { readonly room: string; readonly fence: string };

/** Rooms that nobody needs any more, with the number of whoever had them last. */
export async function oldRooms(pool: Asked, now: number): Promise<readonly Candidate[]> {
  const { rows } = await pool.query<Candidate>(
    'SELECT room, fence::text FROM rooms WHERE recorded < $1 OR start < $2',
    [now - KEEP_RECORDED, now - KEEP],
  );
  return rows;
}

/** Forgets those that nobody has taken meanwhile; answers how many. */
export async function forgotten(client: Asked, rooms: readonly Candidate[]): Promise<number> {
  const { rows } = await client.query<{ room: string }>(
    'DELETE FROM rooms r USING unnest($1::text[], $2::bigint[]) AS o (room, fence) WHERE r.room = o.room AND r.fence = o.fence RETURNING r.room',
    [rooms.map(({ room }) => room), rooms.map(({ fence }) => fence)],
  );
  const names = rows.map(({ room }) => room);
  for (const table of ['updates', 'visits', 'logs'])
    await client.query(`DELETE FROM ${table} WHERE room = ANY($1)`, [names]);
  return names.length;
}

/** One process at a time; the others have nothing to do then. */
export const swept = (pool: Pool, rooms: readonly Candidate[], now: number): Promise<number> =>
  inForm(pool, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      SWEEP,
    ]);
    if (rows[0]?.mine !== true) return 0;
    await client.query('DELETE FROM visits WHERE at < $1', [now - KEEP_VISITS]);
    return forgotten(client, rooms);
  });
