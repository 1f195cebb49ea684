// BH: the real panel at 280 × 650 in the three themes and the three locales, state by state. Pictures in pictures/meeting-themes.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { axeSays } from '../support/axe';
import { startBrowser } from '../support/browser';
import { type MeetingTenant, startMeetingTenant } from '../support/meetingTenant';
import { ROOT } from '../support/root';
import { takePicture } from '../support/takePicture';
import { frameOf } from './meetingKeys';
import { addApp, type AtMeeting, capture, type MeetingRoom, openTeams, tryMeeting } from './meetingPages';

const FOLDER = 'meeting-themes';
const THEMES = ['default', 'dark', 'contrast'] as const;
const LOCALES = ['es-ES', 'es-CO', 'en-US'] as const;
const FRAME = 'iframe[src*="meeting.html"]';

type Shown = { readonly name: string; readonly room: MeetingRoom; readonly at: AtMeeting };

let tenant: MeetingTenant;
let browser: Browser;
const shown: Shown[] = [];

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startMeetingTenant(), startBrowser()]);
  mkdirSync(path.join(ROOT, 'pictures', FOLDER), { recursive: true });
}, 240_000);
afterAll(async () => {
  for (const { room } of shown) await room.close();
  await browser?.close();
  await tenant?.stop();
});

/** Takes the nine pictures of a state, one sheet of them, and tells what does not fit or what axe says. */
async function look(state: string): Promise<readonly string[]> {
  const found: string[] = [];
  const files: string[] = [];
  for (const { name, at } of shown) {
    const file = path.join(ROOT, 'pictures', FOLDER, `${state}-${name}.png`);
    await takePicture(at.page.locator(FRAME), file);
    files.push(file);
    const frame = await frameOf(at);
    const misfits = await frame.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      const wide = [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
        .map((one) => one.outerHTML.slice(0, 120));
      const cut = [...document.querySelectorAll('main button, main p, main h1, main h2, main h3, main span')]
        .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent ?? '');
      return {
        size: [innerWidth, innerHeight],
        overflow: [scrollWidth - innerWidth, scrollHeight - innerHeight],
        wide,
        cut,
      };
    });
    if (misfits.size[0] !== 280 || misfits.size[1] !== 650) found.push(`${name}: ${misfits.size.join()}`);
    if ((misfits.overflow[0] ?? 1) > 0 || misfits.wide.length + misfits.cut.length > 0)
      found.push(`${state} ${name}: ${JSON.stringify(misfits)}`);
    if ((misfits.overflow[1] ?? 1) > 0 && state !== 'ended')
      found.push(`${state} ${name}: ${misfits.overflow[1]} px too high`);
    found.push(...(await axeSays(frame)).map((one) => `${state} ${name}: ${one}`));
  }
  const sheet = await browser.newPage({ viewport: { width: 290 * 5, height: 660 * 2 } });
  const images = files.map(
    (file) => `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`,
  );
  await sheet.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px">${images.join('')}</body>`,
  );
  await takePicture(sheet, path.join(ROOT, 'pictures', FOLDER, `sheet-${state}.png`), { fullPage: true });
  await sheet.close();
  return found;
}

test('BH1 running, over time, closing, offline and ended fit the panel in every theme and locale, and axe finds nothing', async () => {
  const { chat } = await tryMeeting(tenant.address);
  const organiser = await openTeams(browser, tenant.address, chat, ['irene'], {}, FOLDER);
  await addApp(organiser);
  await organiser.at('irene').panel.getByRole('button', { name: 'Empezar' }).waitFor();
  await organiser.close();
  const first = await openTeams(browser, tenant.address, chat, ['andres', 'catalina'], {}, FOLDER);
  const [andres, catalina] = [first.at('andres'), first.at('catalina')];
  for (const locale of LOCALES)
    for (const theme of THEMES) {
      const room = await openTeams(browser, tenant.address, chat, ['irene'], { theme, locale }, FOLDER);
      shown.push({ name: `${locale}-${theme}`, room, at: room.at('irene') });
      await room.at('irene').panel.getByText('Leads de feria sin llamar').first().waitFor();
      const box = await room.page.locator(FRAME).boundingBox();
      await room.page.setViewportSize({ width: 720, height: 860 + 650 - Math.round(box?.height ?? 650) });
    }
  const irene = shown[0]?.at as AtMeeting;
  const every = (see: (at: AtMeeting) => Promise<unknown>) => Promise.all(shown.map(({ at }) => see(at)));
  await irene.panel.getByRole('button', { name: 'Empezar' }).click();
  await irene.panel.getByRole('button', { name: 'Siguiente' }).click();
  await irene.panel.getByText('Punto 2 de 6').first().waitFor();
  await capture(andres, 'idea: Llamar en 24 horas');
  await capture(catalina, 'idea: Lista única en el CRM');
  await catalina.panel.getByRole('button', { name: 'Pedir la palabra' }).click();
  await andres.panel.getByRole('button', { name: 'Pedir la palabra' }).click();
  await irene.panel
    .getByRole('button', { name: 'Andrés Castaño Mejía, Ventas: dar la palabra' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  for (const { at } of shown) {
    const line = at.panel.getByRole('textbox').last();
    await line.fill('Hugo: enviar lista antes del viernes');
  }
  await irene.page.waitForTimeout(1_000);
  const found = [...(await look('running'))];
  await every(async (at) => at.panel.getByRole('textbox').last().fill(''));

  tenant.later(13);
  await every((at) =>
    at.panel
      .getByText(/Pasado de tiempo|Over time/)
      .first()
      .waitFor(),
  );
  found.push(...(await look('over')));

  tenant.cut('irene');
  for (const { room } of shown) await room.context.setOffline(true);
  await every((at) =>
    at.panel
      .getByText(/Sin conexión|Offline|No connection/)
      .first()
      .waitFor(),
  );
  found.push(...(await look('offline')));
  tenant.mend('irene');
  for (const { room } of shown) await room.context.setOffline(false);
  await every((at) =>
    at.panel
      .getByText(/guardado|saved/)
      .first()
      .waitFor(),
  );

  for (let at = 3; at <= 7; at++) {
    await irene.panel.getByRole('button', { name: /^(Siguiente|Ronda de cierre)$/ }).click();
    // A press before the last one is answered would leave the same item once more.
    await (at < 7
      ? irene.panel.getByText(`Punto ${at} de 6`).first().waitFor()
      : irene.panel.getByRole('button', { name: 'Terminar', exact: true }).waitFor());
  }
  await every((at) =>
    at.panel
      .getByText(/Ronda de cierre|Closing round/)
      .first()
      .waitFor(),
  );
  found.push(...(await look('closing')));
  await irene.panel.getByRole('button', { name: 'Terminar', exact: true }).click();
  await every((at) =>
    at.panel
      .getByText(/Terminada|Ended|Over ·|Finished/)
      .first()
      .waitFor(),
  );
  await irene.page.waitForTimeout(1_000);
  found.push(...(await look('ended')));
  await first.close();
  expect(found).toEqual([]);
}, 480_000);
