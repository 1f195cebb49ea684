// BK: the channel's tab and the personal one with the keyboard alone, what is heard of them, and what axe says.
import type { Browser } from 'playwright-core';
import { axeSays } from '../support/axe';
import { startBrowser } from '../support/browser';
import { type DemoTenant, startTenant } from '../support/demoTenant';
import { addTab, type AtTeam, openTeam } from './channelPages';
import { plannerTask } from './followSide';
import { focusIn, frameOf, listen, pressIn, pressTo, said, soon, tabBeside, tabIn } from './meetingKeys';
import { type AtMeeting, tryMeeting } from './meetingPages';
import { eventually } from '../support/eventually';

const FAIR = 'Leads de feria sin llamar';
const HALF_PAGE = 'Escribir media página: qué es un lead aceptado';
const CALLS = 'Llamar a los 21 restantes';
const LIST = 'Enviar la lista de la feria a Bogotá';
const PRICES = 'Tabla de precios por volumen';
const SMALLER = 'Proponer tres criterios';

let tenant: DemoTenant;
let browser: Browser;
let teams: AtTeam[] = [];
beforeAll(async () => {
  browser = await startBrowser();
}, 240_000);
beforeEach(async () => {
  // A channel of its own: with one tab, and one weekly.
  tenant = await startTenant();
}, 240_000);
afterEach(async () => {
  for (const team of teams) await team.close();
  teams = [];
  await tenant?.stop();
}, 60_000);
afterAll(() => browser?.close());

async function open(person: string, look: Readonly<Record<string, string>> = {}): Promise<AtTeam> {
  const team = await openTeam(browser, tenant.address, [person], look, 'channel-keyboard');
  teams.push(team);
  return team;
}

/** Somebody's tab, for the keys. */
const atTab = (team: AtTeam, key: string): AtMeeting => ({ key, page: team.page, panel: team.at(key).app });
const shows = ({ panel }: AtMeeting, text: string | RegExp) => panel.getByText(text).first().waitFor();
const task = (page: AtTeam['page'], owner: string, title: string) =>
  plannerTask(page, tenant.address, owner, title);

/** Waits until Planner holds what it should. */
async function inPlanner(team: AtTeam, owner: string, title: string, percent: number): Promise<void> {
  const there = async () => (await task(team.page, owner, title)).percentComplete;
  await eventually(async () => (await there()) === percent);
  expect([title, await there()]).toEqual([title, percent]);
}

/** The task that the review is at. */
const heading = ({ panel }: AtMeeting, text: string) => panel.getByRole('heading', { name: text }).waitFor();

/** Waits until nothing is being done: presses are then taken again. */
const free = ({ panel }: AtMeeting) =>
  panel.getByRole('group', { name: 'Cómo va' }).locator('button:not([aria-disabled=true])').first().waitFor();

/** With the arrows to the row of that task. */
async function rowOf(at: AtMeeting, name: RegExp): Promise<void> {
  for (let focus = await focusIn(at, 'the rows'); !name.test(focus.name);) {
    const next = await pressIn(at, 'ArrowDown');
    if (next.name === focus.name) throw new Error(`the arrows never came to ${name}`);
    focus = next;
  }
}

/** Back to the parts, with the arrows to this one, and Enter. */
async function toPart(at: AtMeeting, name: string): Promise<void> {
  let focus = await tabIn(at, /^(Tareas|Repaso|Decisiones|Ritmo|Ajustes)$/, 'Shift+Tab', 120);
  while (focus.name !== name) focus = await pressIn(at, 'ArrowRight');
  await pressIn(at, 'Enter');
  await at.panel.getByRole('tab', { name, selected: true }).waitFor();
  // Each part is a script of its own.
  await at.panel.getByRole('tabpanel').locator('h2').first().waitFor();
}

/** Where the tab is by its own address. */
const addressIn = async (at: AtMeeting): Promise<string> =>
  decodeURIComponent(new URL((await frameOf(at)).url()).hash);

test('BK9 the tab is set up, reloaded and reviewed with the keyboard alone, and the focus is never lost nor out of sight', async () => {
  await tryMeeting(tenant.address, { history: true });
  const team = await open('irene');
  const { page, picture } = team;
  const irene = atTab(team, 'irene');
  await page.getByRole('tab', { name: 'Publicaciones' }).waitFor();
  await tabBeside(irene, /^Añadir una pestaña$/);
  await page.keyboard.press('Enter');
  await tabBeside(irene, /^Añadir Cadencia$/);
  await page.keyboard.press('Enter');
  await irene.panel.getByRole('radiogroup', { name: '¿Qué serie?' }).waitFor();
  await tabIn(irene, /^(Semanal|Mensual)/);
  for (let step = 0; !/^Semanal/.test((await focusIn(irene, 'the choice')).name); step += 1) {
    expect(step).toBeLessThan(3);
    await pressIn(irene, 'ArrowDown');
  }
  await picture('BK9 choosing');
  await tabBeside(irene, /^Guardar$/);
  await page.keyboard.press('Enter');
  await page
    .getByRole('tab', { name: /^Semanal/ })
    .first()
    .waitFor();
  await shows(irene, FAIR);

  await page.reload();
  await page.getByRole('tab', { name: /^Semanal/, selected: true }).waitFor();
  await shows(irene, FAIR);
  await irene.panel.getByRole('grid').waitFor();
  await shows(irene, /^\d+ abiertas/);
  // The parts are one stop of the Tab key, arrows go round, and only Enter shows one.
  await tabIn(irene, /^Tareas$/);
  expect((await pressIn(irene, 'ArrowRight')).name).toBe('Repaso');
  await page.keyboard.press('Enter');
  await irene.panel.getByRole('region', { name: 'Repaso' }).waitFor();
  await focusIn(irene, 'the review', 5_000);
  await heading(irene, HALF_PAGE);
  await picture('BK9 review');

  // What was carried over too often comes first and is decided on.
  await shows(irene, /Arrastrada 3 veces: toca decidir/);
  await tabIn(irene, /^Recortar: /);
  await pressIn(irene, 'Enter');
  await tabIn(irene, /^Qué se hará$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(SMALLER);
  // Esc puts the form away, and what was typed with it.
  await pressTo(irene, 'Escape', /^Recortar: /);
  await pressIn(irene, 'Enter');
  await tabIn(irene, /^Qué se hará$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(SMALLER);
  await tabIn(irene, /^Fecha$/);
  await page.keyboard.type('04122026');
  await picture('BK9 deciding');
  await tabIn(irene, /^Guardar$/);
  await pressIn(irene, 'Enter');
  await heading(irene, CALLS);
  await free(irene);
  await focusIn(irene, 'deciding');
  expect((await task(page, 'bruno', SMALLER)).dueDateTime?.slice(0, 10)).toBe('2026-12-04');
  await picture('BK9 decided');

  // The number of its problem; its keys are those of the field now, and Enter notes it.
  await tabIn(irene, /^Ahora$/);
  await page.keyboard.type('1,5');
  await pressIn(irene, 'Enter');
  await shows(irene, /21 → 1,5 \(meta 0\)/);
  await free(irene);
  const number = await focusIn(irene, 'the number');
  expect([number.name, number.value]).toEqual(['Ahora', '']);
  await heading(irene, CALLS);
  expect((await task(page, 'sergio', CALLS)).percentComplete).toBe(0);

  // How it goes: 2 where it stays, 3 where the next one takes its place.
  await tabIn(irene, /^Problema resuelto$/);
  await pressIn(irene, '2');
  await free(irene);
  await inPlanner(team, 'sergio', CALLS, 50);
  await heading(irene, CALLS);
  await pressIn(irene, '1');
  await free(irene);
  await inPlanner(team, 'sergio', CALLS, 0);
  await pressIn(irene, '3');
  await heading(irene, LIST);
  await free(irene);
  await inPlanner(team, 'sergio', CALLS, 100);
  await focusIn(irene, 'the next task');
  // Left and right go through the others.
  await pressIn(irene, 'ArrowRight');
  await heading(irene, PRICES);
  await pressIn(irene, 'ArrowLeft');
  await heading(irene, LIST);
  await pressIn(irene, 'ArrowLeft');
  await heading(irene, LIST);
  await tabIn(irene, /^Siguiente$/);
  await pressIn(irene, 'Enter');
  await heading(irene, PRICES);
  expect((await focusIn(irene, 'Siguiente')).name).toBe('Siguiente');
  await picture('BK9 reviewed');

  // Back to the tasks: one stop of the Tab key, arrows between rows.
  await tabIn(irene, /^Repaso$/, 'Shift+Tab');
  await pressIn(irene, 'ArrowLeft');
  await pressIn(irene, 'Enter');
  await irene.panel.getByRole('grid').waitFor();
  expect((await focusIn(irene, 'the part')).name).toBe('Tareas');
  const first = await tabIn(irene, /^(Enviar la lista|⚠|Proponer|Llamar)/);
  const second = await pressIn(irene, 'ArrowDown');
  expect(second.name).not.toBe(first.name);
  expect((await pressIn(irene, 'ArrowUp')).name).toBe(first.name);
  const last = await pressIn(irene, 'End');
  expect((await pressIn(irene, 'ArrowDown')).name).toBe(last.name);
  expect((await pressIn(irene, 'Home')).name).toBe(first.name);
  await rowOf(irene, /^Proponer tres criterios/);
  // Enter to change where it stands, Esc back.
  await pressTo(irene, 'Enter', /^Tarea$/);
  await page.keyboard.type(' y más');
  await pressTo(irene, 'Escape', /^Proponer tres criterios/);
  expect((await focusIn(irene, 'Esc')).name).not.toContain('y más');
  await pressTo(irene, 'Enter', /^Tarea$/);
  await tabIn(irene, /^Vence$/);
  await page.keyboard.type('09122026');
  await picture('BK9 changing');
  await pressTo(irene, 'Enter', /^Proponer tres criterios/);
  await shows(irene, 'mié 9 dic');
  const due = async () => (await task(page, 'bruno', SMALLER)).dueDateTime?.slice(0, 10);
  await eventually(async () => (await due()) === '2026-12-09');
  expect(await due()).toBe('2026-12-09');

  // Filters are lists, by letters, and a field; the address has ids only.
  await tabIn(irene, /^Responsable$/, 'Shift+Tab');
  await page.keyboard.type('Bruno');
  await irene.panel.getByRole('button', { name: /^Enviar la lista/ }).waitFor({ state: 'detached' });
  await tabIn(irene, /^Buscar$/);
  await page.keyboard.type('criterios');
  await shows(irene, '1 tarea en la lista');
  await picture('BK9 filtered');
  const address = await addressIn(irene);
  expect(address).toMatch(/owner=[\w.:-]+/);
  expect(address).not.toMatch(/criterios|bruno|semanal|@/i);
  await tabIn(irene, /^Quitar filtros$/);
  await pressIn(irene, 'Enter');
  await irene.panel.getByRole('button', { name: /^Enviar la lista/ }).waitFor();
  expect((await focusIn(irene, 'clearing')).inPane).toBe(true);
  expect(await addressIn(irene)).not.toContain('owner');
  await picture('BK9 end');
  expect(team.problems).toEqual([]);
}, 300_000);

test('BK10 each event is said once, and axe finds nothing in the parts of the tab, its question and the personal tab', async () => {
  await tryMeeting(tenant.address, { history: true });
  const team = await open('irene');
  await addTab(team, /^Semanal/);
  const irene = atTab(team, 'irene');
  const { panel } = irene;
  const found: string[] = [];
  const look = async (name: string, at = irene, of = team): Promise<void> => {
    await of.picture(`BK10 ${name}`);
    found.push(...(await axeSays(await frameOf(at))).map((one) => `${name}: ${one}`));
  };
  const part = (name: string) => panel.getByRole('tab', { name, exact: true }).click();

  // All that is read has been read: from here on only presses make events.
  await panel.getByText(/^Marketing 71/).waitFor();
  await panel.getByRole('button', { name: 'Renovar' }).waitFor();
  await panel.getByText(/celebra: Marketing \d de \d/).waitFor();
  await look('tasks');
  await listen(irene);
  await panel.getByRole('button', { name: LIST }).click();
  await panel.getByRole('combobox', { name: 'Estado' }).selectOption({ label: 'Hecha' });
  expect(await soon(irene)).toEqual([]);
  await look('changing');
  await panel.getByRole('grid').getByRole('button', { name: 'Guardar' }).click();
  expect(await said(irene)).toEqual(['Tarea guardada.']);
  await panel.getByRole('combobox', { name: 'Vence' }).selectOption({ label: 'Vencidas' });
  expect(await said(irene)).toEqual(['2 tareas en la lista']);
  await panel.getByRole('button', { name: 'Quitar filtros' }).click();
  await soon(irene);

  // A question tells its mails, starts at the safe answer, and a change that is not made says nothing.
  await panel
    .getByRole('button', { name: /^Saltar la sesión/ })
    .first()
    .click();
  const question = panel.getByRole('alertdialog');
  await question.getByText(/reciben? un correo/).waitFor();
  expect((await focusIn(irene, 'the question')).name).toBe('No tocar nada');
  await look('question');
  await pressIn(irene, 'Escape');
  await question.waitFor({ state: 'detached' });
  expect((await focusIn(irene, 'no')).inPane).toBe(true);
  expect(await soon(irene)).toEqual([]);

  await part('Repaso');
  await panel.getByRole('region', { name: 'Repaso' }).waitFor();
  await look('review');
  await soon(irene);
  await focusIn(irene, 'the review');
  await pressIn(irene, 'ArrowRight');
  expect(await said(irene)).toEqual([expect.stringMatching(/^Llamar a los 21 restantes/)]);
  await pressIn(irene, '2');
  expect(await said(irene)).toEqual(['Tarea guardada.']);
  await panel.getByRole('textbox', { name: 'Ahora' }).fill('20');
  await panel.getByRole('button', { name: 'Apuntar' }).click();
  expect(await said(irene)).toEqual(['Decidido y guardado.']);

  await part('Decisiones');
  await panel.getByRole('heading', { name: 'Decisiones', level: 2 }).waitFor();
  await look('decisions');
  await part('Ritmo');
  await panel.getByRole('heading', { name: 'Sesiones por mes' }).waitFor();
  await look('rhythm');
  await part('Ajustes');
  const pulse = panel.getByRole('switch', { name: /^Dos preguntas/ });
  await pulse.waitFor();
  await look('settings');
  await soon(irene);
  await pulse.click();
  expect(await said(irene)).toEqual(['Ajustes guardados.']);
  expect(team.problems).toEqual([]);
  await team.close();

  const alone = await open('sergio', { surface: 'personal' });
  const sergio = atTab(alone, 'sergio');
  const how = sergio.panel.getByRole('combobox', { name: `Estado: ${CALLS}` });
  await how.waitFor();
  await sergio.panel.getByText(/^Leyendo|^Series: /).waitFor({ state: 'detached' });
  await look('personal', sergio, alone);
  await listen(sergio);
  await how.selectOption({ label: 'Hecha' });
  expect(await said(sergio)).toEqual(['Tarea guardada.']);
  await inPlanner(alone, 'sergio', CALLS, 100);
  expect(alone.problems).toEqual([]);
  expect(found).toEqual([]);
}, 300_000);

test('BK11 the other parts and the personal tab by keyboard: what is opened, answered or removed leaves the focus near by', async () => {
  await tryMeeting(tenant.address, { history: true });
  const team = await open('irene');
  await addTab(team, /^Semanal/);
  const irene = atTab(team, 'irene');
  const { page, panel } = irene;
  await panel.getByRole('button', { name: 'Renovar' }).waitFor();
  await panel.getByText(/celebra: Marketing \d de \d/).waitFor();

  // Focus that is in sight of the tab is in sight of the window as well.
  const box = await page.locator('iframe').boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);

  await tabIn(irene, /^Saltar la sesión del /);
  await pressTo(irene, 'Enter', /^No tocar nada$/);
  await pressTo(irene, 'Escape', /^Saltar la sesión del /);
  await tabIn(irene, /^Ver 2 más$/);
  await pressIn(irene, 'Enter');
  await pressIn(irene, 'Enter');

  await toPart(irene, 'Decisiones');
  await tabIn(irene, /^Buscar en las decisiones$/);
  await page.keyboard.type('mexico');
  await shows(irene, '1 de 4 decisiones');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await tabIn(irene, /^Sustituida por…: Todo lead/);
  await pressTo(irene, 'Enter', /^Decisión que la sustituye$/);
  await pressTo(irene, 'Escape', /^Sustituida por…: Todo lead/);
  await pressTo(irene, 'Enter', /^Decisión que la sustituye$/);
  await page.keyboard.press('ArrowDown');
  await tabIn(irene, /^Guardar$/);
  await pressIn(irene, 'Enter');
  await panel.getByRole('button', { name: /^En vigor otra vez: Todo lead/ }).waitFor();
  expect((await focusIn(irene, 'replacing')).inPane).toBe(true);
  await team.picture('BK11 decisions');

  await toPart(irene, 'Ritmo');
  // Sessions are one stop; of one without a record people say how it went.
  const first = await tabIn(irene, /: celebrada$/);
  await pressIn(irene, 'End');
  expect((await pressIn(irene, 'ArrowRight')).name).toBe(first.name);
  for (let focus = first; !/: saltada/.test(focus.name);) focus = await pressIn(irene, 'ArrowRight');
  await pressIn(irene, 'Enter');
  await tabIn(irene, /^Quitar lo dicho$/);
  await pressTo(irene, 'Enter', /^Se celebró sin acta$/);
  await tabIn(irene, /^No se celebró$/);
  await pressIn(irene, 'Enter');
  await panel.getByRole('button', { name: 'Quitar lo dicho' }).waitFor();
  expect((await focusIn(irene, 'saying')).inPane).toBe(true);
  await tabIn(irene, /^Ver como tabla: Promesas/);
  await pressTo(irene, 'Enter', /^Ver como gráfico: Promesas/);
  await tabIn(irene, /^Buscar horario$/, 'Shift+Tab');
  await pressIn(irene, 'Enter');
  await panel.getByRole('radiogroup').waitFor();
  expect((await focusIn(irene, 'searching')).inPane).toBe(true);
  await team.picture('BK11 rhythm');
  await tabIn(irene, /^Ahora no$/);
  await pressIn(irene, 'Enter');
  await panel.getByRole('radiogroup').waitFor({ state: 'detached' });
  expect((await focusIn(irene, 'putting away')).inPane).toBe(true);

  await toPart(irene, 'Ajustes');
  await tabIn(irene, /^Quitar Julián/);
  await pressTo(irene, 'Enter', /^Añadir a Marketing: nombre$/);
  await panel.getByRole('button', { name: /^Quitar Julián/ }).waitFor({ state: 'detached' });
  await page.keyboard.type('Julián');
  await panel.getByRole('option', { name: /^Julián Echavarría/ }).waitFor();
  await team.picture('BK11 adding');
  await pressIn(irene, 'ArrowDown');
  await pressIn(irene, 'Enter');
  await panel.getByRole('button', { name: /^Quitar Julián/ }).waitFor();
  const added = await focusIn(irene, 'adding');
  expect([added.name, added.value]).toEqual(['Añadir a Marketing: nombre', '']);
  await tabIn(irene, /^Borrar a una persona$/, 'Tab', 90);
  await page.keyboard.type('Bruno');
  await tabIn(irene, /^Borrar…$/);
  await pressTo(irene, 'Enter', /^No tocar nada$/);
  await team.picture('BK11 erasing');
  await pressTo(irene, 'Escape', /^Borrar…$/);
  expect(team.problems).toEqual([]);

  const alone = await open('sergio', { surface: 'personal' });
  const sergio = atTab(alone, 'sergio');
  await sergio.panel.getByRole('combobox', { name: `Estado: ${CALLS}` }).waitFor();
  await tabIn(sergio, /^Estado: Llamar/);
  await alone.page.keyboard.type('En curso');
  await inPlanner(alone, 'sergio', CALLS, 50);
  expect((await focusIn(sergio, 'changing')).name).toMatch(/^Estado: Llamar/);
  expect(alone.problems).toEqual([]);
}, 300_000);
