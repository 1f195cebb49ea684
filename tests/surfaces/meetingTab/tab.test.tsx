import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { BeforeView, MeetingScreen } from '../../../src/app/meeting/meetingView';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingTab } from '../../../src/surfaces/meetingTab/MeetingTab';
import { MeetingStage } from '../../../src/surfaces/stage/MeetingStage';
import { still } from '../../support/fakes/fakePlanning';
import { balance } from '../../support/gallery/panelSample';
import { drawBeside } from '../../support/gallery/tabDraw';
import { fairLeads, noPrices, tabMeeting, tabViews } from '../../support/gallery/tabViews';

afterEach(cleanup);

const draw = (view: MeetingScreen, tag?: string) => drawBeside(MeetingTab, view, tag);
const around = (change: Partial<BeforeView>, more: Partial<MeetingScreen> = {}): MeetingScreen => ({
  ...tabMeeting,
  ...more,
  before: { ...tabMeeting.before, ...change },
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const seen = (name: string) => tabViews[name]?.view as MeetingScreen;

test('MT1 the head tells what and when here and where colleagues sit, who chairs and comes, and who sees this', () => {
  draw(tabMeeting);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Semanal de Marketing y Ventas · mar 1 dic, 17:15–17:50 (Bogotá 11:15)',
  );
  const head = screen.getByRole('heading', { level: 1 }).closest('header')?.textContent ?? '';
  expect(head).toContain(
    'Modera Rodrigo · Aceptan 6 de 8 · Bruno no viene, suplente: Hugo · Sala Encina (Madrid)',
  );
  expect(head).toContain('Quién ve esto: 8 personas invitadas y 1 de fuera');
  cleanup();
  draw(around({ wholeTeam: true, occurrence: null, hasPanel: true }), 'en-GB');
  expect(screen.getByText(/everybody|whole team|team/i).textContent).toBeTruthy();
  expect(screen.queryByText(/Who sees this/)).toBeNull();
});

test('MT16 the minutes of the session before open in place, as text', async () => {
  draw(tabMeeting);
  expect(screen.queryByRole('button', { name: 'Sesión anterior: acta' })).toBeNull();
  cleanup();
  const minutes = '<h3>Semanal</h3><ul><li>Hugo: <img src=x onerror=alert(1)>la lista</li></ul>';
  draw(around({ last: { start: 0, minutes } }));
  press('Sesión anterior: acta');
  const region = await screen.findByRole('region', { name: 'Sesión anterior: acta' });
  expect(region.textContent).toBe('SemanalHugo: la lista');
  expect(region.querySelector('img')).toBeNull();
  press('Sesión anterior: acta');
  expect(screen.queryByRole('region', { name: 'Sesión anterior: acta' })).toBeNull();
});

test('MT2 without a panel one press adds it, or three pictured steps say how; where nobody knows, nothing is said', () => {
  const tab = draw(tabMeeting);
  press('Añadir el panel');
  expect(tab.calls).toEqual([['before.addPanel']]);
  cleanup();
  const byHand = draw(seen('byHand'));
  expect(screen.queryByRole('button', { name: 'Añadir el panel' })).toBeNull();
  const steps = screen.getByText(/1\. En el chat de la reunión/).closest('ol');
  expect(steps?.querySelectorAll('li svg')).toHaveLength(3);
  expect(byHand.calls).toEqual([]);
  cleanup();
  draw(around({ hasPanel: null }));
  expect(screen.queryByText(/El panel todavía no está/)).toBeNull();
});

test('MT3 a problem is brought in one line, for everybody or for the company alone; an empty one is told', () => {
  const tab = draw(tabMeeting);
  press('Proponer');
  expect(screen.getByText('Escribir primero el problema.')).toBeTruthy();
  const field = screen.getByRole('textbox', { name: '¿Qué problema traes?' });
  fireEvent.change(field, { target: { value: '  Leads sin llamar ' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'solo interno' }));
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.change(field, { target: { value: 'Otro' } });
  press('Proponer');
  expect(tab.calls).toEqual([
    ['before.propose', 'Leads sin llamar', true],
    ['before.propose', 'Otro', false],
  ]);
  expect((field as HTMLInputElement).value).toBe('');
});

test('MT3 somebody from outside brings nothing internal', () => {
  draw(seen('outsider'));
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('MT4 the organiser takes a proposal into the agenda; the others see that it was sent, and may withdraw their own', async () => {
  const mine = draw(tabMeeting);
  press('A la agenda: Leads de feria sin llamar');
  expect(mine.calls).toEqual([['before.take', 'p1']]);
  expect(screen.getByText('Laura · Ventas · Ahora: 38 (meta 0) · solo interno')).toBeTruthy();
  cleanup();
  const guest = draw(seen('guest'));
  expect(screen.queryByRole('button', { name: /A la agenda/ })).toBeNull();
  expect(screen.getByText('Propuesta enviada a Irene')).toBeTruthy();
  expect(screen.getByText('✓ en la agenda')).toBeTruthy();
  press('Retirar: Leads de feria sin llamar');
  expect(guest.calls).toEqual([['remove', 'problem', 'p1']]);
  cleanup();
  const { organiserName: _, ...unnamed } = tabMeeting.before;
  draw({
    ...tabMeeting,
    before: { ...unnamed, isOrganiser: false, proposals: [{ ...fairLeads, mine: true }] },
  });
  expect(screen.getByText('Propuesta enviada a quien organiza')).toBeTruthy();
  cleanup();
  draw(around({ proposals: [noPrices] }, { running: null }));
  await screen.findByRole('button', { name: 'Usar la plantilla' });
  expect(screen.getByText('Espera una agenda')).toBeTruthy();
});

test('MT5 what is left from before is done in one press, or decided on when it was carried over too often', () => {
  const tab = draw(tabMeeting);
  const list = screen.getByRole('region', { name: 'Pendiente de antes: 3' });
  expect(within(list).getByText('vencida')).toBeTruthy();
  expect(within(list).getByText('3 veces')).toBeTruthy();
  press('Hecha: Llamar a los 21 restantes');
  const decide = button('Decidir: Acordar qué es un lead aceptado');
  expect(decide.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(decide);
  fireEvent.click(within(list).getByRole('button', { name: 'A la agenda' }));
  expect(tab.calls).toEqual([
    ['setTaskState', 't0', 'done'],
    ['addItem', { kind: 'topic', title: 'Decidir: Acordar qué es un lead aceptado', minutes: 3 }],
  ]);
});

test('MT6 the agenda stands with its minutes and their sum; who runs it changes it, the others only read', async () => {
  const tab = draw(tabMeeting);
  expect(screen.getByRole('heading', { name: /^Agenda · 35 de 35\smin$/ })).toBeTruthy();
  press('Editar');
  fireEvent.click(await screen.findByRole('button', { name: 'Aplazar Ronda' }));
  expect(tab.calls).toEqual([['command', { kind: 'putOff', item: 'i6' }]]);
  cleanup();
  draw(seen('guest'));
  expect(screen.queryByRole('button', { name: 'Editar' })).toBeNull();
  expect(screen.getByText('Ronda')).toBeTruthy();
});

test('MT6 without an agenda the template can be used', async () => {
  const tab = draw(seen('noAgenda'));
  fireEvent.click(await screen.findByRole('button', { name: 'Usar la plantilla' }));
  expect(tab.calls).toEqual([['useTemplate']]);
});

test('MT7 it says that nothing is sent unasked, nothing recorded or heard, and what is kept', () => {
  draw(tabMeeting);
  const text = document.body.textContent ?? '';
  expect(text).toContain('Nada se envía sin confirmar.');
  expect(text).toContain('No se graba ni se escucha nada.');
  expect(text).toMatch(/Qué se guarda.*como mucho 90 días/);
  // Nobody measures it yet, so nothing is promised.
  expect(text).not.toMatch(/equilibrio/i);
});

test('MT20 what is measured stands with what is kept; reading it and saying no are a press each', async () => {
  const tab = draw({ ...tabMeeting, balance });
  expect(document.body.textContent).toMatch(
    /Equilibrio: solo por áreas\. No se graba ni se escucha nada\..*en el acta, solo el total de cada área\./,
  );
  press('Qué se mide');
  expect(await screen.findByRole('heading', { name: 'Qué se mide y qué no' })).toBeTruthy();
  press('No participo');
  expect(tab.calls).toEqual([['balance.known'], ['balance.takePart', 'declined']]);
  press('Cerrar');
  expect(screen.queryByRole('heading', { name: 'Qué se mide y qué no' })).toBeNull();
  await tab.show({ ...tabMeeting, balance: { ...balance, mode: 'persons' } });
  expect(document.body.textContent).toMatch(/Equilibrio: por áreas, y por persona de quien lo acepte\./);
});

test('MT8 while the meeting runs the tab shows its item and time, and a tick draws nothing else', async () => {
  const tab = drawBeside(MeetingTab, seen('running'));
  expect(screen.getByRole('region', { name: 'En marcha · Punto 3 de 6 · Ideas' })).toBeTruthy();
  expect(screen.getByRole('timer').textContent).toContain('04:10');
  press('Abrir en una ventana');
  expect(tab.calls).toEqual([['openInWindow']]);
  const changed: Node[] = [];
  const observer = new MutationObserver((records) => changed.push(...records.map(({ target }) => target)));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  await tab.tick({ itemLeft: 249_000 });
  observer.disconnect();
  const timer = screen.getByRole('timer').parentElement;
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every((node) => timer?.contains(node))).toBe(true);
  cleanup();
  draw({ ...seen('running'), can: { share: false, openInWindow: false } });
  expect(screen.queryByRole('button', { name: 'Abrir en una ventana' })).toBeNull();
});

test('MT8 after the end it offers what the panel offers', async () => {
  const tab = draw(seen('ended'));
  fireEvent.click(await screen.findByRole('button', { name: /Llevar 3 tareas a Planner/ }));
  press('Reabrir la reunión');
  expect(tab.calls).toEqual([['after.pushTasks'], ['command', { kind: 'reopen' }]]);
  expect(screen.queryByRole('textbox', { name: '¿Qué problema traes?' })).toBeNull();
});

test('MT9 a failure is an alert with a way out; names are shown, never addresses; one primary button at most', async () => {
  const tab = draw(seen('failed'));
  expect(screen.getByRole('alert').textContent).toMatch(/No se pudo añadir el panel/);
  press('Reintentar');
  press('Cerrar');
  expect(tab.calls).toEqual([['retry'], ['dismiss']]);
  expect(document.body.textContent).not.toContain('@');
  cleanup();
  const filled = (one: Element) => getComputedStyle(one).backgroundColor.includes('colorBrandBackground)');
  for (const view of [...Object.values(tabViews).map((one) => one.view), around({}, { running: null })]) {
    drawBeside(MeetingTab, view);
    await screen.findByRole('heading', { level: 1 });
    if (view.screen === 'meeting' && view.running === null)
      await screen.findByRole('button', { name: 'Usar la plantilla' });
    if (view.screen === 'meeting' && view.running?.phase === 'ended') await screen.findByText('Acta al chat');
    expect(screen.queryAllByRole('button').filter(filled).length).toBeLessThanOrEqual(1);
    cleanup();
  }
});

test('MT9 what starts says so, and a script that did not arrive is told with a way out', () => {
  drawBeside(MeetingTab, { screen: 'starting' });
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  cleanup();
  const locale = createMeetingLocale(createLocale('es-ES'));
  for (const Surface of [MeetingTab, MeetingStage]) {
    render(<Surface desk="notLoaded" locale={locale} theme={still('light')} />);
    expect(button('Reintentar')).toBeTruthy();
    cleanup();
  }
});
