/** @jest-environment node */
// Sign-in where the host brings no bridge: windows of MSAL's own, the real return page, an authority that we play.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TIER_SCOPES } from '../../../src/app/tiers';
import { loginService, type LoginService } from '../../support/signIn/loginService';
import { startBrowser } from '../../support/browser';
import { openPane, type Bringing, type OpenPane } from '../../support/signIn/openPane';
import type { Outcome, PaneTest } from '../../support/signIn/pane';
import { AUTHORITY, startSignInTenant, type SignInTenant } from '../../support/signIn/signInTenant';

let tenant: SignInTenant;
let browser: Browser;
let context: BrowserContext;
let login: LoginService;

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
  tenant.settings.parents = [tenant.host];
  tenant.issuer.consent.grant(Object.values(TIER_SCOPES).flat());
  context = await browser.newContext({ locale: 'es-ES' });
  login = await loginService(context, tenant);
});
afterEach(() => context.close());

const SIGN_IN = { failure: { kind: 'signIn' } };
const open = (by: Bringing): Promise<OpenPane> => openPane(context, tenant, by);

/** The outcomes, once there are so many. */
async function until(
  outcomes: () => Promise<readonly Outcome[]>,
  count: number,
): Promise<readonly Outcome[]> {
  for (;;) {
    const all = await outcomes();
    if (all.length >= count) return all;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A press in the pane, a press in our window between, and then the authority's page. */
async function toLogin(pane: OpenPane): Promise<Page> {
  const relayed = context.waitForEvent('page');
  await pane.press();
  const relay = await relayed;
  await relay.getByRole('button', { name: 'Continuar' }).waitFor();
  const opened = context.waitForEvent('page');
  await relay.getByRole('button').click();
  const page = await opened;
  await page.locator('#in').waitFor();
  return page;
}

test('HI5 without a bridge nothing opens by itself; after a press the person signs in, and renewal is silent', async () => {
  const pane = await open('none');
  expect(await pane.ask('plan')).toEqual(SIGN_IN);
  expect(context.pages()).toHaveLength(1);
  const page = await toLogin(pane);
  // Longer than anybody who watches the window takes to believe that it is gone.
  await page.waitForTimeout(700);
  await page.locator('#in').click();
  const [got] = await until(pane.pressed, 1);
  expect(await tenant.issuer.verify(got?.token ?? '')).toMatchObject({ scopes: TIER_SCOPES.plan });
  expect(await pane.account()).toMatchObject({ name: 'Irene Valcárcel Soto' });
  expect(await pane.ask('plan')).toEqual(got);
  const fresh = await pane.ask('plan', { renew: true });
  expect(fresh.token).toBeDefined();
  expect(fresh.token).not.toBe(got?.token);
  expect(login.grants).toEqual(['authorization_code', 'refresh_token']);
  const visited = new Set(login.visited.map((one) => new URL(one).origin));
  // teams-js asks there for the parents that it may believe.
  visited.delete('https://res.cdn.office.net');
  expect([...visited]).toEqual([new URL(AUTHORITY).origin]);
});

test('HI5 when nothing is left to renew with, a hidden frame asks the session of the browser', async () => {
  const pane = await open('none');
  await (await toLogin(pane)).locator('#in').click();
  const [got] = await until(pane.pressed, 1);
  login.refreshes = false;
  const fresh = await pane.ask('plan', { renew: true });
  expect(fresh.failure).toBeUndefined();
  expect(fresh.token).not.toBe(got?.token);
  expect(login.grants).toEqual(['authorization_code', 'refresh_token', 'authorization_code']);
});

test('HI5 a pane without a frame around it opens the window of the sign-in at once', async () => {
  const page = await context.newPage();
  await page.goto(`${tenant.pane}/pane.html`);
  const press = async () => {
    const opened = context.waitForEvent('page');
    await page.locator('button').click();
    const window = await opened;
    await window.locator('#in').waitFor();
    return window;
  };
  // A window that was closed is forgotten with the next press.
  await (await press()).close();
  await (await press()).locator('#in').click();
  const pressed = () =>
    page.evaluate(() => (window as unknown as { cadenciaTest: PaneTest }).cadenciaTest.pressed);
  await expect(until(pressed, 2)).resolves.toEqual([
    { failure: { kind: 'cancelled' } },
    { token: expect.any(String) as string },
  ]);
});

test('HI5 who closes the window has cancelled, who declines is told that they did', async () => {
  const pane = await open('none');
  await (await toLogin(pane)).locator('#no').click();
  const declined = { failure: { kind: 'consent', tier: 'plan', why: 'declined' } };
  await expect(until(pane.pressed, 1)).resolves.toEqual([declined]);
  await (await toLogin(pane)).close();
  await expect(until(pane.pressed, 2)).resolves.toEqual([declined, { failure: { kind: 'cancelled' } }]);
});

test.each([
  ['mute', 'never answers'],
  ['disabled', 'signs no apps in'],
] as const)('HI5 a bridge (%s) whose host %s leads to a window of our own', async (by, _what) => {
  const pane = await open(by);
  expect(await pane.ask('plan')).toEqual(SIGN_IN);
  await (await toLogin(pane)).locator('#in').click();
  const [got] = await until(pane.pressed, 1);
  expect(await tenant.issuer.verify(got?.token ?? '')).toMatchObject({ scopes: TIER_SCOPES.plan });
});

test('HI6 a consent that only an administrator can give is a missing consent', async () => {
  const pane = await open('none');
  await (await toLogin(pane)).locator('#admin').click();
  await expect(until(pane.pressed, 1)).resolves.toEqual([
    { failure: { kind: 'consent', tier: 'plan', why: 'administrator' } },
  ]);
});

test('HI6 an authority that cannot be reached is offline', async () => {
  login.reachable = false;
  const pane = await open('none');
  await pane.press();
  await expect(until(pane.pressed, 1)).resolves.toEqual([{ failure: { kind: 'offline' } }]);
});

test('HI1 without parents a host that nobody declared gets no word, and gives no token', async () => {
  tenant.settings.parents = [];
  const pane = await open('teams');
  expect(await pane.ask('plan')).toEqual(SIGN_IN);
  expect(await pane.asked()).toEqual([]);
});
