// BR: the whole product in a browser, as a person would use it. Pictures of every step in pictures/plan-weekly.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { agendaFromHtml } from '../../src/domain/agenda/html';
import { agendaTemplate } from '../../src/domain/agenda/templates';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { askGraph, seriesNamed } from './graphSide';
import { addTo, type AtOutlook, makeKey, newMeeting, openOutlook } from './outlookPage';
import { schemaViolations } from '../support/schemaCheck';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-browser-'));
const log = path.join(folder, 'graph.jsonl');
const TITLE = 'Semanal de Marketing y Ventas';

let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(['--https'], { GRAPH_LOG: log }), startBrowser()]);
}, 240_000);
beforeEach(async () => {
  outlook = await openOutlook(browser, tenant.address, 'plan-weekly');
});
afterEach(async () => {
  await outlook.picture(`end of ${expect.getState().currentTestName?.slice(0, 3) ?? ''}`);
  await outlook.close();
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('BR1 the first weekly series is planned in Spanish over both areas, inserted and sent', async () => {
  const { page, pane, picture } = outlook;
  await newMeeting(outlook);
  await pane.getByRole('button', { name: 'Buscar horario' }).waitFor();
  await picture('areas');
  for (const name of ['Bruno', 'Hugo', 'Catalina']) await addTo(outlook, 'Marketing', name);
  for (const name of ['Rodrigo', 'Amparo', 'Sergio', 'Andrés']) await addTo(outlook, 'Ventas', name);
  await makeKey(outlook, 'Bruno');
  await makeKey(outlook, 'Rodrigo');
  await picture('areas-filled');
  await pane.getByRole('button', { name: 'Buscar horario' }).click();

  await pane.getByText('Calendarios: 8 de 8').waitFor();
  const best = pane.getByRole('radio').first();
  await best.waitFor();
  await picture('slots');
  // As the story of the sample company has it; Bogotá's clock stands still when Madrid's changes.
  expect(await best.textContent()).toMatch(/mar 17:15 · Bogotá 11:15.*18 de 25/);
  await pane.getByRole('button', { name: 'Insertar en la invitación' }).click();
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  await picture('inserted');
  expect(await page.getByLabel('Título').inputValue()).toBe(TITLE);
  await pane.getByRole('button', { name: 'Volver' }).click();
  await pane.getByRole('radio').first().waitFor();
  await picture('filled');

  await page.getByRole('button', { name: 'Enviar' }).click();
  // Without Teams the check at sending asks.
  await page.getByRole('button', { name: 'Enviar de todos modos' }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  await page.getByRole('button', { name: 'Semana siguiente' }).click();
  await page.getByText(TITLE).first().waitFor();
  await picture('sent');

  const [event, ...others] = await seriesNamed(page, tenant.address, 'irene', TITLE);
  expect(others).toEqual([]);
  expect(event?.type).toBe('seriesMaster');
  expect(event?.recurrence?.pattern).toMatchObject({ type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] });
  expect(event?.start.dateTime).toMatch(/T17:15:00/);
  expect(event?.end.dateTime).toMatch(/T17:50:00/);
  const invited = event?.attendees.map(
    ({ type, emailAddress: { address } }) => `${type} ${address.split('@')[0]}`,
  );
  expect(invited?.sort()).toEqual([
    'optional amparo.lledo',
    'optional andres.cuellar',
    'optional catalina.ospina',
    'optional hugo.santamarta',
    'optional sergio.manrique',
    'required bruno.aldaz',
    'required rodrigo.beltran',
  ]);
  const { value: sessions } = await askGraph<{ value: unknown[] }>(
    page,
    tenant.address,
    'irene',
    ['Calendars.ReadWrite'],
    `/me/events/${event?.id}/instances?startDateTime=2026-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z&$top=100`,
  );
  expect(sessions).toHaveLength(25);
  expect(agendaFromHtml(event?.body.content ?? '')).toEqual(agendaTemplate('weekly', 'es', 35));
  expect(await seriesNamed(page, tenant.address, 'andres', TITLE)).toHaveLength(1);
  expect(outlook.complaints).toEqual([]);
});

test('BR2 with known areas the pane opens at the times, and two presses fill the invitation; undoing empties it', async () => {
  const { page, pane, picture } = outlook;
  await newMeeting(outlook);
  await pane.getByRole('radio').nth(1).waitFor();
  await pane.getByRole('radio').nth(1).click();
  await pane.getByRole('button', { name: 'Insertar en la invitación' }).click();
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  expect(await page.getByLabel('Título').inputValue()).toBe(TITLE);
  await pane.getByRole('button', { name: 'Deshacer' }).click();
  await pane.getByText('Como estaba antes').or(pane.getByRole('radio').first()).first().waitFor();
  expect(await page.getByLabel('Título').inputValue()).toBe('');
  await picture('undone');
});

test('BR3 created in Teams: the event is a Teams meeting with the alternative that was taken, and the form is gone', async () => {
  const { page, pane, picture } = outlook;
  await newMeeting(outlook);
  await pane.getByRole('radio').first().waitFor();
  await pane.getByRole('button', { name: 'Ver' }).click();
  await pane
    .getByRole('button', { name: /^Mover/ })
    .first()
    .click();
  await picture('alternative');
  await pane.getByRole('button', { name: 'Guardar' }).click();
  await pane.getByRole('button', { name: 'Crear en Teams' }).click();
  await pane.getByRole('heading', { name: 'Reunión creada en Teams' }).waitFor();
  await picture('created');
  // Outlook asks, as it does for every form that somebody wrote in.
  await page.getByRole('alertdialog').getByRole('button', { name: 'Descartar' }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  await picture('on-the-calendar');
  const made = await seriesNamed(page, tenant.address, 'irene', TITLE);
  const online = made.filter(({ isOnlineMeeting }) => isOnlineMeeting);
  expect(online).toHaveLength(1);
  expect(online[0]?.onlineMeeting?.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  expect(agendaFromHtml(online[0]?.body.content ?? '')).toEqual(agendaTemplate('weekly', 'es', 35));
  const { value: sessions } = await askGraph<{ value: { type: string }[] }>(
    page,
    tenant.address,
    'irene',
    ['Calendars.ReadWrite'],
    `/me/events/${online[0]?.id}/instances?startDateTime=2026-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z&$top=100`,
  );
  expect(sessions.filter(({ type }) => type === 'exception')).toHaveLength(1);
  expect(sessions).toHaveLength(25);
});

test('BR5 alternatives taken before sending wait, and are offered when the organiser opens the series again', async () => {
  const { page, pane, picture } = outlook;
  await newMeeting(outlook);
  await pane.getByRole('radio').first().waitFor();
  await pane.getByRole('button', { name: 'Ver' }).click();
  await pane
    .getByRole('button', { name: /^Mover/ })
    .first()
    .click();
  await pane.getByRole('button', { name: 'Guardar' }).click();
  await pane.getByRole('button', { name: 'Insertar en la invitación' }).click();
  await pane.getByText('1 cambio queda para cuando la serie esté en el calendario.').waitFor();
  // A title of its own, so that this series can be told from the others.
  await page.getByLabel('Título').fill('Semanal con cambios');
  await page.getByRole('button', { name: 'Enviar' }).click();
  // Without Teams the check at sending asks.
  await page.getByRole('button', { name: 'Enviar de todos modos' }).click();
  await page.getByRole('button', { name: 'Semana siguiente' }).click();
  await page
    .getByRole('button', { name: /Semanal con cambios/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Ver la serie' }).click();
  await page.getByRole('button', { name: 'Cadencia' }).first().click();
  await pane.getByText('1 sesión espera su cambio.').waitFor();
  await picture('waiting');
  await pane.getByRole('button', { name: 'Mover ahora' }).click();
  await pane.getByText('1 sesión espera su cambio.').waitFor({ state: 'detached' });
  await picture('moved');
  const [event] = await seriesNamed(page, tenant.address, 'irene', 'Semanal con cambios');
  const { value: sessions } = await askGraph<{ value: { type: string }[] }>(
    page,
    tenant.address,
    'irene',
    ['Calendars.ReadWrite'],
    `/me/events/${event?.id}/instances?startDateTime=2026-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z&$top=100`,
  );
  expect(sessions.filter(({ type }) => type === 'exception')).toHaveLength(1);
});

test('BR9 nothing that was asked or answered contradicts Microsoft’s schema', () => {
  const checked = schemaViolations(log);
  if (checked === undefined) return;
  expect(checked.exchanges).toBeGreaterThan(30);
  expect(checked.said).toMatch(/\b0 violations/);
});
