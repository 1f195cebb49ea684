import type { Failure } from '../ports/failure';
import type { StoredOwnTalk } from '../ports/ownTalk';

/** What is known of my own shares: `kept` null where I keep none. */
export type OwnState = {
  readonly state: 'reading' | 'ready' | 'failed';
  readonly failure: Failure | null;
  readonly kept: StoredOwnTalk | null;
};

export const NO_OWN: OwnState = { state: 'reading', failure: null, kept: null };
