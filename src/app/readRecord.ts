import { plainName } from '../domain/plainName';
import type { Cancellation } from './ports/cancellation';
import { PortFailure } from './ports/failure';
import type { RecordFile, Records, StoredRecord } from './ports/records';

/** Reads a record; what turns out to be none fails with the name of its file, so that somebody can mend it. */
export async function readRecord(
  store: Records,
  file: RecordFile,
  cancel: Cancellation,
): Promise<StoredRecord> {
  try {
    return await store.read(file, cancel);
  } catch (error) {
    if (!(error instanceof PortFailure) || error.failure.kind !== 'malformed' || file.name === undefined)
      throw error;
    throw new PortFailure({ kind: 'malformed', file: plainName(file.name) });
  }
}
