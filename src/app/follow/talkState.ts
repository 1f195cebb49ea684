import type { Talk } from '../../domain/balance/types';
import type { ItemId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import type { TalkReadingView } from '../balance/talkReadingView';
import type { Failure } from '../ports/failure';

/** The slice of the session whose balance is looked at. */
export type TalkState = {
  /** By its original start; null while nobody looks at one. */
  readonly session: Instant | null;
  /** Once its record has been read: the titles of its items, and its talk with the picture, which a digest leaves out. */
  readonly record: { readonly titles: Readonly<Record<ItemId, string>>; readonly talk: Talk | null } | null;
  /** Null until it can be read, and where it may not be measured. */
  readonly reading: TalkReadingView | null;
  /** Its record could not be opened. */
  readonly failure: Failure | null;
};

export const NO_TALK: TalkState = { session: null, record: null, reading: null, failure: null };
