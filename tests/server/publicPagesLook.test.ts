import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import { startBrowser } from '../support/browser';
import { axeSays } from '../support/axe';
import { overflow } from '../support/gallery/openGallery';
import { ROOT } from '../support/root';
import { takePicture } from '../support/takePicture';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-public-look-'));
const pictures = path.join(ROOT, 'pictures/public');
let app: FastifyInstance;
let browser: Browser;
let address = '';

beforeAll(async () => {
  ['assets', 'icons'].forEach((name) => mkdirSync(path.join(files, name)));
  for (const name of ['icon-32.png', 'icon-64.png'])
    copyFileSync(path.join(ROOT, 'manifest/icons', name), path.join(files, 'icons', name));
  mkdirSync(pictures, { recursive: true });
  const config = configFrom(
    {
      AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
      CLIENT_ID: '11111111-2222-4333-8444-555555555555',
      IMPRINT_URL: 'https://example.com/imprint',
    },
    files,
  );
  app = await createApp(config, { version: '1.2.3' });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  rmSync(files, { recursive: true });
});

const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['es', { locale: 'es-ES' }],
  ['en-dark', { locale: 'en-GB', colorScheme: 'dark' }],
  ['es-narrow', { locale: 'es-ES', viewport: { width: 280, height: 700 } }],
  ['en-forced', { locale: 'en-GB', forcedColors: 'active' }],
];

test.each(LOOKS)('SV24 the public pages, %s, are for everybody to read', async (name, options) => {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('requestfailed', (request) => void complaints.push(request.url()));
  for (const [at, what] of [
    ['/', 'home'],
    ['/privacy', 'privacy'],
    ['/terms', 'terms'],
  ] as const) {
    await page.goto(address + at);
    await takePicture(page, path.join(pictures, `${what}-${name}.png`), { fullPage: true });
    expect([what, await axeSays(page), await overflow(page)]).toEqual([what, [], 0]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(name.slice(0, 2));
  }
  // The way to the other language works without a script.
  await page.click('header a[hreflang]');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(name.startsWith('es') ? 'en' : 'es');
  expect(complaints).toEqual([]);
  await context.close();
});
