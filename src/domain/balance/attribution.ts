import type { PersonId } from '../meeting/types';
import type { Interval } from '../time/types';
import { heardOf } from './speaking';
import { LIMITS, stintsOf, UNCOUNTED, type Limits, type Stint } from './stints';
import type { BalanceEvent, Turn } from './types';

/**
 * What was heard of whom: marks, and the owner of the item while nobody is marked, as far as the signal says that somebody
 * spoke. Disjoint, in the order of time. Without any signal marks are believed as they are and nobody is supposed. The last
 * event ends what is open: whoever wants it up to now puts an `end` behind the log.
 */
export function attributeTurns(events: readonly BalanceEvent[]): readonly Turn[] {
  return attributeWithin(events, LIMITS);
}

/** The same under other limits, for who looks for the best. */
export function attributeWithin(events: readonly BalanceEvent[], limits: Limits): readonly Turn[] {
  const heard = heardOf(events);
  return stintsOf(events, limits)
    .filter(({ person }) => person !== UNCOUNTED)
    .flatMap((stint) => inside(stint, heard));
}

/** One person's turns as they would name them: from their first word to their last, with the pauses in it. */
export function turnsOf(events: readonly BalanceEvent[], person: PersonId): readonly Turn[] {
  const heard = heardOf(events);
  return stintsOf(events, LIMITS)
    .filter((one) => one.person === person)
    .flatMap((stint) => {
      const said = inside(stint, heard);
      const first = said[0];
      const last = said.at(-1);
      return first === undefined || last === undefined ? [] : [{ ...first, until: last.until }];
    });
}

function inside(stint: Stint, heard: readonly Interval[] | null): readonly Turn[] {
  if (heard === null) return [stint];
  return heard.flatMap(({ from, until }) => {
    const piece = { ...stint, from: Math.max(from, stint.from), until: Math.min(until, stint.until) };
    return piece.until > piece.from ? [piece] : [];
  });
}
