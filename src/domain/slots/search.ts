import { answerOf } from './answer';
import { evaluate } from './evaluation';
import { nobodyCan } from './nobody';
import { rankSeries, rankSingles } from './rank';
import type { SlotAnswer, SlotRequest } from './types';

/** The best slots or series for a meeting, exactly as SPEC SL says; refuses what SL1 lists. */
export function searchSlots(request: SlotRequest): SlotAnswer {
  const evaluation = evaluate(request);
  const ranking = request.repeat ? rankSeries(evaluation, request.repeat) : rankSingles(evaluation);
  const slots = answerOf(evaluation, ranking);
  return ranking.someHeld ? { slots } : { slots, nobody: nobodyCan(evaluation, ranking.series) };
}
