import { broughtOnce } from '../../app/broughtOnce';
import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure } from '../../app/ports/failure';
import type { Account, PersonIdentity, TokenFor } from '../../app/ports/identity';
import { adminConsent } from './adminConsent';
import { chooseWay } from './chooseWay';
import { claimsIn, failureOf } from './failures';
import { tierOf, type Ask, type Way } from './way';

/**
 * Signs the person in by the best way that the host offers (chooseWay.ts). MSAL and teams-js are loaded by the first
 * ask.
 */
export function msalIdentity(options: {
  readonly config: ClientConfig;
  /** How long a host may take to show that it has a bridge; Teams and Outlook answer within a second. */
  readonly patienceMs?: number;
}): PersonIdentity {
  const { config, patienceMs = 8_000 } = options;
  const underWay = new Map<string, Promise<string>>();
  let account: Account | undefined;
  let taken: Way | undefined;
  /** What the next sign-in has to prove: a challenge that was met where nobody could be asked. */
  let wanted: string | undefined;

  const open = broughtOnce(() => chooseWay(config, patienceMs));

  async function get(what: TokenFor, ask: Ask): Promise<string> {
    const claims = ask.claims ?? (ask.interactive === true ? wanted : undefined);
    try {
      taken = await open();
      const got = await taken.get(what, { ...ask, ...(claims !== undefined && { claims }) });
      ({ account } = got);
      if (claims === wanted) wanted = undefined;
      return got.token;
    } catch (error) {
      const { failure } = failureOf(error, tierOf(what));
      const challenge = claimsIn(error) ?? claims;
      if (failure.kind !== 'signIn' || challenge === undefined) throw new PortFailure(failure);
      wanted = challenge;
      throw new PortFailure({ kind: 'signIn', why: failure.why ?? 'proof' });
    }
  }

  return {
    token(what, ask = {}) {
      const key = JSON.stringify([what, ask.interactive === true, ask.renew === true, ask.claims ?? '']);
      const same = underWay.get(key);
      // Asked only now: a way may come to windows of its own while it is under way.
      if (same !== undefined && !(ask.interactive === true && taken?.ownWindows === true)) return same;
      const asked = get(what, ask).finally(() => {
        if (underWay.get(key) === asked) underWay.delete(key);
      });
      underWay.set(key, asked);
      return asked;
    },
    account: () => account,
    adminConsent: (tier) => adminConsent(config, tier, account?.tenant),
  };
}
