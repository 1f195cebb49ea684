import type { Evaluation } from './evaluation';
import { missingReader } from './missing';
import type { SeriesCandidate } from './patterns';
import type { NobodyCan } from './types';

/** Why nothing is held (SPEC SL13). */
export function nobodyCan(evaluation: Evaluation, _series: readonly SeriesCandidate[]): NobodyCan {
  const { candidates, absent } = evaluation;
  let closest = -1;
  for (let i = 0; i < candidates.count; i++) {
    if (closest < 0 || (absent[i] as number) < (absent[closest] as number)) closest = i;
  }
  const missingAt = missingReader(evaluation);
  return {
    blockers: [],
    relax: [],
    ...(closest < 0
      ? {}
      : { closest: { start: candidates.starts[closest] as number, missing: missingAt(closest) } }),
    candidates: candidates.count,
  };
}
