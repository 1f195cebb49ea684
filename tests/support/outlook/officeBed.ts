import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import type { AppointmentForm, ComposeHost, HostTheme } from '../../../src/app/ports/composeHost';
import { PortFailure } from '../../../src/app/ports/failure';
import type { OpenedComposeHost } from '../../contracts/composeHostContract';
import type { BedHost } from './bedHost';
import type { BedPane, Said, Snapshot } from './bedPane';

const OFFICE = path.resolve(__dirname, '../../../node_modules/@microsoft/office-js/dist');
const REAL_HOST = 'https://outlook.office.com';
const REAL_PANE = 'https://cadencia.example';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Where an appointment is filled in, and where one is only read. */
const PANES = ['/compose.html', '/read.html'];

const html = (scripts: readonly string[]) =>
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Bed</title></head><body>${scripts
    .map((script) => `<script src="${script}"></script>`)
    .join('')}</body></html>`;

/** Host and pane on plain http, with the stand-in for Office.js. */
export async function standInBed(folder: string): Promise<{
  readonly address: string;
  readonly reading: string;
  close(): void;
}> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const { port } = server.address() as AddressInfo;
    const host = `http://localhost:${port}`;
    if (pathname === '/host.html')
      return void response.setHeader('content-type', 'text/html').end(html(['/bedHost.js']));
    if (PANES.includes(pathname))
      return void response
        .setHeader('content-type', 'text/html')
        .end(html([`${host}/standIn.js`, '/bedPane.js']));
    const file = path.join(folder, pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript').end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const hostOf = (page: string) =>
    `http://localhost:${port}/host.html?pane=${encodeURIComponent(`http://irene.localhost:${port}${page}`)}`;
  return {
    address: hostOf('/compose.html'),
    reading: hostOf('/read.html'),
    close: () => void server.close(),
  };
}

/** Answers Outlook's own address, the pane's and Microsoft's network from disk. */
export async function routeRealOffice(page: Page, folder: string, pane = '/compose.html'): Promise<string> {
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = (name: string, type = 'text/javascript') =>
      existsSync(name)
        ? route.fulfill({ contentType: type, body: readFileSync(name, 'utf8') })
        : route.fulfill({ status: 404, body: '' });
    if (url.href.startsWith(OFFICE_JS))
      return file(path.join(OFFICE, url.pathname.replace('/lib/1/hosted/', '')));
    if (url.origin === REAL_HOST && url.pathname === '/host.html')
      return route.fulfill({ contentType: 'text/html', body: html(['/bedHost.js']) });
    if (url.origin === REAL_PANE && PANES.includes(url.pathname))
      return route.fulfill({
        contentType: 'text/html',
        body: html(['/officeBefore.js', `${OFFICE_JS}office.js`, '/bedPane.js']),
      });
    if (url.origin === REAL_HOST || url.origin === REAL_PANE) return file(path.join(folder, url.pathname));
    return route.abort();
  });
  return `${REAL_HOST}/host.html?office=real&pane=${encodeURIComponent(`${REAL_PANE}${pane}`)}`;
}

type WithBed = { bed: BedHost };
type WithPane = { pane?: BedPane };

/** Opens the bed's page; the port's calls run in the pane itself. */
export async function openBed(
  browser: Browser,
  addressOf: (page: Page) => Promise<string>,
): Promise<OpenedComposeHost> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const heard = new Map<number, () => void>();
  const themes = new Set<() => void>();
  let snapshot: Snapshot;
  let last = 0;
  await page.exposeFunction('heard', (what: string, id: number) => {
    if (what === 'change') return heard.get(id)?.();
    snapshot = { ...snapshot, theme: what.replace('theme ', '') };
    for (const run of [...themes]) run();
  });
  await page.goto(await addressOf(page));
  let frame = await paneOf(page);
  snapshot = await frame.evaluate(() => (window as unknown as Required<WithPane>).pane.snapshot());

  const call = async <T>(name: Parameters<BedPane['call']>[0], ...args: readonly unknown[]): Promise<T> => {
    const said: Said = await frame.evaluate(
      ([called, given]) => (window as unknown as Required<WithPane>).pane.call(called, given),
      [name, args] as const,
    );
    snapshot = said.snapshot;
    if (said.failure !== undefined) throw new PortFailure(said.failure);
    return said.value as T;
  };
  const host: ComposeHost = {
    get locale() {
      return snapshot.locale;
    },
    get zone() {
      return snapshot.zone;
    },
    theme: {
      get: () => snapshot.theme as HostTheme,
      subscribe(run) {
        themes.add(run);
        return () => themes.delete(run);
      },
    },
    read: () => call<AppointmentForm>('read'),
    write: (change) => call('write', change),
    onChange(run) {
      const id = ++last;
      heard.set(id, run);
      void frame.evaluate((one) => (window as unknown as Required<WithPane>).pane.watch(one), id);
      return () => {
        heard.delete(id);
        void frame.evaluate((one) => (window as unknown as Required<WithPane>).pane.unwatch(one), id);
      };
    },
    readProperty: () => call('readProperty'),
    writeProperty: (value) => call('writeProperty', value),
    savedId: () => call('savedId'),
    readSetting: (key) => snapshot.settings[key],
    writeSetting: (key, value) => call('writeSetting', key, value),
    discard: () => call('discard'),
  };
  return {
    host,
    type: (change) => page.evaluate((one) => (window as unknown as WithBed).bed.type(one), change),
    save: () => page.evaluate(() => (window as unknown as WithBed).bed.save()),
    refuseNext: (what) => page.evaluate((one) => (window as unknown as WithBed).bed.refuseNext(one), what),
    isClosed: () => page.evaluate(() => (window as unknown as WithBed).bed.isClosed()),
    showTheme: (theme) => page.evaluate((one) => (window as unknown as WithBed).bed.showTheme(one), theme),
    async reopen() {
      await page.evaluate(() => (window as unknown as WithBed).bed.openPane());
      frame = await paneOf(page);
      snapshot = await frame.evaluate(() => (window as unknown as Required<WithPane>).pane.snapshot());
      return host;
    },
    close: () => context.close(),
  };
}

async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('no pane');
  await frame.waitForFunction(() => (window as unknown as WithPane).pane !== undefined, undefined, {
    timeout: 20_000,
  });
  return frame;
}
