// BI: what Microsoft 365 and the network do wrong. Pictures in pictures/bad-input.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { type AtOutlook, newMeeting, openOutlook } from './outlookPage';
import { calm, formTexts, INSERT, lookAt, planFirst, SEARCH, textOf, trouble } from './trouble';

let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

const SCHEDULES = 'getSchedule';

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
}, 240_000);
beforeEach(async () => {
  outlook = await openOutlook(browser, tenant.address, 'bad-input-service');
  outlook.page.setDefaultTimeout(10_000);
});
afterEach(async () => {
  await calm(tenant.address);
  await lookAt(outlook, `end-of-${expect.getState().currentTestName?.slice(0, 4) ?? ''}`).catch(() => 0);
  await outlook.close();
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

/** The press of what was told last; the pane may offer the same elsewhere. */
const retryBeside = ({ pane }: AtOutlook) =>
  pane
    .getByRole('group')
    .filter({ has: pane.getByRole('alert') })
    .getByRole('button', { name: 'Reintentar' })
    .click();

test('BI10 without the consent to plan it says who gives it, and goes on by itself once it is given', async () => {
  const { pane } = outlook;
  await trouble(tenant.address, { kind: 'scope', tier: 'plan' });
  await newMeeting(outlook);
  await pane.getByText(/Lo concede quien administra Microsoft 365/).waitFor();
  expect(await lookAt(outlook, 'no-consent')).toBeLessThanOrEqual(0);
  await calm(tenant.address);
  await pane.getByRole('button', { name: 'Iniciar sesión' }).click();
  await pane.getByRole('button', { name: SEARCH }).waitFor();
});

test('BI11 without the consent to follow up planning works; the areas stay in the mailbox, and it says so', async () => {
  const { pane, page } = outlook;
  await trouble(tenant.address, { kind: 'scope', tier: 'followUp' });
  await newMeeting(outlook);
  await pane.getByText('Las áreas se guardan en tu buzón: por ahora solo tú las ves.').waitFor();
  expect(await lookAt(outlook, 'kept-in-mailbox')).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Descartar' }).click();
  await planFirst(outlook);
  await pane.getByRole('button', { name: INSERT }).click();
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  expect(await lookAt(outlook, 'inserted-without-follow-up')).toBeLessThanOrEqual(0);
  expect(await pane.getByRole('alert').count()).toBe(0);
});

test('BI12 the first areas are planned, for the rest of this file', async () => {
  await planFirst(outlook);
});

test('BI13 429 for ten minutes says how long, offers to try again, and does not hang', async () => {
  const { pane } = outlook;
  await trouble(tenant.address, { kind: 'status', status: 429, retryAfter: '600', path: SCHEDULES });
  await newMeeting(outlook);
  const alert = pane.getByRole('alert');
  await alert.getByText(/10\smin/).waitFor();
  expect(await lookAt(outlook, 'throttled')).toBeLessThanOrEqual(0);
  expect(await textOf(alert)).toMatch(/No se pudieron leer los calendarios/);
  await calm(tenant.address);
  await retryBeside(outlook);
  await pane.getByText('Calendarios: 8 de 8').waitFor();
  await pane.getByRole('radio').first().waitFor();
  expect(await pane.getByRole('alert').count()).toBe(0);
});

test('BI14 429 at the very start says how long too, and starts by the same press', async () => {
  const { pane } = outlook;
  await trouble(tenant.address, { kind: 'status', status: 429, retryAfter: '600' });
  await newMeeting(outlook);
  await pane.getByText(/10\smin/).waitFor();
  expect(await lookAt(outlook, 'throttled-at-start')).toBeLessThanOrEqual(0);
  await calm(tenant.address);
  await pane.getByRole('button', { name: 'Reintentar' }).click();
  await pane.getByRole('radio').first().waitFor();
});

test('BI15 a service that is down is told, and [Reintentar] recovers', async () => {
  const { pane } = outlook;
  await trouble(tenant.address, { kind: 'status', status: 503, path: SCHEDULES });
  await newMeeting(outlook);
  await pane.getByText(/Calendarios: 0 de 8/).waitFor();
  expect(await lookAt(outlook, 'service-down-waiting')).toBeLessThanOrEqual(0);
  const alert = pane.getByRole('alert');
  await alert.waitFor({ timeout: 40_000 });
  expect(await lookAt(outlook, 'service-down')).toBeLessThanOrEqual(0);
  expect(await textOf(alert)).toMatch(/Microsoft 365 no responde ahora/);
  await calm(tenant.address);
  await retryBeside(outlook);
  await pane.getByRole('radio').first().waitFor();
});

test('BI16 the network gone in the middle of the search: what arrived stays, and it goes on later', async () => {
  const { pane, page } = outlook;
  await newMeeting(outlook);
  await pane.getByRole('radio').first().waitFor();
  await pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  await pane.getByRole('combobox', { name: /Añadir a Ventas/ }).click();
  await pane.getByRole('combobox', { name: /Añadir a Ventas/ }).fill('Gonzalo');
  await pane.locator('[role=option]', { hasText: 'Gonzalo' }).click();
  await page.route(/getSchedule/, (route) => route.abort('internetdisconnected'));
  await pane.getByRole('button', { name: SEARCH }).click();
  const alert = pane.getByRole('alert');
  await alert.waitFor({ timeout: 40_000 });
  expect(await lookAt(outlook, 'network-gone')).toBeLessThanOrEqual(0);
  expect(await textOf(alert)).toMatch(/No hay conexión/);
  // The eight that were read before still count; the ninth is told by name.
  await pane.getByText(/8 de 9/).waitFor();
  await pane.getByText(/No se pudo leer el calendario de Gonzalo/).waitFor();
  expect(await pane.getByRole('radio').count()).toBeGreaterThan(0);
  await page.unroute(/getSchedule/);
  await retryBeside(outlook);
  await pane.getByText(/9 de 9/).waitFor();
});

test('BI17 Esc cancels the loading; a press goes on with it', async () => {
  const { pane, page } = outlook;
  await trouble(tenant.address, { kind: 'latency', ms: 4000, path: SCHEDULES });
  await newMeeting(outlook);
  await pane.getByText(/Calendarios: 0 de \d+.*Esc cancela/).waitFor();
  expect(await lookAt(outlook, 'loading')).toBeLessThanOrEqual(0);
  await pane.getByRole('button', { name: 'Cancelar' }).focus();
  await page.keyboard.press('Escape');
  await pane
    .getByText(/Carga cancelada/)
    .first()
    .waitFor();
  expect(await lookAt(outlook, 'cancelled')).toBeLessThanOrEqual(0);
  expect((await formTexts(outlook)).title).toBe('');
  await calm(tenant.address);
  await pane.getByRole('button', { name: 'Reintentar' }).first().click();
  await pane.getByRole('radio').first().waitFor();
});

test('BI18 a token that expires in the middle is renewed without a word', async () => {
  const { pane } = outlook;
  await trouble(tenant.address, { kind: 'expired', path: SCHEDULES, times: 1 });
  await newMeeting(outlook);
  await pane.getByText(/Calendarios: (\d+) de \1/).waitFor();
  await pane.getByRole('radio').first().waitFor();
  expect(await pane.getByRole('alert').count()).toBe(0);
});
