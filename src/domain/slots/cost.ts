import { MINUTE_MS } from '../time/civilDays';
import type { Evaluation } from './evaluation';
import type { CostParts } from './types';

/** What held candidates take, in whole milliseconds: only so are equal costs equal, whatever parts make them up. */
export type Taken = {
  readonly focusMs: number;
  readonly tentativeMs: number;
  readonly protectedMs: number;
  readonly absentMs: number;
};

/** What these candidates take together. */
export function takenBy(evaluation: Evaluation, held: readonly number[]): Taken {
  const { focusMs, tentativeMs, protectedMs, absent, candidates } = evaluation;
  let focus = 0;
  let tentative = 0;
  let protectedTime = 0;
  let missing = 0;
  for (const i of held) {
    focus += focusMs[i] as number;
    tentative += tentativeMs[i] as number;
    protectedTime += protectedMs[i] as number;
    missing += absent[i] as number;
  }
  return {
    focusMs: focus,
    tentativeMs: tentative,
    protectedMs: protectedTime,
    absentMs: missing * candidates.lengthMs,
  };
}

/** The same in person-minutes, as an answer tells it. */
export function partsOf(taken: Taken): CostParts {
  return {
    focusLoss: taken.focusMs / MINUTE_MS,
    tentative: taken.tentativeMs / MINUTE_MS,
    protectedTime: taken.protectedMs / MINUTE_MS,
    absent: taken.absentMs / MINUTE_MS,
  };
}

/** The weighted sum in person-minutes. It is divided last: a sum of rounded parts would break ties by their rounding. */
export function weigh(taken: Taken, weights: CostParts): number {
  const weighed =
    taken.focusMs * weights.focusLoss +
    taken.tentativeMs * weights.tentative +
    taken.protectedMs * weights.protectedTime +
    taken.absentMs * weights.absent;
  return weighed / MINUTE_MS;
}

/** The cost of one candidate, as if it were held. */
export function costOf(evaluation: Evaluation, i: number): number {
  const { weights, focusMs, tentativeMs, protectedMs, absent, candidates } = evaluation;
  const weighed =
    (focusMs[i] as number) * weights.focusLoss +
    (tentativeMs[i] as number) * weights.tentative +
    (protectedMs[i] as number) * weights.protectedTime +
    (absent[i] as number) * candidates.lengthMs * weights.absent;
  return weighed / MINUTE_MS;
}
