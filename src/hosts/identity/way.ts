import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure, type Tier } from '../../app/ports/failure';
import type { Account, Identity, TokenFor } from '../../app/ports/identity';
import { TIER_SCOPES } from '../../app/tiers';

export type Ask = NonNullable<Parameters<Identity['token']>[1]>;

export type Got = { readonly token: string; readonly account: Account };

/** One way to come by tokens: over the host's bridge, by Teams and our server, in windows of our own. */
export type Way = {
  /** Whether its questions stand in windows that it does not see close; a new press begins anew there. */
  readonly ownWindows: boolean;
  /** Fails with an error of its own, which failures.ts reads. */
  get(what: TokenFor, ask: Ask): Promise<Got>;
};

/** A refused token of our server is, to people, a live tier that was not consented to. */
export const tierOf = (what: TokenFor): Tier => (what === 'server' ? 'live' : what);

export function scopesOf(what: TokenFor, { api }: Pick<ClientConfig, 'api'>): string[] {
  if (what !== 'server') return [...TIER_SCOPES[what]];
  if (api === undefined) throw new PortFailure({ kind: 'unavailable' });
  return [api];
}
