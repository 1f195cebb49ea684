import type { Instant } from '../time/types';
import type { RecordDigest } from './digest';

/**
 * A session of a series as it went or will go. Held: it has a record, or somebody said so. Paused: it lies in a pause and
 * was not held; it counts as neither held nor skipped. Skipped: it is over, or was cancelled, without any of that. A session
 * that runs, or whose time ended less than an hour ago, is still coming.
 */
export type Session = {
  readonly original: Instant;
  /** Where it stands after a move that was applied. */
  readonly start: Instant;
  /** As long as its calendar series was planned, or as its record says. */
  readonly minutes: number;
  readonly state: 'held' | 'skipped' | 'paused' | 'coming';
  /** Absent where it was held without one. */
  readonly record?: RecordDigest;
};
