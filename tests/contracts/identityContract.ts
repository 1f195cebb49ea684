import type { Failure, Tier } from '../../src/app/ports/failure';
import type { Account, Identity } from '../../src/app/ports/identity';
import { failureOf } from './outcome';

export type OpenedIdentity = {
  readonly token: Identity['token'];
  /** As `Identity.account`; across a browser's border it takes a moment. */
  account(): Promise<Account | undefined>;
  /** Who is signed in. */
  readonly me: Account;
  /** What happens from now on when a token is asked for: 'granted' again, or a failure of this kind. */
  arrange(
    what: 'granted' | 'withoutConsent' | 'signedOut' | 'cancels' | 'noNetwork',
    tier: Tier,
  ): Promise<void>;
  close(): Promise<void>;
};

/** What every identity does (IC1 to IC6). */
export function identityContract(name: string, open: () => Promise<OpenedIdentity>): void {
  describe(`identity contract: ${name}`, () => {
    let opened: OpenedIdentity;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const failing = async (
      what: Parameters<OpenedIdentity['arrange']>[0],
      tier: Tier,
      interactive = false,
    ): Promise<Failure> => {
      await opened.arrange(what, tier);
      return failureOf(opened.token(tier, { interactive }));
    };

    test('IC1 a token stays the same until somebody asks for a fresh one', async () => {
      const first = await opened.token('plan');
      expect(first).not.toBe('');
      expect(await opened.token('plan')).toBe(first);
      const renewed = await opened.token('plan', { renew: true });
      expect(renewed).not.toBe(first);
      expect(await opened.token('plan')).toBe(renewed);
    });

    test('IC2 each tier has a token of its own', async () => {
      expect(await opened.token('plan')).not.toBe(await opened.token('followUp'));
    });

    test('IC3 nobody is known before the first token, and afterwards who is signed in', async () => {
      expect(await opened.account()).toBeUndefined();
      await opened.token('plan');
      expect(await opened.account()).toEqual(opened.me);
    });

    test('IC4 a tier without consent fails with its name, the others go on, and consent heals it', async () => {
      expect(await failing('withoutConsent', 'directory')).toEqual({ kind: 'consent', tier: 'directory' });
      expect(await opened.token('plan')).not.toBe('');
      await opened.arrange('granted', 'directory');
      expect(await opened.token('directory')).not.toBe('');
    });

    test('IC5 without a session it fails with signIn, and without a network with offline', async () => {
      expect(await failing('signedOut', 'plan')).toEqual({ kind: 'signIn' });
      expect(await failing('noNetwork', 'plan')).toEqual({ kind: 'offline' });
      await opened.arrange('granted', 'plan');
      expect(await opened.token('plan')).not.toBe('');
    });

    test('IC6 a person who closes the window cancels', async () => {
      expect(await failing('cancels', 'plan', true)).toEqual({ kind: 'cancelled' });
    });
  });
}
