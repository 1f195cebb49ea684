import type { Tier } from '../../app/ports/failure';
import type { Identity } from '../../app/ports/identity';
import { unlessAborted } from './abort';
import { headersOf, responseOf, sendingOf, type Step } from './chain';

/**
 * Adds the token of the operation's tier, and after a 401 asks once for a fresh one, with the claims the service
 * wants (GC5). The library's own step drops the token on plain http, where the demo tenant lives.
 */
export function tokenStep(identity: Identity, base: string): Step {
  const renewing = new Map<Tier, Promise<string>>();
  const latest = new Map<Tier, string>();

  const renewed = (tier: Tier, refused: string, claims: string | undefined): Promise<string> => {
    const newer = latest.get(tier);
    if (claims === undefined && newer !== undefined && newer !== refused) return Promise.resolve(newer);
    const under = renewing.get(tier);
    if (under !== undefined) return under;
    const renewal = identity
      .token(tier, claims === undefined ? { renew: true } : { renew: true, claims })
      .finally(() => renewing.delete(tier));
    renewing.set(tier, renewal);
    return renewal;
  };

  return async (context, next) => {
    const { operation, signal } = sendingOf(context);
    if (typeof context.request !== 'string' || !context.request.startsWith(`${base}/`)) {
      throw new Error('a token goes to the configured base address only');
    }
    const authorise = (token: string) => {
      latest.set(operation.tier, token);
      context.options = {
        ...context.options,
        headers: { ...headersOf(context), authorization: `Bearer ${token}` },
      };
    };
    const token = await unlessAborted(identity.token(operation.tier), signal);
    authorise(token);
    await next();
    if (responseOf(context).status !== 401) return;
    const claims = claimsOf(responseOf(context).headers.get('www-authenticate'));
    authorise(await unlessAborted(renewed(operation.tier, token, claims), signal));
    await next();
  };
}

/** The claims challenge of a WWW-Authenticate header, decoded; undefined without one or when it is not JSON. */
export function claimsOf(header: string | null): string | undefined {
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    JSON.parse(claims);
    return claims;
  } catch {
    // A challenge that nobody can read is answered like a plain 401.
    return undefined;
  }
}
