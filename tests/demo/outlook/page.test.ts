/** @jest-environment node */
// The host's pages in a real browser, over a small tenant; pictures in pictures/outlook.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { GraphEvent } from '../../../src/demo/outlook/graphEvent';
import { axeSays } from '../../support/axe';
import { takePicture } from '../../support/takePicture';
import { startBrowser } from '../../support/browser';
import { buildDemo } from '../../support/outlook/demoBuild';
import { smallTenant, type SmallTenant } from '../../support/outlook/smallTenant';

const PICTURES = path.resolve(__dirname, '../../../pictures/outlook');
const PANE = `<!doctype html><html lang="es"><head><title>Pane</title></head><body><main><h1>Pane</h1></main>
<script src="HOST/standIn.js"></script></body></html>`;
const PROPERTY =
  'String {00020329-0000-0000-C000-000000000046} Name cecp-00000000-0000-0000-0000-00000000cade';

let folder: string;
let browser: Browser;
let tenant: SmallTenant;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  folder = await buildDemo({
    sendCheck: path.resolve(__dirname, '../../../src/entries/sendCheck/main.ts'),
  });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  tenant = await smallTenant(folder, PANE);
});
afterEach(() => tenant.close());

const moment = (dateTime: string) => ({
  dateTime: `${dateTime}:00.0000000`,
  timeZone: 'Romance Standard Time',
});
const event = (id: string, subject: string, from: string, until: string, more: Partial<GraphEvent> = {}) =>
  tenant.events.set(id, { id, subject, start: moment(from), end: moment(until), isOrganizer: true, ...more });

async function open(where: string, size: readonly [number, number] = [1280, 800]) {
  const page = await browser.newPage({
    viewport: { width: size[0], height: size[1] },
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(tenant.origin + where);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints };
}

const picture = (page: Page, name: string) => takePicture(page, path.join(PICTURES, `${name}.png`));
const newMeeting = (page: Page) => page.getByRole('button', { name: /Nueva reunión|New meeting/ }).click();
const paneOf = async (page: Page) => {
  await page.getByRole('button', { name: 'Cadencia', exact: true }).click();
  const frame = page.frameLocator('aside iframe');
  await frame.locator('h1').waitFor();
  const pane = page.frames().find((one) => one.url().includes('/compose.html'));
  // What is drawn may be there before the script that speaks with the host.
  await pane?.waitForFunction(() => 'Office' in window);
  return pane;
};
const writes = () => tenant.exchanges.filter(({ method }) => method !== 'GET');

test.each(['es', 'en'])('OU1 the home page says what can be tried, in %s', async (language) => {
  const { page, complaints } = await open(`/?language=${language}`);
  await picture(page, `home-${language}`);
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  expect(complaints).toEqual([]);
  await page
    .getByRole('link', { name: /Irene Valcárcel Soto/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Nueva reunión|New meeting/ }).waitFor();
  expect(page.url()).toContain('person=irene');
  await page.close();
});

describe.each([
  ['es', 'light'],
  ['es', 'dark'],
  ['en', 'contrast'],
])('OU2 %s, %s', (language, theme) => {
  test('the week and the form with its pane: nothing for axe, no complaint', async () => {
    event('e1', 'Comité de dirección', '2026-11-23T09:30', '2026-11-23T11:00');
    event('e2', 'Otra cosa', '2026-11-23T10:30', '2026-11-23T11:30', { showAs: 'tentative' });
    event('e3', 'Feria', '2026-11-25T00:00', '2026-11-27T00:00', { isAllDay: true, showAs: 'free' });
    const { page, complaints } = await open(`/outlook?person=irene&language=${language}&theme=${theme}`);
    await page.getByRole('button', { name: /Comité de dirección/ }).waitFor();
    await picture(page, `week-${language}-${theme}`);
    expect(await axeSays(page, DUMMIES)).toEqual([]);
    await newMeeting(page);
    await paneOf(page);
    await picture(page, `form-${language}-${theme}`);
    expect(await axeSays(page, DUMMIES)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Fluent's own marks around a group of tabs hand the focus on to the group at once. */
const DUMMIES = ['[data-tabster-dummy]'];

test('OU3 an entry lies at its hours, beside what overlaps', async () => {
  event('e1', 'Uno', '2026-11-24T09:30', '2026-11-24T11:00');
  event('e2', 'Dos', '2026-11-24T10:00', '2026-11-24T10:30');
  const { page } = await open('/outlook?person=irene');
  const day = page.getByRole('region', { name: 'martes 24 noviembre' });
  const [one, two] = await Promise.all(
    ['Uno', 'Dos'].map((name) => day.getByRole('button', { name: new RegExp(`^${name}`) }).boundingBox()),
  );
  expect(one?.height).toBeGreaterThan(60);
  expect((two?.x ?? 0) - (one?.x ?? 0)).toBeGreaterThan(30);
  await page.close();
});

test('OU4 what is typed is sent as an event of Graph: people, times, repetition, Teams', async () => {
  const { page } = await open('/outlook?person=irene');
  await newMeeting(page);
  await page.getByLabel('Título').fill('Alinear');
  const required = page.getByRole('combobox', { name: 'Obligatorios' });
  await required.click();
  await required.pressSequentially('rodri');
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /Rodrigo/ })
    .click();
  await page.getByLabel('Día de inicio').fill('2026-12-01');
  await page.getByLabel('Hora de inicio').fill('17:15');
  await page.getByLabel('Se repite').selectOption({ label: 'Cada semana, el martes' });
  await page.getByLabel('Hasta').fill('2027-05-18');
  await page.getByRole('switch', { name: 'Reunión de Teams' }).click();
  await page.getByRole('textbox', { name: 'Descripción' }).fill('Hola');
  await picture(page, 'form-typed');
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await page.getByRole('button', { name: 'Enviar', exact: true }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  expect(writes()).toHaveLength(1);
  expect(writes()[0]).toMatchObject({
    method: 'POST',
    path: '/me/events',
    body: {
      subject: 'Alinear',
      start: { dateTime: '2026-12-01T17:15:00', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-12-01T17:45:00', timeZone: 'Romance Standard Time' },
      attendees: [{ type: 'required', emailAddress: { address: 'rodrigo.beltran@valdeolmo.example' } }],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
        range: { type: 'endDate', startDate: '2026-12-01', endDate: '2027-05-18' },
      },
    },
  });
  await page.close();
});

test('OU5 saving stores without inviting; sending it later invites', async () => {
  const { page } = await open('/outlook?person=irene');
  await newMeeting(page);
  await page.getByLabel('Título').fill('Borrador');
  await page.getByRole('combobox', { name: 'Opcionales' }).fill('fuera@otra.example');
  await page.getByLabel('Título').click();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Guardado. Nadie recibe nada todavía.').waitFor();
  expect((writes()[0]?.body as { attendees: unknown[] }).attendees).toEqual([]);
  await page.getByRole('button', { name: 'Cerrar' }).click();
  await page.getByRole('button', { name: /Borrador/ }).click();
  await page.getByText('fuera@otra.example').waitFor();
  await page.getByRole('button', { name: 'Enviar', exact: true }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  expect(writes()[1]).toMatchObject({
    method: 'PATCH',
    body: { attendees: [{ type: 'optional', emailAddress: { address: 'fuera@otra.example' } }] },
  });
  await page.close();
});

test('OU6 what the add-in writes appears in the form and goes with the event', async () => {
  const { page } = await open('/outlook?person=irene');
  await newMeeting(page);
  const pane = await paneOf(page);
  await pane?.evaluate(async () => {
    await Office.onReady();
    const item = Office.context.mailbox.item as unknown as Office.AppointmentCompose;
    const done = (run: (back: (result: unknown) => void) => void) => new Promise(run);
    await done((back) => item.subject.setAsync('Desde el panel', back));
    await done((back) =>
      item.body.setAsync('<h2>Agenda</h2>', { coercionType: Office.CoercionType.Html }, back),
    );
    const properties = (await done((back) => item.loadCustomPropertiesAsync(back))) as {
      value: Office.CustomProperties;
    };
    properties.value.set('cadencia', 'x');
    await done((back) => properties.value.saveAsync(back));
  });
  expect(await page.getByLabel('Título').inputValue()).toBe('Desde el panel');
  await page.getByRole('heading', { name: 'Agenda' }).waitFor();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Guardado.').waitFor();
  expect(writes()[0]?.body).toMatchObject({
    subject: 'Desde el panel',
    singleValueExtendedProperties: [{ id: PROPERTY, value: '{"cadencia":"x"}' }],
  });
  await page.close();
});

test('OU7 nothing typed is lost without a question', async () => {
  const { page } = await open('/outlook?person=irene');
  await newMeeting(page);
  await page.getByRole('button', { name: 'Cerrar' }).click();
  await newMeeting(page);
  await page.getByLabel('Título').fill('Algo');
  await page.getByRole('button', { name: 'Cerrar' }).click();
  const question = page.getByRole('alertdialog', { name: '¿Descartar los cambios?' });
  await question.waitFor();
  await picture(page, 'question');
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await question.getByRole('button', { name: 'Seguir editando' }).click();
  expect(await page.getByLabel('Título').inputValue()).toBe('Algo');
  await page.getByRole('button', { name: 'Descartar' }).click();
  await question.getByRole('button', { name: 'Descartar' }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  expect(writes()).toEqual([]);
  await page.close();
});

test('OU8 a failing mailbox says so and loses nothing', async () => {
  const { page } = await open('/outlook?person=irene');
  await newMeeting(page);
  await page.getByLabel('Título').fill('Algo');
  tenant.failNext(503);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('ErrorInternalServerError').waitFor();
  expect(await page.getByLabel('Título').inputValue()).toBe('Algo');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Guardado.').waitFor();
  await page.close();
});

test('OU9 somebody else’s meeting is shown and cannot be changed; scripts of a body do not run', async () => {
  event('e1', 'De otra persona', '2026-11-24T09:30', '2026-11-24T11:00', {
    isOrganizer: false,
    organizer: { emailAddress: { name: 'Rodrigo Beltrán Ayuso', address: 'r@x.example' } },
    body: {
      content:
        '<html><body><p onclick="top.hacked=1">Hola</p><img src=x onerror="top.hacked=1"></body></html>',
    },
    attendees: [{ type: 'required', emailAddress: { name: 'Irene', address: 'i@x.example' } }],
  });
  const { page } = await open('/outlook?person=irene');
  await page.getByRole('button', { name: /De otra persona/ }).click();
  await page.getByText('Organiza Rodrigo Beltrán Ayuso').waitFor();
  await picture(page, 'reading');
  expect(await page.getByRole('button', { name: 'Enviar' }).count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await page.close();
});

test('OU9 nothing of a body comes alive when it is edited, also not by being read twice', async () => {
  event('e1', 'Propia', '2026-11-24T09:30', '2026-11-24T11:00', {
    body: {
      content:
        '<p onclick="top.hacked=1">Hola</p><noscript><p title="</noscript><img src=x onerror=top.hacked=1>"></noscript>',
    },
  });
  const { page, complaints } = await open('/outlook?person=irene');
  await page.getByRole('button', { name: /Propia/ }).click();
  const editor = page.getByRole('textbox', { name: 'Descripción' });
  await editor.getByText('Hola').waitFor();
  expect(await editor.innerHTML()).toBe('<p>Hola</p>');
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
  expect(complaints).toEqual([]);
  await page.close();
});

test('OU13 beside a meeting that is only read stands the pane for it, which is told everything and changes nothing', async () => {
  event('e1', 'De otra persona', '2026-11-24T09:30', '2026-11-24T10:15', {
    isOrganizer: false,
    organizer: { emailAddress: { name: 'Rodrigo Beltrán Ayuso', address: 'r@x.example' } },
    location: { displayName: 'Sala Encina' },
    body: { content: '<p>Hola</p>' },
    attendees: [{ type: 'required', emailAddress: { name: 'Irene', address: 'i@x.example' } }],
  });
  const { page, complaints } = await open('/outlook?person=irene');
  await page.getByRole('button', { name: /De otra persona/ }).click();
  await page.getByRole('button', { name: 'Cadencia', exact: true }).click();
  await page.frameLocator('aside iframe').locator('h1').waitFor();
  const pane = page.frames().find((one) => one.url().includes('/read.html'));
  await pane?.waitForFunction(() => 'Office' in window);
  const told = await pane?.evaluate(async () => {
    await Office.onReady();
    const item = Office.context.mailbox.item as unknown as Office.AppointmentRead & { saveAsync?: unknown };
    const body = await new Promise<string>((resolve) =>
      item.body.getAsync('html' as Office.CoercionType, ({ value }) => resolve(value)),
    );
    return [
      item.subject,
      item.location,
      item.organizer.emailAddress,
      item.end.getTime(),
      body,
      item.saveAsync,
    ];
  });
  expect(told).toEqual([
    ...['De otra persona', 'Sala Encina', 'r@x.example', Date.UTC(2026, 10, 24, 9, 15)],
    ...[expect.stringContaining('Hola'), undefined],
  ]);
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await picture(page, 'reading-pane');
  expect(complaints).toEqual([]);
  expect(writes()).toEqual([]);
  await page.close();
});

test('OU10 another person has another calendar, and the pane another origin', async () => {
  const { page } = await open('/outlook?person=irene');
  await page.getByLabel('Persona').selectOption('rodrigo');
  await newMeeting(page);
  const pane = await paneOf(page);
  expect(new URL(pane?.url() ?? '').hostname).toBe('rodrigo.localhost');
  await page.close();
});

test('OU11 a saved Teams meeting has its link in the form, so that the next change keeps it', async () => {
  const { page } = await open('/outlook?person=irene');
  await newMeeting(page);
  await page.getByRole('switch', { name: 'Reunión de Teams' }).click();
  await page.getByRole('textbox', { name: 'Descripción' }).fill('Hola');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Unirse a la reunión ahora').waitFor();
  await page.getByRole('button', { name: 'Cerrar' }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  await page.close();
});

test('OU12 sending asks the add-in first: what it says can be heeded, or sent all the same', async () => {
  const { page, complaints } = await open('/outlook');
  await newMeeting(page);
  await page.getByLabel('Título').fill('Semanal');
  await page.getByRole('combobox', { name: 'Obligatorios' }).fill('rodrigo@fuera.example');
  await page.keyboard.press('Enter');
  await paneOf(page);
  const pane = page.frames().find((one) => one.url().includes('compose.html'));
  await pane?.evaluate(
    () =>
      new Promise<void>((done) => {
        const { item } = (window as unknown as { Office: typeof Office }).Office.context.mailbox;
        (item as unknown as Office.AppointmentCompose).loadCustomPropertiesAsync(({ value }) => {
          value.set('cadencia', '{"v":1,"series":"x"}');
          value.saveAsync(() => done());
        });
      }),
  );
  const send = page.getByRole('button', { name: 'Enviar', exact: true });
  const dialog = page.getByRole('alertdialog');
  await send.click();
  await dialog.getByText(/^La invitación no lleva la agenda.*Todavía no hay un enlace de Teams/).waitFor();
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await picture(page, 'before-sending');
  await dialog.getByRole('button', { name: 'No enviar' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(tenant.exchanges.filter(({ method }) => method === 'POST')).toEqual([]);
  await send.click();
  await dialog.getByRole('button', { name: 'Enviar de todos modos' }).click();
  await page.getByRole('button', { name: 'Nueva reunión' }).waitFor();
  expect(tenant.exchanges.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.close();
});
