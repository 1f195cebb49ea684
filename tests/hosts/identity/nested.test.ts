/** @jest-environment node */
import type { Browser } from 'playwright-core';
import { PortFailure, type Failure } from '../../../src/app/ports/failure';
import { TIER_SCOPES } from '../../../src/app/tiers';
import { identityContract } from '../../contracts/identityContract';
import { startBrowser } from '../../support/browser';
import { openPane, type Bringing, type OpenPane } from '../../support/signIn/openPane';
import { startSignInTenant, TENANT, type SignInTenant } from '../../support/signIn/signInTenant';

let tenant: SignInTenant;
let browser: Browser;

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startSignInTenant(), startBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  tenant?.close();
});

const everything = Object.values(TIER_SCOPES).flat();
const open = async (by: Bringing): Promise<OpenPane & { close(): Promise<void> }> => {
  tenant.issuer.consent.grant(everything);
  tenant.issuer.restore('irene');
  const context = await browser.newContext();
  const pane = await openPane(context, tenant, by);
  return { ...pane, close: () => context.close() };
};
const idOf = (key: string) => tenant.company.people.find((one) => one.key === key)?.id ?? '';

const contract = (by: Bringing) => async () => {
  const pane = await open(by);
  return {
    me: {
      id: idOf('irene'),
      tenant: TENANT,
      name: 'Irene Valcárcel Soto',
      mail: 'irene.valcarcel@valdeolmo.example',
    },
    async token(...[tier, ask]: Parameters<OpenPane['ask']>) {
      const { token, failure } = await pane.ask(tier, ask);
      if (token === undefined) throw new PortFailure(failure as Failure);
      return token;
    },
    account: () => pane.account(),
    async arrange(what: string, tier: keyof typeof TIER_SCOPES) {
      const { consent } = tenant.issuer;
      consent.grant(everything);
      tenant.issuer.restore('irene');
      // The browser's own offline switch reaches the frames one after the other; this is one switch for all.
      const context = pane.page.context();
      await context.unroute('**/demo/token');
      if (what === 'noNetwork')
        await context.route('**/demo/token', (route) => route.abort('internetdisconnected'));
      if (what === 'withoutConsent') consent.withdraw(TIER_SCOPES[tier]);
      if (what === 'signedOut' || what === 'cancels') tenant.issuer.revoke('irene');
    },
    close: () => pane.close(),
  };
};

identityContract('real MSAL, the bridge of teams-js', contract('teams'));
identityContract('real MSAL, the bridge in the page', contract('injected'));

test('HI1 the tokens are those of the tier, for the person whose pane asks, and the tenant believes them', async () => {
  const pane = await open('teams');
  const { token } = await pane.ask('plan');
  expect(await tenant.issuer.verify(token ?? '')).toMatchObject({
    personId: idOf('irene'),
    scopes: TIER_SCOPES.plan,
  });
  expect(await pane.asked()).toMatchObject([{ person: 'irene', scopes: TIER_SCOPES.plan, renew: false }]);
  await pane.close();
});

test('HI2 a fresh token is forced from the host, with the claims that the service wants', async () => {
  const pane = await open('injected');
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1764000000"}}}';
  const first = await pane.ask('plan');
  const fresh = await pane.ask('plan', { renew: true, claims });
  expect(fresh.token).not.toBe(first.token);
  const asked = await pane.asked();
  expect(asked).toHaveLength(2);
  expect(asked[1]?.renew).toBe(true);
  expect(JSON.parse(asked[1]?.claims ?? '')).toMatchObject(JSON.parse(claims) as object);
  await pane.close();
});

test('HI3 two asks at once are one request', async () => {
  const pane = await open('teams');
  const [one, two] = await pane.askTwice('plan');
  expect(one?.token).toBeDefined();
  expect(two).toEqual(one);
  expect(await pane.asked()).toHaveLength(1);
  await pane.close();
});

test('HI4 the person is asked only after a press of theirs, and what they grant is used', async () => {
  const pane = await open('injected');
  tenant.issuer.consent.withdraw(TIER_SCOPES.plan);
  expect(await pane.ask('plan')).toEqual({ failure: { kind: 'consent', tier: 'plan' } });
  expect(await pane.host((host) => host.questions)).toBe(0);
  await pane.host((host) => (host.says = 'granted'));
  expect(await pane.ask('plan', { interactive: true })).toEqual({
    failure: { kind: 'consent', tier: 'plan' },
  });
  expect(await pane.host((host) => host.questions)).toBe(1);
  tenant.issuer.consent.grant(TIER_SCOPES.plan);
  expect((await pane.ask('plan', { interactive: true })).token).toBeDefined();
  await pane.close();
});

test('HI7 no name and no token reaches a console or the storage of the browser', async () => {
  const pane = await open('teams');
  const { token } = await pane.ask('plan');
  await pane.ask('directory', { renew: true });
  const kept = await pane.page
    .frames()[1]
    ?.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  for (const text of [...pane.said, kept ?? '']) {
    expect(text).not.toMatch(/valc[aá]rcel/i);
    expect(text).not.toContain(token?.split('.')[1] ?? '');
  }
  await pane.close();
});
