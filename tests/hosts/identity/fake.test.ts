import { PortFailure } from '../../../src/app/ports/failure';
import { identityContract } from '../../contracts/identityContract';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';

const KINDS = { signedOut: 'signIn', cancels: 'cancelled', noNetwork: 'offline' } as const;

identityContract('fake', async () => {
  const failing = new Map<string, PortFailure>();
  const generation = new Map<string, number>();
  const me = { id: 'me', tenant: 'tenant', name: 'Irene Valcárcel', mail: 'irene@valdeolmo.example' };
  const identity = fakeIdentity(async (tier, renew) => {
    const failure = failing.get(tier);
    if (failure !== undefined) throw failure;
    if (renew) generation.set(tier, (generation.get(tier) ?? 1) + 1);
    return `${tier}-${generation.get(tier) ?? 1}`;
  }, me);
  return {
    me,
    token: (tier, ask) => identity.token(tier, ask),
    account: async () => identity.account(),
    async arrange(what, tier) {
      if (what === 'granted') failing.delete(tier);
      else if (what === 'withoutConsent') failing.set(tier, new PortFailure({ kind: 'consent', tier }));
      else failing.set(tier, new PortFailure({ kind: KINDS[what] }));
    },
    close: async () => undefined,
  };
});
