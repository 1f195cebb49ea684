// BI: what happens to the form, the areas' file and the pane itself. Pictures in pictures/bad-input.
import type { Browser } from 'playwright-core';
import { SAMPLE_SEED, sampleCompany } from '../../src/demo/company/sampleCompany';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { addTo, type AtOutlook, newMeeting, openOutlook } from './outlookPage';
import { formTexts, INSERT, lookAt, pictureOfPage, planFirst, putFile, SEARCH, textOf } from './trouble';

const TITLE = 'Semanal de Marketing y Ventas';

let tenant: DemoTenant;
let browser: Browser;
let outlook: AtOutlook;

const opened = async (query = ''): Promise<AtOutlook> => {
  const at = await openOutlook(browser, tenant.address, 'bad-input-form', query);
  at.page.setDefaultTimeout(10_000);
  return at;
};

beforeAll(async () => {
  [tenant, browser] = await Promise.all([startTenant(), startBrowser()]);
  outlook = await opened();
  await planFirst(outlook);
  await outlook.close();
}, 240_000);
beforeEach(async () => {
  outlook = await opened();
});
afterEach(async () => {
  await pictureOfPage(outlook, `end-of-${expect.getState().currentTestName?.slice(0, 4) ?? ''}`);
  await outlook.close();
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
});

test('BI20 a pane closed in the middle of inserting: the next one says so, and the same press is safe', async () => {
  const { pane, page } = outlook;
  await page.context().addInitScript(hearNothingFromTheBodyOn);
  await page.reload();
  await page.getByRole('button', { name: 'Nueva reunión' }).click();
  await page.getByRole('textbox', { name: 'Descripción' }).fill('Traer las cifras de octubre.');
  await page.getByRole('button', { name: 'Cadencia' }).first().click();
  await pane.getByRole('radio').first().waitFor();
  await page.evaluate(() => Object.assign(globalThis, { deafFromBody: true }));
  await pane.getByRole('button', { name: INSERT }).click();
  await page.waitForFunction(() => document.querySelector('input[value^="Semanal"]') !== null);
  await lookAt(outlook, 'inserting');
  expect((await formTexts(outlook)).body).toBe('Traer las cifras de octubre.');
  await page.getByRole('button', { name: 'Cerrar el panel' }).click();
  await page.evaluate(() => Object.assign(globalThis, { deafFromBody: false, deaf: false }));
  await page.getByRole('button', { name: 'Cadencia' }).first().click();
  await pane.getByText(/El panel se cerró mientras insertaba/).waitFor();
  expect(await lookAt(outlook, 'interrupted')).toBeLessThanOrEqual(0);
  await pane.getByRole('radio').first().waitFor();
  await pane.getByRole('button', { name: INSERT }).click();
  await pane
    .getByRole('heading', { name: 'Insertado en la invitación' })
    .or(pane.getByRole('alertdialog'))
    .first()
    .waitFor();
  expect(await lookAt(outlook, 'interrupted-again')).toBeLessThanOrEqual(0);
  expect(await pane.getByRole('alertdialog').count()).toBe(0);
  const form = await formTexts(outlook);
  expect(form.title).toBe(TITLE);
  expect(form.body).toContain('Traer las cifras de octubre.');
  expect(form.body.match(/Pendiente de antes/g)).toHaveLength(1);
});

test('BI21 two heads change the areas at once: both changes are kept, and the second is told', async () => {
  const rodrigo = await opened('?person=rodrigo');
  for (const at of [outlook, rodrigo]) {
    await newMeeting(at);
    await at.pane.getByRole('radio').first().waitFor();
    await at.pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  }
  await addTo(rodrigo, 'Ventas', 'Gonzalo');
  await rodrigo.pane.getByRole('button', { name: SEARCH }).click();
  await rodrigo.pane.getByText('Calendarios: 9 de 9').waitFor();
  await addTo(outlook, 'Marketing', 'Noelia');
  await outlook.pane.getByRole('button', { name: SEARCH }).click();
  await outlook.pane.getByText(/Otra persona cambió las áreas al mismo tiempo/).waitFor();
  await outlook.pane.getByText('Calendarios: 10 de 10').waitFor();
  expect(await lookAt(outlook, 'two-heads')).toBeLessThanOrEqual(0);
  await outlook.pane.getByRole('button', { name: 'Cambiar las áreas' }).click();
  await outlook.pane.getByText('Gonzalo Cifuentes Ibarra').waitFor();
  await outlook.pane.getByText('Noelia Quirós Camba').waitFor();
  await rodrigo.close();
  const again = await opened('?person=rodrigo');
  await newMeeting(again);
  await again.pane.getByText('Calendarios: 10 de 10').waitFor();
  await again.close();
});

test('BI22 an invitation of more than a megabyte is refused, and stays as it was', async () => {
  const { pane, page } = outlook;
  await newMeeting(outlook);
  await page.getByRole('textbox', { name: 'Descripción' }).evaluate((body) => {
    body.textContent = `Acta pegada. ${'palabra '.repeat(140_000)}`;
    body.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await pane.getByRole('radio').first().waitFor();
  await pane.getByRole('button', { name: INSERT }).click();
  const alert = pane.getByRole('alert');
  await alert.getByText(/demasiado largo/).waitFor();
  expect(await lookAt(outlook, 'body-too-large')).toBeLessThanOrEqual(0);
  const form = await formTexts(outlook);
  expect(form.title).toBe('');
  expect(form.body.length).toBeGreaterThan(1_000_000);
  await page.getByRole('textbox', { name: 'Descripción' }).fill('Acta en el sitio.');
  await pane.getByRole('button', { name: INSERT }).click();
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  expect((await formTexts(outlook)).body).toContain('Acta en el sitio.');
});

test('BI23 a broken file of a series in the site is named and left alone; the others go on', async () => {
  const { pane, page } = outlook;
  const name = 'series-7a1c2b3d-0000-4000-8000-5e6f70819203.json';
  const site = sampleCompany({ today: '2026-11-24', seed: SAMPLE_SEED }).team?.siteId ?? '';
  const broken = '{"half of a file';
  await putFile(page, tenant.address, site, name, broken);
  await newMeeting(outlook);
  const notice = pane.getByText(/no se puede leer/);
  await notice.waitFor();
  expect(await textOf(notice)).toContain(name);
  await pane.getByRole('radio').first().waitFor();
  expect(await lookAt(outlook, 'broken-file')).toBeLessThanOrEqual(0);
  await pane.getByRole('button', { name: INSERT }).click();
  await pane.getByRole('heading', { name: 'Insertado en la invitación' }).waitFor();
  expect(await putFile(page, tenant.address, site, name)).toBe(broken);
});

/** The form hears nothing more from the moment that its text is written, as when the pane goes in that moment. */
function hearNothingFromTheBodyOn(): void {
  const WRITE_BODY = 38;
  const state = globalThis as { deafFromBody?: boolean; deaf?: boolean };
  addEventListener(
    'message',
    (event) => {
      const { standIn, dispatchId } = (event.data ?? {}) as { standIn?: string; dispatchId?: number };
      state.deaf ||= state.deafFromBody === true && dispatchId === WRITE_BODY;
      if (state.deaf && standIn === 'call') event.stopImmediatePropagation();
    },
    true,
  );
}
