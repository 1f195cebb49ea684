import type { Instant, Interval } from '../time/types';
import type { Speech } from './types';

/** Of the transcripts of a series those that have time in common with the session, oldest first. */
export function ofSession<T extends Interval>(files: readonly T[], session: Interval): readonly T[] {
  return files
    .filter(({ from, until }) => Math.max(from, session.from) < Math.min(until, session.until))
    .sort((one, other) => one.from - other.from);
}

/**
 * The transcript's zero where only the file is known: it is supposed to begin with the session. Refuses
 * talk/other-meeting when it is longer than the session by more than half an hour. 0 for absolute speech.
 */
export function startOf(speech: Speech, session: Interval): Instant {
  return speech.absolute ? 0 : session.from;
}
