import type { Tier } from './failure';

/** What a token is for: Graph's scopes of a tier, or our own server. */
export type TokenFor = Tier | 'server';

/** Who is signed in, and tokens for what they may do. Contract: tests/contracts/identityContract.ts */
export interface Identity {
  /**
   * An access token for the scopes of a tier, or for our own server (a refusal of consent is then one of the tier 'live'); silent where possible. With `interactive`, and only after a press of the
   * person's, it may open a window. `renew` asks for a fresh one, after a 401.
   * Fails with consent, signIn, offline, cancelled.
   */
  token(
    what: TokenFor,
    ask?: { readonly interactive?: boolean; readonly renew?: boolean; readonly claims?: string },
  ): Promise<string>;
  /** Undefined before the first token. */
  account(): Account | undefined;
}

export type Account = {
  /** The directory's object id. */
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly mail: string;
};
