import type { Series } from '../../domain/rhythm/series';
import { cancellable } from '../cancel';
import { PortFailure } from '../ports/failure';
import type { SeriesHome, StoredSeries } from '../ports/seriesHome';
import { updateSeries } from '../updateSeries';
import type { Plan } from './planState';

/**
 * Keeps a series in its home, and answers it as it stands there now. Two heads editing at once: both edits are kept,
 * and a notice names the fields that took the other's value. A home that does not let us in passes it to the next.
 */
export async function keepSeries(plan: Plan, series: Series): Promise<Series> {
  const { known, home } = plan.state.get();
  const stored = known.find((one) => one.series.id === series.id);
  const kept =
    stored === undefined
      ? await createIn(plan, home, series)
      : await updateIn(plan, homeAt(plan, home), stored, series);
  const others = plan.state.get().known.filter((one) => one.series.id !== kept.series.id);
  plan.change({ series: kept.series, known: [kept, ...others] });
  return kept.series;
}

async function createIn(plan: Plan, first: number, series: Series): Promise<StoredSeries> {
  for (let home = first; ; home++) {
    try {
      const stored = await homeAt(plan, home).create(series, cancellable());
      plan.change({ home, place: homeAt(plan, home).place });
      return stored;
    } catch (error) {
      if (!isClosedToUs(error) || home + 1 >= plan.ports.homes.length) throw error;
    }
  }
}

async function updateIn(
  plan: Plan,
  home: SeriesHome,
  base: StoredSeries,
  mine: Series,
): Promise<StoredSeries> {
  const { stored, merged } = await updateSeries(home, base, mine);
  if (merged) plan.change({ notice: { kind: 'merged', fields: merged } });
  return stored;
}

/** Not a fault: this home is not for us, another one is. */
export function isClosedToUs(error: unknown): boolean {
  if (!(error instanceof PortFailure)) return false;
  return ['consent', 'denied', 'notFound'].includes(error.failure.kind);
}

function homeAt(plan: Plan, index: number): SeriesHome {
  const home = plan.ports.homes[index];
  if (home === undefined) throw new PortFailure({ kind: 'notFound' });
  return home;
}
