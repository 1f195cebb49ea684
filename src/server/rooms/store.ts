import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import type { PrivateState } from '../../room/keeper';
import type { RoomPart } from '../../room/wire';
import { changesOf, joined } from './keptPrivate';

/** What stands on disk of one room. */
export type Kept = {
  readonly organiser: string | null;
  readonly private: PrivateState | undefined;
  readonly updates: Readonly<Record<RoomPart, readonly Uint8Array[]>>;
};

export type Visit = { readonly at: number; readonly outsider: boolean; readonly inside: boolean };

export type RoomKept = { readonly room: string; readonly start: number; readonly recorded: boolean };

type Later<T> = T | Promise<T>;

/**
 * The rooms as they are kept. What is written is on its way when a call returns, in the order of the calls; `whenKept` says
 * when it has come to where a killed process loses nothing of it.
 */
export type Store = {
  has(room: string): Later<boolean>;
  /** Original starts of a place's rooms that lie there, half-open. The place as `placeOf` names it. */
  startsOf(place: string, from: number, until: number): Later<readonly number[]>;
  load(room: string): Later<Kept | undefined>;
  /** Every room that is kept, the oldest start first. */
  all(): Later<readonly RoomKept[]>;
  /** All that stands of one room is gone; false where a process has it open that this one knows nothing of. */
  forget(room: string): Later<boolean>;
  /** What was forgotten is no longer in the files either. */
  wipe(): Later<void>;
  /** Makes the room, or only notes its organiser; from here on this process alone writes it. Answers what stands there. */
  take(room: string, start: number, organiser: string | null): Later<Kept>;
  /** Nothing more is written of the room; over when all of it is kept. */
  leave(room: string): Later<void>;
  /** Forgets what was written of a room and is not kept yet: memory was ahead, and nobody has heard of it. */
  drop(room: string): void;
  /** Runs when everything that was written until now is kept, or its room was lost. */
  whenKept(run: () => void): void;
  append(room: string, part: RoomPart, update: Uint8Array): void;
  /** `before` is what is there: only what is another is written. */
  keepPrivate(room: string, state: PrivateState, before: PrivateState | undefined): void;
  /** One document instead of all updates so far. */
  compact(room: string, part: RoomPart, whole: Uint8Array): void;
  /** A member has kept the record; the first time counts. */
  recorded(room: string, now: number): void;
  /** All of it or nothing. */
  together(run: () => void): void;
  visit(room: string, person: string): Later<Visit | undefined>;
  visited(room: string, person: string, visit: Visit): void;
  gone(room: string, person: string): void;
  /** Forgets rooms of which nobody needs the server's copy any more; answers how many. */
  sweep(now: number, open: ReadonlySet<string>): Later<number>;
  /** Throws when nothing can be written. */
  probe(now: number): Later<void>;
  close(): Later<void>;
};

/** A store that answers at once: everything has reached the file when a call returns. */
export type DiskStore = {
  readonly [K in keyof Store]: (
    ...args: Parameters<Store[K]>
  ) => Exclude<ReturnType<Store[K]>, Promise<unknown>>;
} & {
  open(room: string, start: number, organiser: string | null): void;
};

const DAY = 86_400_000;
/** After a member has kept the record; and without one, after the meeting's start. */
export const KEEP_RECORDED = 7 * DAY;
export const KEEP = 90 * DAY;
/** What is remembered of who was in a room. */
export const KEEP_VISITS = DAY;

/** What stands behind the start in a room's name. */
export const placeOf = (room: string): string => room.split('/').slice(2).join('/');
/** The same, for the index: behind 'main/' and the next stroke. */
const PLACE = `substr(room, 6 + instr(substr(room, 6), '/'))`;

const TABLES = `
  CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY, start REAL NOT NULL, organiser TEXT, private TEXT, recorded REAL);
  CREATE INDEX IF NOT EXISTS rooms_of_place ON rooms (${PLACE}, start);
  CREATE TABLE IF NOT EXISTS updates (id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL, part TEXT NOT NULL, data BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS updates_of ON updates (room, part, id);
  CREATE TABLE IF NOT EXISTS visits (room TEXT NOT NULL, person TEXT NOT NULL, at REAL NOT NULL, outsider INTEGER NOT NULL, inside INTEGER NOT NULL, PRIMARY KEY (room, person));
  CREATE TABLE IF NOT EXISTS logs (room TEXT NOT NULL, part INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (room, part));
  CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, at REAL NOT NULL);
`;

export const ROOMS_FILE = 'rooms.db';
/** Raised with each change that an earlier Cadencia could not live with. */
export const FORMAT = 1;

/**
 * Of four kilobytes each. To make a file smaller copies all that is left, and nobody in a room is answered meanwhile:
 * three seconds for a hundred megabytes. Where more is left the free pages stay, and are written over again.
 */
const FEW_PAGES = 1000;

/** Nothing can be read or written here at this moment: whoever asked comes again soon. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

/** A later Cadencia wrote these rooms; an earlier one would spoil them. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore';
}

/**
 * Opens the store in that folder, and makes both. Fails with NewerStore. In WAL mode a commit is in the operating system's hands when it
 * returns: it outlives the process, not a power cut in the same instant.
 */
export function openStore(folder: string): DiskStore {
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
  const selectStarts = sql(
    `SELECT start FROM rooms WHERE ${PLACE} = ? AND start >= ? AND start < ? ORDER BY start`,
  );
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
  const forget = (room: string) => {
    together(() => deleteOf.forEach((one) => one.run(room)));
    return true;
  };
  const updatesOf = (room: string, part: RoomPart) =>
    selectUpdates.all(room, part).map(({ data }) => new Uint8Array(data as ArrayBuffer));

  const load = (room: string): Kept | undefined => {
    const [row] = select.all(room);
    if (row === undefined) return undefined;
    const log = selectLog.all(room).map(({ data }) => data as string);
    return {
      organiser: row['organiser'] as string | null,
      private: row['private'] === null ? undefined : joined(row['private'] as string, log),
      updates: { main: updatesOf(room, 'main'), internal: updatesOf(room, 'internal') },
    };
  };

  return {
    has: (room) => select.all(room).length > 0,
    startsOf: (place, from, until) =>
      selectStarts.all(place, from, until).map(({ start }) => start as number),
    take(room, start, organiser) {
      insertRoom.run(room, start, organiser);
      return load(room) as Kept;
    },
    leave: () => undefined,
    drop: () => undefined,
    whenKept: (run) => run(),
    load,
    all: () =>
      selectAll.all().map(({ room, start, recorded }) => ({
        room: room as string,
        start: start as number,
        recorded: recorded !== null,
      })),
    forget,
    wipe() {
      // What went was written over already (secure_delete); here it leaves what stands beside the file, too.
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      const pages = (of: 'page_count' | 'freelist_count') =>
        Number(Object.values((db.prepare(`PRAGMA ${of}`).all([]) as object[])[0] ?? {})[0]);
      if (pages('page_count') - pages('freelist_count') > FEW_PAGES) return;
      db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    },
    open: (room, start, organiser) => void insertRoom.run(room, start, organiser),
    append: (room, part, update) => void insertUpdate.run(room, part, update),
    keepPrivate(room, state, before) {
      together(() => {
        const { rest, log, cut } = changesOf(state, before);
        if (rest !== undefined) updatePrivate.run(rest, room);
        for (const [part, data] of log) insertLog.run(room, part, data);
        if (cut !== undefined) deleteLog.run(room, cut);
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
      deleteVisits.run(now - KEEP_VISITS);
      for (const room of old) forget(room);
      // Nor in what stands beside the file.
      if (old.length > 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return old.length;
    },
    probe: (now) => void insertProbe.run(now),
    close: () => void db.close(),
  };
}
