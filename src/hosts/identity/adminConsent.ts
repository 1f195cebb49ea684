import type { ClientConfig } from '../../app/clientConfig';
import { graphResource } from '../../app/graphResource';
import type { Tier } from '../../app/ports/failure';
import { TIER_SCOPES } from '../../app/tiers';
import { RETURN_PAGE } from './clients';

/**
 * The address on which an administrator consents to one tier for everybody, in the cloud of the configuration. Without
 * an account it is the organisation that the authority names, or, where that is none, the administrator's own. It comes
 * back to a page that is registered.
 */
export function adminConsent(
  { authority, clientId, graph }: Pick<ClientConfig, 'authority' | 'clientId' | 'graph'>,
  tier: Tier,
  tenant: string | undefined,
  origin: string = window.location.origin,
): string {
  const { origin: service, pathname } = new URL(authority);
  const named = tenant || pathname.split('/')[1] || 'organizations';
  const link = new URL(`/${encodeURIComponent(named)}/v2.0/adminconsent`, service);
  link.search = new URLSearchParams({
    client_id: clientId,
    scope: TIER_SCOPES[tier].map((scope) => `${graphResource(graph)}/${scope}`).join(' '),
    redirect_uri: new URL(RETURN_PAGE, origin).href,
  }).toString();
  return link.href;
}
