import { hasBit, fillBits, noBits, type Bits } from './bits';
import type { Evaluation, PersonState } from './evaluation';
import type { Shifts } from './shifts';
import type { Missing } from './types';

/** Who cannot attend a candidate and why, in the order of the request. */
export function missingReader(evaluation: Evaluation): (candidate: number) => readonly Missing[] {
  const whyNot = reasonReader(evaluation);
  const known = new Map<number, readonly Missing[]>();
  const entries = evaluation.people.map(({ person }) => ({
    unknown: { person: person.id, why: 'unknown' as const },
    hours: { person: person.id, why: 'hours' as const },
    busy: { person: person.id, why: 'busy' as const },
  }));
  return (candidate) => {
    let missing = known.get(candidate);
    if (missing !== undefined) return missing;
    const found: Missing[] = [];
    const word = candidate >>> 5;
    const bit = 1 << (candidate & 31);
    evaluation.people.forEach((state, p) => {
      if (((state.available[word] as number) & bit) !== 0) return;
      const entry = entries[p];
      if (entry) found.push(entry[whyNot(state, candidate)]);
    });
    known.set(candidate, (missing = found));
    return missing;
  };
}

/** Why somebody is not available: their calendar is unknown, before their hours, before their calendar. */
export function reasonReader({
  candidates,
}: Evaluation): (state: PersonState, candidate: number) => Missing['why'] {
  const inHours = new Map<Shifts, Bits>();
  const dayAt = new Map<Shifts, Int32Array>();
  const fill = (shifts: Shifts): Bits => {
    const bits = noBits(candidates.count);
    const days = new Int32Array(candidates.count);
    for (let w = 0; w < shifts.count; w++) {
      fillBits(bits, shifts.first[w] as number, shifts.end[w] as number);
      days.fill(shifts.day[w] as number, shifts.first[w], shifts.end[w]);
    }
    inHours.set(shifts, bits);
    dayAt.set(shifts, days);
    return bits;
  };
  return ({ person, shifts, closed }, candidate) => {
    if (person.busy === 'unknown') return 'unknown';
    const bits = inHours.get(shifts) ?? fill(shifts);
    if (!hasBit(bits, candidate)) return 'hours';
    const day = dayAt.get(shifts)?.[candidate];
    return day !== undefined && closed?.has(day) ? 'hours' : 'busy';
  };
}
