// BN: who comes in wrongly, too early, too late, or while a service fails; against the real panel and the real server.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/demoTenant';
import { type MeetingTenant, startMeetingTenant } from '../support/meetingTenant';
import { addApp, capture, type MeetingRoom, openTeams, tryMeeting } from './meetingPages';
import { calm, trouble } from './trouble';

const DAY = 24 * 60;
const OFFLINE = 'Sin conexión: se guarda aquí';

let tenant: MeetingTenant;
let browser: Browser;
let rooms: MeetingRoom[] = [];

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startMeetingTenant(), startBrowser()]);
}, 240_000);
afterEach(async () => {
  await calm(tenant.address);
  for (const [index, room] of rooms.entries()) {
    await room.picture(`end of ${expect.getState().currentTestName?.slice(0, 4) ?? ''} ${index + 1}`);
    await room.close();
  }
  rooms = [];
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

/** Opens a window of Teams that the test closes at its end. */
async function open(chat: string, people: readonly string[]): Promise<MeetingRoom> {
  const room = await openTeams(browser, tenant.address, chat, people, {}, 'meeting-bad-input');
  rooms.push(room);
  return room;
}

/** A meeting with the app in it, and its organiser at her panel. */
async function met(how: Readonly<Record<string, unknown>> = {}) {
  const meeting = await tryMeeting(tenant.address, how);
  const room = await open(meeting.chat, ['irene']);
  await addApp(room);
  return { meeting, room, irene: room.at('irene').panel };
}

/** Takes somebody out of the meeting's chat, or lets them join the meeting. */
async function chatMember(chat: string, person: string, how: 'join' | 'leave'): Promise<void> {
  const response = await fetch(`${tenant.address}/demo/meeting/${how}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat, person }),
  });
  expect(response.status).toBe(200);
}

/** Somebody's id in the directory. */
async function idOf(key: string): Promise<string> {
  const { people } = (await (await fetch(`${tenant.address}/demo/config`)).json()) as {
    people: readonly { readonly key: string; readonly id: string }[];
  };
  return people.find((one) => one.key === key)?.id ?? '';
}

/** The tenant's own time, as an instant so many minutes away. */
async function minutesFromNow(minutes: number): Promise<string> {
  const { now } = (await (await fetch(`${tenant.address}/demo/config`)).json()) as { now: number };
  return new Date(now + minutes * 60_000).toISOString();
}

/** Teams of the demo asks only today's calendar for the part that somebody has. */
async function asOrganiser({ page }: MeetingRoom): Promise<void> {
  await page
    .getByRole('button', { name: /Opciones|Ajustes/ })
    .first()
    .click();
  await page.getByLabel('Papel').selectOption({ label: 'Organiza' });
  await page.keyboard.press('Escape');
}

test('BN11 somebody who is not in the chat is told so by name of the state, and comes in after joining once', async () => {
  const { meeting, irene } = await met();
  await irene.getByRole('button', { name: 'Empezar' }).click();
  await irene.getByText('Punto 1 de 6').waitFor();
  await chatMember(meeting.chat, 'andres', 'leave');
  const other = await open(meeting.chat, ['andres']);
  const andres = other.at('andres').panel;
  await andres.getByRole('heading', { name: 'Todavía fuera de esta reunión' }).waitFor();
  await other.picture('BN11 outside');
  // Nothing of the meeting is on the page.
  expect(await andres.locator('main').innerText()).not.toMatch(/Punto|Leads|Irene/);
  await andres.getByRole('button', { name: 'Reintentar' }).click();
  await andres.getByRole('heading', { name: 'Todavía fuera de esta reunión' }).waitFor();
  await chatMember(meeting.chat, 'andres', 'join');
  await andres.getByRole('button', { name: 'Reintentar' }).click();
  await andres.getByText('Punto 1 de 6').waitFor();
  expect(other.problems).toEqual([]);
}, 120_000);

test('BN12 a meeting of yesterday says its date, one of next year or last week that none is about now; nobody is told to be late', async () => {
  const panelOf = async (how: Readonly<Record<string, unknown>>) => {
    const { chat } = await tryMeeting(tenant.address, how);
    const room = await open(chat, ['irene']);
    await asOrganiser(room);
    await addApp(room);
    return room.at('irene').panel;
  };
  const yesterday = await panelOf({ adHoc: true, start: await minutesFromNow(-20 * 60) });
  await yesterday.getByRole('heading', { name: 'Esta reunión aún no tiene agenda' }).waitFor();
  await yesterday.getByText('lun 23 nov, 15:00–15:35').waitFor();
  // The weekly of yesterday leads to the session of next week.
  const weekly = await panelOf({ start: await minutesFromNow(-20 * 60) });
  await weekly.getByText(/^lun 30 nov, 15:00–15:35/).waitFor();
  const nextYear = await panelOf({ start: await minutesFromNow(365 * DAY) });
  const lastWeek = await panelOf({ adHoc: true, start: await minutesFromNow(-6 * DAY) });
  for (const panel of [nextYear, lastWeek]) {
    await panel.getByRole('heading', { name: 'Esta reunión aún no tiene agenda' }).waitFor();
    await panel.getByText(/no se ve ninguna sesión de esta reunión cerca de ahora/).waitFor();
  }
  for (const panel of [yesterday, weekly, nextYear, lastWeek])
    expect(await panel.getByRole('timer').count()).toBe(0);
  expect(rooms.flatMap(({ problems }) => problems)).toEqual([]);
}, 180_000);

test('BN13 tokens that expire in the middle are renewed without anybody noticing', async () => {
  const { meeting, room, irene } = await met();
  await irene.getByRole('button', { name: 'Empezar' }).click();
  const other = await open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo');
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  // Longer than a token lives; the browsers' own clocks know nothing of it, so that they show the old one.
  tenant.later(100);
  await trouble(tenant.address, { kind: 'expired', times: 2 });
  tenant.cut('rodrigo');
  await rodrigo.panel.getByText(OFFLINE).waitFor();
  await capture(rodrigo, 'idea: Con un permiso caducado');
  tenant.mend('rodrigo');
  await irene.getByText('Con un permiso caducado').first().waitFor();
  await rodrigo.panel.getByText('guardado').waitFor();
  for (const panel of [irene, rodrigo.panel]) {
    expect(await panel.getByRole('alert').count()).toBe(0);
    expect(await panel.getByRole('button', { name: 'Iniciar sesión' }).count()).toBe(0);
  }
  expect([...room.problems, ...other.problems]).toEqual([]);
}, 120_000);

test('BN14 without consent for the live meeting the permission is named; once it is given a press opens', async () => {
  const { meeting, room } = await met();
  await room.at('irene').panel.getByText('Leads de feria sin llamar').first().waitFor();
  await trouble(tenant.address, { kind: 'scope', tier: 'live', person: await idOf('rodrigo') });
  const other = await open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo').panel;
  await rodrigo.getByRole('heading', { name: 'Falta un permiso' }).waitFor();
  await rodrigo.getByText(/«Reunión en vivo»\. Lo concede quien administra/).waitFor();
  await other.picture('BN14 consent');
  await calm(tenant.address);
  await rodrigo.getByRole('button', { name: 'Iniciar sesión' }).click();
  await rodrigo.getByText('Leads de feria sin llamar').first().waitFor();
  expect(other.problems).toEqual([]);
}, 120_000);

test('BN15 with Graph down who is new reads so, and comes in by themselves once it answers; who is in stays', async () => {
  const { meeting, irene } = await met();
  await irene.getByRole('button', { name: 'Empezar' }).click();
  await irene.getByText('Punto 1 de 6').waitFor();
  const down = { kind: 'status', status: 503, path: '^/chats/', person: await idOf('rodrigo') } as const;
  await trouble(tenant.address, down);
  const other = await open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo');
  await rodrigo.panel.getByRole('heading', { name: 'Todavía no se puede empezar' }).waitFor();
  await other.picture('BN15 down');
  expect(await rodrigo.panel.getByRole('button', { name: 'Iniciar sesión' }).count()).toBe(0);
  await calm(tenant.address);
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  // What Graph said is old by now, and it does not answer: who was let in lately stays.
  tenant.later(11);
  await trouble(tenant.address, { ...down, path: '^/' });
  tenant.cut('rodrigo');
  await rodrigo.panel.getByText(OFFLINE).waitFor();
  tenant.mend('rodrigo');
  await rodrigo.panel.getByText('guardado').waitFor();
  await capture(rodrigo, 'idea: Aunque nadie conteste');
  await irene.getByText('Aunque nadie conteste').first().waitFor();
  expect(rooms.flatMap(({ problems }) => problems)).toEqual([]);
}, 120_000);
