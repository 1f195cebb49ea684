// AP1 to AP4: whoever administers the demo tenant, in the production's page over the demo's Graph and our own server.
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { initialScripts } from './initialScripts';
import { calm, trouble } from './trouble';

let tenant: DemoTenant;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1300, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.setDefaultTimeout(60_000);
  // A meeting in which Hugo is, so that there is something to try the live tier with.
  const made = await fetch(`${tenant.address}/demo/meeting`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ start: 'now', language: 'es' }),
  });
  expect(made.status).toBe(201);
}, 240_000);
afterEach(() => calm(tenant.address));
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

const adminPage = (): FrameLocator => page.frameLocator('iframe[src*="admin.html"]');
const state = (name: string) => adminPage().getByRole('row', { name: new RegExp(`^${name}`) });
const tested = async () => {
  await adminPage()
    .getByText(/Última prueba: hoy/)
    .waitFor();
  await adminPage().locator('[role=table][aria-busy=false]').waitFor();
};
async function again(): Promise<void> {
  await adminPage().getByRole('button', { name: 'Probar ahora' }).click();
  await adminPage().locator('[role=table][aria-busy=true]').waitFor();
  await tested();
}
const rows = async () =>
  (await adminPage().getByRole('row').allTextContents()).slice(1).map((text) => text.replace(/\s+/g, ' '));

test('AP1 from the demo’s home page to every tier, tried by real calls as the administrator', async () => {
  await page.goto(tenant.address);
  await page.getByRole('link', { name: 'Abrir la página de administración' }).click();
  await tested();
  await page.screenshot({ path: 'pictures/admin/demo.png' });
  expect(await adminPage().getByRole('heading', { level: 1 }).textContent()).toMatch(
    /^Cadencia en Valdeolmo Riego, S\.L\. · \d+\.\d+\.\d+ · hugo\.localhost:\d+$/,
  );
  for (const name of ['A Planificar', 'B Seguimiento', 'C Reunión en vivo', 'D Directorio'])
    expect(await state(name).textContent()).toContain('✓ Funciona');
  expect(await state('F Correo').textContent()).toContain('✓ Concedido');
  // The walk's tenant lives on another day than this machine, and the page says so.
  expect(
    await adminPage()
      .getByText(/servidor bien · .*reloj.* · el certificado lo lleva el proxy/)
      .count(),
  ).toBe(1);
  expect(await adminPage().getByRole('radio', { checked: true }).getAttribute('value')).toBe('persons');
  expect(problems).toEqual([]);
}, 120_000);

test('AP2 each tier that the tenant takes back is missing by itself, and comes back', async () => {
  const names = { followUp: 'B Seguimiento', live: 'C Reunión en vivo', directory: 'D Directorio' };
  for (const [tier, name] of Object.entries(names)) {
    await trouble(tenant.address, { kind: 'scope', tier });
    await again();
    const missing = (await rows()).filter((text) => /Sin conceder|⚠/.test(text));
    expect(missing.map((text) => text.startsWith(name))).toEqual([true]);
    await calm(tenant.address);
  }
  await again();
  expect((await rows()).filter((text) => /Sin conceder|⚠/.test(text))).toEqual([]);
}, 240_000);

test('AP3 all rooms come as one file, and go when their word is typed', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    adminPage().getByRole('button', { name: 'Exportar todo' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^cadencia-\d{4}-\d\d-\d\d\.jsonl$/);
  await adminPage().getByText('Archivo entregado al navegador.').waitFor();
  await adminPage().getByRole('button', { name: 'Borrar lo del servidor' }).click();
  const sheet = adminPage().getByRole('dialog');
  await sheet.getByRole('textbox').fill('BORRAR');
  await sheet.getByRole('button', { name: 'Borrar', exact: true }).click();
  await adminPage()
    .getByText(/reuniones borradas del servidor/)
    .waitFor();
  await adminPage()
    .getByText(/Ahora en el servidor: 0 reuniones/)
    .waitFor();
}, 120_000);

test('AP4 somebody else sees what works for them, and is told that the rest is not theirs', async () => {
  await page.goto('about:blank');
  await page.goto(`${tenant.address}/teams?language=es#team=1&people=irene&surface=admin`);
  await tested();
  await adminPage()
    .getByText(/son para quien administra/)
    .waitFor();
  expect(await state('A Planificar').textContent()).toContain('✓ Funciona');
  expect(await adminPage().getByRole('button', { name: 'Exportar todo' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  await page.screenshot({ path: 'pictures/admin/demo-member.png' });
  expect(problems).toEqual([]);
}, 120_000);

test('AP5 the page stands before its desk arrives: its first scripts are small', () => {
  const weight = initialScripts('admin.html').reduce((sum, { gzip }) => sum + gzip, 0);
  expect(weight).toBeLessThanOrEqual(180_000);
});
