import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';

/** The folder of the rooms is of one process: two would each be ahead of the other. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes the folder for this process, or waits until whoever has it is gone. The system takes the lock back from a process
 * that was killed, so nothing is left behind that somebody would have to delete.
 */
export function lockFolder(folder: string, waitMs: number): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new Database(path.join(folder, 'lock.db'));
  try {
    db.exec(`PRAGMA busy_timeout = ${waitMs}`);
    db.exec('BEGIN EXCLUSIVE');
  } catch (fault) {
    db.close();
    if ((fault as { code?: unknown }).code === 'SQLITE_BUSY') throw new FolderInUse();
    throw fault;
  }
  return {
    release() {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}
