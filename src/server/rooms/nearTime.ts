const HOUR = 3_600_000;
const BEFORE = 8 * 24 * HOUR;
const AFTER = 24 * HOUR;

/** Whether everybody of the chat may be in the room now, by its original start; at other times only its people. */
export function mayComeNow(start: number, now: number): boolean {
  return start >= now - AFTER && start < now + BEFORE;
}
