import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import type { Failure } from '../../../src/app/ports/failure';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { drawPanel } from '../../support/gallery/panelDraw';
import { meeting, runningAt, tasks } from '../../support/gallery/panelSample';
import { panelViews } from '../../support/gallery/panelViews';

beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const shown = (name: string) => {
  const view = panelViews[name]?.view;
  if (view === undefined) throw new Error(`no view ${name}`);
  return view;
};
const empty = { ...meeting.capture, text: '', understood: null };
test('SP3 whoever is outside reads why and what helps', async () => {
  const panel = drawPanel(shown('outside-notMember'));
  // Its screen loads with the first who is outside.
  await screen.findByRole('status', {}, { timeout: 30_000 });
  expect(screen.getByRole('status').textContent).toMatch(/^Al unirse una vez a la reunión/);
  press('Reintentar');
  await panel.show(shown('outside-consent'));
  expect(screen.getByText(/no ha concedido «Reunión en vivo»/).getAttribute('role')).toBe('status');
  // What an administrator needs comes with its own part.
  await screen.findByRole('button', { name: 'Copiar enlace' }, { timeout: 30_000 });
  press('Iniciar sesión');
  await panel.show(shown('outside-newerRoom'));
  expect(screen.queryByRole('button')).toBeNull();
  await panel.show({ screen: 'signIn', notice: null });
  press('Iniciar sesión');
  const failed = (failure: Failure) =>
    panel.show({ screen: 'signIn', notice: { kind: 'failed', step: 'open', failure } });
  await failed({ kind: 'consent', tier: 'live' });
  expect(screen.getByRole('heading').textContent).toBe('Falta un permiso');
  // Signing in mends no service that does not answer.
  await failed({ kind: 'unavailable' });
  expect(screen.getByRole('heading').textContent).toBe('Todavía no se puede empezar');
  expect(screen.queryByRole('button', { name: 'Iniciar sesión' })).toBeNull();
  press('Reintentar');
  expect(panel.calls.map(([name]) => name)).toEqual(['retry', 'signIn', 'signIn', 'retry']);
});

test('SP3 without an agenda there is a template of its kind, or the one that somebody proposes', async () => {
  const panel = drawPanel(shown('noAgenda'));
  expect(screen.getByText(/^La plantilla de la semanal/)).toBeTruthy();
  const none = shown('noAgenda');
  if (none.screen === 'meeting') await panel.show({ ...none, kind: 'monthly' });
  expect(screen.getByText(/^La plantilla de la mensual/)).toBeTruthy();
  press('Usar la plantilla');
  await panel.show(shown('proposed'));
  press('Usar esta agenda');
  await panel.show(shown('proposedNotMine'));
  expect(screen.queryByRole('button', { name: /agenda|plantilla/ })).toBeNull();
  expect(screen.getByText(/La puede usar quien organiza/)).toBeTruthy();
  expect(panel.calls.map(([name]) => name)).toEqual(['useTemplate', 'useProposed']);
});

test('SP4 the faces are one stop of the Tab key and arrows go round', () => {
  drawPanel(meeting);
  const faces = within(screen.getByRole('toolbar', { name: 'Quién está' })).getAllByRole('button');
  expect(faces).toHaveLength(8);
  expect(faces.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1, -1]);
  const [first, second] = faces;
  first?.focus();
  fireEvent.keyDown(first as HTMLElement, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(second);
  expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0]);
  fireEvent.keyDown(second as HTMLElement, { key: 'End' });
  expect(document.activeElement).toBe(faces.at(-1));
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(first);
});

test('SP4 a face says who it is and how they take part; a press gives the floor or ends the turn', () => {
  const panel = drawPanel(meeting);
  press('Sergio Manrique Olmo, Ventas, por teléfono: dar la palabra');
  press('Bruno Aldaz Peña, Marketing, en sala, con el panel de Irene: dar la palabra');
  const speaker = button(/^Andrés Cuéllar Pombo, Ventas: terminar el turno/);
  expect(speaker.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(speaker);
  press('Dar la palabra a Catalina');
  expect(panel.commands()).toEqual([
    { kind: 'give', person: 's05' },
    { kind: 'give', person: 'm02' },
    { kind: 'endTurn', person: 's07' },
    { kind: 'giveNext', leaves: 's07' },
  ]);
});

test('SP4 who may not give the floor gives it to nobody but asks for their own', async () => {
  const view: MeetingScreen = {
    ...meeting,
    me: 's02',
    floor: { ...meeting.floor, mayGive: false, mayMark: false },
    chair: { ...meeting.chair, mine: false },
    running: runningAt(3, { mayRun: false }),
  };
  const panel = drawPanel(view);
  const faces = screen.getByRole('toolbar');
  expect(within(faces).getAllByRole('button')).toHaveLength(1);
  expect(within(faces).getAllByRole('img')).toHaveLength(7);
  fireEvent.click(within(faces).getByRole('button', { name: /^Amparo.*pedir la palabra/ }));
  press('Pedir la palabra');
  await panel.show({ ...view, floor: { ...view.floor, asking: true, queue: ['s02'] } });
  press('Ya no la pido');
  await panel.show({ ...view, floor: { ...view.floor, mine: true, speaker: 's02' } });
  press('Terminar mi turno');
  expect(panel.commands()).toEqual(
    ['ask', 'ask', 'withdraw', 'endTurn'].map((kind) => ({ kind, person: 's02' })),
  );
});

test('SP5 what somebody may not do is not there, or says who may', async () => {
  const panel = drawPanel(shown('guest'));
  expect(screen.queryByRole('button', { name: /Siguiente|Terminar$|Dar la palabra a/ })).toBeNull();
  await panel.show(shown('beforeGuest'));
  expect(screen.queryByRole('button', { name: 'Empezar' })).toBeNull();
  expect(screen.getByText('Empieza Irene, que modera')).toBeTruthy();
  await panel.show(shown('overGuest'));
  expect(screen.getByText(/Decide Irene, que modera/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Tomar|Recortar|Aplazar/ })).toBeNull();
});

test('SP5 next names the item it leaves, starts and ends are one press', async () => {
  const panel = drawPanel(meeting);
  press('Siguiente');
  await panel.show({ ...meeting, running: runningAt(6) });
  press('Ronda de cierre');
  await panel.show(shown('before'));
  press('Empezar');
  await panel.show(shown('closing'));
  press('Terminar');
  expect(panel.commands()).toEqual([
    { kind: 'next', leaves: 'i3' },
    { kind: 'next', leaves: 'i6' },
    { kind: 'start' },
    { kind: 'end' },
  ]);
});

test('SP6 a late start asks the chair at once, in minutes and in the clock of the country', async () => {
  const panel = drawPanel(shown('late'), 'es-CO');
  const group = screen.getByRole('group', { name: 'Empezó 3\u00a0min tarde. ¿Cómo se recupera?' });
  expect(
    within(group)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Más opciones',
    'Quitar 3\u00a0min a Ideas',
    'Recortar lo que falta',
    'Terminar a las 5:53\u00a0p.\u00a0m.',
  ]);
  press(/Terminar a las/);
  expect(panel.calls[0]).toMatchObject(['choose', { kind: 'endLater', command: null }]);
});

test('SP6 over-time offers one press of each kind, the others behind one more', () => {
  const panel = drawPanel(shown('over'));
  const group = within(screen.getByRole('group', { name: 'Pasado de tiempo' }));
  const texts = () => group.getAllByRole('button').map(({ textContent }) => textContent);
  expect(texts()).toEqual([
    'Más opciones',
    'Tomar 2\u00a0min de Ronda',
    'Recortar lo que falta',
    'Aplazar Ideas',
  ]);
  press('Más opciones');
  expect(texts()).toHaveLength(6);
  press('Aplazar Decisión');
  expect(panel.calls[0]).toMatchObject(['choose', { kind: 'putOff', title: 'Decisión' }]);
});

test('SP8 a +1 is a toggle with its state', () => {
  const panel = drawPanel({ ...meeting, capture: empty });
  const mine = button('Llamar en 24 h: +2, con el mío');
  expect(mine.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(mine);
  press('Lista única en CRM: +1');
  expect(panel.calls).toEqual([
    ['vote', 'd1', false],
    ['vote', 'd2', true],
  ]);
});

test('SP8 the field for ideas stays open for the next one, and Esc closes it', () => {
  const panel = drawPanel({ ...meeting, capture: empty });
  press('+ añadir idea');
  const field = screen.getByRole('textbox', { name: 'Idea nueva' });
  for (const value of ['Un turno', 'Otra']) {
    fireEvent.change(field, { target: { value } });
    fireEvent.keyDown(field, { key: 'Enter' });
  }
  expect(panel.calls).toEqual([
    ['addIdea', 'p1', 'Un turno'],
    ['addIdea', 'p1', 'Otra'],
  ]);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Idea nueva' })).toBeNull();
});

test('SP9 what is taken out of sight can be brought back at once', () => {
  const panel = drawPanel({ ...meeting, capture: empty });
  press('Quitar Lista única en CRM');
  expect(screen.getByText(/Quitado: Lista única en CRM/)).toBeTruthy();
  press('Deshacer');
  expect(panel.calls).toEqual([
    ['remove', 'idea', 'd2'],
    ['restore', 'idea', 'd2'],
  ]);
});

test('SP10 one polite region says what happened, a failure is an alert with a way out', async () => {
  const panel = drawPanel({ ...meeting, capture: empty });
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(said()).toEqual(['']);
  await panel.show({ ...meeting, capture: empty, notice: { kind: 'item', title: 'Decisión' } });
  expect(said()).toEqual(['Ahora: Decisión']);
  await panel.show({ ...meeting, capture: empty, notice: { kind: 'saved', what: 'task', text: 'enviar' } });
  expect(said()).toEqual(['Tarea guardada: enviar']);
  await panel.show({ ...meeting, capture: empty, notice: { kind: 'chairChanged', name: 'Hugo' } });
  expect(said()).toEqual(['Modera Hugo']);
  const failed = shown('failed');
  await panel.show(failed.screen === 'meeting' ? { ...failed, balance: null } : failed);
  expect(said()).toEqual(['']);
  expect(screen.getByRole('alert').textContent).toMatch(/No se pudo enviar.*sigue igual.*Reintentar/);
  press('Reintentar');
  press('Cerrar');
  expect(panel.calls.map(([name]) => name)).toEqual(['retry', 'dismiss']);
});

test('SP14 a question starts at the safe answer, and Esc gives it', async () => {
  const panel = drawPanel(shown('wholeTeam'));
  expect(document.activeElement?.textContent).toBe('Ahora no');
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
  press('Captar');
  await panel.show(shown('sameTask'));
  expect(document.activeElement?.textContent).toBe('Es la misma');
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
  press('Crear otra');
  expect(panel.calls).toEqual([
    ['answer', false],
    ['answer', true],
    ['answer', true],
    ['answer', false],
  ]);
});

test('SP15 offline, alone and connecting are told, "saved" stands only where everything is', async () => {
  const panel = drawPanel(meeting);
  expect(screen.getByText(/1 por teléfono · guardado$/)).toBeTruthy();
  await panel.show({ ...meeting, saved: false });
  expect(screen.getByText(/guardando…$/)).toBeTruthy();
  await panel.show(shown('offline'));
  expect(screen.getByText('Sin conexión: se guarda aquí')).toBeTruthy();
  await panel.show(shown('alone'));
  expect(screen.getByText(/^Sin servidor: se guarda en este equipo/)).toBeTruthy();
  await panel.show(shown('connecting'));
  expect(screen.getByText('conectando…')).toBeTruthy();
  expect(screen.queryByText(/· guardado/)).toBeNull();
});

test('SP16 on a phone stand item and time, capture and the floor', () => {
  drawPanel(shown('small'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Punto 3 de 6 · Ideas');
  expect(screen.getByRole('timer')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: /^Captar/ })).toBeTruthy();
  expect(button('Pedir la palabra')).toBeTruthy();
  expect(screen.queryByRole('toolbar')).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Ideas' })).toBeNull();
});

test('SP20 a chair that is gone is seen by all and can be taken over', async () => {
  const panel = drawPanel(shown('chairGone'));
  expect(screen.getByText('Irene no está, y moderaba.')).toBeTruthy();
  press('Tomar la moderación');
  const view = shown('chairGone') as MeetingScreen;
  await panel.show({ ...view, chair: { ...view.chair, mayTakeOver: false } });
  expect(screen.getByText(/En un minuto se puede tomar/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Tomar la moderación' })).toBeNull();
  expect(panel.commands()).toEqual([{ kind: 'takeOver' }]);
});

test('SP3 a task left from before is ticked off at its item or decided on, and told once', async () => {
  const problems = meeting.problems.map((one) => ({ ...one, tasks }));
  const panel = drawPanel({
    ...meeting,
    running: runningAt(1),
    problems,
    before: { ...meeting.before, left: tasks },
    capture: empty,
  });
  const box = screen.getByRole('checkbox', {
    name: /^Hecha: Bruno · Acordar .* · vencida · arrastrada 3 veces$/,
  });
  fireEvent.click(box);
  const ways = await screen.findByRole('button', {
    name: 'Llevar a la mensual: Acordar qué es un lead aceptado',
  });
  fireEvent.click(ways);
  press('Recortar: Acordar qué es un lead aceptado');
  fireEvent.change(screen.getByRole('textbox', { name: 'Qué se hará' }), { target: { value: 'Definirlo' } });
  press('Guardar');
  expect(screen.getByRole('alert').textContent).toBe('Falta el texto o la fecha.');
  fireEvent.change(screen.getByLabelText('Fecha'), { target: { value: '2026-12-18' } });
  press('Guardar');
  expect(panel.calls).toEqual([
    ['setTaskState', 't2', 'done'],
    ['decide.toMonthly', 't2'],
    ['decide.cutDown', 't2', 'Definirlo', '2026-12-18'],
  ]);
  expect(screen.getAllByRole('checkbox')).toHaveLength(2);
});

test('SP18 a clock shows the second that runs, and how far it is over', () => {
  const { clock } = createMeetingLocale(createLocale('es-ES')).meeting;
  expect([250_000, 249_001, 999, 1, 0, -1, -999, -1000, -80_000, 3_600_000].map(clock)).toEqual([
    '04:10',
    '04:10',
    '00:01',
    '00:01',
    '00:00',
    '+0:00',
    '+0:00',
    '+0:01',
    '+1:20',
    '60:00',
  ]);
});
