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
  const stints = stintsOf(events, limits).filter(({ person }) => person !== UNCOUNTED);
  return heardIn(stints, heardOf(events));
}

/** One person's turns as they would name them: from their first word to their last, with the pauses in it. */
export function turnsOf(events: readonly BalanceEvent[], person: PersonId): readonly Turn[] {
  const heard = heardOf(events);
  return stintsOf(events, LIMITS)
    .filter((one) => one.person === person)
    .flatMap((stint) => {
      const said = heardIn([stint], heard);
      const first = said[0];
      const last = said.at(-1);
      return first === undefined || last === undefined ? [] : [{ ...first, until: last.until }];
    });
}

/** What of each stint was heard; both are in the order of time, so one way through them is enough. */
function heardIn(stints: readonly Stint[], heard: readonly Interval[] | null): readonly Turn[] {
  if (heard === null) return stints;
  const turns: Turn[] = [];
  let next = 0;
  for (const stint of stints) {
    while ((heard[next]?.until ?? Infinity) <= stint.from) next += 1;
    for (let at = next; (heard[at]?.from ?? Infinity) < stint.until; at++) {
      const { from, until } = heard[at] ?? stint;
      turns.push({ ...stint, from: Math.max(from, stint.from), until: Math.min(until, stint.until) });
    }
  }
  return turns;
}
