import { breachesAt } from './breaches';
import { costOf } from './cost';
import type { Evaluation } from './evaluation';
import type { Ranked } from './rank';
import { covers, relaxesFor, relaxKey } from './relaxing';
import type { Reason, Relax } from './types';

/** The answers around one: those shown, and all by rank (reach aside). */
export type Others = {
  readonly shown: readonly Ranked[];
  readonly ranked: readonly Ranked[];
  readonly isReached: (one: Ranked) => boolean;
};

type Change = Extract<Reason, { kind: 'change' }>;

const MOST = 3;

/** Single changes that would hold more occurrences of a series, with the cost that these add; the best few. */
export function changesFor(
  evaluation: Evaluation,
  ranked: Ranked,
  broken: readonly number[],
  others: Others,
): Change[] {
  const needs: { readonly relax: Relax; readonly cost: number }[] = [];
  const known = new Map<string, Relax>();
  for (const i of broken) {
    for (const relax of relaxesFor(breachesAt(evaluation, i))) {
      needs.push({ relax, cost: costOf(evaluation, i) });
      known.set(relaxKey(relax), relax);
    }
  }
  const changes = [...known.values()].map((relax): Change => {
    const won = needs.filter((need) => covers(relax, need.relax));
    return { kind: 'change', relax, wins: won.length, costs: won.reduce((sum, { cost }) => sum + cost, 0) };
  });
  const useful = changes.filter(
    (one) =>
      !changes.some((other) => other !== one && covers(one.relax, other.relax) && other.wins >= one.wins),
  );
  const time = otherTime(ranked, others);
  if (time) useful.push(time);
  return useful.sort((a, b) => b.wins - a.wins || a.costs - b.costs).slice(0, MOST);
}

/** The best other time on the same dates, never one that somebody reaches less. */
function otherTime(ranked: Ranked, { ranked: all, isReached }: Others): Change | undefined {
  const { series } = ranked;
  if (series === undefined) return undefined;
  for (const one of all) {
    if (one.held.length <= ranked.held.length) return undefined;
    const other = one.series?.pattern;
    const same =
      other?.weekday === series.pattern.weekday &&
      other.nth === series.pattern.nth &&
      one.series?.days[0] === series.days[0];
    if (!same || (isReached(ranked) && !isReached(one))) continue;
    return {
      kind: 'change',
      relax: { kind: 'time', time: other.time },
      wins: one.held.length - ranked.held.length,
      costs: one.cost - ranked.cost,
    };
  }
  return undefined;
}
