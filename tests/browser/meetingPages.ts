import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { ROOT } from '../support/root';
import { takePicture } from '../support/takePicture';
import { eventually } from '../support/eventually';

export type TriedMeeting = {
  readonly chat: string;
  readonly eventId: string;
  readonly start: string;
  readonly series: string | null;
};

/** Somebody's panel in a window of Teams. */
export type AtMeeting = {
  readonly key: string;
  readonly page: Page;
  readonly panel: FrameLocator;
};

/** One place: a browser of its own, with one or several people side by side. */
export type MeetingRoom = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly problems: readonly string[];
  at(key: string): AtMeeting;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

/** Plans the weekly that begins at this moment, as the organiser did long ago. */
export async function tryMeeting(
  address: string,
  how: Readonly<Record<string, unknown>> = {},
): Promise<TriedMeeting> {
  const response = await fetch(`${address}/demo/meeting`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ start: 'now', ...how }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as TriedMeeting;
}

/** Opens Teams with these people in the meeting; panels come once the app is in it. */
export async function openTeams(
  browser: Browser,
  address: string,
  chat: string,
  people: readonly string[],
  look: Readonly<Record<string, string>> = {},
  folder = 'meeting',
): Promise<MeetingRoom> {
  const context = await browser.newContext({
    viewport: { width: 60 + 330 * Math.max(2, people.length), height: 860 },
    locale: 'es-ES',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const hash = new URLSearchParams({ chat, people: people.join(), ...look });
  await page.goto(`${address}/teams#${hash.toString()}`);
  const pictures = path.join(ROOT, 'pictures', folder);
  mkdirSync(pictures, { recursive: true });
  return {
    context,
    page,
    problems,
    at: (key) => ({ key, page, panel: page.frameLocator(`iframe[src^="http://${key}.localhost"]`) }),
    picture: (name) => takePicture(page, path.join(pictures, `${name}.png`)),
    close: () => context.close(),
  };
}

/** Adds the app by hand, as Teams shows it. */
export async function addApp({ page }: MeetingRoom): Promise<void> {
  await page.getByRole('button', { name: 'Aplicaciones' }).first().click();
  await page
    .getByRole('button', { name: /Cadencia/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Guardar' }).click();
}

/** Types into the capture line what somebody said, and saves it. */
export async function capture({ panel }: AtMeeting, text: string): Promise<void> {
  const line = panel.getByRole('textbox', { name: 'Captar: tarea, idea o decisión' });
  await line.fill(text);
  await line.press('Enter');
  // What was saved leaves the line.
  await eventually(async () => (await line.inputValue()) === '');
  if ((await line.inputValue()) !== '') throw new Error('the line was not saved');
}
