import { hasBit } from './bits';
import { breachesAt, decidersOf, type Breach } from './breaches';
import type { Evaluation } from './evaluation';
import { missingReader } from './missing';
import type { SeriesCandidate } from './patterns';
import { covers, relaxesFor, relaxKey } from './relaxing';
import type { Missing, NobodyCan, Relax } from './types';

type Look = { readonly candidate: number; readonly breaches: readonly Breach[] };

/** Why nothing is held, and which one person or rule to relax (SPEC SL13); `series` when series were asked for. */
export function nobodyCan(evaluation: Evaluation, series?: readonly SeriesCandidate[]): NobodyCan {
  const looks = askedFor(evaluation, series).map((candidate): Look => {
    return { candidate, breaches: breachesAt(evaluation, candidate) };
  });
  const closest = closestOf(evaluation, looks);
  const missingAt = missingReader(evaluation);
  return {
    blockers: blockersOf(evaluation, looks, missingAt),
    relax: relaxationsOf(looks, series),
    ...(closest === undefined
      ? {}
      : {
          closest: {
            start: evaluation.candidates.starts[closest.candidate] as number,
            missing: missingAt(closest.candidate),
          },
        }),
    candidates: looks.length,
  };
}

/** All candidates, or those that are occurrences of some series; none that a pause touches. */
function askedFor({ candidates, paused }: Evaluation, series?: readonly SeriesCandidate[]): number[] {
  const all =
    series === undefined
      ? Array.from({ length: candidates.count }, (_, i) => i)
      : [...new Set(series.flatMap(({ occurrences }) => occurrences))].sort((a, b) => a - b);
  return all.filter((i) => i >= 0 && !(paused && hasBit(paused, i)));
}

/** The one that would need fewest people more, then that with fewest missing, then the earliest. */
function closestOf({ absent }: Evaluation, looks: readonly Look[]): Look | undefined {
  let best: Look | undefined;
  let bestNeeds = Infinity;
  for (const look of looks) {
    const needs = look.breaches.reduce((sum, { short, keys }) => sum + Math.max(short, keys.length), 0);
    const fewer =
      best !== undefined && (absent[look.candidate] as number) < (absent[best.candidate] as number);
    if (needs < bestNeeds || (needs === bestNeeds && fewer)) [best, bestNeeds] = [look, needs];
  }
  return best;
}

/** Nights at which nobody at all is there would drown the reasons; they count only when there is nothing else. */
function blockersOf(
  { areas, absent, people }: Evaluation,
  looks: readonly Look[],
  missingAt: (candidate: number) => readonly Missing[],
): NobodyCan['blockers'] {
  const peopled = looks.filter(({ candidate }) => (absent[candidate] as number) < people.length);
  const counted = peopled.length > 0 ? peopled : looks;
  const blockers = areas.map((area) => {
    let fails = 0;
    let alone = 0;
    const whys = new Map<string, Map<Missing['why'], number>>();
    for (const { candidate, breaches } of counted) {
      const breach = breaches.find((one) => one.area === area);
      if (breach === undefined) continue;
      fails++;
      if (breaches.length === 1) alone++;
      const deciding = new Set(decidersOf(breach, candidate).map(({ person }) => person.id));
      for (const { person, why } of missingAt(candidate)) {
        if (!deciding.has(person)) continue;
        const byWhy = whys.get(person) ?? new Map<Missing['why'], number>();
        whys.set(person, byWhy.set(why, (byWhy.get(why) ?? 0) + 1));
      }
    }
    const inWay = area.people.flatMap(({ person }) => {
      const byWhy = [...(whys.get(person.id) ?? [])].sort((a, b) => b[1] - a[1]);
      const most = byWhy[0];
      if (most === undefined) return [];
      return [
        { person: person.id, why: most[0], candidates: byWhy.reduce((sum, [, times]) => sum + times, 0) },
      ];
    });
    inWay.sort((a, b) => b.candidates - a.candidates);
    return { fails, blocker: { area: area.area.id, alone, people: inWay } };
  });
  return blockers
    .filter(({ fails }) => fails > 0)
    .sort((a, b) => b.fails - a.fails || b.blocker.alone - a.blocker.alone)
    .map(({ blocker }) => blocker);
}

/** Each single relaxation with what it wins; a lower quorum is named only when it wins more than a higher one. */
function relaxationsOf(looks: readonly Look[], series?: readonly SeriesCandidate[]): NobodyCan['relax'] {
  const needed = new Map<number, Relax>();
  const known = new Map<string, Relax>();
  for (const { candidate, breaches } of looks) {
    for (const relax of relaxesFor(breaches)) {
      needed.set(candidate, relax);
      known.set(relaxKey(relax), relax);
    }
  }
  const wonBy = (relax: Relax) => (candidate: number) => {
    const need = needed.get(candidate);
    return need !== undefined && covers(relax, need);
  };
  const counted = [...known.values()].map((relax) => {
    const isWon = wonBy(relax);
    const wins =
      series === undefined
        ? [...needed.keys()].filter(isWon).length
        : series.reduce((most, { occurrences }) => Math.max(most, occurrences.filter(isWon).length), 0);
    return { relax, wins };
  });
  return counted
    .filter(
      (one) =>
        one.wins > 0 &&
        !counted.some((other) => other !== one && covers(one.relax, other.relax) && other.wins >= one.wins),
    )
    .sort((a, b) => b.wins - a.wins);
}
