// BL: what the meeting's page weighs, what it shows first, what a tick touches, and what opening asks of the service.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { ROOT } from '../support/root';
import { initialScripts, sourcesOf } from './initialScripts';
import { frameOf } from './meetingKeys';
import {
  addApp,
  type AtMeeting,
  type MeetingRoom,
  openTeams,
  type TriedMeeting,
  tryMeeting,
} from './meetingPages';

const BUDGET = 180_000;
/** Of what is fetched while the host is asked, and needed only once somebody is in: Graph, sign-in, the room. */
const LATER = [
  'src/entries/meeting/meet.ts',
  // The desk is in files of its own since the read pane shares it.
  'src/app/meeting/',
  'src/app/updateSeries.ts',
  '@azure/',
  'temporal-polyfill',
  '@hocuspocus/',
  'src/graph/',
];
const FOLDER = 'meeting-load';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-meeting-load-'));
const log = path.join(folder, 'graph.jsonl');
let tenant: DemoTenant;
let browser: Browser;
let meeting: TriedMeeting;
let room: MeetingRoom;

const exchanges = () =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(
      (line) =>
        JSON.parse(line) as { readonly method: string; readonly path: string; readonly status: number },
    );

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant([], { GRAPH_LOG: log }), startBrowser()]);
  meeting = await tryMeeting(tenant.address);
  const first = await openTeams(browser, tenant.address, meeting.chat, ['irene'], {}, FOLDER);
  await addApp(first);
  await first.at('irene').panel.getByRole('button', { name: 'Empezar' }).waitFor();
  await first.close();
}, 240_000);
afterEach(() => room.close());
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Teams without anybody in it, so that a test can hold things back before the panel is opened. */
const openEmpty = async (): Promise<Page> => {
  room = await openTeams(browser, tenant.address, meeting.chat, [], {}, FOLDER);
  return room.page;
};
const enter = async (page: Page): Promise<AtMeeting> => {
  const hash = new URLSearchParams({ chat: meeting.chat, people: 'irene' });
  await page.goto('about:blank');
  await page.goto(`${tenant.address}/teams#${hash.toString()}`);
  return room.at('irene');
};
const isOurs = (url: string) => new URL(url).hostname === 'irene.localhost';
const nameOf = (url: string) => new URL(url).pathname;

test('BL1 what the panel loads before it first draws weighs at most 180 kB, compressed', async () => {
  expect(initialScripts('meeting.html')).toHaveLength(1);
  const loaded = new Set<string>();
  const held = new Set<string>();
  const page = await openEmpty();
  // What is not needed yet never comes: the panel draws without it.
  await page.route(/\/assets\/.*\.js$/, (route) => {
    const url = route.request().url();
    if (!isOurs(url)) return route.continue();
    const later = sourcesOf(nameOf(url)).some((source) => LATER.some((one) => source.includes(one)));
    (later ? held : loaded).add(nameOf(url));
    return later ? undefined : route.continue();
  });
  const { panel } = await enter(page);
  await panel.locator('main:not(.skeleton) h1').waitFor();
  await room.picture('first screen');
  const weight = [...loaded].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(ROOT, 'dist/client', file)), { level: 9 }).length,
    0,
  );
  process.stderr.write(
    `the panel's first scripts: ${loaded.size}, ${weight} bytes; held back: ${held.size}\n`,
  );
  expect(held.size).toBeGreaterThan(2);
  expect(weight).toBeGreaterThan(100_000);
  expect(weight).toBeLessThanOrEqual(BUDGET);
});

test('BL2 a skeleton stands before any script has come, also where none ever does', async () => {
  const page = await openEmpty();
  await page.route(/\/assets\/.*\.js$/, (route) =>
    isOurs(route.request().url()) ? undefined : route.continue(),
  );
  const at = await enter(page);
  await at.panel.locator('.skeleton').getByText('reuniones de Marketing y Ventas').waitFor();
  expect(await at.panel.locator('.skeleton i').count()).toBeGreaterThan(5);
  await room.picture('skeleton');
  const frame = await frameOf(at);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
});

test('BL3 a tick touches nothing outside of the timer, before the start and while the meeting runs', async () => {
  const at = await enter(await openEmpty());
  const start = at.panel.getByRole('button', { name: 'Empezar' });
  const touched = async () =>
    (await frameOf(at)).evaluate(async () => {
      let outside: string[] = [];
      let inside = 0;
      let last = performance.now();
      const observer = new MutationObserver((changes) => {
        for (const { target, type } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          if (element?.closest('[role=timer]')) inside += 1;
          else outside.push(`${type} ${element?.outerHTML.slice(0, 200)}`);
          if (outside.length > 0) last = performance.now();
        }
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      const pause = () => new Promise((done) => setTimeout(done, 50));
      // What was learnt while the panel opened, and who came in, is drawn once nothing else moves any more.
      while (performance.now() - last < 1_500) {
        await pause();
        outside = [];
      }
      inside = 0;
      while (inside < 5) await pause();
      observer.disconnect();
      return outside;
    });
  await start.waitFor();
  expect(await touched()).toEqual([]);
  await start.click();
  await at.panel.getByText('Punto 1 de 6').waitFor();
  expect(await touched()).toEqual([]);
}, 120_000);

test('BL4 opening the panel asks Graph at most eight things, none twice', async () => {
  const page = await openEmpty();
  await page.waitForTimeout(500);
  const before = exchanges().length;
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const ours = request.frame().url().includes('/meeting.html');
    if (ours && url.pathname.includes('/graph/') && request.method() !== 'OPTIONS') asked.push(url.href);
  });
  const { panel } = await enter(page);
  await panel.getByText('Modera Irene').first().waitFor();
  await page.waitForTimeout(1_000);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.length).toBeLessThanOrEqual(8);
  expect(
    exchanges()
      .slice(before)
      .filter(({ status }) => status === 429 || status >= 500),
  ).toEqual([]);
});
