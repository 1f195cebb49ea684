import { hasBit, fillBits, noBits, type Bits } from './bits';
import type { Evaluation, PersonState } from './evaluation';
import type { Shifts } from './shifts';
import type { Missing } from './types';

/** Why somebody is not available, with a day off told apart from the hours of the day. */
export type WhyNot = Missing['why'] | 'closed';

/** Who cannot attend a candidate and why, in the order of the request. */
export function missingReader(evaluation: Evaluation): (candidate: number) => readonly Missing[] {
  const whyNot = whyNotReader(evaluation);
  const known = new Map<number, readonly Missing[]>();
  // One object for each person and reason, however many occurrences they miss.
  const entries = evaluation.people.map(({ person }): Readonly<Record<WhyNot, Missing>> => {
    const hours: Missing = { person: person.id, why: 'hours' };
    return {
      unknown: { person: person.id, why: 'unknown' },
      closed: hours,
      hours,
      busy: { person: person.id, why: 'busy' },
    };
  });
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
export function whyNotReader({ candidates }: Evaluation): (state: PersonState, candidate: number) => WhyNot {
  const inHours = new Map<Shifts, { readonly bits: Bits; readonly days: Int32Array }>();
  const fill = (shifts: Shifts): { readonly bits: Bits; readonly days: Int32Array } => {
    const bits = noBits(candidates.count);
    const days = new Int32Array(candidates.count);
    for (let w = 0; w < shifts.count; w++) {
      fillBits(bits, shifts.first[w] as number, shifts.end[w] as number);
      days.fill(shifts.day[w] as number, shifts.first[w], shifts.end[w]);
    }
    const filled = { bits, days };
    inHours.set(shifts, filled);
    return filled;
  };
  return ({ person, shifts, closed }, candidate) => {
    if (person.busy === 'unknown') return 'unknown';
    const { bits, days } = inHours.get(shifts) ?? fill(shifts);
    if (!hasBit(bits, candidate)) return 'hours';
    return closed?.has(days[candidate] as number) ? 'closed' : 'busy';
  };
}
