import type { Instant } from '../time/types';
import { settled } from './timer';
import type { Attendee, Meeting, PersonId } from './types';

/** What the room sees for itself; nobody sends it. */
export type Happening =
  | { readonly kind: 'joined'; readonly person: Attendee }
  /** Somebody's first panel opened, or the last one closed. */
  | { readonly kind: 'panelOpened' | 'panelClosed'; readonly person: PersonId }
  /** To be said at `closesAt`; said more often it changes nothing. */
  | { readonly kind: 'time' };

/** The meeting after something happened; the same object when that changes nothing. */
export function afterHappening(meeting: Meeting, what: Happening, now: Instant): Meeting {
  switch (what.kind) {
    case 'joined':
      return joined(meeting, what.person);
    case 'panelOpened':
      return opened(meeting, what.person);
    case 'panelClosed':
      return closed(meeting, what.person, now);
    case 'time':
      return settled(meeting, now);
  }
}

/** An agenda may call somebody one of the company whom the door knows as from outside. */
function joined(meeting: Meeting, person: Attendee): Meeting {
  const listed = meeting.people.find(({ id }) => id === person.id);
  if (listed === undefined) return { ...meeting, people: [...meeting.people, person] };
  if (person.outsider !== true || listed.outsider === true) return meeting;
  const people = meeting.people.map((one) => (one === listed ? { ...one, outsider: true as const } : one));
  return { ...meeting, people };
}

function opened(meeting: Meeting, person: PersonId): Meeting {
  if (meeting.panels.includes(person) || !meeting.people.some(({ id }) => id === person)) return meeting;
  const { [person]: _, ...standIns } = meeting.standIns;
  const mark = meeting.presence[person];
  // Who sits in the room with a panel of their own goes on doing so when the network comes back.
  const stays = mark !== undefined && mark.how !== 'away' && mark.through === undefined;
  return {
    ...meeting,
    panels: [...meeting.panels, person],
    chairGoneSince: meeting.chair === person ? null : meeting.chairGoneSince,
    presence: stays ? meeting.presence : { ...meeting.presence, [person]: { how: 'panel' } },
    standIns,
  };
}

/** How somebody takes part stays as marked: a lost network is no leaving. */
function closed(meeting: Meeting, person: PersonId, now: Instant): Meeting {
  if (!meeting.panels.includes(person)) return meeting;
  return {
    ...meeting,
    panels: meeting.panels.filter((id) => id !== person),
    chairGoneSince: meeting.chair === person ? now : meeting.chairGoneSince,
  };
}
