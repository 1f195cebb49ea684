// BC: settings of a series and the personal tab on the demo tenant.
import { readFileSync } from 'node:fs';
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

test('BC30 settings are kept at once for both heads; everything is one file; erasing asks first', async () => {
  team = await openTeam(browser, tenant.address, ['irene']);
  await addTab(team, /^Semanal/);
  const { app } = team.at('irene');
  await app.getByRole('tab', { name: 'Ajustes' }).click();
  await app.getByRole('combobox', { name: 'Añadir a Ventas: nombre' }).pressSequentially('nuri');
  await app.locator('[role=option]', { hasText: 'Nuria Batlle Serra' }).click();
  await app.getByRole('combobox', { name: 'Papel de Nuria Batlle Serra' }).selectOption('informed');
  const notices = app.getByRole('switch', { name: /Un aviso/ });
  await notices.click();
  await app.getByText('Guardando…').waitFor({ state: 'hidden' });
  await team.picture('BC30 settings');

  const saved = team.page.waitForEvent('download');
  await app.getByRole('button', { name: 'Exportar todo' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^cadencia-.*\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(() => JSON.parse(text) as unknown).not.toThrow();
  expect(text).toContain('Leads de feria sin llamar');

  await app.getByRole('combobox', { name: 'Borrar a una persona' }).selectOption('Hugo Santamarta Rey');
  await app.getByRole('button', { name: 'Borrar…' }).click();
  const question = app.getByRole('alertdialog');
  expect(await question.innerText()).toContain('Las versiones anteriores quedan');
  await question.press('Escape');
  await question.waitFor({ state: 'hidden' });
  expect(team.problems).toEqual([]);
  await team.close();

  team = await openTeam(browser, tenant.address, ['rodrigo']);
  const other = team.at('rodrigo').app;
  await other.getByText('Leads de feria sin llamar').first().waitFor();
  await other.getByRole('tab', { name: 'Ajustes' }).click();
  const role = other.getByRole('combobox', { name: 'Papel de Nuria Batlle Serra' });
  expect(await role.inputValue()).toBe('informed');
  expect(await other.getByRole('switch', { name: /Un aviso/ }).isChecked()).toBe(false);
  expect(await other.getByRole('button', { name: 'Pedir a Irene' }).count()).toBe(1);
  expect(team.problems).toEqual([]);
}, 180_000);

test('BC31 in the personal tab my tasks of all series stand late ones first; one is changed and stays so', async () => {
  team = await openTeam(browser, tenant.address, ['sergio'], { surface: 'personal' });
  const { app } = team.at('sergio');
  const tasks = app.getByRole('region', { name: 'Mis tareas' }).getByRole('listitem');
  await tasks.first().waitFor();
  expect(await tasks.first().innerText()).toMatch(/Llamar a los 21 restantes[^]*vencida/);
  await team.picture('BC31 mine');
  const state = app.getByRole('combobox', { name: 'Estado: Llamar a los 21 restantes' });
  await state.selectOption('inProgress');
  await app.getByText('Guardando…').waitFor({ state: 'hidden' });
  await team.page.reload();
  await state.waitFor();
  expect(await state.inputValue()).toBe('inProgress');
  expect(team.problems).toEqual([]);
}, 180_000);
