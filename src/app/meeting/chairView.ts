import type { MeetingRecord } from '../../domain/meeting/record';
import { firstChair } from '../../domain/meeting/rotation';
import { canTakeOver } from '../../domain/meeting/people';
import type { Attendee, Meeting, PersonId } from '../../domain/meeting/types';
import { FOLLOW_UP, type FollowUp } from '../../domain/rhythm/followUp';
import type { Instant } from '../../domain/time/types';
import type { ChairView } from './meetingView';

type Chaired = { readonly person: PersonId; readonly area: string };

/** Who runs the meeting, to whom it can go, and whose turn it is next time. */
export function chairView(
  meeting: Meeting | null,
  me: PersonId,
  now: Instant,
  records: readonly MeetingRecord[],
  nameOf: (id: PersonId) => string,
  chairing: FollowUp['chairing'] = FOLLOW_UP.chairing,
): ChairView {
  if (meeting === null)
    return {
      id: null,
      name: null,
      mine: false,
      goneSince: null,
      mayTakeOver: false,
      handTo: [],
      nextTime: null,
    };
  const { chair, people, phase, chairGoneSince } = meeting;
  const over = phase === 'ended';
  const mine = chair === me;
  const today: readonly Chaired[] =
    chair === null ? [] : [{ person: chair, area: people.find(({ id }) => id === chair)?.area ?? '' }];
  return {
    id: chair,
    name: chair === null ? null : nameOf(chair),
    mine,
    goneSince: chairGoneSince,
    mayTakeOver: !mine && !over && canTakeOver(meeting, now),
    handTo:
      mine && !over ? people.flatMap(({ id, role }) => (id === me || role === 'informed' ? [] : [id])) : [],
    nextTime: firstChair({
      people,
      chairing,
      organiser: meeting.organiser,
      history: [...chairsOf(records, people), ...today],
      absent: [],
    }),
  };
}

/** Who chaired before, oldest first; the area as it was then. Records come newest first. */
export function chairsOf(records: readonly MeetingRecord[], people: readonly Attendee[]): readonly Chaired[] {
  return [...records].reverse().flatMap(({ chair, people: then }) => {
    if (chair === null) return [];
    const area = (then.find(({ id }) => id === chair) ?? people.find(({ id }) => id === chair))?.area;
    return [{ person: chair, area: area ?? '' }];
  });
}
