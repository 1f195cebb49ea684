// BC: the channel's tab in its channel, from adding it to the year after.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { addTab, type AtTeam, openTeam } from './channelPages';
import { tryMeeting } from './meetingPages';

let tenant: DemoTenant;
let browser: Browser;
let team: AtTeam | undefined;
beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  await tryMeeting(tenant.address, { history: true });
}, 240_000);
afterEach(async () => {
  await team?.close();
  team = undefined;
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

test('BC1 the tab is set up in the channel for a series, and after a reload it still shows it, to everybody', async () => {
  team = await openTeam(browser, tenant.address, ['irene']);
  await team.page.getByRole('tab', { name: 'Publicaciones' }).waitFor();
  await team.page.getByRole('button', { name: 'Añadir una pestaña' }).click();
  await team.page.getByRole('button', { name: 'Añadir Cadencia' }).click();
  const dialog = team.page.frameLocator('iframe[src*="tabSettings"]');
  await dialog.getByRole('radiogroup', { name: '¿Qué serie?' }).waitFor();
  await team.picture('BC1 choosing');
  await team.page.getByRole('button', { name: 'Cancelar' }).click();
  // The one that is not first: what is chosen is what is kept.
  await addTab(team, /^Semanal/);
  const { app } = team.at('irene');
  await app.getByRole('tab', { name: 'Tareas' }).waitFor();
  await app.getByText('Leads de feria sin llamar').first().waitFor();
  await team.picture('BC1 added');

  await team.page.reload();
  await app.getByText('Leads de feria sin llamar').first().waitFor();
  await team.picture('BC1 reloaded');
  expect(team.problems).toEqual([]);
  await team.close();

  team = await openTeam(browser, tenant.address, ['rodrigo']);
  await team.at('rodrigo').app.getByText('Leads de feria sin llamar').first().waitFor();
  await team.picture('BC1 somebody else');
  expect(team.problems).toEqual([]);
}, 180_000);

test('BC3 the personal place has my tasks and sessions of all series, and leads to the channel of one', async () => {
  team = await openTeam(browser, tenant.address, ['irene']);
  await addTab(team, /^Semanal/);
  await team.at('irene').app.getByText('Leads de feria sin llamar').first().waitFor();
  await team.close();

  team = await openTeam(browser, tenant.address, ['andres'], { surface: 'personal' });
  const { app } = team.at('andres');
  await app.getByText('Tabla de precios por volumen').waitFor();
  await app.getByText('Mensual de dirección de Marketing y Ventas').first().waitFor();
  await team.picture('BC3 mine');
  await app
    .getByRole('button', { name: /Semanal de Marketing y Ventas/ })
    .first()
    .click();
  await team.page
    .getByRole('tab', { name: /^Semanal/ })
    .last()
    .waitFor();
  await app.getByRole('tab', { name: 'Tareas' }).waitFor();
  await team.picture('BC3 channel');
  expect(team.problems).toEqual([]);
}, 180_000);
