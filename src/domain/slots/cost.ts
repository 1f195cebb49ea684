import { MINUTE_MS } from '../time/civilDays';
import type { Evaluation } from './evaluation';
import type { CostParts } from './types';

/** The weighted sum of person-minutes; candidates that are held add up, in whole milliseconds first, so that ties are ties. */
export function partsOf(evaluation: Evaluation, held: readonly number[]): CostParts {
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
    focusLoss: focus / MINUTE_MS,
    tentative: tentative / MINUTE_MS,
    protectedTime: protectedTime / MINUTE_MS,
    absent: missing * (candidates.lengthMs / MINUTE_MS),
  };
}

export function weigh(parts: CostParts, weights: CostParts): number {
  return (
    parts.focusLoss * weights.focusLoss +
    parts.tentative * weights.tentative +
    parts.protectedTime * weights.protectedTime +
    parts.absent * weights.absent
  );
}

/** The cost of one candidate, as if it were held. */
export function costOf(evaluation: Evaluation, i: number): number {
  const { weights, focusMs, tentativeMs, protectedMs, absent, candidates } = evaluation;
  return (
    ((focusMs[i] as number) / MINUTE_MS) * weights.focusLoss +
    ((tentativeMs[i] as number) / MINUTE_MS) * weights.tentative +
    ((protectedMs[i] as number) / MINUTE_MS) * weights.protectedTime +
    (absent[i] as number) * (candidates.lengthMs / MINUTE_MS) * weights.absent
  );
}
