/** @jest-environment node */
// One contract on everything that stands behind the port: the fake, the stand-in on plain http, the real Office.js.
import type { Browser } from 'playwright-core';
import { readHost } from '../../../src/hosts/outlook/readHost';
import { readHostContract } from '../../contracts/readHostContract';
import { startBrowser } from '../../support/browser';
import { bundled } from '../../support/bundle';
import { fakeReadHost } from '../../support/fakes/fakeReadHost';
import { routeRealOffice, standInBed } from '../../support/outlook/officeBed';
import { openReadBed } from '../../support/outlook/readBed';

let folder: string;
let browser: Browser;
let standIn: Awaited<ReturnType<typeof standInBed>>;

beforeAll(async () => {
  folder = await bundled('demo');
  browser = await startBrowser();
  standIn = await standInBed(folder);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  standIn?.close();
});

readHostContract('the fake', async (who) => {
  const host = fakeReadHost({
    subject: 'Semanal de Marketing y Ventas',
    bodyHtml: '<p>Punto <b>uno</b> &amp; más</p>',
    place: 'Sala Encina (Madrid)',
    isOrganiser: who === 'organiser',
    seriesZone: 'Europe/Madrid',
  });
  return {
    host,
    refuseNext: async () => host.failNext({ kind: 'unavailable' }),
    showTheme: async (theme) => host.showTheme(theme),
    close: async () => undefined,
  };
});

const openStandIn = (who: 'attendee' | 'organiser') => openReadBed(browser, who, async () => standIn.reading);
const openReal = (who: 'attendee' | 'organiser') =>
  openReadBed(browser, who, (page) => routeRealOffice(page, folder, '/read.html'));

readHostContract('the stand-in on plain http', openStandIn);
readHostContract('the real Office.js', openReal);

test('RA6 the stand-in offers of an appointment that is only read what the real one does, and nothing else', async () => {
  const [stood, real] = await Promise.all([openStandIn('attendee'), openReal('attendee')]);
  const [offered, there] = await Promise.all([stood.members(), real.members()]);
  const lacking = Object.entries(offered).filter(([name, type]) => there[name] !== type);
  expect(lacking).toEqual([]);
  expect(Object.keys(offered)).toEqual(expect.arrayContaining(['subject', 'body', 'start', 'recurrence']));
  await Promise.all([stood.close(), real.close()]);
});

test.each([
  ['no Office.js', undefined],
  ['a form that is being filled in', { subject: { setAsync: () => undefined }, itemType: 'appointment' }],
  ['a message', { subject: 'Hola', itemType: 'message' }],
])('RA7 with %s there is no appointment to read', async (_name, item) => {
  const office = {
    onReady: () => Promise.resolve({ host: 'Outlook' }),
    context: {
      displayLanguage: 'es-ES',
      requirements: { isSetSupported: () => true },
      mailbox: { item, userProfile: { emailAddress: 'a@b.example', timeZone: 'Romance Standard Time' } },
    },
  };
  const page = (item === undefined ? {} : { Office: office }) as unknown as Window;
  expect(await readHost({ ianaOf: () => 'Europe/Madrid', page })).toBeUndefined();
});
