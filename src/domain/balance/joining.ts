import { Refusal } from '../refusal';
import type { Instant, Interval } from '../time/types';
import type { Speech } from './types';

/** So much longer than the session a transcript may be: people talk before it begins and when it is over. */
const AROUND = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

/**
 * The transcript's zero where only the file is known (TR9): the minute that it tells, if it then has time in common with the
 * session; otherwise it is supposed to begin with the session, by its zero or by a cue that is earlier still. Refuses
 * talk/other-meeting when it tells another day, or is longer than the session by more than half an hour. 0 for absolute
 * speech.
 */
export function startOf(speech: Speech, session: Interval): Instant {
  const { absolute, begun, cues } = speech;
  if (absolute) return 0;
  const first = cues.reduce((earliest, { from }) => Math.min(earliest, from), 0);
  const last = cues.reduce((latest, { until }) => Math.max(latest, until), 0);
  if (begun !== undefined) {
    if (begun + last > session.from && begun < session.until) return begun;
    // A clock that tells another hour may be of another zone; another day is another meeting.
    if (Math.abs(begun - session.from) > DAY) throw new Refusal('talk/other-meeting');
  }
  if (last - first > session.until - session.from + AROUND) throw new Refusal('talk/other-meeting');
  return session.from - first;
}
