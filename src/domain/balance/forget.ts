import type { PersonId } from '../meeting/types';
import { UNCOUNTED } from './stints';
import type { BalanceEvent } from './types';

/** The log without the person. Their marks stay as those of somebody uncounted: else their time would be another's. */
export function withoutPerson(events: readonly BalanceEvent[], person: PersonId): readonly BalanceEvent[] {
  return events.flatMap((event) => {
    if (!('person' in event) || event.person !== person) return [event];
    return event.kind === 'correct' ? [] : [{ ...event, person: UNCOUNTED }];
  });
}
