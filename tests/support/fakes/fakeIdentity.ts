import type { Account, PersonIdentity, TokenFor } from '../../../src/app/ports/identity';

export type FakeIdentity = PersonIdentity & {
  readonly asked: readonly { readonly tier: TokenFor; readonly renew: boolean; readonly claims?: string }[];
};

/** Gives 'tier-1', and after each renewal 'tier-2', 'tier-3' …; or what `issue` gives. `me` is known after the first. */
export function fakeIdentity(
  issue?: (tier: TokenFor, renew: boolean) => Promise<string>,
  me?: Account,
): FakeIdentity {
  const asked: { tier: TokenFor; renew: boolean; claims?: string }[] = [];
  const generation = new Map<TokenFor, number>();
  let given = false;
  const give = (token: string) => {
    given = true;
    return token;
  };
  return {
    asked,
    async token(tier, ask = {}) {
      asked.push({
        tier,
        renew: ask.renew === true,
        ...(ask.claims !== undefined && { claims: ask.claims }),
      });
      if (issue !== undefined) return give(await issue(tier, ask.renew === true));
      if (ask.renew === true) generation.set(tier, (generation.get(tier) ?? 1) + 1);
      return give(`${tier}-${generation.get(tier) ?? 1}`);
    },
    account: () => (given ? me : undefined),
    adminConsent: (tier) => `https://login.example/adminconsent?tier=${tier}`,
  };
}
