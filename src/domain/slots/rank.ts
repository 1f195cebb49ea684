import { hasBit } from './bits';
import { costOf, partsOf, weigh } from './cost';
import type { Evaluation } from './evaluation';
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

/** Held candidates by cost, then by start: the first `top` of them. */
export function rankSingles(evaluation: Evaluation): Ranked[] {
  const { candidates, held, request } = evaluation;
  const costs = new Float64Array(candidates.count);
  const order: number[] = [];
  for (let i = 0; i < candidates.count; i++) {
    if (held[i] === 0) continue;
    costs[i] = costOf(evaluation, i);
    order.push(i);
  }
  order.sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b);
  return order.slice(0, request.top).map((i) => {
    const parts = partsOf(evaluation, [i]);
    return {
      start: candidates.starts[i] as number,
      held: [i],
      cost: weigh(parts, evaluation.weights),
      parts,
    };
  });
}

/** All candidate series, and the first `top` of those that are held at least once. */
export function rankSeries(
  evaluation: Evaluation,
  repeat: Repeat,
): {
  readonly best: readonly Ranked[];
  readonly all: readonly SeriesCandidate[];
  readonly someHeld: boolean;
} {
  const { candidates, held, request, weights } = evaluation;
  const all = seriesCandidates(request, repeat, candidates);
  const ranked: Ranked[] = [];
  for (const series of all) {
    const kept: number[] = [];
    for (const i of series.occurrences) if (i >= 0 && held[i] === 1) kept.push(i);
    if (kept.length === 0) continue;
    const parts = partsOf(evaluation, kept);
    const start = candidates.starts[series.occurrences[0] as number] as number;
    ranked.push({ start, held: kept, cost: weigh(parts, weights), parts, series });
  }
  ranked.sort(bySeries);
  return { best: reachedFirst(evaluation, ranked), all, someHeld: ranked.length > 0 };
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
function reachedFirst(evaluation: Evaluation, ranked: readonly Ranked[]): readonly Ranked[] {
  const { top, reach = 0 } = evaluation.request;
  if (reach <= 0) return ranked.slice(0, top);
  const first: Ranked[] = [];
  const after: Ranked[] = [];
  for (const one of ranked) {
    if (first.length >= top) break;
    (isReached(evaluation, one, reach) ? first : after).push(one);
  }
  return [...first, ...after].slice(0, top);
}

function isReached({ people }: Evaluation, { held }: Ranked, reach: number): boolean {
  return people.every(({ person, available }) => {
    if (person.busy === 'unknown') return true;
    let attended = 0;
    for (const i of held) if (hasBit(available, i)) attended++;
    return attended >= reach * held.length;
  });
}
