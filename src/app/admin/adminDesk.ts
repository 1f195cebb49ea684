import type { BalanceMode } from '../../domain/balance/types';
import type { Instant } from '../../domain/time/types';
import type { ServerState } from '../ports/adminServer';
import type { Readable } from '../ports/composeHost';
import type { Failure, Tier } from '../ports/failure';
import type { ProbeId } from '../ports/probes';

/** What the administrator's page shows. */
export type AdminView = {
  /** The tenant's own name, once it is known. */
  readonly tenant: string | undefined;
  /** Our own address, without the scheme. */
  readonly host: string;
  /** The registration's id, which stands in every address of a sign-in. */
  readonly clientId: string;
  /** What deletes the registration. */
  readonly leaveCommand: string;
  readonly tiers: readonly TierRow[];
  readonly testing: boolean;
  readonly testedAt: Instant | null;
  /** A session is missing, for all or for one tier: what could be tested is not. */
  readonly signedOut: boolean;
  readonly server: ServerSide;
  /** What the pages were told: in force whether the server tells the rest or not. */
  readonly cap: BalanceMode;
  /** The series' files have a site of the team's. */
  readonly hasSite: boolean;
  readonly leaving: Leaving;
};

export type ServerSide =
  | { readonly kind: 'asking' }
  /** This installation has no live rooms. */
  | { readonly kind: 'none' }
  | { readonly kind: 'told'; readonly state: ServerState }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Leaving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'purging' }
  | { readonly kind: 'purged'; readonly gone: number; readonly open: number }
  | { readonly kind: 'failed'; readonly what: 'save' | 'purge'; readonly failure: Failure };

export type TierRow = {
  readonly tier: Tier;
  readonly scopes: readonly string[];
  readonly state: TierState;
  readonly calls: readonly CallMade[];
  /** The address with which an administrator consents to this tier alone. */
  readonly consentLink: string;
  /** The command that lets the application onto the one site; there where that is what is missing. */
  readonly siteCommand?: string;
};

export type TierState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'testing' }
  /** Each call went well, or there was nothing to try that one with. */
  | { readonly kind: 'works' }
  /** Granted, and not tried: it would send something, or there is nothing to try it with. */
  | { readonly kind: 'granted' }
  | { readonly kind: 'notGranted' }
  /** Some of it works. */
  | { readonly kind: 'partly' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type CallMade = {
  readonly probe: ProbeId;
  readonly outcome: 'works' | 'nothing' | Failure;
  /** How long it took. */
  readonly milliseconds: number;
};

/** The page without its drawing; nothing throws. */
export type AdminDesk = {
  readonly view: Readable<AdminView>;
  /** After a press: it may open a window. */
  signIn(): void;
  test(): void;
  /** All rooms as one file. */
  save(): void;
  /** All rooms that nobody is in are forgotten; the caller has asked. */
  purge(): void;
  /** For telling today from another day. */
  now(): Instant;
  end(): void;
};
