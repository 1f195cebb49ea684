import type { Tier } from './failure';

/** What a token is for: Graph's scopes of a tier, or our own server. */
export type TokenFor = Tier | 'server';

/** Who is signed in, and tokens for what they may do. Contract: tests/contracts/identityContract.ts */
export interface Identity {
  /**
   * An access token for the scopes of a tier, or for our own server (a refusal of consent is then one of the tier 'live'); silent where possible. With `interactive`, and only after a press of the
   * person's, it may open a window. `renew` asks for a fresh one, after a 401.
   * A challenge (`claims`) that only the person can meet is remembered and goes with their next press.
   * Fails with consent, signIn, offline, unavailable, throttled, cancelled.
   */
  token(
    what: TokenFor,
    ask?: { readonly interactive?: boolean; readonly renew?: boolean; readonly claims?: string },
  ): Promise<string>;
  /** Undefined before the first token. */
  account(): Account | undefined;
}

/** What a surface needs beside: where somebody else gives what the person cannot. */
export interface PersonIdentity extends Identity {
  /** The address on which an administrator consents to a tier for the whole organisation; to be handed on. */
  adminConsent(tier: Tier): string;
}

export type Account = {
  /** The directory's object id. */
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly mail: string;
};
