import { hasBit } from './bits';
import { costOf, partsOf, takenBy, weigh } from './cost';
import type { Evaluation, PersonState } from './evaluation';
import { seriesCandidates, type SeriesCandidate } from './patterns';
import type { CostParts, Repeat } from './types';

/** An answer before it is written out. */
export type Ranked = {
  readonly start: number;
  /** The candidates of its held occurrences. */
  readonly held: readonly number[];
  readonly cost: number;
  readonly parts: CostParts;
  readonly series?: SeriesCandidate;
};

export type Ranking = {
  /** The first `top`. */
  readonly shown: readonly Ranked[];
  /** All that are held, by rank but for the reach; of single meetings only those shown. */
  readonly ranked: readonly Ranked[];
  readonly someHeld: boolean;
  readonly isReached: (one: Ranked) => boolean;
  /** All candidate series, held or not. */
  readonly series?: readonly SeriesCandidate[];
};

/** Held candidates by cost, then by start. */
export function rankSingles(evaluation: Evaluation): Ranking {
  const { candidates, held, request } = evaluation;
  const costs = new Float64Array(candidates.count);
  const order: number[] = [];
  for (let i = 0; i < candidates.count; i++) {
    if (held[i] === 0) continue;
    costs[i] = costOf(evaluation, i);
    order.push(i);
  }
  order.sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b);
  const shown = order.slice(0, request.top).map((i): Ranked => {
    const parts = partsOf(takenBy(evaluation, [i]));
    return { start: candidates.starts[i] as number, held: [i], cost: costs[i] as number, parts };
  });
  return { shown, ranked: shown, someHeld: order.length > 0, isReached: () => true };
}

/** Candidate series that are held at least once, by SPEC SL10. */
export function rankSeries(evaluation: Evaluation, repeat: Repeat): Ranking {
  const { candidates, held, request, weights } = evaluation;
  const all = seriesCandidates(request, repeat, candidates);
  const ranked: Ranked[] = [];
  for (const series of all) {
    const kept: number[] = [];
    for (const i of series.occurrences) if (i >= 0 && held[i] === 1) kept.push(i);
    if (kept.length === 0) continue;
    const taken = takenBy(evaluation, kept);
    const start = candidates.starts[series.occurrences[0] as number] as number;
    ranked.push({ start, held: kept, cost: weigh(taken, weights), parts: partsOf(taken), series });
  }
  ranked.sort(bySeries);
  const isReached = reachReader(evaluation);
  const shown = reachedFirst(request.top, ranked, isReached);
  return { shown, ranked, someHeld: ranked.length > 0, isReached, series: all };
}

function bySeries(a: Ranked, b: Ranked): number {
  return (
    b.held.length - a.held.length ||
    a.cost - b.cost ||
    a.start - b.start ||
    weekdayOf(a) - weekdayOf(b) ||
    nthOf(a) - nthOf(b)
  );
}

function weekdayOf({ series }: Ranked): number {
  return series?.pattern.weekday ?? 0;
}

function nthOf({ series }: Ranked): number {
  const nth = series?.pattern.nth;
  return nth === 'last' ? 5 : (nth ?? 0);
}

/** Those that everybody can attend often enough come first, in both parts by rank; only as many are asked as are needed. */
function reachedFirst(
  top: number,
  ranked: readonly Ranked[],
  isReached: (one: Ranked) => boolean,
): readonly Ranked[] {
  const first: Ranked[] = [];
  const after: Ranked[] = [];
  for (const one of ranked) {
    if (first.length >= top) break;
    (isReached(one) ? first : after).push(one);
  }
  return [...first, ...after].slice(0, top);
}

/** Whether everybody with a known calendar can attend their part of the held occurrences; asked once for each. */
function reachReader({ people, request }: Evaluation): (one: Ranked) => boolean {
  const { reach = 0 } = request;
  if (reach <= 0) return () => true;
  const known = new Map<Ranked, boolean>();
  return (one) => {
    let reached = known.get(one);
    if (reached === undefined)
      known.set(one, (reached = people.every((state) => reaches(state, one, reach))));
    return reached;
  };
}

function reaches({ person, available }: PersonState, { held }: Ranked, reach: number): boolean {
  if (person.busy === 'unknown') return true;
  let attended = 0;
  for (const i of held) if (hasBit(available, i)) attended++;
  return attended >= reach * held.length;
}
