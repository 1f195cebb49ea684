// BB: files that are no transcript of the session, at the place where one is dropped; nothing of them is half kept.
import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { bytesOf, wordFile, zipOf } from '../support/talk/wordFile';
import { drop, keptTalks, teamFiles } from './balanceSide';
import { addTab, type AtTeam, openTeam } from './channelPages';
import { type TriedMeeting, tryMeeting } from './meetingPages';

let tenant: DemoTenant;
let browser: Browser;
let team: AtTeam;
let meeting: TriedMeeting;
beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  meeting = await tryMeeting(tenant.address, { history: true });
}, 240_000);
afterAll(async () => {
  await team?.picture('end of BB4');
  await team?.close();
  await browser?.close();
  await tenant?.stop();
});

const IRENE = 'Irene Valcárcel Soto';
const RODRIGO = 'Rodrigo Beltrán Ayuso';
const cue = (name: string, times: string) => `${times}\n<v ${name}>Algo que se dijo</v>`;
const vtt = (...cues: readonly string[]) => ['WEBVTT', ...cues].join('\n\n');
const file = (name: string, content: string | ArrayBuffer | Uint8Array) => ({
  name,
  buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array),
});
/** As much as it unpacks to, of one letter. */
const bomb = () =>
  zipOf({
    'word/document.xml': new Uint8Array(80 * 1024 * 1024).fill(97),
    '[Content_Types].xml': new Uint8Array(bytesOf('<Types/>')),
  });

const REFUSED = {
  empty: 'El archivo está vacío.',
  none: 'Este archivo no es una transcripción de Teams.',
  nobody: 'Esta transcripción no dice quién habla.',
  large: 'El archivo es demasiado grande para ser una transcripción. No se guardó nada.',
  other: 'Esta transcripción parece de otra reunión: no habla nadie de esta sesión. No se guardó nada.',
};

test('BB4 each file that is none has its sentence, and the files of the team stay as they were, byte for byte', async () => {
  team = await openTeam(browser, tenant.address, ['irene'], {}, 'balance');
  await addTab(team, /^Semanal/);
  const { app } = team.at('irene');
  await app.getByRole('tab', { name: 'Ritmo' }).click();
  const choose = app.getByRole('combobox', { name: 'Sesión', exact: true });
  const estimated = choose.locator('option', { hasText: /· estimación$/ }).first();
  await estimated.waitFor({ state: 'attached' });
  await choose.selectOption(await estimated.getAttribute('value'));
  await app.getByRole('button', { name: 'Leer la transcripción' }).waitFor();
  const before = await teamFiles(team.page, tenant.address);
  expect(Object.keys(before).length).toBeGreaterThan(9);

  const alert = app.getByRole('alert');
  const bad: readonly (readonly [string, string, ReturnType<typeof file>])[] = [
    ['empty', REFUSED.empty, file('vacía.vtt', '')],
    ['a text', REFUSED.none, file('notas.vtt', 'Querida Irene:\n\nte mando las notas de la reunión.')],
    ['bytes', REFUSED.none, file('ruido.docx', randomBytes(5000))],
    [
      'a film',
      REFUSED.nobody,
      file(
        'película.vtt',
        vtt('00:00:01.000 --> 00:00:03.500\nTócala otra vez', '00:00:04.000 --> 00:00:06.000\n¿Cuál?'),
      ),
    ],
    [
      'another meeting',
      REFUSED.other,
      file(
        'otra.vtt',
        vtt(cue('Nadie Conocido', '0:1:0.0 --> 0:9:0.0'), cue('Nadie Tampoco', '0:9:0.0 --> 0:20:0.0')),
      ),
    ],
    [
      'hours over 99, long behind the end',
      REFUSED.other,
      file('larga.vtt', vtt(cue(IRENE, '123:0:0.0 --> 123:30:0.0'))),
    ],
    ['a bomb', REFUSED.large, file('bomba.docx', bomb())],
    [
      'a letter in Word',
      REFUSED.none,
      file(
        'carta.docx',
        wordFile('<w:document><w:body><w:p><w:r><w:t>Hola</w:t></w:r></w:p></w:body></w:document>'),
      ),
    ],
  ];
  for (const [what, sentence, one] of bad) {
    await drop({ panel: app }, one);
    await alert.getByText(sentence).waitFor();
    await team.picture(`BB4 ${what}`);
    // Each one has an alert of its own: another sentence before the next.
    await drop({ panel: app }, what === 'empty' ? bad[1]![2] : bad[0]![2]);
    await alert.getByText(what === 'empty' ? REFUSED.none : REFUSED.empty).waitFor();
  }
  // 100 MB, of which nothing is read.
  await app.getByRole('region', { name: 'Soltar aquí el archivo de la transcripción' }).evaluate((place) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(100 * 1024 * 1024)], 'enorme.vtt'));
    place.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  await alert.getByText(REFUSED.large).waitFor();

  // Unknown speakers are asked about; whoever cancels has kept nothing.
  const names = app.getByRole('group', { name: '¿De quién son estos nombres?' });
  const strange = '<img src=x onerror=alert(1)>';
  const told = vtt(
    // In wrong order, and one speaker's cues over each other.
    cue(RODRIGO, '0:12:0.0 --> 0:18:0.90'),
    cue(IRENE, '0:1:0.0 --> 0:6:0.0'),
    cue(IRENE, '0:4:0.0 --> 0:11:6.90'),
    cue('&lt;img src=x onerror=alert(1)&gt;', '0:19:0.0 --> 0:20:0.0'),
  );
  await drop({ panel: app }, file('rara.vtt', told));
  await names.getByLabel(strange).waitFor();
  await team.picture('BB4 names');
  await app.getByRole('button', { name: 'Cancelar' }).click();
  await names.waitFor({ state: 'hidden' });
  expect(await teamFiles(team.page, tenant.address)).toEqual(before);

  // What is strange and still a transcript counts, to the millisecond.
  await drop({ panel: app }, file('rara.vtt', told));
  await names.getByLabel(strange).selectOption({ label: 'Nadie de aquí' });
  await app.getByRole('button', { name: 'Seguir' }).click();
  await app.getByText('El acta tiene lo medido con la transcripción.').waitFor();
  const talks = await keptTalks(team.page, tenant.address, meeting.series ?? '');
  expect(talks).toContainEqual(
    expect.objectContaining({
      source: 'measured',
      areas: { marketing: 606_090, sales: 360_090 },
      unattributed: 60_000,
    }),
  );
  expect(await app.locator('img[src=x]').count()).toBe(0);
  expect(team.problems).toEqual([]);
}, 240_000);
