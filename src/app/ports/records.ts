import type { MeetingRecord } from '../../domain/meeting/record';
import type { Cancellation } from './cancellation';

/** Records of a series in its home, one file for each occurrence. Contract: tests/contracts/recordsContract.ts */
export interface Records {
  /** Where they are kept: the team's site or my own app folder. */
  readonly place: 'site' | 'appFolder';
  /** Newest first, without reading them; files that are no records are named, never touched. */
  list(series: string, cancel: Cancellation): Promise<readonly RecordFile[]>;
  read(file: RecordFile, cancel: Cancellation): Promise<StoredRecord>;
  /** Create-only: fails with conflict when the occurrence has one. */
  create(record: MeetingRecord, cancel: Cancellation): Promise<StoredRecord>;
  /** Fails with conflict when it changed since `eTag`. */
  update(record: MeetingRecord, id: string, eTag: string, cancel: Cancellation): Promise<StoredRecord>;
}

/** The start is the occurrence's original one. */
export type RecordFile = { readonly id: string; readonly eTag: string; readonly start: number };
export type StoredRecord = RecordFile & { readonly record: MeetingRecord };
