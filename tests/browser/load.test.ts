// LD: what the pane weighs, what it shows first, and what it asks of the service. Times are measured by the bench.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { initialScripts, sourcesOf } from './initialScripts';
import { addTo, type AtOutlook, newMeeting, openOutlook } from './outlookPage';
import { watched, watchPanes } from './paneWatch';
import { INSERT, paneFrame, planFirst } from './trouble';

const BUDGET = 180_000;
const DAY_MS = 86_400_000;

type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestBody: unknown;
};
type Schedules = {
  readonly schedules: readonly string[];
  readonly startTime: { readonly dateTime: string };
  readonly endTime: { readonly dateTime: string };
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-load-'));
const log = path.join(folder, 'graph.jsonl');
let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

const exchanges = (): readonly Exchange[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Exchange);
const schedules = (): readonly Schedules[] =>
  exchanges()
    .filter((one) => one.path.endsWith('/getSchedule'))
    .map(({ requestBody }) => requestBody as Schedules);
const open = async () => {
  outlook = await openOutlook(browser, tenant.address, 'load');
  await watchPanes(outlook.page.context());
};
const times = () => outlook.pane.getByRole('radio').first().waitFor();

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant([], { GRAPH_LOG: log }), startBrowser()]);
}, 240_000);
beforeEach(open);
afterEach(() => outlook.close());
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('LD1 what the page loads before it first draws weighs at most 180 kB, compressed', async () => {
  const scripts = initialScripts('compose.html');
  expect(scripts).toHaveLength(1);
  expect(scripts.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(BUDGET);

  // The rest is held back: the pane draws without it.
  const first = scripts.map(({ file }) => path.basename(file));
  await outlook.page.route(/\/assets\/.*\.js$/, (route) =>
    first.some((name) => route.request().url().endsWith(name)) ? route.continue() : undefined,
  );
  await newMeeting(outlook);
  await outlook.pane.getByText('Preparando').waitFor();
  expect((await watched(await paneFrame(outlook))).drawn).not.toBeNull();
});

test('LD1 sign-in, Graph, Teams, the reading of HTML and the search are not in the first script', () => {
  const sources = initialScripts('compose.html').flatMap(({ file }) => sourcesOf(file));
  expect(sources.some((source) => source.includes('/react-dom/'))).toBe(true);
  const later = [
    '@azure/',
    '@microsoft/',
    'temporal-polyfill',
    'htmlparser2',
    'valibot',
    'src/app/planning/createPlanning',
    'src/domain/slots/search',
  ];
  expect(later.filter((one) => sources.some((source) => source.includes(one)))).toEqual([]);
});

test('LD2 a skeleton stands before any script has come', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await outlook.page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await newMeeting(outlook);
  const skeleton = outlook.pane.locator('.skeleton');
  await skeleton.getByText('reuniones de Marketing y Ventas').waitFor();
  expect(await skeleton.locator('i').count()).toBeGreaterThan(5);
  expect((await watched(await paneFrame(outlook))).drawn).toBeNull();
  await outlook.picture('skeleton');
  release();
  await outlook.pane.getByRole('button', { name: 'Buscar horario' }).waitFor();
  expect(await skeleton.count()).toBe(0);
});

test('LD3 eight people over 25 weeks cost one request for each 42 days, and the answer comes from a worker', async () => {
  await planFirst(outlook);
  await times();
  const asked = schedules();
  const days = daysOf(asked);
  expect(days).toBe(25 * 7);
  expect(asked).toHaveLength(Math.ceil(8 / 20) * Math.ceil(days / 42));
  for (const { schedules: mails } of asked) expect(mails).toHaveLength(8);

  const { asked: questions, workers } = await watched(await paneFrame(outlook));
  expect(questions).toContain('search');
  expect(workers).toHaveLength(1);
});

test('LD3 the search’s own code is in no script that the page itself runs', async () => {
  await newMeeting(outlook);
  await times();
  const frame = await paneFrame(outlook);
  const [worker = ''] = (await watched(frame)).workers;
  const run = await frame.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  const scripts = run.filter((name) => /^\/assets\/(?!holidays-)/.test(name) && !worker.endsWith(name));
  expect(scripts.length).toBeGreaterThan(4);
  const search = 'src/domain/slots/search.ts';
  const carriers = scripts.filter((name) => sourcesOf(name).some((source) => source.endsWith(search)));
  expect(carriers).toEqual([]);
  expect(sourcesOf(new URL(worker).pathname).some((source) => source.endsWith(search))).toBe(true);
});

test('LD4 the button that inserts stands, to a line, where it will be pressed while calendars are read', async () => {
  await outlook.page.route('**/getSchedule', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await newMeeting(outlook);
  await times();
  await outlook.page.waitForTimeout(300);
  const { primary } = await watched(await paneFrame(outlook));
  const tops = primary.filter(({ name }) => name === INSERT).map(({ top }) => top);
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(20);
});

test('LD5 opening again asks once for the same; in the pane only what is new is asked', async () => {
  const before = schedules().length;
  await newMeeting(outlook);
  await times();
  const reopened = schedules().slice(before);
  expect(reopened).toHaveLength(5);

  // Nothing is changed: nothing is asked.
  await outlook.pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  await outlook.pane.getByRole('button', { name: 'Buscar horario' }).click();
  await times();
  expect(schedules()).toHaveLength(before + 5);

  // One more person: only theirs.
  await outlook.pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  await addTo(outlook, 'Marketing', 'Daniel');
  await outlook.pane.getByRole('button', { name: 'Buscar horario' }).click();
  await outlook.pane.getByText('Calendarios: 9 de 9').waitFor();
  await times();
  const more = schedules().slice(before + 5);
  expect(more).toHaveLength(5);
  for (const { schedules: mails } of more) expect(mails).toEqual(['daniel.ferrandiz@valdeolmo.example']);
});

test('LD5 twelve weeks cost two requests', async () => {
  await newMeeting(outlook);
  await times();
  const before = schedules().length;
  await outlook.pane.getByRole('button', { name: 'Cambiar la serie' }).click();
  const field = outlook.pane
    .getByRole('spinbutton', { name: /sesiones/i })
    .or(outlook.pane.getByLabel(/sesiones/i))
    .first();
  await field.fill('12');
  await field.blur();
  await outlook.pane.getByRole('button', { name: 'Guardar' }).click();
  await outlook.pane.getByText('12 sesiones').first().waitFor();
  await times();
  const asked = schedules().slice(before);
  expect(daysOf(asked)).toBe(84);
  expect(asked).toHaveLength(2);
});

test('LD6 nothing was refused for asking too much at a time', () => {
  expect(exchanges().length).toBeGreaterThan(40);
  expect(exchanges().filter(({ status }) => status === 429)).toEqual([]);
});

/** The whole days from the first to the last that were asked for, a change of the clock aside. */
function daysOf(asked: readonly Schedules[]): number {
  const from = Math.min(...asked.map(({ startTime }) => Date.parse(`${startTime.dateTime}Z`)));
  const until = Math.max(...asked.map(({ endTime }) => Date.parse(`${endTime.dateTime}Z`)));
  return Math.round((until - from) / DAY_MS);
}
