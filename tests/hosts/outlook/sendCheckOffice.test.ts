/** @jest-environment node */
// The check at sending in a browser, asked by the demo's Outlook: with the stand-in and with the real Office.js.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { keyPeople } from '../../../src/app/planning/keyPeople';
import { writeProperty } from '../../../src/app/planning/itemProperty';
import type { AppointmentState } from '../../../src/demo/outlook/appointment';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { aSeries } from '../../support/aSeries';
import { startBrowser } from '../../support/browser';
import { buildDemo } from '../../support/outlook/demoBuild';
import type { SendBed } from '../../support/outlook/sendBed';

const ROOT = path.resolve(__dirname, '../../..');
const OFFICE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const HOSTS = {
  'the stand-in': {
    host: 'http://localhost:3978',
    pane: 'http://irene.localhost:3978',
    scripts: ['http://localhost:3978/standIn.js'],
    office: 'standIn',
  },
  'the real Office.js': {
    host: 'https://outlook.office.com',
    pane: 'https://cadencia.example',
    scripts: ['/officeBefore.js', `${OFFICE_JS}office.js`],
    office: 'real',
  },
} as const;

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await buildDemo({
    sendBed: path.join(ROOT, 'tests/support/outlook/sendBed.ts'),
    sendCheck: path.join(ROOT, 'src/entries/sendCheck/main.ts'),
  });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const html = (scripts: readonly string[]) =>
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Bed</title>${scripts
    .map((script) => `<script src="${script}"></script>`)
    .join('')}</head><body></body></html>`;

/** Every address is answered from disk. */
async function open({ host, pane, scripts, office }: (typeof HOSTS)[keyof typeof HOSTS]): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = (name: string) =>
      existsSync(name)
        ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(name, 'utf8') })
        : route.fulfill({ status: 404, body: '' });
    if (url.href.startsWith(OFFICE_JS)) return file(path.join(OFFICE, url.href.slice(OFFICE_JS.length)));
    if (url.pathname === '/host.html')
      return route.fulfill({
        contentType: 'text/html',
        body: html([]).replace('</body>', '<script src="/sendBed.js"></script></body>'),
      });
    if (url.pathname === '/sendCheck.html')
      return route.fulfill({ contentType: 'text/html', body: html([...scripts, '/sendCheck.js']) });
    return [host, pane].includes(url.origin as never) ? file(path.join(folder, url.pathname)) : route.abort();
  });
  await page.goto(`${host}/host.html?office=${office}&check=${encodeURIComponent(`${pane}/sendCheck.html`)}`);
  return page;
}

const send = (page: Page, change: Partial<AppointmentState>) =>
  page.evaluate((one) => (window as unknown as { bed: SendBed }).bed.send(one), change);

const LINK = '<a href="https://teams.microsoft.com/l/meetup-join/19%3ax">Unirse</a>';
const whole: Partial<AppointmentState> = {
  bodyHtml: `<html><body>${agendaToHtml(agendaTemplate('weekly', 'es'))}<p>${LINK}</p></body></html>`,
  required: [{ name: 'Persona s01', mail: 's01@valdeolmo.example' }],
  start: '2026-12-01T09:00',
  end: '2026-12-01T09:35',
  eventId: 'AAMk',
  properties: { cadencia: writeProperty({ series: 'x', keys: keyPeople(aSeries()) ?? '' }) },
};

test.each(Object.entries(HOSTS))(
  'HS3 a check that is asked for at sending answers by %s',
  async (_name, host) => {
    const page = await open(host);
    expect(await send(page, whole)).toBeUndefined();
    expect(await send(page, { ...whole, end: '2026-12-01T10:15' })).toBe(
      'La reunión dura 75 min: el máximo son 60 min.',
    );
    const { eventId: _unsaved, ...fresh } = whole;
    expect(await send(page, { ...fresh, bodyHtml: 'Hola', required: [] })).toMatch(
      /^La invitación no lleva la agenda.* Todavía no hay un enlace de Teams.* De Ventas no va ninguna persona clave\.$/,
    );
    expect(await send(page, { bodyHtml: 'Dentista', end: '2026-12-01T15:00' })).toBeUndefined();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.close();
  },
  120_000,
);
