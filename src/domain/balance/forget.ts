import type { PersonId } from '../meeting/types';
import { UNCOUNTED } from './stints';
import type { BalanceEvent } from './types';

/**
 * The log without the person. Their marks, and what they corrected of them, stay as those of somebody uncounted: else their
 * time would be another's, and an end that they said would be none.
 */
export function withoutPerson(events: readonly BalanceEvent[], person: PersonId): readonly BalanceEvent[] {
  return events.map((event) =>
    'person' in event && event.person === person ? { ...event, person: UNCOUNTED } : event,
  );
}
