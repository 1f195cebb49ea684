// BN: who comes in wrongly, too early, too late, or while a service fails; against the real panel and the real server.
import { addApp, capture, type MeetingRoom, tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';
import { calm, trouble } from './trouble';

const DAY = 24 * 60;
const OFFLINE = 'Sin conexión: se guarda aquí';

const walks = meetingWalks('meeting-bad-input');
afterEach(() => calm(walks.tenant.address));

/** A meeting with the app in it, and its organiser at her panel. */
async function met(how: Readonly<Record<string, unknown>> = {}) {
  const meeting = await tryMeeting(walks.tenant.address, how);
  const room = await walks.open(meeting.chat, ['irene']);
  await addApp(room);
  return { meeting, room, irene: room.at('irene').panel };
}

/** Takes somebody out of the meeting's chat, or lets them join the meeting. */
async function chatMember(chat: string, person: string, how: 'join' | 'leave'): Promise<void> {
  const response = await fetch(`${walks.tenant.address}/demo/meeting/${how}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat, person }),
  });
  expect(response.status).toBe(200);
}

/** Somebody's id in the directory. */
async function idOf(key: string): Promise<string> {
  const { people } = (await (await fetch(`${walks.tenant.address}/demo/config`)).json()) as {
    people: readonly { readonly key: string; readonly id: string }[];
  };
  return people.find((one) => one.key === key)?.id ?? '';
}

/** The tenant's own time, as an instant so many minutes away. */
async function minutesFromNow(minutes: number): Promise<string> {
  const { now } = (await (await fetch(`${walks.tenant.address}/demo/config`)).json()) as { now: number };
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
  const other = await walks.open(meeting.chat, ['andres']);
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
    const { chat } = await tryMeeting(walks.tenant.address, how);
    const room = await walks.open(chat, ['irene']);
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
  expect(walks.problems()).toEqual([]);
}, 180_000);

test('BN13 tokens that expire in the middle are renewed without anybody noticing', async () => {
  const { meeting, room, irene } = await met();
  await irene.getByRole('button', { name: 'Empezar' }).click();
  const other = await walks.open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo');
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  // Longer than a token lives; the browsers' own clocks know nothing of it, so that they show the old one.
  walks.tenant.later(100);
  await trouble(walks.tenant.address, { kind: 'expired', times: 2 });
  walks.tenant.cut('rodrigo');
  await rodrigo.panel.getByText(OFFLINE).waitFor();
  await capture(rodrigo, 'idea: Con un permiso caducado');
  walks.tenant.mend('rodrigo');
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
  await trouble(walks.tenant.address, { kind: 'scope', tier: 'live', person: await idOf('rodrigo') });
  const other = await walks.open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo').panel;
  await rodrigo.getByRole('heading', { name: 'Falta un permiso' }).waitFor();
  await rodrigo.getByText(/pedírselo con este enlace a quien administra/).waitFor();
  await other.picture('BN14 consent');
  await calm(walks.tenant.address);
  await rodrigo.getByRole('button', { name: 'Iniciar sesión' }).click();
  await rodrigo.getByText('Leads de feria sin llamar').first().waitFor();
  expect(other.problems).toEqual([]);
}, 120_000);

test('BN15 with Graph down who is new reads so, and comes in by themselves once it answers; who is in stays', async () => {
  const { meeting, irene } = await met();
  await irene.getByRole('button', { name: 'Empezar' }).click();
  await irene.getByText('Punto 1 de 6').waitFor();
  const down = { kind: 'status', status: 503, path: '^/chats/', person: await idOf('rodrigo') } as const;
  await trouble(walks.tenant.address, down);
  const other = await walks.open(meeting.chat, ['rodrigo']);
  const rodrigo = other.at('rodrigo');
  await rodrigo.panel.getByRole('heading', { name: 'Todavía no se puede empezar' }).waitFor();
  await other.picture('BN15 down');
  expect(await rodrigo.panel.getByRole('button', { name: 'Iniciar sesión' }).count()).toBe(0);
  await calm(walks.tenant.address);
  await rodrigo.panel.getByText('Punto 1 de 6').waitFor();
  // What Graph said is old by now, and it does not answer: who was let in lately stays.
  walks.tenant.later(11);
  await trouble(walks.tenant.address, { ...down, path: '^/' });
  walks.tenant.cut('rodrigo');
  await rodrigo.panel.getByText(OFFLINE).waitFor();
  walks.tenant.mend('rodrigo');
  await rodrigo.panel.getByText('guardado').waitFor();
  await capture(rodrigo, 'idea: Aunque nadie conteste');
  await irene.getByText('Aunque nadie conteste').first().waitFor();
  expect(walks.problems()).toEqual([]);
}, 120_000);
