import type { SeriesSummary } from '../../domain/rhythm/digest';
import type { Cancellation } from './cancellation';
import type { StoredRecord } from './records';

/**
 * What is kept of a series as a whole, beside its records; one for each of Records, of the same place. Contract:
 * tests/contracts/seriesArchiveContract.ts
 */
export interface SeriesArchive {
  readonly place: 'site' | 'appFolder';
  /**
   * The digests of all readable records, newest first. Costs a listing and the summary; only records that changed since the
   * summary are read, and the summary is then written anew, by its version: when somebody else did so first, theirs stays.
   * A summary that is broken, of a later Cadencia, or gone is made again from the records and never fails the reading.
   * `aside` are names of files that hold no record, or a later Cadencia's: they are left as they are.
   * Fails as Records.list does.
   */
  digests(
    series: string,
    arrived: (done: number, of: number) => void,
    cancel: Cancellation,
  ): Promise<{ readonly summary: SeriesSummary; readonly aside: readonly AsideFile[] }>;
  /** Every file of the series' folder as it stands, for an export: name and text. */
  everything(
    series: string,
    arrived: (done: number, of: number) => void,
    cancel: Cancellation,
  ): Promise<readonly { readonly name: string; readonly text: string }[]>;
  /** Removes the file of one record and its twin; the library keeps earlier versions and its recycle bin. */
  remove(
    record: Pick<StoredRecord, 'id' | 'eTag' | 'name'>,
    series: string,
    cancel: Cancellation,
  ): Promise<void>;
}

export type AsideFile = { readonly name: string; readonly why: 'unreadable' | 'newer' };
