/** @jest-environment node */
// One contract on everything that stands behind the port: the fake, the stand-in on plain http, the real Office.js.
import type { Browser } from 'playwright-core';
import { composeHostContract } from '../../contracts/composeHostContract';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { startBrowser } from '../../support/browser';
import { bundled } from '../../support/bundle';
import { openBed, routeRealOffice, standInBed } from '../../support/outlook/officeBed';

let folder: string;
let browser: Browser;
let standIn: Awaited<ReturnType<typeof standInBed>>;

beforeAll(async () => {
  folder = await bundled('demo');
  browser = await startBrowser();
  standIn = await standInBed(folder);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  standIn?.close();
});

composeHostContract('the fake', async () => {
  const host = fakeComposeHost();
  return {
    host,
    type: async (change) => host.type(change),
    save: async () => (host.save('AAMk-demo_1'), 'AAMk-demo_1'),
    refuseNext: async (what) =>
      host.failNext(what === 'settings' ? 'writeSetting' : 'write', { kind: 'refused', code: '9012' }),
    showTheme: async (theme) => host.showTheme(theme),
    isClosed: async () => host.discarded,
    reopen: async () => host,
    close: async () => undefined,
  };
});

composeHostContract('the stand-in on plain http', () => openBed(browser, async () => standIn.address));

// Office.js on the web (1.1.110) hands an Outlook add-in no colours at first, only their changes.
composeHostContract('the real Office.js', () => openBed(browser, (page) => routeRealOffice(page, folder)));
