// BK: the product with the keyboard alone; no mouse. Pictures of the steps in pictures/keyboard.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { seriesNamed } from './graphSide';
import { choose, focusOf, press, seenFocus, tabTo } from './keyboard';
import { type AtOutlook, openOutlook } from './outlookPage';

const TITLE = 'Semanal de Marketing y Ventas';
/** A screen that is being written, read or fetched may take this long to say where one is. */
const DRAWN = 3_000;

let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

const toThePane = async (screen: RegExp) => {
  await tabTo(outlook, /^Nueva reunión$/);
  await press(outlook, 'Enter', DRAWN);
  await tabTo(outlook, /^Cadencia$/, 'Shift+Tab');
  await press(outlook, 'Enter', DRAWN);
  await outlook.pane.getByRole('button', { name: screen }).first().waitFor();
};

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
}, 240_000);
beforeEach(async () => {
  outlook = await openOutlook(browser, tenant.address, 'keyboard');
  outlook.page.setDefaultTimeout(10_000);
  await outlook.page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
});
afterEach(async () => {
  await outlook.picture(`end-of-${expect.getState().currentTestName?.slice(0, 3) ?? ''}`);
  await outlook.close();
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

test('BK1 the first series is planned and sent with the keyboard alone, and what has the focus is always in sight', async () => {
  const { page, pane, picture } = outlook;
  await toThePane(/^Buscar horario$/);
  await tabTo(outlook, /^Añadir a Marketing/);
  for (const name of ['Bruno', 'Hugo', 'Catalina']) await choose(outlook, name);
  const bruno = await tabTo(outlook, /^Papel de Bruno/, 'Shift+Tab');
  expect(bruno.value).toBe('optional');
  expect((await press(outlook, 'ArrowUp')).value).toBe('key');
  await tabTo(outlook, /^Añadir a Ventas/);
  await picture('combobox');
  for (const name of ['Rodrigo', 'Amparo', 'Sergio', 'Andrés']) await choose(outlook, name);
  await tabTo(outlook, /^Papel de Rodrigo/, 'Shift+Tab');
  expect((await press(outlook, 'ArrowUp')).value).toBe('key');
  await picture('key');
  await tabTo(outlook, /^Buscar horario$/);
  await picture('before-search');
  await press(outlook, 'Enter', DRAWN);
  await pane.getByText('Calendarios: 8 de 8').waitFor();
  await pane.getByRole('radio').first().waitFor();

  const best = await tabTo(outlook, /25 sesiones/);
  const second = await press(outlook, 'ArrowDown');
  expect(second.name).toMatch(/25 sesiones/);
  expect(second.name).not.toBe(best.name);
  expect((await press(outlook, 'ArrowUp')).name).toBe(best.name);
  await picture('chosen');
  await tabTo(outlook, /^Insertar en la invitación$/);
  await press(outlook, 'Enter', DRAWN);
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  expect((await seenFocus(outlook, 'inserting', DRAWN)).inPane).toBe(true);
  await picture('inserted');
  await tabTo(outlook, /^Enviar$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  // Without Teams the check at sending asks.
  await page.getByRole('alertdialog').waitFor();
  await tabTo(outlook, /^Enviar de todos modos$/);
  await press(outlook, 'Enter', DRAWN);
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  await seenFocus(outlook, 'sending', DRAWN);
  expect(await seriesNamed(page, tenant.address, 'irene', TITLE)).toHaveLength(1);
  expect(outlook.complaints).toEqual([]);
});

test('BK2 two presses fill the invitation, Esc goes back, and undoing leaves the focus beside its button', async () => {
  const { page, pane, picture } = outlook;
  await toThePane(/^Insertar en la invitación$/);
  await pane.getByRole('radio').first().waitFor();
  await tabTo(outlook, /25 sesiones/);
  await press(outlook, 'ArrowDown');
  await tabTo(outlook, /^Insertar en la invitación$/);
  await press(outlook, 'Space', DRAWN);
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  await seenFocus(outlook, 'inserting', DRAWN);
  expect(await page.getByLabel('Título').inputValue()).toBe(TITLE);
  await press(outlook, 'Escape', DRAWN);
  await pane.getByRole('radio').first().waitFor();
  await tabTo(outlook, /^Deshacer$/);
  await picture('before-undo');
  await press(outlook, 'Enter');
  await page.waitForFunction(() => document.querySelector('input[value^="Semanal"]') === null);
  const { inPane, name } = await seenFocus(outlook, 'undoing');
  expect([inPane, name]).toEqual([true, expect.stringMatching(/^(Deshacer|Insertar en la invitación)$/)]);
});

test('BK3 a screen is opened and left with the keyboard, and the focus is on the button that opened it', async () => {
  const { pane, picture } = outlook;
  await toThePane(/^Insertar en la invitación$/);
  await pane.getByRole('radio').first().waitFor();
  for (const opener of [
    /^Cambiar la serie$/,
    /^Cambiar las áreas$/,
    /^Ver las sesiones$/,
    /^Editar la agenda$/,
  ]) {
    const { name } = await tabTo(outlook, opener);
    await press(outlook, 'Enter', DRAWN);
    await tabTo(outlook, /^Volver$/, 'Tab', 3);
    await picture(name);
    expect((await press(outlook, 'Escape', DRAWN)).name).toBe(name);
  }
});

test('BK4 every field of the areas is in sight when the focus comes to it, forwards and backwards, in a low window', async () => {
  const { page, picture } = outlook;
  await page.setViewportSize({ width: 1100, height: 520 });
  await toThePane(/^Insertar en la invitación$/);
  await tabTo(outlook, /^Cambiar las áreas$/);
  await press(outlook, 'Enter', DRAWN);
  await tabTo(outlook, /^Horas y periodos protegidos de Marketing/);
  await press(outlook, 'Enter');
  await tabTo(outlook, /^Buscar horario$/);
  await picture('foot');
  await tabTo(outlook, /^Volver$/, 'Shift+Tab');
});

test('BK5 what goes with its own button hands the focus to its neighbour', async () => {
  const { pane } = outlook;
  await toThePane(/^Insertar en la invitación$/);
  await tabTo(outlook, /^Cambiar las áreas$/);
  await press(outlook, 'Enter', DRAWN);
  await tabTo(outlook, /^Quitar Hugo/);
  const next = await press(outlook, 'Enter');
  expect(next.name).toMatch(/^Papel de Catalina/);
  await tabTo(outlook, /^Quitar Catalina/);
  await press(outlook, 'Enter');
  expect(await pane.getByRole('button', { name: /^Quitar Catalina/ }).count()).toBe(0);
  expect((await focusOf(outlook)).inPane).toBe(true);
});
