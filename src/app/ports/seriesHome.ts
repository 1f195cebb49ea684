import type { Series } from '../../domain/rhythm/series';
import type { Cancellation } from './cancellation';

/** Where the files of series live: the team's site, the organiser's app folder, else their mailbox. Contract: tests/contracts/seriesHomeContract.ts */
export interface SeriesHome {
  /** Said on screen: the other head sees a site, and sees neither an app folder nor a mailbox. */
  readonly place: 'site' | 'appFolder' | 'mailbox';
  /** Every readable series; the unreadable ones by file name, so that they can be named and are never overwritten. */
  list(
    cancel: Cancellation,
  ): Promise<{ readonly series: readonly StoredSeries[]; readonly unreadable: readonly string[] }>;
  /** Fails with conflict when a file of this id exists. */
  create(series: Series, cancel: Cancellation): Promise<StoredSeries>;
  read(id: string, cancel: Cancellation): Promise<StoredSeries>;
  /** Fails with conflict when the file changed since `version`. */
  update(series: Series, version: string, cancel: Cancellation): Promise<StoredSeries>;
}

export type StoredSeries = {
  readonly series: Series;
  /** Opaque; changes with each write. */
  readonly version: string;
};
