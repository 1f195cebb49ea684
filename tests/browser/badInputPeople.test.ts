// BI: what a person gives wrongly, or cannot give. Pictures in pictures/bad-input.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { addTo, type AtOutlook, newMeeting, openOutlook } from './outlookPage';
import { chooseEight, formTexts, INSERT, lookAt, removeFrom, SEARCH, textOf } from './trouble';

let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  outlook = await openOutlook(browser, tenant.address, 'bad-input-people');
  outlook.page.setDefaultTimeout(6_000);
  await newMeeting(outlook);
  await outlook.pane.getByRole('button', { name: SEARCH }).waitFor();
}, 240_000);
afterEach(() => lookAt(outlook, `end-of-${expect.getState().currentTestName?.slice(0, 4) ?? ''}`));
afterAll(async () => {
  await outlook?.close();
  await browser?.close();
  await tenant?.stop();
});

test('BI1 with one side missing it says which before the search, and the search says what to do', async () => {
  const { pane } = outlook;
  await pane.getByText('Falta alguien de Ventas').waitFor();
  expect(await lookAt(outlook, 'one-side-missing')).toBeLessThanOrEqual(0);
  await pane.getByRole('button', { name: SEARCH }).click();
  await pane.getByRole('heading', { name: 'Nadie puede a la vez' }).waitFor();
  expect(await lookAt(outlook, 'one-side-missing-searched')).toBeLessThanOrEqual(0);
  await pane.getByText('Falta alguien de Ventas').waitFor();
  expect(await pane.getByRole('button', { name: INSERT }).isDisabled()).toBe(true);
  expect((await formTexts(outlook)).title).toBe('');
});

test('BI2 with nobody at all the search cannot be pressed, and it says why', async () => {
  const { pane } = outlook;
  await pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  await removeFrom(outlook, 'Irene');
  await pane.getByText('Falta alguien de Marketing').waitFor();
  await pane.getByText('Falta alguien de Ventas').waitFor();
  expect(await lookAt(outlook, 'nobody-added')).toBeLessThanOrEqual(0);
  expect(await pane.getByRole('button', { name: SEARCH }).isDisabled()).toBe(true);
  await pane.getByRole('button', { name: 'Volver' }).click();
  await pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  await pane.getByText('Irene Valcárcel Soto').waitFor();
});

test('BI3 a mailbox that fails and an outsider are told by name, never free, and the rest goes on', async () => {
  const { pane } = outlook;
  await chooseEight(outlook);
  await addTo(outlook, 'Ventas', 'Camilo');
  await addTo(outlook, 'Ventas', 'carla@cliente.example');
  expect(await lookAt(outlook, 'outsider-added')).toBeLessThanOrEqual(0);
  await pane.getByRole('button', { name: SEARCH }).click();
  await pane
    .getByText(/No se pudo leer el calendario de Camilo\. Su tiempo cuenta como desconocido/)
    .waitFor();
  await pane.getByText(/Calendarios: 9 de 9/).waitFor();
  await pane.getByRole('radio').first().waitFor();
  expect(await lookAt(outlook, 'unknown-mailboxes')).toBeLessThanOrEqual(0);
  expect(await pane.getByRole('radio').count()).toBeGreaterThan(2);
  // The outsider has no calendar to read: no data like Camilo, and neither of them is said to be busy.
  const best = await textOf(pane.getByRole('radio').first());
  expect(best).toMatch(/sin datos de Camilo y carla/);
  expect(best).not.toMatch(/pueden todos|no pueden? nunca/i);
});

test('BI4 nobody can at the same time: why, and the change that helps; inserting stays shut', async () => {
  const { pane } = outlook;
  await pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  // Carla of another company as key person: nobody knows her time, so it is never free.
  await pane.getByRole('combobox', { name: /Papel de carla/ }).selectOption({ label: 'Persona clave' });
  await pane
    .getByText(/es de fuera/)
    .last()
    .waitFor();
  await pane.getByRole('button', { name: SEARCH }).click();
  await pane.getByRole('heading', { name: 'Nadie puede a la vez' }).waitFor();
  expect(await lookAt(outlook, 'no-common-hours')).toBeLessThanOrEqual(0);
  await pane.getByText(/Si carla no fuera persona clave: hasta \d+ sesiones/).waitFor();
  expect(await pane.getByRole('button', { name: INSERT }).isDisabled()).toBe(true);
});

test('BI5 a past first week and a length of 0 or 61 are refused in words, and what was there stays', async () => {
  const { pane } = outlook;
  await pane.getByRole('button', { name: 'Cambiar la serie' }).click();
  const minutes = pane.getByLabel('Minutos (15 a 60)');
  for (const wrong of ['0', '61']) {
    await minutes.fill(wrong);
    await minutes.blur();
    await pane.getByText('Solo un número entero de 15 a 60. Sigue en 35.').waitFor();
    expect(await minutes.inputValue()).toBe('35');
    expect(await lookAt(outlook, `length-${wrong}`)).toBeLessThanOrEqual(0);
  }
  const from = pane.getByLabel('Primera semana (desde)');
  const before = await from.inputValue();
  await from.fill('2020-01-06');
  await from.blur();
  await pane.getByText(/Esa semana ya pasó/).waitFor();
  expect(await lookAt(outlook, 'past-week')).toBeLessThanOrEqual(0);
  expect(await from.inputValue()).toBe(before);
  await minutes.fill('40');
  await pane.getByRole('button', { name: 'Guardar' }).click();
  await pane.getByText(/Semanal · 40.min/).waitFor();
});
