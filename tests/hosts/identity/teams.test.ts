/** @jest-environment node */
// Teams where the bridge is missing, advised against or refuses: the real teams-js gets a token for our server, which
// changes it for Graph's by its real code; what is left goes by MSAL's own windows.
import type { Browser, BrowserContext } from 'playwright-core';
import { TIER_SCOPES } from '../../../src/app/tiers';
import { startBrowser } from '../../support/browser';
import { loginService } from '../../support/signIn/loginService';
import { openPane, type Bringing, type OpenPane } from '../../support/signIn/openPane';
import type { PaneTest } from '../../support/signIn/pane';
import { startSignInTenant, TENANT, type SignInTenant } from '../../support/signIn/signInTenant';

let tenant: SignInTenant;
let browser: Browser;
let context: BrowserContext;

// The authority that we play counts as the internet: Chromium lets it lead no frame back to this machine.
beforeAll(async () => {
  [tenant, browser] = await Promise.all([
    startSignInTenant(),
    startBrowser(['--disable-features=LocalNetworkAccessChecks']),
  ]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  tenant?.close();
});
beforeEach(async () => {
  tenant.settings.server = true;
  tenant.settings.wantsProof = 0;
  tenant.issuer.consent.grant([...Object.values(TIER_SCOPES).flat(), tenant.api]);
  context = await browser.newContext({ locale: 'es-ES' });
});
afterEach(() => context.close());

const open = (by: Bringing): Promise<OpenPane> => openPane(context, tenant, by);
const ours = (pane: OpenPane) =>
  pane.asked().then((all) => all.filter(({ scopes }) => scopes.includes(tenant.api)));

test.each<Bringing>(['teamsOlder', 'teamsAdvisedAgainst', 'teamsDisabled'])(
  'HI8 %s: Teams gives a token for our server, and that becomes one for each tier',
  async (by) => {
    const pane = await open(by);
    const plan = await pane.ask('plan');
    expect(plan.failure).toBeUndefined();
    expect(await tenant.issuer.verify(plan.token ?? '')).toMatchObject({ scopes: TIER_SCOPES.plan });
    const directory = await pane.ask('directory');
    expect(await tenant.issuer.verify(directory.token ?? '')).toMatchObject({
      scopes: TIER_SCOPES.directory,
    });
    expect(await pane.account()).toMatchObject({
      tenant: TENANT,
      name: 'Irene Valcárcel Soto',
      mail: 'irene.valcarcel@valdeolmo.example',
    });
    expect((await ours(pane)).length).toBe(2);
    expect(await pane.ask('plan')).toEqual(plan);
    expect((await pane.ask('plan', { renew: true })).token).not.toBe(plan.token);
    const { token } = await pane.ask('server');
    expect(await tenant.issuer.verify(token ?? '', '6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33')).toMatchObject({
      scopes: ['access_as_user'],
    });
    expect(context.pages()).toHaveLength(1);
  },
);

test('HI8 the bridge that Teams advises against serves all the same where our server cannot help', async () => {
  tenant.settings.server = false;
  const pane = await open('teamsAdvisedAgainst');
  expect(await tenant.issuer.verify((await pane.ask('plan')).token ?? '')).toMatchObject({
    scopes: TIER_SCOPES.plan,
  });
  expect(await ours(pane)).toEqual([]);
});

test('HI8 a tier without consent is named; after a press the person consents in a window, and the others go on', async () => {
  const login = await loginService(context, tenant);
  const pane = await open('teamsOlder');
  tenant.issuer.consent.withdraw(TIER_SCOPES.directory);
  expect(await pane.ask('directory')).toEqual({ failure: { kind: 'consent', tier: 'directory' } });
  expect((await pane.ask('plan')).token).toBeDefined();
  expect(login.visited.filter((one) => one.includes('authorize'))).toEqual([]);
  await pane.pressFor('directory');
  const relayed = context.waitForEvent('page');
  await pane.press();
  const relay = await relayed;
  const opened = context.waitForEvent('page');
  await relay.getByRole('button').click();
  tenant.issuer.consent.grant(TIER_SCOPES.directory);
  await (await opened).locator('#in').click();
  const [got] = await pane.untilPressed(1);
  expect(await tenant.issuer.verify(got?.token ?? '')).toMatchObject({ scopes: TIER_SCOPES.directory });
});

test('HI9 a challenge that needs the person is remembered, and goes with their next press', async () => {
  const pane = await open('teamsOlder');
  tenant.settings.wantsProof = 2;
  expect(await pane.ask('plan')).toEqual({ failure: { kind: 'signIn', why: 'proof' } });
  await pane.press();
  const [got] = await pane.untilPressed(1);
  expect(got?.token).toBeDefined();
  const asked = await ours(pane);
  expect(asked.map(({ claims }) => claims !== undefined)).toEqual([false, true, true]);
  expect((await pane.ask('plan')).token).toBe(got?.token);
});

test('HI9 over the bridge too: what Graph wants goes with the next press, once', async () => {
  const pane = await open('teams');
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1764000000"}}}';
  await pane.ask('plan');
  tenant.issuer.revoke('irene');
  expect(await pane.ask('plan', { renew: true, claims })).toEqual({
    failure: { kind: 'signIn', why: 'proof' },
  });
  tenant.issuer.restore('irene');
  await pane.press();
  expect((await pane.untilPressed(1))[0]?.token).toBeDefined();
  const asked = await pane.asked();
  expect(JSON.parse(asked.at(-1)?.claims ?? '{}')).toMatchObject(JSON.parse(claims) as object);
  const before = asked.length;
  await pane.ask('plan', { renew: true });
  expect((await pane.asked()).slice(before).map((one) => one.claims ?? '')).not.toContain(claims);
});

test('HI8 Teams that gives this app nothing leads to windows of our own', async () => {
  await loginService(context, tenant);
  const pane = await open('teamsNothing');
  expect(await pane.ask('plan')).toEqual({ failure: { kind: 'signIn' } });
  const relayed = context.waitForEvent('page');
  await pane.press();
  const relay = await relayed;
  const opened = context.waitForEvent('page');
  await relay.getByRole('button').click();
  await (await opened).locator('#in').click();
  const [got] = await pane.untilPressed(1);
  expect(await tenant.issuer.verify(got?.token ?? '')).toMatchObject({ scopes: TIER_SCOPES.plan });
});

test('HI5 there too a new press begins anew, whatever became of the window before', async () => {
  await loginService(context, tenant);
  const pane = await open('teamsNothing');
  const first = context.waitForEvent('page');
  await pane.press();
  await (await first).close();
  const relayed = context.waitForEvent('page');
  await pane.press();
  const opened = context.waitForEvent('page');
  await (await relayed).getByRole('button').click();
  await (await opened).locator('#in').click();
  // The press whose window was closed may be told so before or after.
  await expect(pane.untilToken()).resolves.toMatchObject({ token: expect.any(String) as string });
});

test('HI6 a person who is asked by Teams and says no cancels; no network is offline', async () => {
  const pane = await open('teamsOlder');
  tenant.issuer.revoke('irene');
  await pane.press();
  await expect(pane.untilPressed(1)).resolves.toEqual([{ failure: { kind: 'cancelled' } }]);
  tenant.issuer.restore('irene');
  await context.route('**/graph-token', (route) => route.abort('internetdisconnected'));
  expect(await pane.ask('plan')).toEqual({ failure: { kind: 'offline' } });
});

test('HI11 what did not arrive for want of a network is fetched anew by the next press', async () => {
  await loginService(context, tenant);
  const pane = await open('teamsOlder');
  tenant.issuer.consent.withdraw(TIER_SCOPES.directory);
  await pane.pressFor('directory');
  // MSAL's own script loads with the first window.
  await context.route('**/*.js', (route) => route.abort('internetdisconnected'));
  await pane.press();
  expect(await pane.untilPressed(1)).toEqual([{ failure: { kind: 'offline' } }]);
  await context.unroute('**/*.js');
  const relayed = context.waitForEvent('page');
  await pane.press();
  const relay = await relayed;
  const opened = context.waitForEvent('page');
  await relay.getByRole('button').click();
  tenant.issuer.consent.grant(TIER_SCOPES.directory);
  await (await opened).locator('#in').click();
  await expect(pane.untilToken()).resolves.toMatchObject({ token: expect.any(String) as string });
});

test('HI10 the link for an administrator names one tier, the person’s organisation and a page that is registered', async () => {
  const pane = await open('teamsOlder');
  const link = async () => new URL(await pane.inPane((test: PaneTest) => test.adminConsent('transcripts')));
  expect((await link()).pathname).toBe('/organizations/v2.0/adminconsent');
  await pane.ask('plan');
  const { origin, pathname, searchParams } = await link();
  expect([origin, pathname]).toEqual(['https://login.valdeolmo.example', `/${TENANT}/v2.0/adminconsent`]);
  expect(searchParams.get('scope')?.split(' ')).toEqual(
    TIER_SCOPES.transcripts.map((scope) => `https://graph.microsoft.com/${scope}`),
  );
  expect(searchParams.get('redirect_uri')).toBe(`${tenant.pane}/signInReturn.html`);
});

test('HI7 no token and no name reaches a console or the browser’s storage', async () => {
  const pane = await open('teamsOlder');
  const { token } = await pane.ask('plan');
  const kept = await pane.inPane(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  for (const text of [...pane.said, kept]) {
    expect(text).not.toMatch(/valc[aá]rcel/i);
    expect(text).not.toContain(token?.split('.')[1] ?? '');
  }
});
