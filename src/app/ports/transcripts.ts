import type { PersonId } from '../../domain/meeting/types';
import type { Instant, Interval } from '../../domain/time/types';
import type { Cancellation } from './cancellation';

/**
 * Transcripts and attendance of meetings, read as the person. Contract: tests/contracts/transcriptsContract.ts
 *
 * Refusals of the service have names: `consent` with the tier; `refused` with the code `transcriptsOff` (the tenant gives
 * no transcripts to apps), `attributionOff` (it gives no names), `notOrganiser` (only the organiser may read) or `metered`;
 * `notFound` for a meeting that the service does not know. A meeting without a transcript, or one that is not there yet,
 * has an empty list.
 */
export interface Transcripts {
  /** Those that have time in common with `time`, oldest first: of a series all sessions hang on one meeting. */
  list(joinUrl: string, time: Interval, cancel: Cancellation): Promise<readonly TranscriptFile[]>;
  /** With absolute times where the service gives them. At most 16 MB; more fails with malformed. */
  read(file: TranscriptFile, cancel: Cancellation): Promise<TranscriptText>;
  /** Who was in the meeting then, under the names that transcripts show. Empty where nobody may tell. */
  attendance(joinUrl: string, time: Interval, cancel: Cancellation): Promise<readonly Attended[]>;
}

/** Half-open. */
export type TranscriptFile = {
  readonly id: string;
  readonly meeting: string;
  readonly from: Instant;
  readonly until: Instant;
};

export type TranscriptText = {
  readonly kind: 'metadata' | 'vtt';
  readonly text: string;
  /** The transcript's zero. */
  readonly from: Instant;
};

export type Attended = {
  readonly name: string;
  /** The directory's id, where there is one. */
  readonly person?: PersonId;
  /** Lower case. */
  readonly mail?: string;
  readonly spans: readonly Interval[];
};
