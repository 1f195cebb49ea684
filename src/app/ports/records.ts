import type { MeetingRecord } from '../../domain/meeting/record';
import type { Cancellation } from './cancellation';

/** Records of a series in its home, one file for each occurrence. Contract: tests/contracts/recordsContract.ts */
export interface Records {
  /** Where they are kept: the team's site or my own app folder. */
  readonly place: 'site' | 'appFolder';
  /**
   * Newest first, without reading them; other files are passed over. One that turns out to hold no record, or a later
   * Cadencia's, fails with malformed when it is read: it is told by its name, and never overwritten.
   */
  list(series: string, cancel: Cancellation): Promise<readonly RecordFile[]>;
  read(file: RecordFile, cancel: Cancellation): Promise<StoredRecord>;
  /**
   * Create-only: fails with conflict when the occurrence has one. `twin` is the same for people, HTML with every text
   * escaped: it is kept beside the record, and one that could not be kept is no failure of the record's.
   */
  create(record: MeetingRecord, cancel: Cancellation, twin?: string): Promise<StoredRecord>;
  /**
   * Fails with conflict when it changed since `eTag`, with malformed when what stands there is no record of this
   * occurrence: an id comes out of the room, where anybody can have written it.
   */
  update(
    record: MeetingRecord,
    id: string,
    eTag: string,
    cancel: Cancellation,
    twin?: string,
  ): Promise<StoredRecord>;
}

/** The start is the occurrence's original one. */
export type RecordFile = {
  readonly id: string;
  readonly eTag: string;
  readonly start: number;
  /** Of the file, for people. */
  readonly name?: string;
};
export type StoredRecord = RecordFile & {
  readonly record: MeetingRecord;
  /** The twin could not be written: it tells what it told before. */
  readonly twinKept?: false;
};
