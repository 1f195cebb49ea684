import type { MeetingScreen } from '../../app/meeting/meetingView';
import type { Instant } from '../../domain/time/types';

/** Longer before the start, or after one that did not happen, a clock says less than the date, which stands below. */
const NEAR = 60 * 60_000;

/** Milliseconds to the start, negative once it is late; null where the date says more, or there is none. */
export function timeToStart({ start, unplanned }: MeetingScreen, now: Instant): number | null {
  const left = start - now;
  return unplanned === true || Math.abs(left) > NEAR ? null : left;
}
