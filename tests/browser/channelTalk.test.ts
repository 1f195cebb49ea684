// BC: the balance of one session in the channel's tab, from the estimate to a dropped transcript.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { addTab, type AtTeam, openTeam } from './channelPages';
import { tryMeeting } from './meetingPages';

let tenant: DemoTenant;
let browser: Browser;
let team: AtTeam;
beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  await tryMeeting(tenant.address, { history: true });
  team = await openTeam(browser, tenant.address, ['irene']);
  await addTab(team, /^Semanal/);
}, 240_000);
afterAll(async () => {
  await team?.close();
  await browser?.close();
  await tenant?.stop();
});

/** As Teams writes it: times without padding, each turn in a cue. */
const vtt = (turns: readonly (readonly [string, number, number])[]): string =>
  `WEBVTT\n\n${turns
    .map(([name, from, until]) => `0:${from}:0.0 --> 0:${until}:0.0\n<v ${name}>Algo que se dijo</v>`)
    .join('\n\n')}`;

test('BC9 a session is chosen, its estimate seen, a transcript dropped and its names explained: the record is measured', async () => {
  const { app } = team.at('irene');
  await app.getByRole('tab', { name: 'Ritmo' }).click();
  const part = app.getByRole('region', { name: 'Equilibrio de una sesión' });
  const session = part.getByRole('combobox', { name: 'Sesión' });
  await session.locator('option', { hasText: 'estimación' }).first().waitFor({ state: 'attached' });
  const options = await session.getByRole('option').allTextContents();
  const at = options.findIndex((text) => text.endsWith('estimación'));
  await session.selectOption({ index: at });
  await part.getByRole('button', { name: 'Leer la transcripción' }).waitFor();
  await team.picture('BC9 estimate');

  // Nobody turned on the transcripts of this tenant: it says whose it is to do, and a file is taken all the same.
  await part.getByRole('button', { name: 'Leer la transcripción' }).click();
  await part.getByText('La organización no da transcripciones a las aplicaciones').waitFor();
  await part.getByRole('button', { name: /^Copiar: Set-CsTeams/ }).waitFor();
  await team.picture('BC9 refused');

  await part.locator('input[type=file]').setInputFiles({
    name: 'Reunión.vtt',
    mimeType: 'text/vtt',
    buffer: Buffer.from(
      vtt([
        ['Irene Valcárcel Soto', 1, 10],
        ['Rodrigo Beltrán Ayuso', 10, 20],
        ['Teléfono de alguien', 20, 21],
      ]),
    ),
  });
  await part.getByRole('group', { name: '¿De quién son estos nombres?' }).waitFor();
  await team.picture('BC9 names');
  await part.getByRole('combobox', { name: /Teléfono de alguien/ }).selectOption({ label: 'Nadie de aquí' });
  await part.getByRole('button', { name: 'Seguir' }).click();
  await part.getByText('El acta tiene lo medido con la transcripción.').waitFor();
  await part.getByText('Marketing 47 % · Ventas 53 %').waitFor();
  await team.picture('BC9 measured');
  expect((await session.getByRole('option').allTextContents())[at]).toMatch(/medido$/);

  await team.page.reload();
  await app.getByRole('tab', { name: 'Ritmo' }).click();
  await session.selectOption({ index: at });
  await part.getByText('Marketing 47 % · Ventas 53 %').waitFor();
  await part.getByRole('button', { name: 'Ver como tabla' }).click();
  await team.picture('BC9 table');
  expect(team.problems).toEqual([]);
}, 180_000);
