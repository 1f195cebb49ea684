/** @jest-environment node */
// HD2: what a device has told, in the database of a real browser
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import ts from 'typescript';
import type { ToldHere } from '../../src/app/ports/toldHere';
import { startBrowser } from '../support/browser';
import { ROOT } from '../support/root';

const { ESNext } = ts.ModuleKind;
const source = readFileSync(path.join(ROOT, 'src/hosts/keep/deviceTold.ts'), 'utf8');
const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/': [
    'text/html',
    `<!doctype html><title>told</title>
     <script type="importmap">{ "imports": { "idb-keyval": "/idb.js" } }</script>
     <script type="module">import { createDeviceTold } from '/told.js'; globalThis.told = createDeviceTold();</script>`,
  ],
  '/told.js': [
    'text/javascript',
    ts.transpileModule(source, { compilerOptions: { module: ESNext } }).outputText,
  ],
  '/idb.js': [
    'text/javascript',
    readFileSync(path.join(ROOT, 'node_modules/idb-keyval/dist/index.js'), 'utf8'),
  ],
};
const server = createServer(({ url = '' }, response) => {
  const file = files[url];
  if (file === undefined) return void response.writeHead(404).end();
  response.setHeader('content-type', file[0]);
  response.end(file[1]);
});

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await startBrowser();
}, 120_000);
beforeEach(async () => void (context = await browser.newContext()));
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  server.close();
});

async function opened(script?: string): Promise<Page> {
  const page = await context.newPage();
  if (script !== undefined) await page.addInitScript(script);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.told');
  return page;
}
type Told = { readonly told: ToldHere };
const has = (page: Page, what: string) =>
  page.evaluate((one) => (globalThis as unknown as Told).told.has(one), what);
const add = (page: Page, what: string) =>
  page.evaluate((one) => (globalThis as unknown as Told).told.add(one), what);

test('HD2 what was told on this device is known in the next window, and nothing else is', async () => {
  const page = await opened();
  expect(await has(page, 'balance/1')).toBe(false);
  await add(page, 'balance/1');
  await page.close();
  const next = await opened();
  expect([await has(next, 'balance/1'), await has(next, 'balance/2')]).toEqual([true, false]);
});

test('HD2 where nothing can be kept it is told again, and nothing fails', async () => {
  const page = await opened(
    'Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } })',
  );
  await add(page, 'balance/1');
  expect(await has(page, 'balance/1')).toBe(false);
});
