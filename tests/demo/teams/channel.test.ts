/** @jest-environment node */
// The team's channel of the host page in a real browser over the emulator; pictures in pictures/teams.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { axeSays } from '../../support/axe';
import { startBrowser } from '../../support/browser';
import { takePicture } from '../../support/takePicture';
import { buildTeamsDemo, forgetBuilt, startTeamsDemo, type TeamsDemo } from '../../support/teams/teamsDemo';
import { until } from '../../support/teams/until';

const PICTURES = path.resolve(__dirname, '../../../pictures/teams');

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

async function open(people: string, more = '&surface=channel') {
  const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${demo.origin}/teams#team=1&people=${people}${more}`);
  await page.getByRole('heading', { name: /Marketing y Ventas/ }).waitFor();
  return { page, complaints };
}
const windowOf = (page: Page, name: RegExp): Locator => page.getByRole('region', { name });

/** The frame of somebody's tab once teams-js has its context. */
async function tabIn(page: Page, title: RegExp): Promise<Frame> {
  const element = await page.getByTitle(title).elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('no frame');
  await until(frame, 'document.documentElement.dataset.host === "teams"');
  return frame;
}
type Facts = { readonly channel: unknown; readonly series: string; readonly address: string };
const facts = (frame: Frame) => frame.evaluate('window.cadenciaTab.facts()') as Promise<Facts>;

/** Adds the tab by hand, for the series that stands first. */
async function addTab(page: Page, who: RegExp): Promise<void> {
  const window = windowOf(page, who);
  await window.getByRole('button', { name: 'Añadir una pestaña' }).click();
  await window.getByRole('button', { name: 'Añadir Cadencia' }).click();
  const app = page.frameLocator('iframe[title*="añadir"]');
  await app.getByRole('radio', { name: /^Semanal de Marketing y Ventas/ }).waitFor();
  await takePicture(page, path.join(PICTURES, 'addingTab.png'));
  await window.getByRole('button', { name: 'Guardar' }).click();
  await window.getByRole('tab', { name: /^Semanal de Marketing y Ventas/ }).waitFor();
}

/** Fluent's own marks around a group of tabs hand the focus on to the group at once. */
const DUMMIES = ['[data-tabster-dummy]'];

test('TH16 a tab is added to the channel through the app’s own page, and stands there for everybody and after a reload', async () => {
  await demo.begin();
  const { page, complaints } = await open('irene,rodrigo');
  await windowOf(page, /^Teams de Irene/)
    .getByText('Todavía no hay publicaciones.')
    .waitFor();
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await addTab(page, /^Teams de Irene/);
  const irene = await facts(await tabIn(page, /pestaña de Irene/));
  expect(irene.series).toMatch(/^[\da-f-]{36}$/);
  expect(irene.channel).toMatchObject({ channel: expect.stringContaining('@thread.tacv2') as string });
  const frame = await tabIn(page, /pestaña de Rodrigo/);
  expect(new URL(frame.url()).host).toMatch(/^rodrigo\.localhost/);
  expect(await facts(frame)).toEqual(irene);
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await takePicture(page, path.join(PICTURES, 'channel.png'));
  await page.reload();
  expect(await facts(await tabIn(page, /pestaña de Irene/))).toEqual(irene);
  expect(complaints).toEqual([]);
  await page.close();
});

test('TH17 a tab is renamed and taken away; the posts show what was said, and nothing in it runs', async () => {
  await demo.begin();
  const { page } = await open('irene');
  await addTab(page, /^Teams de Irene/);
  await page.getByRole('button', { name: 'Cambiar el nombre' }).click();
  const name = page.getByRole('textbox', { name: 'Nombre de la pestaña' });
  await name.fill('Seguimiento');
  await name.press('Enter');
  await page.getByRole('tab', { name: 'Seguimiento' }).waitFor();
  const person = (await page.evaluate(
    'fetch("/demo/config").then((one) => one.json()).then(({ organiser }) => organiser)',
  )) as string;
  const { body } = await demo.emulator.act(person, 'GET', '/me/joinedTeams');
  const [{ id: team = '' } = {}] = (body as { value: { id: string }[] }).value;
  const told = await demo.emulator.act(person, 'GET', `/teams/${team}/channels`);
  const [{ id: channel = '' } = {}] = (told.body as { value: { id: string }[] }).value;
  const messages = `/teams/${team}/channels/${encodeURIComponent(channel)}/messages`;
  await demo.emulator.act(person, 'POST', messages, {
    body: { contentType: 'html', content: '<p>Próxima: <b>martes</b></p><img src=x onerror="window.bad=1">' },
  });
  await page.getByRole('tab', { name: 'Publicaciones' }).click();
  await page.getByText('Próxima: martes').waitFor();
  expect(await page.evaluate('window.bad')).toBeUndefined();
  await page.getByRole('tab', { name: 'Seguimiento' }).click();
  await page.getByRole('button', { name: 'Quitar la pestaña' }).click();
  await until(page, '[...document.querySelectorAll("[role=tab]")].length === 1');
  await page.reload();
  await page.getByText('Próxima: martes').waitFor();
  expect(await page.getByRole('tab').count()).toBe(1);
  await page.close();
});

test('TH18 the personal place has no channel, and one of Teams’ own links leads from it into the tab', async () => {
  await demo.begin();
  const { page } = await open('irene');
  await addTab(page, /^Teams de Irene/);
  const tab = await tabIn(page, /pestaña de Irene/);
  const link = (await tab.evaluate('window.cadenciaTab.linkTo("part=rhythm")')) as string;
  const { series } = await facts(tab);
  await page.getByRole('button', { name: /^Opciones de Irene/ }).click();
  await page.getByLabel('Se ve').selectOption('personal');
  await until(
    page,
    '[...document.querySelectorAll("iframe")].some(({ src }) => src.includes("personal.html"))',
  );
  const personal = await tabIn(page, /pestaña de Irene/);
  expect(await facts(personal)).toMatchObject({ channel: null, series: null });
  await personal.evaluate(`window.cadenciaTab.openLink(${JSON.stringify(link)})`).catch(() => undefined);
  await until(
    page,
    '[...document.querySelectorAll("iframe")].some(({ src }) => src.includes("channel.html"))',
  );
  expect(await facts(await tabIn(page, /pestaña de Irene/))).toMatchObject({
    series,
    address: 'part=rhythm',
  });
  await page.close();
});

test('TH18 an address leads to a tab and a place in it, and to the personal place', async () => {
  await demo.begin();
  const { page } = await open('irene', '&surface=channel&theme=dark&locale=en-US');
  await page.getByRole('button', { name: 'Añadir una pestaña' }).click();
  await page.getByRole('button', { name: 'Cancelar' }).click();
  await page.close();
  const mine = await open('andres', '&surface=personal&entity=mine&sub=part%3Dtasks');
  const frame = await tabIn(mine.page, /pestaña de Andrés/);
  expect(new URL(frame.url()).pathname).toBe('/personal.html');
  await mine.page.close();
});

test('TH19 somebody’s activity shows what the app told them', async () => {
  const { page } = await open('irene');
  await page.route('**/demo/notices?*', (route) =>
    route.fulfill({ json: [{ id: 'one', preview: 'Rodrigo pide mover una sesión' }] }),
  );
  await page.getByRole('button', { name: 'Actividad de Irene Valcárcel Soto: 1' }).click();
  await page.getByText('Rodrigo pide mover una sesión').waitFor();
  expect(await axeSays(page, DUMMIES)).toEqual([]);
  await page.close();
});
