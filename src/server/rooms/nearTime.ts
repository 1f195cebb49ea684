import { keyOf } from './house';
import type { RoomId } from './entrance';
import { placeOf, type Store } from './store';

const DAY = 24 * 3_600_000;
const BEFORE = 8 * DAY;
const AFTER = DAY;

/** Whether everybody of the chat may be in the room now, by the time for which it is planned; at other times only its people. */
export function mayComeNow(start: number, now: number): boolean {
  return start >= now - AFTER && start < now + BEFORE;
}

/**
 * Original starts of rooms that may be opened now, half-open. A session that was moved keeps its original start, which
 * may be a week away from the day on which it takes place; once a room has an agenda, `mayComeNow` judges by that.
 */
export function roomsAround(now: number): { readonly from: number; readonly until: number } {
  return { from: now - BEFORE, until: now + BEFORE };
}

/** Whether a session of that original start may take place then. */
export function isMovedFrom(original: number, start: number): boolean {
  return Math.abs(start - original) <= BEFORE;
}

/** Original starts of the rooms of a place that are kept and may be opened now. */
export async function startsAround(
  store: Store,
  place: RoomId['place'],
  now: number,
): Promise<readonly number[]> {
  const { from, until } = roomsAround(now);
  return store.startsOf(placeOf(keyOf({ place, start: from })), from, until);
}
