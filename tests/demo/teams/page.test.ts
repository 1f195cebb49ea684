/** @jest-environment node */
// The host page in a real browser over the emulator; pictures in pictures/teams.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { axeSays } from '../../support/axe';
import { takePicture } from '../../support/takePicture';
import { startBrowser } from '../../support/browser';
import { buildTeamsDemo, forgetBuilt, startTeamsDemo, type TeamsDemo } from '../../support/teams/teamsDemo';
import { eventually } from '../../support/eventually';
import { until } from '../../support/teams/until';

const PICTURES = path.resolve(__dirname, '../../../pictures/teams');
const WIDE = { width: 1440, height: 860 };

let built: Awaited<ReturnType<typeof buildTeamsDemo>>;
let browser: Browser;
let demo: TeamsDemo;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  built = await buildTeamsDemo();
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  forgetBuilt(built);
});
beforeEach(async () => {
  demo = await startTeamsDemo(built);
});
afterEach(() => demo.close());

async function open(where: string) {
  const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/res\.cdn\.office\.net|ERR_/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(demo.origin + where);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints };
}
const meeting = (chat: string, people: string, more = '') =>
  `/teams#chat=${encodeURIComponent(chat)}&people=${people}${more}`;

/** The frame of somebody's app once teams-js has its context. */
async function appIn(page: Page, title: RegExp): Promise<Frame> {
  const element = await page.getByTitle(title).elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('no frame');
  await until(frame, 'document.documentElement.dataset.host === "teams"');
  return frame;
}
/** The same app loaded anew, as it is once its person or device was changed. */
async function appAfter(page: Page, title: RegExp, change: () => Promise<unknown>): Promise<Frame> {
  await (await appIn(page, title)).evaluate('window.before = true');
  await change();
  const isOld = async () => (await (await appIn(page, title)).evaluate('window.before')) === true;
  await eventually(async () => !(await isOld().catch(() => true)));
  return appIn(page, title);
}
const facts = (frame: Frame) =>
  frame.evaluate('window.cadenciaTest.facts()') as Promise<Record<string, unknown>>;

test('TH7 the start lists today’s meetings, and one press starts the trial weekly with two people in it', async () => {
  const { page, complaints } = await open('/teams');
  await page.getByRole('heading', { name: 'Reuniones de Teams de hoy' }).waitFor();
  expect(await axeSays(page)).toEqual([]);
  await demo.begin();
  await page.reload();
  await page
    .getByRole('button', { name: /^Entrar en/ })
    .first()
    .waitFor();
  await takePicture(page, path.join(PICTURES, 'start.png'));
  await page.getByRole('button', { name: 'Empezar la semanal de prueba' }).click();
  await page.getByRole('region', { name: 'Teams de Irene Valcárcel Soto' }).waitFor();
  expect(await page.getByRole('region', { name: /^Teams de/ }).count()).toBe(2);
  expect(complaints).toEqual([]);
  await page.close();
});

test('TH8 no panel before the app is in the meeting; adding it by hand goes through its own page, for everybody', async () => {
  const chat = await demo.begin();
  const { page, complaints } = await open(meeting(chat, 'irene,rodrigo'));
  const irene = page.getByRole('region', { name: 'Teams de Irene Valcárcel Soto' });
  const rodrigo = page.getByRole('region', { name: /^Teams de Rodrigo/ });
  await irene.getByText('Cadencia no está en esta reunión').waitFor();
  await rodrigo.getByText('Cadencia no está en esta reunión').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await axeSays(page)).toEqual([]);
  await takePicture(page, path.join(PICTURES, 'without.png'));
  await irene.getByRole('button', { name: 'Aplicaciones' }).click();
  await irene.getByRole('button', { name: 'Añadir Cadencia' }).click();
  await irene.getByTitle(/añadir/).waitFor();
  const save = irene.getByRole('button', { name: 'Guardar' });
  await until(
    page,
    '[...document.querySelectorAll("button")].some((one) => one.textContent === "Guardar" && !one.disabled)',
  );
  await takePicture(page, path.join(PICTURES, 'adding.png'));
  await save.click();
  const panel = await appIn(page, /panel de Rodrigo/);
  expect(new URL(panel.url()).host).toMatch(/^rodrigo\.localhost/);
  expect(new URL(panel.url()).pathname + new URL(panel.url()).search).toBe('/meeting.html');
  expect(await facts(panel)).toMatchObject({ surface: 'panel', place: { kind: 'chat', chat } });
  expect([demo.emulator.apps.installedIn(chat)?.chatId, demo.emulator.apps.tabsIn(chat).length]).toEqual([
    chat,
    1,
  ]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('TH9 what the app itself adds shows the panels without a press here', async () => {
  const chat = await demo.begin();
  const { page } = await open(meeting(chat, 'irene'));
  await page.getByText('Cadencia no está en esta reunión').waitFor();
  await demo.install(chat);
  await appIn(page, /panel de Irene/);
  await page.close();
});

test('TH10 each participant has their own origin, token, language and look; the panel is 280 wide', async () => {
  const chat = await demo.begin();
  await demo.install(chat);
  const { page, complaints } = await open(meeting(chat, 'irene,rodrigo,andres,hugo'));
  const [irene, andres] = [await appIn(page, /panel de Irene/), await appIn(page, /panel de Andrés/)];
  await appIn(page, /panel de Rodrigo/);
  await appIn(page, /panel de Hugo/);
  expect(await irene.evaluate('innerWidth')).toBe(280);
  expect([await facts(irene), await facts(andres)]).toMatchObject([{ locale: 'es-ES' }, { locale: 'es-CO' }]);
  const nameIn = async (frame: Frame) => {
    const token = (await frame.evaluate('window.cadenciaTest.token()')) as string;
    return (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { name: string })
      .name;
  };
  expect([await nameIn(irene), await nameIn(andres)]).toEqual([
    'Irene Valcárcel Soto',
    'Andrés Cuéllar Pombo',
  ]);
  await takePicture(page, path.join(PICTURES, 'sideBySide.png'));
  const windowOf = page.getByRole('region', { name: /^Teams de Irene/ });
  await windowOf.getByRole('button', { name: /^Opciones/ }).click();
  await windowOf.getByLabel('Aspecto').selectOption('dark');
  await until(irene, 'window.cadenciaTest.changes() === 1');
  expect(await irene.evaluate('window.cadenciaTest.theme()')).toBe('dark');
  expect(await axeSays(page)).toEqual([]);
  await takePicture(page, path.join(PICTURES, 'dark.png'));
  const english = () => windowOf.getByLabel('Idioma').selectOption('en-US');
  expect(await facts(await appAfter(page, /panel de Irene/, english))).toMatchObject({ locale: 'en-US' });
  const phone = () => windowOf.getByLabel('Aplicación').selectOption('android');
  expect(await facts(await appAfter(page, /panel de Irene/, phone))).toMatchObject({ small: true });
  expect(complaints).toEqual([]);
  await page.close();
});

test('TH11 somebody who speaks is told to all panels as one signal, by each one’s button and a box', async () => {
  const chat = await demo.begin();
  await demo.install(chat);
  const { page } = await open(meeting(chat, 'irene,rodrigo'));
  const frames = [await appIn(page, /panel de Irene/), await appIn(page, /panel de Rodrigo/)];
  const box = page.getByRole('checkbox', { name: 'Alguien habla en la reunión' });
  await box.check();
  await box.uncheck();
  for (const frame of frames) {
    await until(frame, 'window.cadenciaTest.heard.length === 2');
    expect(await frame.evaluate('window.cadenciaTest.heard')).toEqual([true, false]);
  }
  const [irene, rodrigo] = [/^Habla Irene/, /^Habla Rodrigo/].map((name) =>
    page.getByRole('button', { name }),
  );
  await irene?.click();
  await rodrigo?.click();
  await irene?.click();
  await page.getByRole('button', { name: /^Habla Rodrigo/, pressed: true }).waitFor();
  await rodrigo?.click();
  for (const frame of frames) {
    await until(frame, 'window.cadenciaTest.heard.length === 4');
    expect(await frame.evaluate('window.cadenciaTest.heard')).toEqual([true, false, true, false]);
  }
  await page.close();
});

test('TH12 what one shares stands on everybody’s stage, until somebody stops', async () => {
  const chat = await demo.begin();
  await demo.install(chat);
  const { page, complaints } = await open(meeting(chat, 'irene,rodrigo'));
  const irene = await appIn(page, /panel de Irene/);
  await appIn(page, /panel de Rodrigo/);
  expect(await irene.evaluate('window.cadenciaTest.share()')).toBe('done');
  const stage = await appIn(page, /escenario de Rodrigo/);
  expect(await facts(stage)).toMatchObject({ surface: 'stage' });
  expect(new URL(stage.url()).host).toMatch(/^rodrigo\.localhost/);
  await appIn(page, /escenario de Irene/);
  await takePicture(page, path.join(PICTURES, 'stage.png'));
  await page.getByRole('button', { name: 'Dejar de compartir' }).first().click();
  await until(page, 'document.querySelectorAll("iframe").length === 2');
  const windowOf = page.getByRole('region', { name: /^Teams de Irene/ });
  await windowOf.getByRole('button', { name: /^Opciones/ }).click();
  const attends = () => windowOf.getByLabel('Papel').selectOption('attendee');
  const app = await appAfter(page, /panel de Irene/, attends);
  expect(await app.evaluate('window.cadenciaTest.share()')).toBe('denied');
  expect(complaints).toEqual([]);
  await page.close();
});

test('TH13 the address opens surface, look and client directly, and follows who comes and goes', async () => {
  const chat = await demo.begin();
  await demo.install(chat);
  const { page } = await open(meeting(chat, 'irene', '&surface=tab&theme=contrast&locale=en-US'));
  const tab = await appIn(page, /pestaña de Irene/);
  expect(await facts(tab)).toMatchObject({ surface: 'tab', locale: 'en-US' });
  expect(await tab.evaluate('window.cadenciaTest.theme()')).toBe('contrast');
  expect(await tab.evaluate('innerWidth')).toBe(1100);
  await takePicture(page, path.join(PICTURES, 'tab.png'));
  await page.getByLabel('Añadir participante').selectOption({ label: 'Rodrigo Beltrán Ayuso' });
  await appIn(page, /panel de Rodrigo/);
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('people')).toBe('irene,rodrigo');
  await page.getByRole('button', { name: /^Quitar a Irene/ }).click();
  await until(page, 'document.querySelectorAll("iframe").length === 1');
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('people')).toBe('rodrigo');
  await page.close();
});

test('TH14 the chat shows what was said; nothing in it runs', async () => {
  const chat = await demo.begin();
  const { page, complaints } = await open(meeting(chat, 'irene'));
  const id = (await page.evaluate('fetch("/demo/config").then((one) => one.json())')) as {
    organiser: string;
  };
  await demo.emulator.act(id.organiser, 'POST', `/chats/${encodeURIComponent(chat)}/messages`, {
    body: { contentType: 'html', content: '<p>Acta <b>lista</b></p><img src=x onerror="window.bad=1">' },
  });
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await page.getByText('Acta lista').waitFor();
  expect(await page.evaluate('window.bad')).toBeUndefined();
  expect(await axeSays(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('TH15 a meeting that cannot be read says so, and can be tried again', async () => {
  const { page } = await open(meeting('19:meeting_nowhere@thread.v2', 'irene'));
  await page.getByText(/No se pudo hacer \(404/).waitFor();
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await page.getByText(/No se pudo hacer \(404/).waitFor();
  await page.close();
});

test('TH20 a call leaves its transcript later, or at once; files and the administrator’s switches stand beside it', async () => {
  const chat = await demo.begin();
  await demo.install(chat);
  const { page, complaints } = await open(meeting(chat, 'irene,rodrigo'));
  await appIn(page, /panel de Irene/);
  const told = () => page.waitForResponse((response) => response.url().endsWith('/demo/call'));
  const and = async (press: () => Promise<void>) => void (await Promise.all([told(), press()]));
  await and(() => page.getByRole('checkbox', { name: 'Transcribir' }).check());
  await and(() => page.getByRole('button', { name: /^Habla Irene/ }).click());
  demo.later(12);
  await and(() => page.getByRole('button', { name: /^Habla Irene/ }).click());
  demo.later(3);
  await page.getByRole('button', { name: 'Terminar la llamada' }).click();
  const pane = page.getByRole('region', { name: 'Llamada y transcripción' });
  await pane.getByText('La transcripción llega unos minutos después de la llamada.').waitFor();
  await takePicture(page, path.join(PICTURES, 'call.png'));
  expect(await pane.getByRole('link').count()).toBe(0);
  await pane.getByRole('button', { name: 'Que llegue ya' }).click();
  await pane.getByText('La transcripción está lista.').waitFor();
  const [transcript] = demo.emulator.artefacts.transcriptsOf(chat);
  expect(transcript?.cues.map(({ from, until }) => until - from)).toEqual([12_000]);
  expect(demo.emulator.artefacts.reportsOf(chat)[0]?.attendees).toHaveLength(2);
  for (const [name, file] of [
    ['Descargar .vtt', 'Semanal de Marketing y Ventas.vtt'],
    ['Descargar .docx', 'Semanal de Marketing y Ventas.docx'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pane.getByRole('link', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
  }
  const names = pane.getByRole('checkbox', { name: 'Con los nombres de quien habla' });
  expect(await names.isChecked()).toBe(false);
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/demo/switches')),
    names.click(),
  ]);
  expect(demo.emulator.switches.now()).toMatchObject({ attribution: true, transcripts: false });
  await page.waitForFunction(() => document.querySelectorAll('[role="group"] input:checked').length >= 2);
  expect(await axeSays(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
