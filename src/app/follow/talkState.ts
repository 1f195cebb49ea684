import type { ItemId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import type { TalkReadingView } from '../balance/talkReadingView';
import type { Failure } from '../ports/failure';

/** The slice of the session whose balance is looked at. */
export type TalkState = {
  /** By its original start; null while nobody looks at one. */
  readonly session: Instant | null;
  /** Of the agenda's items, once its record has been read. */
  readonly titles: Readonly<Record<ItemId, string>> | null;
  /** Null until it can be read, and where it may not be measured. */
  readonly reading: TalkReadingView | null;
  /** Its record could not be opened. */
  readonly failure: Failure | null;
};

export const NO_TALK: TalkState = { session: null, titles: null, reading: null, failure: null };
