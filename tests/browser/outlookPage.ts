import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { WALK_STARTS } from '../support/demoTenant';
import { takePicture } from '../support/takePicture';
import { ROOT } from '../support/root';

/** A person before Outlook: the page, the pane beside the form, and a camera for each step. */
export type AtOutlook = {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What a console or a failed request said; a clean walk leaves none. */
  readonly complaints: readonly string[];
  /** Takes the picture of a step: pictures/<name>/NN-<step>.png */
  picture(step: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Whether there is a folder of ours is asked by trying, and a browser logs the answer "no" as an error. Microsoft's own
 * Office.js tries to send telemetry and to set styles inline, which our policy does not let it.
 */
function isExpected(said: string): boolean {
  return (
    /404.*\/root:\/Cadencia/.test(said) ||
    /^Applying inline style violates.*\/office\//s.test(said) ||
    /^Connecting to 'https:\/\/browser\.(pipe\.aria|events\.data)\.microsoft\.com/.test(said)
  );
}

/** Opens Outlook as its organiser does, in Spanish, in Madrid. */
export async function openOutlook(
  browser: Browser,
  address: string,
  name: string,
  query = '',
): Promise<AtOutlook> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'es-ES',
    timezoneId: 'Europe/Madrid',
    ignoreHTTPSErrors: true,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(setClock, Date.parse(WALK_STARTS) - Date.now());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const said = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !isExpected(said)) complaints.push(said);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${address}/outlook${query}`);
  const folder = path.join(ROOT, 'pictures', name);
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return {
    page,
    pane: page.frameLocator('iframe[src*="compose.html"]'),
    complaints,
    async picture(step) {
      taken += 1;
      await takePicture(page, path.join(folder, `${String(taken).padStart(2, '0')}-${step}.png`));
    },
    close: () => context.close(),
  };
}

/** The clock of the walk in every frame; it runs on. Playwright's own also replaces timers, which Office.js measures with. */
function setClock(ahead: number): void {
  const Real = Date;
  const now = () => Real.now() + ahead;
  globalThis.Date = new Proxy(Real, {
    construct: (target, values: [], made) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, made) as Date,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}

/** A new meeting with the pane open beside it. */
export async function newMeeting({ page }: AtOutlook): Promise<void> {
  await page.getByRole('button', { name: 'Nueva reunión' }).click();
  await page.getByRole('button', { name: 'Cadencia' }).first().click();
}

/** Adds somebody to an area as a person does: types the beginning of the name, takes the first of that name. */
export async function addTo({ pane }: AtOutlook, area: string, name: string): Promise<void> {
  const field = pane.getByRole('combobox', { name: new RegExp(`Añadir a ${area}`) });
  await field.click();
  await field.fill(name);
  // The options of the open list, not those of the selects below it.
  await pane.locator('[role=option]', { hasText: name }).first().click();
}

export async function makeKey({ pane }: AtOutlook, name: string): Promise<void> {
  await pane
    .getByRole('combobox', { name: new RegExp(name) })
    .first()
    .selectOption({ label: 'Persona clave' });
}
