/** @jest-environment node */
// What an administrator reads who comes back from the link for a consent: the real return page under the server's policy.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { consentAnswer } from '../../../src/hosts/identity/consentAnswer';
import { axeSays } from '../../support/axe';
import { startBrowser } from '../../support/browser';
import { ROOT } from '../../support/root';
import { startSignInTenant, TENANT, type SignInTenant } from '../../support/signIn/signInTenant';
import { takePicture } from '../../support/takePicture';

let tenant: SignInTenant;
let browser: Browser;
beforeAll(async () => {
  [tenant, browser] = await Promise.all([startSignInTenant(), startBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  tenant?.close();
});

test.each([
  [`?admin_consent=True&tenant=${TENANT}`, 'given'],
  ['?admin_consent=true', 'given'],
  ['?admin_consent=False', undefined],
  ['?error=access_denied&error_description=x&admin_consent=True', 'declined'],
  ['?error=permission_denied', 'declined'],
  ['?error=temporarily_unavailable', 'later'],
  ['?error=server_error', 'later'],
  ['?error=unauthorized_client', 'notGiven'],
  ['?error=', 'notGiven'],
  // Those of a sign-in's own window.
  ['?error=access_denied&state=x', undefined],
  ['?code=x&state=y', undefined],
  ['', undefined],
])('HI12 %s means %s', (search, means) => {
  expect(consentAnswer(search)).toBe(means);
});

test.each([
  ['given', `admin_consent=True&tenant=${TENANT}`, /concedido a Cadencia/, /has the permission/],
  ['declined', 'error=access_denied', /se rechazó o se canceló/, /declined or cancelled/],
  ['later', 'error=server_error', /no ha podido atenderlo ahora/, /could not do it now/],
  ['notGiven', 'error=invalid_client', /no se ha concedido/, /was not given/],
  ['lost', '', /Aquí no hay nada pendiente/, /Nothing is pending here/],
])(
  'HI12 %s is said in both languages, at 280 px, with nothing for axe and nothing of the address',
  async (step, query, es, en) => {
    const pictures = path.join(ROOT, 'pictures/sign-in');
    mkdirSync(pictures, { recursive: true });
    for (const [locale, said, close] of [
      ['es-CO', es, /Esta ventana se puede cerrar\.$/],
      ['en-GB', en, /You can close this window\.$/],
    ] as const) {
      const context = await browser.newContext({ locale, viewport: { width: 280, height: 300 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(
        `${tenant.pane}/signInReturn.html?${query}&error_description=AADSTS9%20%3Cb%3Eirene%40valdeolmo%3C%2Fb%3E`,
      );
      const text = page.locator('main p:visible');
      await text.filter({ hasText: said }).waitFor();
      const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ').trim();
      expect(shown).toMatch(close);
      expect(shown).not.toMatch(/AADSTS|irene|valdeolmo|[0-9a-f]{8}-/i);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ sideways, violations: await axeSays(page), complaints }).toEqual({
        sideways: 0,
        violations: [],
        complaints: [],
      });
      await takePicture(page, path.join(pictures, `${step}-${locale}.png`));
      await context.close();
    }
  },
);
