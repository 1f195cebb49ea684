import { mergeSeries } from '../domain/rhythm/mergeSeries';
import type { Series } from '../domain/rhythm/series';
import { cancellable } from './cancel';
import { PortFailure } from './ports/failure';
import type { SeriesHome, StoredSeries } from './ports/seriesHome';

/** Another head may write between our reading and our writing; more often than this it is not a person. */
const TRIES = 4;

/**
 * Writes a series back to its home. Two heads editing at once: both edits are kept, and `merged` names the fields, as
 * paths, that took the other's value; it is absent where nobody else had written. Fails with conflict when others write all the time.
 */
export async function updateSeries(
  home: SeriesHome,
  base: StoredSeries,
  mine: Series,
): Promise<{ readonly stored: StoredSeries; readonly merged?: readonly string[] }> {
  let wanted = mine;
  let version = base.version;
  let merged: readonly string[] | undefined;
  for (let tries = 1; ; tries++) {
    try {
      const stored = await home.update(wanted, version, cancellable());
      return merged === undefined ? { stored } : { stored, merged };
    } catch (error) {
      if (!(error instanceof PortFailure) || error.failure.kind !== 'conflict' || tries === TRIES)
        throw error;
      const theirs = await home.read(mine.id, cancellable());
      const merge = mergeSeries(base.series, mine, theirs.series);
      merged = merge.conflicts.map((path) => path.join('.'));
      wanted = merge.series;
      version = theirs.version;
    }
  }
}
