import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Fault } from '../../src/demo/graph/faults';
import { takePicture } from '../support/takePicture';
import { ROOT } from '../support/root';
import { addTo, type AtOutlook, makeKey, newMeeting } from './outlookPage';

const FOLDER = path.join(ROOT, 'pictures/bad-input');
export const SEARCH = 'Buscar horario';
export const INSERT = 'Insertar en la invitación';

/** Tells the demo tenant what goes wrong from now on. */
export async function trouble(address: string, ...faults: readonly Fault[]): Promise<void> {
  const response = await fetch(`${address}/demo/faults`, { method: 'POST', body: JSON.stringify(faults) });
  if (!response.ok) throw new Error(await response.text());
}

export async function calm(address: string): Promise<void> {
  await fetch(`${address}/demo/faults`, { method: 'DELETE' });
}

/** The pane's own document. */
export async function paneFrame({ page }: AtOutlook): Promise<Frame> {
  const element = await page.locator('iframe[src*="compose.html"]').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('there is no pane');
  return frame;
}

/** Takes a picture of the pane at 320 px, and says by how many pixels something is wider than it. */
export async function lookAt(outlook: AtOutlook, state: string): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  await takePicture(outlook.page.locator('iframe[src*=\"compose.html\"]'), path.join(FOLDER, `${state}.png`));
  const frame = await paneFrame(outlook);
  return frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

export async function pictureOfPage({ page }: AtOutlook, state: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await takePicture(page, path.join(FOLDER, `${state}.png`));
}

/** The eight of the sample company's story, chosen the first time. */
export async function chooseEight(outlook: AtOutlook): Promise<void> {
  await outlook.pane.getByRole('button', { name: SEARCH }).waitFor();
  for (const name of ['Bruno', 'Hugo', 'Catalina']) await addTo(outlook, 'Marketing', name);
  for (const name of ['Rodrigo', 'Amparo', 'Sergio', 'Andrés']) await addTo(outlook, 'Ventas', name);
  await makeKey(outlook, 'Bruno');
  await makeKey(outlook, 'Rodrigo');
}

/** A first series on the areas of both, so that the pane opens at the times from now on. */
export async function planFirst(outlook: AtOutlook): Promise<void> {
  await newMeeting(outlook);
  await chooseEight(outlook);
  await outlook.pane.getByRole('button', { name: SEARCH }).click();
  await outlook.pane.getByRole('radio').first().waitFor();
}

/** Removes somebody from the areas on the screen. */
export async function removeFrom({ pane }: AtOutlook, name: string): Promise<void> {
  await pane
    .getByRole('button', { name: new RegExp(`^Quitar.*${name}`) })
    .first()
    .click();
}

/** What the form beside the pane holds, as a person sees it. */
export async function formTexts({ page }: AtOutlook) {
  const body = page.getByRole('textbox', { name: 'Descripción' });
  return {
    title: await page.getByLabel('Título').inputValue(),
    body: (await body.textContent()) ?? '',
    people: await page.getByRole('option', { selected: true }).count(),
  };
}

/** The text of a place without line breaks. */
export async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

/** Puts a file into the folder of Cadencia in a site, as somebody with access does; without content only reads it. */
export async function putFile(page: Page, address: string, site: string, name: string, content?: string) {
  return page.evaluate(
    async ([base, where, file, text]) => {
      const { access_token: token } = (await (
        await fetch('/demo/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ person: 'irene', scopes: ['Files.ReadWrite.All', 'Sites.Selected'] }),
        })
      ).json()) as { access_token: string };
      const headers = { authorization: `Bearer ${token}` };
      const at = `${base}/graph/v1.0/sites/${where}/drive/root:/Cadencia/${file}`;
      if (text !== undefined) {
        const put = await fetch(`${at}:/content`, {
          method: 'PUT',
          headers: { ...headers, 'content-type': 'application/json' },
          body: text,
        });
        if (!put.ok) throw new Error(`${put.status} ${await put.text()}`);
      }
      const item = (await (await fetch(at, { headers })).json()) as Record<string, string>;
      return (await fetch(item['@microsoft.graph.downloadUrl'] ?? '')).text();
    },
    [address, site, name, content] as const,
  );
}
