import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { banked, closesAt, MINUTE } from './timer';
import type { Meeting, PersonId } from './types';

/** A meeting starts no earlier before its time than this, and no later after it than the other. */
export const EARLIEST_START = 60 * MINUTE;
export const LATEST_START = 12 * 60 * MINUTE;
/** An end can be taken back for so long. */
export const REVERSIBLE = 24 * 60 * MINUTE;

/** The first item runs. Refuses a meeting of another day. */
export function started(meeting: Meeting, now: Instant): Meeting {
  const early = meeting.planned.start - now;
  if (early > EARLIEST_START || -early > LATEST_START) throw new Refusal('meeting/not-its-time');
  const first = meeting.items.find(({ putOff }) => putOff !== true);
  if (first === undefined) throw new Refusal('agenda/no-items');
  return { ...meeting, phase: 'running', startedAt: now, current: { item: first.id, since: now } };
}

/**
 * On to the next item, or back. Behind the last one comes the closing round, and before the hour one can go back from it
 * to the last. Before the first there is nothing.
 */
export function moved(meeting: Meeting, step: 1 | -1, now: Instant): Meeting {
  const { items, current } = banked(meeting, now);
  const at = current === null ? items.length : items.findIndex(({ id }) => id === current.item);
  const way = step === 1 ? items.slice(at + 1) : items.slice(0, at).reverse();
  const to = way.find(({ putOff }) => putOff !== true);
  if (to !== undefined) {
    if (now >= closesAt(meeting)) throw new Refusal('meeting/not-now');
    return { ...meeting, items, phase: 'running', current: { item: to.id, since: now } };
  }
  return step === 1 ? { ...meeting, items, phase: 'closing', current: null } : meeting;
}

/** It is over: nobody has the floor, nothing is thrown away. */
export function ended(meeting: Meeting, by: PersonId, now: Instant): Meeting {
  if (meeting.phase !== 'running' && meeting.phase !== 'closing') throw new Refusal('meeting/not-now');
  return {
    ...banked(meeting, now),
    phase: 'ended',
    current: null,
    ended: { at: now, by, phase: meeting.phase, item: meeting.current?.item ?? null },
    floor: { ...meeting.floor, speaker: null, queue: [], round: null },
  };
}

/** Takes the end back within a day: the item goes on, or the closing round when the hour has passed. */
export function reopened(meeting: Meeting, now: Instant): Meeting {
  const { ended: was } = meeting;
  if (was === null || now - was.at >= REVERSIBLE) throw new Refusal('meeting/too-late');
  const running = was.phase === 'running' && was.item !== null && now < closesAt(meeting);
  return {
    ...meeting,
    phase: running ? 'running' : 'closing',
    current: running && was.item !== null ? { item: was.item, since: now } : null,
    ended: null,
  };
}
