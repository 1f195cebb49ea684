// BC: both areas agree to measure, one person stops it, and my own share is kept where I want it, on the demo tenant.
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { addTab, type AtTeam, openTeam } from './channelPages';
import { tryMeeting } from './meetingPages';

let tenant: DemoTenant;
let browser: Browser;
let team: AtTeam | undefined;
beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  await tryMeeting(tenant.address, { history: true });
}, 240_000);
afterEach(async () => {
  await team?.close();
  team = undefined;
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

const measuring = (app: ReturnType<AtTeam['at']>['app']) =>
  app.getByRole('region', { name: 'Equilibrio al hablar' });

test('BC32 one area proposes, the other agrees in its own tab, whoever wants stops it, and what was measured goes', async () => {
  team = await openTeam(browser, tenant.address, ['irene']);
  await addTab(team, /^Semanal/);
  let { app } = team.at('irene');
  await app.getByRole('tab', { name: 'Ajustes' }).click();
  await measuring(app)
    .getByText(/^Se mide por áreas, desde el/)
    .waitFor();
  await measuring(app).getByRole('button', { name: 'Proponer medir también por personas' }).click();
  await measuring(app).getByText('Falta el sí de alguien de Ventas.').waitFor();
  expect(team.problems).toEqual([]);
  await team.close();

  team = await openTeam(browser, tenant.address, ['rodrigo'], { surface: 'personal' });
  ({ app } = team.at('rodrigo'));
  await measuring(app)
    .getByRole('button', { name: /^De acuerdo: Semanal/ })
    .click();
  await measuring(app).waitFor({ state: 'hidden' });
  const own = app.getByRole('region', { name: 'Mi parte al hablar' });
  await own.getByRole('button', { name: 'Guardar mi parte desde ahora' }).click();
  await own.getByText(/^Se guarda en tu carpeta/).waitFor();
  await team.page.reload();
  await own.getByText(/^Se guarda en tu carpeta/).waitFor();
  expect(team.problems).toEqual([]);
  await team.close();

  team = await openTeam(browser, tenant.address, ['irene']);
  ({ app } = team.at('irene'));
  await app.getByRole('tab', { name: 'Ajustes' }).click();
  await measuring(app)
    .getByText(/^Se mide por áreas, y por persona de quien lo acepte/)
    .waitFor();
  await measuring(app).getByRole('button', { name: 'Dejar de medir' }).click();
  await measuring(app).getByText('No se mide.').waitFor();
  await measuring(app)
    .getByText(/Lo guardan 9 actas/)
    .waitFor();
  await measuring(app).getByRole('button', { name: 'Borrar lo medido' }).click();
  const question = app.getByRole('alertdialog');
  expect(await question.innerText()).toContain('9 actas');
  await question.getByRole('button', { name: 'Borrar' }).click();
  await measuring(app)
    .getByText(/Ninguna acta lo guarda/)
    .waitFor({ timeout: 60_000 });
  await team.picture('BC32 measuring');
  expect(team.problems).toEqual([]);
}, 240_000);
