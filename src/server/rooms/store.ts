import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import type { PrivateState } from '../../room/keeper';
import type { RoomPart } from '../../room/wire';

/** What stands on disk of one room. */
export type Kept = {
  readonly organiser: string | null;
  readonly private: PrivateState | undefined;
  readonly updates: Readonly<Record<RoomPart, readonly Uint8Array[]>>;
};

export type Visit = { readonly at: number; readonly outsider: boolean; readonly inside: boolean };

/** The rooms on disk. Every call has reached the file when it returns; a killed process loses nothing of it. */
export type Store = {
  has(room: string): boolean;
  /** Rooms whose original start lies there, half-open. */
  between(from: number, until: number): readonly { readonly room: string; readonly start: number }[];
  load(room: string): Kept | undefined;
  /** Every room that is kept, the oldest start first. */
  all(): readonly { readonly room: string; readonly start: number; readonly recorded: boolean }[];
  /** All that stands of one room is gone. */
  forget(room: string): void;
  /** What was forgotten is no longer in the files either. */
  wipe(): void;
  /** Makes the room, or only notes its organiser. */
  open(room: string, start: number, organiser: string | null): void;
  append(room: string, part: RoomPart, update: Uint8Array): void;
  /** `before` is what is there: only what is another is written. */
  keepPrivate(room: string, state: PrivateState, before: PrivateState | undefined): void;
  /** One document instead of all updates so far. */
  compact(room: string, part: RoomPart, whole: Uint8Array): void;
  /** A member has kept the record; the first time counts. */
  recorded(room: string, now: number): void;
  /** All of it or nothing. */
  together(run: () => void): void;
  visit(room: string, person: string): Visit | undefined;
  visited(room: string, person: string, visit: Visit): void;
  gone(room: string, person: string): void;
  /** Forgets rooms of which nobody needs the server's copy any more; answers how many. */
  sweep(now: number, open: ReadonlySet<string>): number;
  /** Throws when the disk takes nothing. */
  probe(now: number): void;
  close(): void;
};

const DAY = 86_400_000;
/** After a member has kept the record; and without one, after the meeting's start. */
export const KEEP_RECORDED = 7 * DAY;
export const KEEP = 90 * DAY;

const TABLES = `
  CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY, start REAL NOT NULL, organiser TEXT, private TEXT, recorded REAL);
  CREATE TABLE IF NOT EXISTS updates (id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL, part TEXT NOT NULL, data BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS updates_of ON updates (room, part, id);
  CREATE TABLE IF NOT EXISTS visits (room TEXT NOT NULL, person TEXT NOT NULL, at REAL NOT NULL, outsider INTEGER NOT NULL, inside INTEGER NOT NULL, PRIMARY KEY (room, person));
  CREATE TABLE IF NOT EXISTS logs (room TEXT NOT NULL, part INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (room, part));
  CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, at REAL NOT NULL);
`;

export const ROOMS_FILE = 'rooms.db';
/** Raised with each change that an earlier Cadencia could not live with. */
export const FORMAT = 1;

/** A later Cadencia wrote these rooms; an earlier one would spoil them. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore';
}

/**
 * Opens the store in that folder, and makes both. Fails with NewerStore. In WAL mode a commit is in the operating system's hands when it
 * returns: it outlives the process, not a power cut in the same instant.
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new Database(path.join(folder, ROOMS_FILE));
  const [written] = db.prepare('PRAGMA user_version').all([]) as { user_version: number }[];
  if ((written?.user_version ?? 0) > FORMAT) {
    db.close();
    throw new NewerStore();
  }
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
  // What has had its time is not left in the file for whoever copies it.
  db.exec('PRAGMA secure_delete = ON');
  db.exec(TABLES);
  db.exec(`PRAGMA user_version = ${FORMAT}`);
  // Turns of people in every meeting, as an earlier Cadencia kept them.
  db.exec(
    `UPDATE rooms SET private = json_remove(private, '$.turns') WHERE json_type(private, '$.turns') IS NOT NULL`,
  );
  const sql = (text: string) => {
    const statement = db.prepare(text);
    // Values go in one array: libsql 0.5.29 takes a single blob for a record of names, and panics.
    return {
      run: (...values: unknown[]) => statement.run(values),
      all: (...values: unknown[]) => statement.all(values) as Record<string, unknown>[],
    };
  };
  const select = sql('SELECT organiser, private FROM rooms WHERE room = ?');
  const selectUpdates = sql('SELECT data FROM updates WHERE room = ? AND part = ? ORDER BY id');
  const insertRoom = sql(
    'INSERT INTO rooms (room, start, organiser) VALUES (?, ?, ?) ON CONFLICT (room) DO UPDATE SET organiser = coalesce(excluded.organiser, organiser)',
  );
  const insertUpdate = sql('INSERT INTO updates (room, part, data) VALUES (?, ?, ?)');
  const updatePrivate = sql('UPDATE rooms SET private = ? WHERE room = ?');
  const updateRecorded = sql('UPDATE rooms SET recorded = ? WHERE room = ? AND recorded IS NULL');
  const deleteUpdates = sql('DELETE FROM updates WHERE room = ? AND part = ?');
  const selectVisit = sql('SELECT at, outsider, inside FROM visits WHERE room = ? AND person = ?');
  const insertVisit = sql(
    'INSERT INTO visits (room, person, at, outsider, inside) VALUES (?, ?, ?, ?, ?) ON CONFLICT (room, person) DO UPDATE SET at = excluded.at, outsider = excluded.outsider, inside = excluded.inside',
  );
  const deleteVisit = sql('DELETE FROM visits WHERE room = ? AND person = ?');
  const deleteVisits = sql('DELETE FROM visits WHERE at < ?');
  const selectBetween = sql('SELECT room, start FROM rooms WHERE start >= ? AND start < ?');
  const selectAll = sql('SELECT room, start, recorded FROM rooms ORDER BY start, room');
  const selectOld = sql('SELECT room FROM rooms WHERE recorded < ? OR start < ?');
  const selectLog = sql('SELECT data FROM logs WHERE room = ? ORDER BY part');
  const insertLog = sql(
    'INSERT INTO logs (room, part, data) VALUES (?, ?, ?) ON CONFLICT (room, part) DO UPDATE SET data = excluded.data',
  );
  const deleteLog = sql('DELETE FROM logs WHERE room = ? AND part >= ?');
  const deleteOf = ['updates', 'visits', 'logs', 'rooms'].map((table) =>
    sql(`DELETE FROM ${table} WHERE room = ?`),
  );
  const insertProbe = sql(
    'INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
  );

  const together = (run: () => void): void => {
    if (db.inTransaction) return run();
    db.exec('BEGIN IMMEDIATE');
    try {
      run();
    } catch (fault) {
      db.exec('ROLLBACK');
      throw fault;
    }
    db.exec('COMMIT');
  };
  const forget = (room: string) => together(() => deleteOf.forEach((one) => one.run(room)));
  const updatesOf = (room: string, part: RoomPart) =>
    selectUpdates.all(room, part).map(({ data }) => new Uint8Array(data as ArrayBuffer));

  return {
    has: (room) => select.all(room).length > 0,
    between: (from, until) =>
      selectBetween
        .all(from, until)
        .map(({ room, start }) => ({ room: room as string, start: start as number })),
    load(room) {
      const [row] = select.all(room);
      if (row === undefined) return undefined;
      return {
        organiser: row['organiser'] as string | null,
        private:
          row['private'] === null
            ? undefined
            : joined(
                row['private'] as string,
                selectLog.all(room).map(({ data }) => data as string),
              ),
        updates: { main: updatesOf(room, 'main'), internal: updatesOf(room, 'internal') },
      };
    },
    all: () =>
      selectAll.all().map(({ room, start, recorded }) => ({
        room: room as string,
        start: start as number,
        recorded: recorded !== null,
      })),
    forget,
    wipe: () => db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);'),
    open: (room, start, organiser) => void insertRoom.run(room, start, organiser),
    append: (room, part, update) => void insertUpdate.run(room, part, update),
    keepPrivate(room, state, before) {
      together(() => {
        const { rest, log } = taken(state);
        if (before === undefined || !alike(rest, taken(before).rest))
          updatePrivate.run(JSON.stringify(rest), room);
        const was = before === undefined ? [] : taken(before).log;
        const parts = Math.ceil(log.length / LOG_PART);
        for (let part = 0; part < parts; part++) {
          const [now, then] = [partOf(log, part), partOf(was, part)];
          if (now.length !== then.length || now.some((event, at) => event !== then[at]))
            insertLog.run(room, part, JSON.stringify(now));
        }
        if (before === undefined || log.length < was.length) deleteLog.run(room, parts);
      });
    },
    compact: (room, part, whole) =>
      together(() => {
        deleteUpdates.run(room, part);
        insertUpdate.run(room, part, whole);
      }),
    recorded: (room, now) => void updateRecorded.run(now, room),
    together,
    visit(room, person) {
      const [row] = selectVisit.all(room, person);
      if (row === undefined) return undefined;
      return { at: row['at'] as number, outsider: row['outsider'] === 1, inside: row['inside'] === 1 };
    },
    visited: (room, person, { at, outsider, inside }) =>
      void insertVisit.run(room, person, at, Number(outsider), Number(inside)),
    gone: (room, person) => void deleteVisit.run(room, person),
    sweep(now, open) {
      const old = selectOld
        .all(now - KEEP_RECORDED, now - KEEP)
        .map(({ room }) => room as string)
        .filter((room) => !open.has(room));
      deleteVisits.run(now - DAY);
      for (const room of old) forget(room);
      // Nor in what stands beside the file.
      if (old.length > 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return old.length;
    },
    probe: (now) => void insertProbe.run(now),
    close: () => void db.close(),
  };
}

/** The log of a meeting grows each second: what is already there is not written again. */
const LOG_PART = 100;
type Event = NonNullable<PrivateState['balance']>['events'][number];

const partOf = (log: readonly Event[], part: number) => log.slice(part * LOG_PART, (part + 1) * LOG_PART);

/** The private part as its row has it, and the log beside it. */
function taken(state: PrivateState): { readonly rest: PrivateState; readonly log: readonly Event[] } {
  const { balance } = state;
  if (balance === undefined) return { rest: state, log: [] };
  return { rest: { ...state, balance: { ...balance, events: NO_EVENTS } }, log: balance.events };
}
const NO_EVENTS: readonly Event[] = [];

function joined(row: string, log: readonly string[]): PrivateState {
  const rest = JSON.parse(row) as PrivateState;
  if (rest.balance === undefined) return rest;
  const events = log.flatMap((part) => JSON.parse(part) as readonly Event[]);
  return { ...rest, balance: { ...rest.balance, events } };
}

/** Whether both hold the same values, two levels deep: they are never changed, only replaced. */
function alike(one: PrivateState, other: PrivateState): boolean {
  const same = (a: object, b: object, but: string | null): boolean => {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every(
      (name) => name === but || (a as Record<string, unknown>)[name] === (b as Record<string, unknown>)[name],
    );
  };
  return same(one, other, 'balance') && same(one.balance ?? {}, other.balance ?? {}, null);
}
