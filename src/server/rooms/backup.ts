import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { lockFolder } from './lock';
import { FORMAT, ROOMS_FILE } from './store';

/** A back-up or a restore that is not done, and nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';

  constructor(readonly why: 'nothing' | 'exists' | 'notRooms' | 'newer') {
    super(why);
  }
}

/** Writes all rooms as they are at this moment into one new file, while a server works on them. Answers how many. */
export function backUp(folder: string, file: string): number {
  const source = path.join(folder, ROOMS_FILE);
  if (!existsSync(source)) throw new BackupRefused('nothing');
  if (existsSync(file)) throw new BackupRefused('exists');
  // Whatever is in it is for this user alone.
  const before = process.umask(0o077);
  const db = new Database(source);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    db.exec(`VACUUM INTO '${file.replace(/'/g, "''")}'`);
  } catch (fault) {
    rmSync(file, { force: true });
    throw fault;
  } finally {
    db.close();
    process.umask(before);
  }
  return roomsIn(file);
}

/** Puts a back-up in the place of the rooms that are there, which stay beside it. Fails with FolderInUse. */
export function restore(folder: string, file: string): number {
  const rooms = roomsIn(file);
  const lock = lockFolder(folder, 0);
  const place = path.join(folder, ROOMS_FILE);
  const fresh = `${place}.restoring`;
  try {
    copyFileSync(file, fresh);
    // A copy has the rights of what it was copied from.
    chmodSync(fresh, 0o600);
    if (existsSync(place)) setAside(place);
    for (const beside of ['-wal', '-shm']) rmSync(`${place}${beside}`, { force: true });
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { force: true });
    lock.release();
  }
  return rooms;
}

/** Moves the rooms that are there beside. They may be damaged: that is when somebody restores. */
function setAside(place: string): void {
  const aside = `${place}.before-restore`;
  // The log of an earlier one would be taken for this one's.
  for (const beside of ['-wal', '-shm']) rmSync(`${aside}${beside}`, { force: true });
  let db;
  try {
    // What is still in the log beside the file goes into it: the file alone is moved.
    db = new Database(place);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    if (existsSync(`${place}-wal`)) copyFileSync(`${place}-wal`, `${aside}-wal`);
  } finally {
    db?.close();
  }
  renameSync(place, aside);
}

/** How many rooms are in a file; refuses what this Cadencia could not open. */
function roomsIn(file: string): number {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new BackupRefused('notRooms');
  const db = new Database(file, { readonly: true });
  const first = (sql: string) => Object.values((db.prepare(sql).all([]) as object[])[0] ?? {})[0] as unknown;
  try {
    if (first('PRAGMA quick_check') !== 'ok') throw new BackupRefused('notRooms');
    if (Number(first('PRAGMA user_version')) > FORMAT) throw new BackupRefused('newer');
    // What runs by itself in a file of SQLite is none of ours.
    if (first(`SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')`) !== 0)
      throw new BackupRefused('notRooms');
    return Number(first('SELECT count(*) FROM rooms'));
  } catch (fault) {
    throw fault instanceof BackupRefused ? fault : new BackupRefused('notRooms');
  } finally {
    db.close();
  }
}
