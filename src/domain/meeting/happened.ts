import type { Instant } from '../time/types';
import { settled } from './timer';
import type { Attendee, Meeting, PersonId } from './types';

/** What the room sees for itself; nobody sends it. */
export type Happening =
  | { readonly kind: 'joined'; readonly person: Attendee }
  | { readonly kind: 'panelOpened' | 'panelClosed'; readonly person: PersonId }
  /** To be said at `closesAt`; said more often it changes nothing. */
  | { readonly kind: 'time' };

/** The meeting after something happened; the same object when that changes nothing. */
export function afterHappening(meeting: Meeting, what: Happening, now: Instant): Meeting {
  switch (what.kind) {
    case 'joined':
      return meeting.people.some(({ id }) => id === what.person.id)
        ? meeting
        : { ...meeting, people: [...meeting.people, what.person] };
    case 'panelOpened':
      return opened(meeting, what.person);
    case 'panelClosed':
      // How somebody takes part stays as marked: a lost network is no leaving.
      return meeting.chair === what.person && meeting.chairGoneSince === null
        ? { ...meeting, chairGoneSince: now }
        : meeting;
    case 'time':
      return settled(meeting, now);
  }
}

function opened(meeting: Meeting, person: PersonId): Meeting {
  const gone = meeting.chair === person ? null : meeting.chairGoneSince;
  const known = meeting.presence[person]?.how === 'panel';
  if (known && gone === meeting.chairGoneSince) return meeting;
  const { [person]: _, ...standIns } = meeting.standIns;
  return {
    ...meeting,
    chairGoneSince: gone,
    presence: { ...meeting.presence, [person]: { how: 'panel' } },
    standIns,
  };
}
