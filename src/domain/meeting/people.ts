import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import type { CommandBody, Who } from './commands';
import { MINUTE, plannedEnd } from './timer';
import type { Attendee, Meeting, PersonId, Presence } from './types';

/** The chair can be taken over when it is gone this long. */
export const CHAIR_GONE = MINUTE;

/** The participant of that id, or a refusal. */
export function personOf(meeting: Meeting, id: PersonId): Attendee {
  const person = meeting.people.find((other) => other.id === id);
  if (person === undefined) throw new Refusal('meeting/unknown-person');
  return person;
}

/** Whether that somebody is one of these to the meeting now. */
export function isOne(meeting: Meeting, by: PersonId, who: Who, now: Instant): boolean {
  switch (who) {
    case 'chair':
      return meeting.chair === by;
    case 'organiser':
      return meeting.organiser === by;
    case 'organiserBefore':
      return meeting.organiser === by && meeting.startedAt === null;
    case 'anybody':
      return true;
    case 'anybodyAfterPlannedEnd':
      return now >= plannedEnd(meeting);
    case 'anybodyWhenChairIsGone':
      return meeting.chair === by || canTakeOver(meeting, now);
  }
}

/** Nobody chairs, or the chair's panel has been closed for a minute. */
export const canTakeOver = ({ chair, chairGoneSince }: Meeting, now: Instant): boolean =>
  chair === null || (chairGoneSince !== null && now - chairGoneSince >= CHAIR_GONE);

/** Somebody else chairs from now on, and is gone from now on without a panel. */
export const chairedBy = (meeting: Meeting, chair: PersonId, now: Instant): Meeting =>
  meeting.chair === chair
    ? meeting
    : { ...meeting, chair, chairGoneSince: meeting.panels.includes(chair) ? null : now };

export const isHere = ({ presence }: Meeting, id: PersonId): boolean =>
  presence[id] !== undefined && presence[id].how !== 'away';

/** Whether what comes from this person's panel may speak for the other: for oneself, and for those it stands for. */
export const speaksFor = ({ presence }: Meeting, by: PersonId, person: PersonId): boolean =>
  by === person || presence[person]?.through === by;

/**
 * Marks how somebody takes part. One panel may stand for several people in the room or on the phone, never for somebody
 * marked as with a panel; who is marked as not here, or is stood for, no longer stands for anybody.
 */
export function withPresence(
  meeting: Meeting,
  { person, how, through }: Extract<CommandBody, { kind: 'present' }>,
): Meeting {
  personOf(meeting, person);
  if (through !== undefined) {
    personOf(meeting, through);
    const carries = meeting.panels.includes(through) && isHere(meeting, through) && through !== person;
    if (!carries || (how !== 'room' && how !== 'phone')) throw new Refusal('meeting/no-panel');
  }
  const mark: Presence = { how, ...(through !== undefined && { through }) };
  const others = Object.entries(meeting.presence).map(
    ([id, { through: by, ...rest }]): [PersonId, Presence] => [
      id,
      by === undefined || (by === person && (how === 'away' || through !== undefined))
        ? rest
        : { ...rest, through: by },
    ],
  );
  const presence = { ...Object.fromEntries(others), [person]: mark };
  const backAgain = Object.entries(meeting.standIns).filter(([key]) => key !== person || how === 'away');
  const queue = meeting.floor.queue.filter((id) => id !== person || how !== 'away');
  return {
    ...meeting,
    presence,
    standIns: Object.fromEntries(backAgain),
    floor: { ...meeting.floor, queue },
  };
}

/** A stand-in, who is here, decides for a key person of the same area who is not; nobody takes it back. */
export function withStandIn(meeting: Meeting, key: PersonId, standIn: PersonId | null): Meeting {
  const { [key]: _, ...others } = meeting.standIns;
  if (standIn === null) return { ...meeting, standIns: others };
  const [away, instead] = [personOf(meeting, key), personOf(meeting, standIn)];
  const fits = away.role === 'key' && instead.area === away.area && instead.role !== 'key';
  if (!fits || isHere(meeting, key) || !isHere(meeting, standIn)) throw new Refusal('meeting/no-stand-in');
  return { ...meeting, standIns: { ...others, [key]: standIn } };
}

/** Who decides: the key people who are here, and the stand-ins of those who are not. `open` lists whom nobody replaces. */
export function deciders(meeting: Meeting): {
  readonly people: readonly PersonId[];
  readonly open: readonly PersonId[];
} {
  const keys = meeting.people.filter(({ role }) => role === 'key').map(({ id }) => id);
  const instead = (id: PersonId) => {
    const standIn = meeting.standIns[id];
    return isHere(meeting, id) ? id : standIn !== undefined && isHere(meeting, standIn) ? standIn : null;
  };
  const people = keys.map(instead).filter((id) => id !== null);
  return { people: [...new Set(people)], open: keys.filter((id) => instead(id) === null) };
}
