// BT: around the panel, as somebody new to it walks: the tab, the next session, a guest, a phone, English.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/demoTenant';
import { type MeetingTenant, startMeetingTenant } from '../support/meetingTenant';
import { addApp, capture, type MeetingRoom, openTeams, tryMeeting } from './meetingPages';

let tenant: MeetingTenant;
let browser: Browser;
let rooms: MeetingRoom[] = [];

const PICTURES = 'meeting-tab';
const WEEK = 7 * 24 * 60;

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startMeetingTenant(), startBrowser()]);
}, 240_000);
afterEach(async () => {
  const test = expect.getState().currentTestName?.slice(0, 3) ?? '';
  for (const [index, room] of rooms.entries()) {
    await room.picture(`${test} end ${index + 1}`);
    await room.close();
  }
  rooms = [];
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

const open = async (chat: string, people: readonly string[], look: Readonly<Record<string, string>> = {}) => {
  const room = await openTeams(browser, tenant.address, chat, people, look, PICTURES);
  rooms.push(room);
  return room;
};

test('BT1 in the tab a problem is brought, taken into the agenda and told to be', async () => {
  const { chat } = await tryMeeting(tenant.address, { start: '2026-11-24T11:00:00Z' });
  const first = await open(chat, ['irene']);
  await addApp(first);
  const attending = await open(chat, ['amparo'], { surface: 'tab' });
  await attending.page.setViewportSize({ width: 1180, height: 860 });
  const organising = await open(chat, ['irene'], { surface: 'tab' });
  await organising.page.setViewportSize({ width: 1180, height: 860 });
  const [amparo, irene] = [attending.at('amparo').panel, organising.at('irene').panel];
  await irene.getByRole('heading', { name: /^Semanal de Marketing y Ventas · / }).waitFor();
  await amparo.getByText(/aceptan \d de 8/).waitFor();
  await amparo.getByText('Modera Irene', { exact: false }).waitFor();

  const propose = async (title: string, internal: boolean) => {
    await amparo.getByRole('textbox', { name: '¿Qué problema traes?' }).fill(title);
    if (internal) await amparo.getByRole('checkbox', { name: 'solo interno' }).check();
    await amparo.getByRole('button', { name: 'Proponer' }).click();
  };
  await propose('Página de Gota 3 sin precios', false);
  await amparo.getByText('Propuesta enviada a Irene').waitFor();
  await propose('Descuentos que nadie aprueba', true);
  await organising.picture('BT1 proposed');
  await irene.getByText(/Amparo · Ventas · solo interno/).waitFor();
  await irene.getByRole('button', { name: 'A la agenda: Descuentos que nadie aprueba' }).click();
  await irene.getByText('✓ en la agenda').waitFor();
  await amparo.getByText('✓ en la agenda').waitFor();
  await irene.getByRole('heading', { name: 'Agenda · 35 de 35 min' }).waitFor();
  await attending.picture('BT1 attendee');
  expect(rooms.flatMap(({ problems }) => problems)).toEqual([]);
}, 180_000);

test('BT2 what one session leaves opens the next one, with its minutes; a task carried too often is decided on', async () => {
  const { chat } = await tryMeeting(tenant.address);
  const first = await open(chat, ['irene']);
  await addApp(first);
  const before = first.at('irene');
  await before.panel.getByRole('button', { name: 'Empezar' }).click();
  await before.panel.getByText('Punto 1 de 6').waitFor();
  await capture(before, 'Hugo: enviar la lista antes del viernes');
  await capture(before, 'Sergio: acordar qué es un lead aceptado antes del viernes');
  const more = () => before.panel.getByRole('button', { name: 'Más', exact: true }).click();
  const meet = async () => {
    tenant.later(36);
    await more();
    await before.panel.getByRole('button', { name: 'Terminar la reunión' }).click();
    await before.panel.getByRole('button', { name: 'Guardar el acta' }).click();
    await before.panel.getByText('El acta está guardada').waitFor();
  };
  await meet();
  tenant.later(WEEK - 40);
  await before.page.reload();
  await first.picture('BT2 second session');
  await before.panel.getByRole('button', { name: 'Empezar' }).click();
  await before.panel.getByText('Punto 1 de 6').waitFor();
  await before.panel.getByText('arrastrada 1 vez').first().waitFor();
  await first.picture('BT2 carried once');
  await meet();
  const tab = await open(chat, ['irene'], { surface: 'tab' });
  await tab.page.setViewportSize({ width: 1180, height: 860 });
  const irene = tab.at('irene').panel;
  tenant.later(WEEK - 40);
  await tab.page.reload();
  await irene.getByRole('button', { name: 'Sesión anterior: acta' }).click();
  await irene
    .getByRole('region', { name: 'Sesión anterior: acta' })
    .getByText(/enviar la lista/)
    .waitFor();
  await tab.picture('BT2 last minutes');
  await irene.getByRole('button', { name: 'Hecha: enviar la lista' }).click();
  await irene.getByText('Pendiente de antes: 1').waitFor();

  // Another session, and it must be decided on.
  await before.page.reload();
  await before.panel.getByRole('button', { name: 'Empezar' }).click();
  await before.panel.getByText('Punto 1 de 6').waitFor();
  await meet();
  tenant.later(WEEK - 40);
  await tab.page.reload();
  await irene.getByRole('button', { name: 'Decidir: acordar qué es un lead aceptado' }).click();
  await irene.getByRole('button', { name: 'Dividir: acordar qué es un lead aceptado' }).click();
  await tab.picture('BT2 decide');
  for (const [part, text] of [
    ['Parte 1', 'escribir qué es'],
    ['Parte 2', 'contarlo a ventas'],
  ] as const) {
    const group = irene.getByRole('group', { name: part });
    await group.getByRole('textbox', { name: 'Qué se hará' }).fill(text);
    await group.getByLabel('Fecha').fill('2026-12-18');
  }
  await irene.getByRole('button', { name: 'Guardar', exact: true }).click();
  await irene
    .getByRole('button', { name: 'Decidir: acordar qué es un lead aceptado' })
    .waitFor({ state: 'detached' });
  await tab.picture('BT2 split');
  expect(rooms.flatMap(({ problems }) => problems)).toEqual([]);
}, 240_000);

test('BT3 a guest takes part, and nothing internal comes into her browser', async () => {
  const { chat } = await tryMeeting(tenant.address, { guest: true });
  const inside = await open(chat, ['irene']);
  await addApp(inside);
  const irene = inside.at('irene');
  const outside = await openTeams(browser, tenant.address, chat, [], {}, PICTURES);
  rooms.push(outside);
  const bytes: string[] = [];
  outside.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => bytes.push(payload.toString())),
  );
  await outside.page.getByRole('combobox', { name: 'Añadir participante' }).selectOption('elena');
  const elena = outside.at('elena');
  await elena.panel.getByText('Leads de feria sin llamar').first().waitFor();
  const tab = await open(chat, ['rodrigo'], { surface: 'tab' });
  const rodrigo = tab.at('rodrigo').panel;
  await rodrigo.getByRole('textbox', { name: '¿Qué problema traes?' }).fill('Secreto de la casa');
  await rodrigo.getByRole('checkbox', { name: 'solo interno' }).check();
  await rodrigo.getByRole('button', { name: 'Proponer' }).click();
  await rodrigo.getByText('Propuesta enviada a Irene').waitFor();
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await elena.panel.getByText('Punto 1 de 6').waitFor();
  await capture(elena, 'idea: Un formulario más corto');
  await irene.panel.getByText('Un formulario más corto').first().waitFor();
  await capture(irene, 'idea: Llamar en 24 horas');
  await elena.panel.getByText('Llamar en 24 horas').first().waitFor();
  await outside.picture('BT3 guest');
  expect(bytes.join('')).toContain('Llamar en 24 horas');
  expect(bytes.join('')).not.toContain('Secreto');
  expect(rooms.flatMap(({ problems }) => problems)).toEqual([]);
}, 180_000);

test('BT4 in English the main path holds no Spanish; the stage is seen by everybody, a phone shows what is needed', async () => {
  const { chat } = await tryMeeting(tenant.address, { language: 'en' });
  const room = await open(chat, ['irene', 'rodrigo'], { locale: 'en-US' });
  await room.page.setViewportSize({ width: 1500, height: 860 });
  await addApp(room);
  const [irene, rodrigo] = [room.at('irene').panel, room.at('rodrigo').panel];
  await irene.getByRole('button', { name: 'Start', exact: true }).click();
  await irene.getByText('Item 1 of 6').waitFor();
  await rodrigo.getByText('Item 1 of 6').waitFor();
  await room.picture('BT4 running');
  const said = (await irene.locator('main').innerText()).replace(/Irene|Rodrigo/g, '');
  expect(said).not.toMatch(/[áéíóúñ¿¡]|\b(de|la|el|en|min restantes|quedan|reunión)\b/i);

  const phone = await open(chat, ['andres'], { client: 'android', locale: 'en-US' });
  const andres = phone.at('andres').panel;
  await andres.getByText('Item 1 of 6').waitFor();
  await andres.getByRole('button', { name: /Ask for the floor/ }).click();
  await irene
    .getByText(/Andrés/)
    .first()
    .waitFor();
  expect(await andres.getByRole('region', { name: 'Ideas' }).count()).toBe(0);
  await phone.picture('BT4 phone');
  expect(rooms.flatMap(({ problems }) => problems)).toEqual([]);
}, 180_000);
