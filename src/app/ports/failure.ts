/** Tiers of consent; each may be missing, visibly and harmlessly (DESIGN section 3). */
export type Tier = 'plan' | 'live' | 'followUp' | 'mail' | 'directory' | 'transcripts';

/** What can go wrong outside. Adapters translate everything into one of these; nothing of a response is kept. */
export type Failure =
  /** The service asked for patience beyond what a person should wait for. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** Nobody has consented to this tier; only an administrator can, or the person was asked and declined. */
  | { readonly kind: 'consent'; readonly tier: Tier; readonly why?: 'administrator' | 'declined' }
  /** Nobody is signed in and the person did not, or could not, sign in. */
  | { readonly kind: 'signIn'; readonly why?: SignInTrouble }
  | { readonly kind: 'denied' }
  | { readonly kind: 'notFound' }
  /** Somebody else changed it meanwhile. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'offline' }
  /** The service answers that it cannot answer. */
  | { readonly kind: 'unavailable' }
  /** The service refused our request as wrong; `code` is the service's own. */
  | { readonly kind: 'refused'; readonly code: string }
  /** What came back is not what was agreed; `file` names the one that somebody can mend. */
  | { readonly kind: 'malformed'; readonly file?: string }
  | { readonly kind: 'cancelled' };

/** What stands between a person and their session, where it is known. */
export type SignInTrouble =
  /** The browser let no window open. */
  | 'blocked'
  /** The organisation wants another proof that it is them. */
  | 'proof'
  /** A policy of the organisation does not let this device or place in. */
  | 'policy'
  /** The account belongs to another organisation. */
  | 'wrongTenant';

/** How a port fails: always with this error, never with an adapter's own. */
export class PortFailure extends Error {
  override readonly name = 'PortFailure';

  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}
