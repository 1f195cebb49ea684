import type { Evaluation } from './evaluation';
import type { Ranked } from './rank';
import type { Reason, SlotOccurrence } from './types';

/** What is worth saying about one ranked answer, most important first (SPEC SL12). */
export function reasonsOf(
  evaluation: Evaluation,
  ranked: Ranked,
  occurrences: readonly SlotOccurrence[],
  leastFocusPerHeld: number,
): Reason[] {
  const reasons: Reason[] = [];
  reasons.push(...attendanceReasons(evaluation, ranked, occurrences));
  if (ranked.parts.focusLoss / ranked.held.length === leastFocusPerHeld)
    reasons.push({ kind: 'leastFocusLoss' });
  return reasons;
}

function attendanceReasons(
  { people }: Evaluation,
  { held }: Ranked,
  occurrences: readonly SlotOccurrence[],
): Reason[] {
  const times = new Map<string, number>();
  for (const occurrence of occurrences) {
    if (!occurrence.held) continue;
    for (const { person } of occurrence.missing) times.set(person, (times.get(person) ?? 0) + 1);
  }
  if (times.size === 0) return [{ kind: 'everyone' }];
  const reasons: Reason[] = [];
  const never: string[] = [];
  let most: string | undefined;
  let mostTimes = 0;
  for (const { person } of people) {
    const missed = times.get(person.id) ?? 0;
    if (missed === held.length) never.push(person.id);
    else if (missed > mostTimes) [most, mostTimes] = [person.id, missed];
  }
  if (never.length > 0) reasons.push({ kind: 'never', people: never });
  if (most !== undefined) {
    reasons.push({ kind: 'mostMissed', person: most, times: mostTimes, of: held.length });
  }
  return reasons;
}
