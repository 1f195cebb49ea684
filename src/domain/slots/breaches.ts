import { hasBit } from './bits';
import type { AreaState, Evaluation, PersonState } from './evaluation';

/** What one area lacks at a candidate that is not held. */
export type Breach = {
  readonly area: AreaState;
  /** How many people are available below the quorum; 0 when it is met. */
  readonly short: number;
  /** Key people who are missing without an available stand-in. */
  readonly keys: readonly PersonState[];
};

/** The rules of SPEC SL5 that a candidate breaks, area by area; none when it is held. */
export function breachesAt({ areas }: Evaluation, candidate: number): Breach[] {
  const breaches: Breach[] = [];
  for (const area of areas) {
    const short = Math.max(0, area.quorum - (area.counts[candidate] as number));
    const keys = missingKeys(area, candidate);
    if (short > 0 || keys.length > 0) breaches.push({ area, short, keys });
  }
  return breaches;
}

/** Whose absence decides: the missing key people, and below the quorum everybody who is missing in the area. */
export function decidersOf({ area, short, keys }: Breach, candidate: number): readonly PersonState[] {
  return short > 0 ? area.people.filter(({ available }) => !hasBit(available, candidate)) : keys;
}

function missingKeys({ keys }: AreaState, candidate: number): readonly PersonState[] {
  const missing: PersonState[] = [];
  for (const { person, instead } of keys) {
    if (hasBit(person.available, candidate)) continue;
    if (!instead.some(({ available }) => hasBit(available, candidate))) missing.push(person);
  }
  return missing;
}
