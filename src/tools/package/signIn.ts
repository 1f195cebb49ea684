import { TIER_SCOPES } from '../../app/tiers';
import type { Manifest } from './manifest';

/** The scope of our own server, as the registration exposes it and the server checks it. */
export const API_SCOPE = 'access_as_user';

export const apiOf = (host: string, clientId: string): string => `api://${host}/${clientId}`;

/** Where the broker of Teams and Outlook sends tokens; an origin, never a page. */
export const brokerOf = (host: string): string => `brk-multihub://${host}`;

/**
 * The host fetches tokens while a tab loads, and uses them only for a request with the same scopes in the same order:
 * each entry must be one of what the code asks for (src/app/tiers.ts), all of it.
 */
export function signInMistakes(
  { webApplicationInfo }: Manifest,
  host: string,
  clientId: string,
): readonly string[] {
  const api = apiOf(host, clientId);
  if (webApplicationInfo?.id !== clientId || webApplicationInfo.resource !== api)
    return [
      `“webApplicationInfo” of the manifest must name the client id and ${api}: correct manifest/manifest.json.`,
    ];
  const asked = new Set([
    `${api}/${API_SCOPE}`,
    ...Object.values(TIER_SCOPES).map((scopes) => scopes.join(' ')),
  ]);
  return (webApplicationInfo.nestedAppAuthInfo ?? []).flatMap(({ redirectUri, scopes }, at) => [
    ...(redirectUri === brokerOf(host)
      ? []
      : [
          `“nestedAppAuthInfo[${at}]” of the manifest must come back to ${brokerOf(host)}: correct it there.`,
        ]),
    ...(asked.has(scopes.join(' '))
      ? []
      : [
          `“nestedAppAuthInfo[${at}]” of the manifest names scopes that the code never asks for together: write those of a tier of src/app/tiers.ts, in its order.`,
        ]),
  ]);
}
