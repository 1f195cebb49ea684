// BQ: somebody who is invited reads the meeting in Outlook: the agenda, their tasks, a problem for the meeting.
import type { Frame, Locator } from 'playwright-core';
import { axeSays } from '../support/axe';
import {} from '../support/gallery/openGallery';
import { plannerTask } from './followSide';
import { initialScripts, sourcesOf } from './initialScripts';
import { addApp, tryMeeting } from './meetingPages';
import { meetingWalks } from './meetingWalks';
import { type AtOutlook, openOutlook } from './outlookPage';
import { calm, trouble } from './trouble';

const PICTURES = 'read-pane';
const BUDGET = 180_000;
const walks = meetingWalks(PICTURES);
let outlook: AtOutlook | undefined;

afterEach(async () => {
  await calm(walks.tenant.address);
  await outlook?.close();
  outlook = undefined;
});

/** Opens Outlook as somebody, and the meeting of that name with the pane beside it. */
async function read(person: string, title: RegExp, language = 'es') {
  const query = `?person=${person}&language=${language}`;
  outlook = await openOutlook(walks.browser, walks.tenant.address, PICTURES, query);
  const { page } = outlook;
  await page.getByRole('button', { name: title }).first().click();
  await page.getByRole('button', { name: 'Cadencia', exact: true }).click();
  const pane = page.frameLocator('iframe[src*="read.html"]');
  await pane.getByRole('heading', { level: 1, name: title }).waitFor();
  return { at: outlook, page, pane };
}

async function frameOf({ page }: AtOutlook): Promise<Frame> {
  const element = await page.locator('iframe[src*="read.html"]').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('no pane');
  return frame;
}

/** Goes on by the Tab key until that has the focus. */
async function tabTo({ page }: AtOutlook, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the Tab key never came there');
}

async function idOf(key: string): Promise<string> {
  const config = (await (await fetch(`${walks.tenant.address}/demo/config`)).json()) as {
    readonly people: readonly { readonly key: string; readonly id: string }[];
  };
  return config.people.find((one) => one.key === key)?.id ?? '';
}

/** Whether a series has records yet is asked by trying, and a browser logs the answer "no" as an error. */
const complaintsOf = ({ complaints }: AtOutlook) =>
  complaints.filter((said) => !/404.*approot:\/records-/.test(said));

const nothingForAxe = async (at: AtOutlook) => expect(await axeSays(await frameOf(at))).toEqual([]);

test('BQ1 by keyboard alone: the agenda, my tasks, one done, a problem brought, and the organiser has it', async () => {
  const { chat } = await tryMeeting(walks.tenant.address, { history: true });
  const first = await walks.open(chat, ['irene']);
  await addApp(first);
  await first.at('irene').panel.getByRole('button', { name: 'Empezar' }).waitFor();

  const { at, page, pane } = await read('sergio', /^Semanal de Marketing y Ventas/);
  await pane.getByRole('heading', { name: 'Agenda · 35 de 35 min' }).waitFor();
  await pane.getByText('mar 24 nov, 11:00–11:35 · 35 min').waitFor();
  await pane.getByText('Bogotá 5:00').waitFor();
  await pane.getByRole('heading', { name: 'Mis tareas de esta serie: 1' }).waitFor();
  await pane.getByText('Llamar a los 21 restantes').waitFor();
  await pane.getByRole('textbox', { name: '¿Qué problema traes?' }).waitFor();
  await at.picture('BQ1 whole');
  await nothingForAxe(at);

  await page.getByRole('button', { name: 'Cadencia', exact: true }).focus();
  await tabTo(at, pane.getByRole('link', { name: 'Abrir el chat de la reunión en Teams' }));
  const state = pane.getByRole('combobox', { name: 'Estado: Llamar a los 21 restantes' });
  await tabTo(at, state);
  await page.keyboard.press('H');
  await pane.getByText('No queda ninguna tarea abierta.').waitFor();
  expect(await plannerTask(page, walks.tenant.address, 'sergio', 'Llamar a los 21 restantes')).toMatchObject({
    percentComplete: 100,
  });

  await tabTo(at, pane.getByRole('textbox', { name: '¿Qué problema traes?' }));
  await page.keyboard.type('Nadie mide las llamadas');
  await page.keyboard.press('Enter');
  await pane.getByText('Propuesta enviada a Irene').waitFor();
  await at.picture('BQ1 brought');
  await nothingForAxe(at);

  const organising = await walks.open(chat, ['irene'], { surface: 'tab' });
  await organising.page.setViewportSize({ width: 1180, height: 860 });
  const tab = organising.at('irene').panel;
  await tab.getByRole('button', { name: 'A la agenda: Nadie mide las llamadas' }).click();
  await pane.getByText('✓ en la agenda').waitFor();

  // Whoever only reads the invitation does not sit in the meeting.
  await first.at('irene').panel.getByRole('button', { name: 'Empezar' }).click();
  await pane.getByText('La reunión está en marcha.', { exact: false }).waitFor();
  await at.picture('BQ1 under way');
  expect(complaintsOf(at)).toEqual([]);
  expect(walks.problems()).toEqual([]);
}, 240_000);

test('BQ2 in English, in Bogotá: the reader’s own clock first', async () => {
  await tryMeeting(walks.tenant.address, { language: 'en' });
  const { at, pane } = await read('andres', /^Marketing and Sales Weekly/, 'en');
  await pane.getByRole('heading', { name: 'Agenda · 35 of 35 min' }).waitFor();
  await pane.getByText(/Madrid (?:11|12):\d\d/).waitFor();
  const field = pane.getByRole('textbox', { name: 'Which problem do you bring?' });
  await field.fill('Prices are missing');
  await pane.getByRole('button', { name: 'Propose' }).click();
  await pane.getByText('Prices are missing', { exact: true }).waitFor();
  await at.picture('BQ2 english');
  await nothingForAxe(at);
  expect(complaintsOf(at)).toEqual([]);
}, 120_000);

test('BQ3 each tier that is missing is named, the agenda stays, and a press goes on once it is given', async () => {
  await tryMeeting(walks.tenant.address, { language: 'en' });
  const person = await idOf('hugo');
  await trouble(
    walks.tenant.address,
    { kind: 'scope', tier: 'live', person },
    { kind: 'scope', tier: 'followUp', person },
  );
  const { at, pane } = await read('hugo', /^Marketing and Sales Weekly/, 'es');
  await pane.getByRole('heading', { name: /^Agenda · 35 de 35/ }).waitFor();
  await pane.getByText('«Seguimiento»', { exact: false }).waitFor();
  await pane.getByText('«Reunión en vivo»', { exact: false }).waitFor();
  await at.picture('BQ3 missing');
  await nothingForAxe(at);
  await calm(walks.tenant.address);
  for (const [part, button] of [
    ['Mis tareas de esta serie', 'Reintentar'],
    ['Traer un problema', 'Iniciar sesión'],
  ] as const)
    await pane.getByRole('region', { name: part }).getByRole('button', { name: button }).click();
  await pane.getByRole('textbox', { name: '¿Qué problema traes?' }).waitFor();
  await pane.getByRole('heading', { name: 'Mis tareas de esta serie: 0' }).waitFor();
}, 120_000);

test('BQ4 a meeting without an agenda of ours says whose it is to put one in, and asks the service for nothing', async () => {
  await tryMeeting(walks.tenant.address, { adHoc: true });
  const { at, page, pane } = await read('amparo', /^Reunión sin preparar/);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/graph\/|\/rooms/.test(request.url()) && request.frame() !== page.mainFrame())
      asked.push(request.url());
  });
  await pane.getByRole('heading', { name: 'Esta invitación no tiene agenda de Cadencia' }).waitFor();
  await at.picture('BQ4 no agenda');
  await nothingForAxe(at);
  expect(await pane.getByRole('button').count()).toBe(0);
  expect(asked).toEqual([]);
}, 120_000);

test('BQ5 its first script weighs at most 180 kB, compressed, and holds nothing that is needed later', () => {
  const scripts = initialScripts('read.html');
  expect(scripts).toHaveLength(1);
  const weight = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  process.stderr.write(`the first script of read: ${weight} bytes\n`);
  expect(weight).toBeLessThanOrEqual(BUDGET);
  const sources = scripts.flatMap(({ file }) => sourcesOf(file));
  const later = [
    ...['@azure/', '@microsoft/', 'temporal-polyfill', 'htmlparser2', 'valibot', '/yjs/'],
    ...['src/app/reading/createReading', 'src/app/meeting/createMeetingDesk', 'src/app/follow/personal.ts'],
    ...['src/surfaces/meetingTab/', 'src/locale/es/meetingWords'],
  ];
  expect(sources.some((source) => source.includes('/react-dom/'))).toBe(true);
  expect(later.filter((one) => sources.some((source) => source.includes(one)))).toEqual([]);
});
