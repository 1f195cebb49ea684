import { MINUTE_MS } from '../time/civilDays';
import type { Instant } from '../time/types';
import { lowerBound } from './candidates';
import { evaluate } from './evaluation';
import type { SlotRequest } from './types';

/**
 * What each area gives up of its working rhythm, focus time and protected time together in person-minutes, for each of
 * these lists of held starts (SPEC FA1). It is the cost of the search once more, area by area: too dear for all candidates
 * and cheap for the few that are shown.
 */
export function paidByArea(
  request: SlotRequest,
  slots: readonly (readonly Instant[])[],
): readonly Readonly<Record<string, number>>[] {
  const areas = request.areas.map((area): readonly [string, readonly number[]] => {
    const people = request.people.filter((person) => person.area === area.id);
    if (people.length === 0) return [area.id, slots.map(() => 0)];
    const { candidates, focusMs, protectedMs } = evaluate({ ...request, areas: [area], people });
    const { starts, count } = candidates;
    const paidAt = (start: Instant): number => {
      const i = lowerBound(starts, start, 0, count);
      return starts[i] === start ? (focusMs[i] as number) + (protectedMs[i] as number) : 0;
    };
    // Divided last, as in the cost: a sum of rounded parts would be another sum.
    return [area.id, slots.map((held) => held.reduce((sum, start) => sum + paidAt(start), 0) / MINUTE_MS)];
  });
  return slots.map((_, n) => Object.fromEntries(areas.map(([id, paid]) => [id, paid[n] ?? 0])));
}
