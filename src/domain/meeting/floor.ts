import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { isHere, personOf } from './people';
import type { Floor, Meeting, PersonId } from './types';

/** Nobody has spoken, nobody asks. */
export const EMPTY_FLOOR: Floor = { speaker: null, queue: [], lastTurn: {}, round: null };

/** The queue as it will be served: areas take turns, the one heard longest ago first; within an area the order of asking. */
export function servingOrder(meeting: Pick<Meeting, 'people' | 'floor'>): readonly PersonId[] {
  const { queue, lastTurn } = meeting.floor;
  return alternating(meeting, queue, lastTurn);
}

/** Asks for the floor, once. */
export function withAsking(meeting: Meeting, person: PersonId): Meeting {
  const { floor } = meeting;
  personOf(meeting, person);
  if (floor.queue.includes(person) || floor.speaker?.person === person) return meeting;
  return { ...meeting, floor: { ...floor, queue: [...floor.queue, person] } };
}

/** No longer asks. */
export function withoutAsking(meeting: Meeting, person: PersonId): Meeting {
  const { floor } = meeting;
  if (!floor.queue.includes(person)) return meeting;
  return { ...meeting, floor: { ...floor, queue: floor.queue.filter((id) => id !== person) } };
}

/** Gives the floor to somebody, who leaves the queue and the rest of a round. */
export function withSpeaker(meeting: Meeting, person: PersonId, now: Instant): Meeting {
  const { floor } = meeting;
  const { area } = personOf(meeting, person);
  if (floor.speaker?.person === person) return meeting;
  const turn = 1 + Math.max(0, ...Object.values(floor.lastTurn));
  const { round } = floor;
  return {
    ...meeting,
    floor: {
      speaker: { person, since: now },
      queue: floor.queue.filter((id) => id !== person),
      lastTurn: { ...floor.lastTurn, [area]: turn },
      round: round === null ? null : { ...round, left: round.left.filter((id) => id !== person) },
    },
  };
}

/** The floor to the first of the queue; with nobody there the speaker keeps it. */
export function withNextSpeaker(meeting: Meeting, now: Instant): Meeting {
  const [first] = servingOrder(meeting);
  return first === undefined ? meeting : withSpeaker(meeting, first, now);
}

/** Ends the turn. In a round the floor passes to the next who is still here, and the round ends behind the last. */
export function withTurnEnded(meeting: Meeting, now: Instant): Meeting {
  const { round } = meeting.floor;
  const free: Meeting = { ...meeting, floor: { ...meeting.floor, speaker: null } };
  if (round === null) return free;
  const left = round.left.filter((id) => isHere(meeting, id));
  const [first] = left;
  if (first === undefined) return { ...free, floor: { ...free.floor, round: null } };
  return withSpeaker({ ...free, floor: { ...free.floor, round: { ...round, left } } }, first, now);
}

/** A round: everybody here once, areas in turn, the same time for each out of what there is. Refuses when nobody is here. */
export function withRound(meeting: Meeting, milliseconds: number, now: Instant): Meeting {
  const here = meeting.people.map(({ id }) => id).filter((id) => isHere(meeting, id));
  if (here.length === 0) throw new Refusal('meeting/nobody-here');
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 1) throw new Refusal('agenda/bad-minutes');
  const left = alternating(meeting, here, meeting.floor.lastTurn);
  const each = Math.floor(milliseconds / here.length);
  return withTurnEnded({ ...meeting, floor: { ...meeting.floor, round: { left, each } } }, now);
}

/** The round is over; whoever speaks goes on. */
export const withoutRound = (meeting: Meeting): Meeting =>
  meeting.floor.round === null ? meeting : { ...meeting, floor: { ...meeting.floor, round: null } };

function alternating(
  { people }: Pick<Meeting, 'people'>,
  asking: readonly PersonId[],
  lastTurn: Floor['lastTurn'],
): readonly PersonId[] {
  const areaOf = new Map(people.map(({ id, area }) => [id, area]));
  const last = { ...lastTurn };
  const waiting = [...asking];
  const order: PersonId[] = [];
  const heard = (id: PersonId) => last[areaOf.get(id) ?? ''] ?? 0;
  for (let turn = 1 + Math.max(0, ...Object.values(last)); waiting.length > 0; turn++) {
    // The earliest of those whose area waits longest.
    const at = waiting.reduce(
      (best, id, index) => (heard(id) < heard(waiting[best] ?? '') ? index : best),
      0,
    );
    const [id = ''] = waiting.splice(at, 1);
    order.push(id);
    last[areaOf.get(id) ?? ''] = turn;
  }
  return order;
}
