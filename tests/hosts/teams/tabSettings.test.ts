/** @jest-environment node */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
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
  await teams.frame.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
  const found = await teams.frame.evaluate(
    'window.axe.run().then(({ violations }) => violations.map(({ id }) => id))',
  );
  expect([found, teams.complaints]).toEqual([[], []]);
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
