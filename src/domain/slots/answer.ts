import { dayName, monthOfDay, weekOfDay, DAY_MS } from '../time/civilDays';
import { offsetAt } from '../time/zoneTable';
import { hasBit } from './bits';
import { costOf } from './cost';
import type { Evaluation } from './evaluation';
import { missingReader, whyNotReader } from './missing';
import { movedStart, type SeriesCandidate } from './patterns';
import type { Ranking } from './rank';
import { reasonsOf } from './reasons';
import type { RankedSlot, SlotOccurrence } from './types';

type Repair = { readonly start: number; readonly cost: number };

/** Writes ranked answers out, with who is missing, repairs and reasons. */
export function answerOf(evaluation: Evaluation, ranking: Ranking): RankedSlot[] {
  const missingAt = missingReader(evaluation);
  const repairs = new Map<number, Repair | null>();
  const around = { ...ranking, whyNot: whyNotReader(evaluation) };
  return ranking.shown.map((one) => {
    const occurrences = one.series
      ? one.series.occurrences.map((candidate, n) =>
          occurrenceOf(candidate, n, one.series as SeriesCandidate, evaluation, missingAt, repairs),
        )
      : one.held.map((candidate): SlotOccurrence => singleOf(candidate, evaluation, missingAt));
    return {
      start: one.start,
      held: one.held.length,
      cost: one.cost,
      parts: one.parts,
      ...(one.series ? { pattern: one.series.pattern } : {}),
      occurrences,
      reasons: reasonsOf(evaluation, one, around),
    };
  });
}

function singleOf(
  candidate: number,
  evaluation: Evaluation,
  missingAt: ReturnType<typeof missingReader>,
): SlotOccurrence {
  const { candidates } = evaluation;
  const start = candidates.starts[candidate] as number;
  const day = Math.floor((start + offsetAt(candidates.zone, start)) / DAY_MS);
  const cost = costOf(evaluation, candidate);
  return { start, date: dayName(day), held: true, cost, missing: missingAt(candidate) };
}

function occurrenceOf(
  candidate: number,
  n: number,
  series: SeriesCandidate,
  evaluation: Evaluation,
  missingAt: ReturnType<typeof missingReader>,
  repairs: Map<number, Repair | null>,
): SlotOccurrence {
  const { candidates, held, paused, request } = evaluation;
  const day = series.days[n] as number;
  const date = dayName(day);
  const start = candidate < 0 ? null : (candidates.starts[candidate] as number);
  if (candidate < 0 ? isMovedIntoPause(day, series, evaluation) : paused && hasBit(paused, candidate)) {
    return { start, date, held: false, cost: 0, missing: [], paused: true };
  }
  if (candidate >= 0 && held[candidate] === 1) {
    const cost = costOf(evaluation, candidate);
    return { start, date, held: true, cost, missing: missingAt(candidate) };
  }
  const period = request.repeat?.kind === 'monthly' ? monthOfDay(day) : weekOfDay(day);
  let repair = repairs.get(period);
  if (repair === undefined) repairs.set(period, (repair = bestIn(period, day, evaluation)));
  const missing = candidate < 0 ? [] : missingAt(candidate);
  return { start, date, held: false, cost: 0, missing, ...(repair ? { repair } : {}) };
}

function isMovedIntoPause(day: number, series: SeriesCandidate, evaluation: Evaluation): boolean {
  const { candidates, request } = evaluation;
  const start = movedStart(day, series.step, candidates);
  return (request.pauses ?? []).some(
    ({ from, until }) => from < until && from < start + candidates.lengthMs && until > start,
  );
}

/** The held candidate of least cost, then the earliest, in the week or month around a day. */
function bestIn(period: number, day: number, evaluation: Evaluation): Repair | null {
  const { candidates, held, request } = evaluation;
  const periodOf = request.repeat?.kind === 'monthly' ? monthOfDay : weekOfDay;
  let first = day - candidates.firstDay;
  while (first > 0 && periodOf(candidates.firstDay + first - 1) === period) first--;
  let end = day - candidates.firstDay + 1;
  while (end < candidates.days && periodOf(candidates.firstDay + end) === period) end++;
  let best: Repair | null = null;
  const last = candidates.firstOfDay[end] as number;
  for (let i = candidates.firstOfDay[first] as number; i < last; i++) {
    if (held[i] === 0) continue;
    const cost = costOf(evaluation, i);
    if (best === null || cost < best.cost) best = { start: candidates.starts[i] as number, cost };
  }
  return best;
}
