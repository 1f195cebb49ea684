import { randomBytes } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { NewerStore, NotNow } from '../rooms/store';

/** Raised with each change that an earlier Cadencia could not live with; beside the one of the file (rooms/store.ts). */
export const FORMAT = 1;

/** Advisory locks: of the form of the tables, which whoever writes shares; and of the sweep. Any two numbers. */
const FORM = 7_302_001;
export const SWEEP = 7_302_002;

/** What stands behind the start in a room's name, as `placeOf` has it. */
export const PLACE = `substr(room, 6 + strpos(substr(room, 6), '/'))`;

const TABLES = `
  CREATE TABLE IF NOT EXISTS cadencia (one BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one), format INTEGER NOT NULL, secret BYTEA NOT NULL);
  CREATE SEQUENCE IF NOT EXISTS fences;
  CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY, start DOUBLE PRECISION NOT NULL, organiser TEXT, private TEXT, recorded DOUBLE PRECISION, fence BIGINT NOT NULL);
  CREATE INDEX IF NOT EXISTS rooms_by_start ON rooms (start);
  CREATE INDEX IF NOT EXISTS rooms_of_place ON rooms ((${PLACE}), start);
  CREATE TABLE IF NOT EXISTS updates (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, room TEXT NOT NULL, part TEXT NOT NULL, data BYTEA NOT NULL);
  CREATE INDEX IF NOT EXISTS updates_of ON updates (room, part, id);
  CREATE TABLE IF NOT EXISTS visits (room TEXT NOT NULL, person TEXT NOT NULL, at DOUBLE PRECISION NOT NULL, outsider BOOLEAN NOT NULL, inside BOOLEAN NOT NULL, PRIMARY KEY (room, person));
  CREATE TABLE IF NOT EXISTS logs (room TEXT NOT NULL, part INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (room, part));
  CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, at DOUBLE PRECISION NOT NULL);
`;

/**
 * Makes the tables, one process after the other; answers what all processes of this database know, and nobody else. Fails
 * with NewerStore, and then writes nothing.
 */
export function makeTables(pool: Pool): Promise<Buffer> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [FORM]);
    const { rows } = await client.query("SELECT to_regclass('cadencia') IS NOT NULL AS there");
    if ((rows[0] as { there: boolean }).there && (await formatIn(client)) > FORMAT) throw new NewerStore();
    await client.query(TABLES);
    const { rows: now } = await client.query<{ secret: Buffer }>(
      'INSERT INTO cadencia (format, secret) VALUES ($1, $2) ON CONFLICT (one) DO UPDATE SET format = excluded.format RETURNING secret',
      [FORMAT, randomBytes(32)],
    );
    return (now[0] as { secret: Buffer }).secret;
  });
}

async function formatIn(client: ClientBase): Promise<number> {
  const { rows } = await client.query('SELECT format FROM cadencia');
  return (rows[0] as { format: number } | undefined)?.format ?? 0;
}

/**
 * Writes while nobody changes the form of the tables. Where a later Cadencia has changed it, an earlier one that still
 * runs writes nothing any more: fails with NotNow.
 */
export const inForm = <T>(pool: Pool, run: (client: ClientBase) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock_shared($1)', [FORM]);
    if ((await formatIn(client)) > FORMAT) throw new NotNow();
    return run(client);
  });

async function inTransaction<T>(pool: Pool, run: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await run(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (fault) {
    // What is left of it goes with its connection: nobody knows in which state that is.
    client.release(true);
    throw fault;
  }
}
