/** @jest-environment node */
import type { Browser } from 'playwright-core';
import { axeSays } from '../../support/axe';
import { startBrowser } from '../../support/browser';
import { openTeams, startTeamsTenant, type TeamsTenant } from '../../support/teams/teamsTenant';
import { until } from '../../support/teams/until';

let tenant: TeamsTenant;
let browser: Browser;
beforeAll(async () => {
  tenant = await startTeamsTenant();
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  tenant?.close();
});

const SETTINGS = { frameContext: 'settings', entityId: '' } as const;

test.each([
  ['es-ES', 'Añadir Cadencia a esta reunión'],
  ['en-US', 'Add Cadencia to this meeting'],
])('HT6 Teams’ dialog in %s may be saved and gets the tab on our own origin', async (locale, title) => {
  const teams = await openTeams(browser, tenant, { ...SETTINGS, locale }, { name: 'tabSettings.html' });
  await teams.frame.getByRole('heading', { name: title }).waitFor();
  await until(teams.page, 'window.cadenciaHost.heard.valid.includes(true)');
  await teams.host((host) => host.save());
  await until(teams.page, 'window.cadenciaHost.heard.saved.length > 0');
  expect(await teams.host(({ heard }) => [heard.saved, heard.settings])).toEqual([
    ['saved'],
    { entityId: 'cadencia', contentUrl: `${tenant.pane}/meeting.html`, suggestedDisplayName: 'Cadencia' },
  ]);
  expect([await axeSays(teams.frame), teams.complaints]).toEqual([[], []]);
  await teams.page.close();
});

const CHANNEL = {
  ...SETTINGS,
  chat: '',
  place: {
    group: '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10',
    teamName: 'Marketing y Ventas',
    channel: '19:abcDEF123@thread.tacv2',
    channelName: 'General',
  },
};

test('HT6 in a channel nothing can be saved before a series is chosen; what fails is named, with a press', async () => {
  // This Teams has no Graph behind it.
  const teams = await openTeams(browser, tenant, CHANNEL, { name: 'tabSettings.html' });
  await teams.frame.getByRole('heading', { name: 'No se pudieron leer las series' }).waitFor();
  await teams.frame.getByRole('button', { name: 'Reintentar' }).waitFor();
  expect(await teams.host(({ heard }) => heard.valid.includes(true))).toBe(false);
  await teams.host((host) => host.save());
  await until(teams.page, 'window.cadenciaHost.heard.saved.length > 0');
  expect(await teams.host(({ heard }) => [heard.saved, heard.settings])).toEqual([['failed'], {}]);
  expect([await axeSays(teams.frame), teams.complaints]).toEqual([[], []]);
  await teams.page.close();
});

test('HT6 the meeting of a channel is a meeting: there is nothing to choose', async () => {
  const meeting = { ...CHANNEL, chat: CHANNEL.place.channel };
  const teams = await openTeams(browser, tenant, meeting, { name: 'tabSettings.html' });
  await teams.frame.getByRole('heading', { name: 'Añadir Cadencia a esta reunión' }).waitFor();
  await until(teams.page, 'window.cadenciaHost.heard.valid.includes(true)');
  await teams.page.close();
});

test('HT6 opened outside of the dialog it says where it belongs, and offers nothing', async () => {
  const page = await browser.newPage({ locale: 'es-CO' });
  await page.goto(`${tenant.pane}/tabSettings.html`);
  await page.getByText('Esta página se abre en Teams').waitFor();
  await page.close();
  const teams = await openTeams(browser, tenant, {}, { name: 'tabSettings.html' });
  await teams.frame.getByText('Esta página se abre en Teams').waitFor();
  expect(await teams.host(({ heard }) => heard.valid)).toEqual([]);
  await teams.page.close();
});
