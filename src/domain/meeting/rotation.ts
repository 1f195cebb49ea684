import type { FollowUp } from '../rhythm/followUp';
import type { Attendee, PersonId } from './types';

/**
 * Who chairs next: of the area that chaired longest ago, whoever of it chaired longest ago; the order of the roster
 * decides between those who never did. `history` is oldest first and keeps the area of chairs who have left. Informed people and outsiders do not chair. Null when
 * nobody is left.
 */
export function nextChair(
  people: readonly Attendee[],
  history: readonly { readonly person: PersonId; readonly area: string }[],
  absent: readonly PersonId[] = [],
): PersonId | null {
  const areas = history.map(({ area }) => area);
  const persons = history.map(({ person }) => person);
  let best: Attendee | null = null;
  for (const one of people) {
    if (one.role === 'informed' || one.outsider === true || absent.includes(one.id)) continue;
    const order = (other: Attendee) =>
      [areas.lastIndexOf(other.area), persons.lastIndexOf(other.id)] as const;
    const [area, own] = order(one);
    const [bestArea, bestOwn] = best === null ? [Infinity, Infinity] : order(best);
    if (area < bestArea || (area === bestArea && own < bestOwn)) best = one;
  }
  return best?.id ?? null;
}

/**
 * Who chairs a meeting from its beginning: whom the series names (whoever organises it, or always one person), unless
 * they do not come; else by turns, where the first meeting is its organiser's.
 */
export function firstChair(from: {
  readonly people: readonly Attendee[];
  readonly chairing: FollowUp['chairing'];
  readonly organiser: PersonId | null;
  readonly history: readonly { readonly person: PersonId; readonly area: string }[];
  readonly absent: readonly PersonId[];
}): PersonId | null {
  const { people, chairing, organiser, history, absent } = from;
  const named =
    chairing.kind === 'person' ? chairing.person : chairing.kind === 'organiser' ? organiser : null;
  const first = named ?? (history.length === 0 ? organiser : null);
  const may = people.some(({ id, outsider }) => id === first && outsider !== true);
  // An organiser who opens the first meeting has said yes by organising it.
  if (may && first !== null && (named === null || !absent.includes(first))) return first;
  return nextChair(people, history, absent);
}
