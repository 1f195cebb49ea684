import type { Share } from '../../domain/balance/types';
import type { Instant } from '../../domain/time/types';
import type { Cancellation } from './cancellation';

/**
 * My own shares, in my own app folder, kept only while I want it: nobody else can read them there. Contract:
 * tests/contracts/ownTalkContract.ts
 */
export interface OwnTalkStore {
  /** Null when nothing is kept. A file that cannot be read fails with malformed and is not overwritten. */
  read(cancel: Cancellation): Promise<StoredOwnTalk | null>;
  /** Creates without `version`; fails with conflict when it changed since. */
  write(talk: OwnTalk, version: string | null, cancel: Cancellation): Promise<StoredOwnTalk>;
  /** Takes the file away; the service's recycle bin may hold it for some time. */
  remove(cancel: Cancellation): Promise<void>;
}

export type StoredOwnTalk = { readonly talk: OwnTalk; readonly version: string };

export type OwnTalk = { readonly sessions: readonly OwnSession[] };

export type OwnSession = {
  readonly series: string;
  readonly title: string;
  /** The occurrence's original start. */
  readonly start: Instant;
  readonly source: 'measured' | 'estimate';
} & Share;
