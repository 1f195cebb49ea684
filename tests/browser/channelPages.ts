import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { ROOT } from '../support/root';
import { takePicture } from '../support/takePicture';

/** The team's channel in Teams, seen by one or several people side by side. */
export type AtTeam = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly problems: readonly string[];
  /** Somebody's window of Teams, and the app in it. */
  at(key: string): { readonly window: Locator; readonly app: FrameLocator };
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens Teams at the team's channel, or at the app's personal place (`surface: 'personal'`). */
export async function openTeam(
  browser: Browser,
  address: string,
  people: readonly string[],
  look: Readonly<Record<string, string>> = {},
  folder = 'channel',
): Promise<AtTeam> {
  const viewport = { width: 40 + 1130 * people.length, height: 880 };
  const context = await browser.newContext({ viewport, locale: 'es-ES', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const hash = new URLSearchParams({ team: '1', people: people.join(), surface: 'channel', ...look });
  await page.goto(`${address}/teams#${hash.toString()}`);
  const pictures = path.join(ROOT, 'pictures', folder);
  mkdirSync(pictures, { recursive: true });
  return {
    context,
    page,
    problems,
    at(key) {
      const frame = `iframe[src^="http://${key}.localhost"]`;
      const window = page.locator('section', { has: page.locator(frame) }).first();
      return { window, app: page.frameLocator(frame).first() };
    },
    picture: (name) => takePicture(page, path.join(pictures, `${name}.png`)),
    close: () => context.close(),
  };
}

/** Adds the tab to the channel by hand, as the one person who is there: [+], the app, the series, save. */
export async function addTab({ page }: AtTeam, series: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Añadir una pestaña' }).first().click();
  await page.getByRole('button', { name: 'Añadir Cadencia' }).click();
  const app = page.frameLocator('iframe[src*="tabSettings"]');
  await app.getByRole('radio', { name: series }).check();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('tab', { name: series }).first().waitFor();
}
