import type { Browser, Frame, Page } from 'playwright-core';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { PortFailure } from '../../../src/app/ports/failure';
import type { ShownAppointment } from '../../../src/app/ports/readHost';
import type { OpenedReadHost, WhoReads } from '../../contracts/readHostContract';
import type { BedHost } from './bedHost';
import type { ReadBedPane } from './bedPane';

type WithBed = { bed: BedHost };
type WithPane = { readPane?: ReadBedPane };
const paneIn = (frame: Frame) => ({
  call: <T>(run: (pane: ReadBedPane) => T | Promise<T>): Promise<T> =>
    frame.evaluate(`(${run.toString()})(window.readPane)`),
});

/** Opens the bed's page with an appointment that is only read; the port's calls run in the pane itself. */
export async function openReadBed(
  browser: Browser,
  who: WhoReads,
  addressOf: (page: Page) => Promise<string>,
): Promise<OpenedReadHost & { members(): Promise<Readonly<Record<string, string>>> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const watchers = new Set<() => void>();
  let theme = 'light';
  await page.exposeFunction('heard', (what: string) => {
    theme = what.replace('theme ', '');
    for (const run of [...watchers]) run();
  });
  await page.goto(`${await addressOf(page)}&reads=${who}`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('no pane');
  await frame.waitForFunction(() => (window as unknown as WithPane).readPane !== undefined, undefined, {
    timeout: 20_000,
  });
  const pane = paneIn(frame);
  const { locale, zone } = await pane.call(({ locale, zone }) => ({ locale, zone }));
  return {
    host: {
      locale,
      zone,
      theme: {
        get: () => theme as HostTheme,
        subscribe(run) {
          watchers.add(run);
          return () => watchers.delete(run);
        },
      },
      async read() {
        const said = await pane.call((one) => one.read());
        if (said.failure !== undefined) throw new PortFailure(said.failure);
        return said.value as ShownAppointment;
      },
    },
    refuseNext: () => page.evaluate(() => (window as unknown as WithBed).bed.refuseNext('body')),
    showTheme: (next) => page.evaluate((one) => (window as unknown as WithBed).bed.showTheme(one), next),
    members: () => pane.call((one) => one.members()),
    close: () => context.close(),
  };
}
