import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { PlanView, SlotsView } from '../../../src/app/planning/planView';
import { createLocale } from '../../../src/locale/createLocale';
import { createPlanLocale } from '../../../src/locale/planLocale';
import { Pane } from '../../../src/surfaces/compose/Pane';
import { fakePlanning, still } from '../../support/fakes/fakePlanning';
import {
  agendaView,
  areasView,
  doneView,
  seriesView,
  sessionsView,
  slotsView,
  views,
} from '../../support/gallery/sampleViews';

afterEach(cleanup);

function draw(view: PlanView, tag = 'es-ES') {
  const fake = fakePlanning(view);
  render(
    <Pane planning={fake.planning} locale={createPlanLocale(createLocale(tag))} theme={still('light')} />,
  );
  return {
    ...fake,
    calls: fake.calls,
    show: (next: PlanView) => act(() => fake.show(next)),
    names: () => fake.calls.map(([name]) => name),
  };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const loading: SlotsView = { ...slotsView, calendars: { ...slotsView.calendars, done: 3, state: 'loading' } };

test('CP1 the times are one group of radio buttons; arrows choose the next and go round', () => {
  const { calls } = draw(slotsView);
  const group = screen.getByRole('radiogroup', { name: 'Horarios propuestos' });
  const radios = within(group).getAllByRole('radio');
  expect(radios.map((radio) => radio.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false']);
  expect(radios.map((radio) => radio.tabIndex)).toEqual([0, -1, -1]);
  fireEvent.keyDown(radios[0] as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(radios[1]);
  fireEvent.keyDown(radios[0] as HTMLElement, { key: 'ArrowUp' });
  expect(calls).toEqual([
    ['choose', 1],
    ['choose', 2],
  ]);
});

test('CP2 a time says everything in its name: when, the other city, how many sessions, and why', () => {
  draw(slotsView);
  expect(
    screen.getByRole('radio', {
      name: 'mar 17:15, Bogotá 11:15, se celebran 18 de 25 sesiones, Bogotá 10:15 desde el 28 mar, Pueden todos',
    }),
  ).toBeTruthy();
  expect(screen.getByRole('radio', { name: /mar 9:00.*Catalina y Andrés no pueden nunca/ })).toBeTruthy();
});

test('CP3 Esc cancels loading, goes back from a screen, and does nothing on the slots', () => {
  const pane = draw(loading);
  fireEvent.keyDown(screen.getByRole('main'), { key: 'Escape' });
  pane.show(slotsView);
  fireEvent.keyDown(screen.getByRole('main'), { key: 'Escape' });
  expect(pane.names()).toEqual(['cancel']);
  expect(screen.queryByText(/Esc cancela/)).toBeNull();
});

test('CP4 a screen takes the focus with its heading, and coming back returns it to the button', async () => {
  const pane = draw(slotsView);
  const opener = screen.getByRole('button', { name: 'Editar la agenda' });
  opener.focus();
  fireEvent.click(opener);
  expect(pane.names()).toEqual(['openAgenda']);
  pane.show(agendaView);
  await screen.findByRole('heading', { level: 1, name: 'Agenda' });
  fireEvent.keyDown(screen.getByRole('main'), { key: 'Escape' });
  expect(pane.names()).toEqual(['openAgenda', 'back']);
  pane.show(slotsView);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Editar la agenda' }));
});

test('CP5 progress is a bar with a number, and only its end is announced', () => {
  const pane = draw(loading);
  const said = () =>
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .join('');
  expect(screen.getByRole('progressbar', { name: /3 de 8/ })).toBeTruthy();
  expect(said()).toBe('');
  pane.show({ ...loading, calendars: { ...loading.calendars, done: 5 } });
  expect(said()).toBe('');
  pane.show(slotsView);
  expect(said()).toBe('5 horarios propuestos');
});

test('CP6 the picture of the week is a table for those who do not see it', () => {
  draw(slotsView);
  const table = screen.getByRole('table', { name: /Quién puede cuándo/ });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(within(table).getByRole('columnheader', { name: 'martes' })).toBeTruthy();
  expect(within(table).getAllByRole('cell')[0]?.textContent).toMatch(
    /^Marketing \d+ de 25, Ventas \d+ de 25, a la vez \d+ de 25$/,
  );
});

test('CP7 a failure is an alert with a way out; a mere notice is not one', () => {
  const pane = draw(views['failed'] as PlanView);
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(/10\smin/);
  press('Reintentar');
  press('Cerrar');
  expect(pane.names()).toEqual(['retry', 'dismiss']);
  pane.show({ ...slotsView, notice: { kind: 'undone' } });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('La invitación está otra vez como antes.')).toBeTruthy();
});

test('CP8 overwriting is asked in place, names what would go, and starts at the safe answer', () => {
  const pane = draw(views['question'] as PlanView);
  const question = screen.getByRole('alertdialog');
  expect(question.textContent).toContain('el asunto («Reunión») y la agenda');
  expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'No tocar nada' }));
  press('Reemplazar');
  expect(pane.calls).toEqual([['answer', true]]);
});

test('CP9 the missing Teams link and the mails of chosen moves stand above the buttons they concern', () => {
  draw(views['moved'] as PlanView);
  const create = screen.getByRole('button', { name: 'Crear en Teams' });
  const insert = screen.getByRole('button', { name: 'Insertar en la invitación' });
  expect(create.parentElement?.textContent).toContain('Falta el enlace de Teams');
  expect(create.parentElement?.textContent).toContain('1 cambio: 7 correos de actualización');
  expect(create.compareDocumentPosition(insert) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('CP10 while something is written no second press is possible', () => {
  const pane = draw({ ...slotsView, working: 'inserting', canUndo: true });
  for (const name of ['Insertar en la invitación', 'Deshacer', 'Crear en Teams']) {
    // Not `disabled`: the browser would take the focus from the button that was just pressed.
    expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
    press(name);
  }
  expect(pane.calls).toEqual([]);
  expect(screen.getAllByRole('status').some(({ textContent }) => textContent === 'Insertando…')).toBe(true);
});

test('CP11 names are shown, never addresses', async () => {
  const pane = draw(areasView);
  await screen.findByRole('heading', { name: 'Integrantes de Marketing' });
  expect(document.body.textContent).not.toContain('@');
  pane.show(sessionsView);
  await screen.findByRole('heading', { name: 'Sesiones' });
  expect(document.body.textContent).not.toContain('@');
});

test('CP12 roles, people and the save of the areas are commands', async () => {
  const pane = draw(areasView);
  fireEvent.change(await screen.findByRole('combobox', { name: 'Papel de Bruno Aldaz Peña' }), {
    target: { value: 'key' },
  });
  press('Añadir a Paula Zúñiga Herrero en Ventas');
  press('Quitar Bruno Aldaz Peña');
  press('Buscar horario');
  expect(pane.names()).toEqual(['areas.setRole', 'areas.add', 'areas.remove', 'areas.save']);
  expect(pane.calls[0]).toEqual(['areas.setRole', 'm02', 'key']);
});

test('CP13 the alternative of a session is one press, and what it costs in mails is said', async () => {
  const pane = draw(sessionsView);
  const move = await screen.findByRole('button', { name: /del mar 8 dic a mié 9 dic, 17:15/ });
  expect(move.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(move);
  expect(pane.calls).toEqual([['sessions.toggle', sessionsView.sessions[1]?.start]]);
  expect(document.body.textContent).toContain('1 cambio: 8 correos de actualización.');
});

test('CP14 the minutes of an item are committed on leaving the field; nonsense goes back', async () => {
  const pane = draw(agendaView);
  const [minutes] = await screen.findAllByRole('spinbutton', { name: 'Minutos' });
  if (minutes === undefined) throw new Error('no minutes');
  fireEvent.change(minutes, { target: { value: '0' } });
  fireEvent.blur(minutes);
  expect(pane.calls).toEqual([]);
  expect((minutes as HTMLInputElement).value).toBe('5');
  fireEvent.change(minutes, { target: { value: '8' } });
  fireEvent.blur(minutes);
  expect(pane.calls).toEqual([['agenda.change', 0, { minutes: 8 }]]);
});

test('CP14 a length over an hour and a first week that is past go back, and the fields say so', async () => {
  const pane = draw(seriesView);
  const minutes = await screen.findByRole('spinbutton', { name: 'Minutos (15 a 60)' });
  fireEvent.change(minutes, { target: { value: '61' } });
  fireEvent.blur(minutes);
  expect(screen.getByText('Solo un número entero de 15 a 60. Sigue en 35.')).toBeTruthy();
  const from = screen.getByLabelText('Primera semana (desde)');
  fireEvent.change(from, { target: { value: '2020-01-06' } });
  fireEvent.blur(from);
  expect(screen.getByText(/Esa semana ya pasó: elegir desde el/)).toBeTruthy();
  expect((from as HTMLInputElement).value).toBe(seriesView.from);
  expect(pane.calls).toEqual([]);
});

test('CP17 a start that failed for another reason than the sign-in offers to try again', () => {
  const pane = draw({ screen: 'signIn', failure: { kind: 'unavailable' } });
  screen.getByRole('heading', { name: 'Todavía no se puede empezar' });
  press('Reintentar');
  expect(pane.names()).toEqual(['signIn']);
});

test('CP18 whose calendar nobody has is no data, not somebody who cannot come', () => {
  const [someone] = slotsView.series.people;
  if (someone === undefined) throw new Error('a series of nobody');
  draw({
    ...slotsView,
    options: slotsView.options.map((option) => ({ ...option, never: [], noData: [someone] })),
  });
  expect(screen.getAllByText(/sin datos de/i).length).toBeGreaterThan(0);
  expect(screen.queryByText(/nunca|no puede/i)).toBeNull();
});

test('CP15 with twelve hours on the clock the second city moves to the second line', () => {
  draw(slotsView, 'es-CO');
  const [first] = screen.getAllByRole('radio');
  const lines = [...(first?.querySelectorAll('span') ?? [])].map(({ textContent }) => textContent);
  expect(lines[0]).not.toContain('Bogotá');
  expect(lines[2]).toMatch(/Bogotá 11:15\sa\.\sm\./);
});

test('CP16 a link out is followed only to https', async () => {
  const pane = draw({ ...doneView, how: 'created', webLink: 'javascript:alert(1)' });
  await screen.findByRole('heading', { name: 'Reunión creada en Teams' });
  expect(screen.queryByRole('link')).toBeNull();
  pane.show({ ...doneView, how: 'created', webLink: 'https://outlook.example/1' });
  expect(screen.getByRole('link').getAttribute('rel')).toBe('noreferrer');
});

test('CP12 a new series starts from the areas of the present one, by the same list as going on with another', async () => {
  const known = [
    { id: seriesView.series.id, title: 'Semanal de Marketing y Ventas' },
    { id: 'otra', title: 'Mensual de Marketing y Ventas' },
  ];
  const pane = draw({ ...seriesView, known });
  const list = await screen.findByRole('combobox', { name: 'Seguir con una serie' });
  for (const value of ['otra', '']) fireEvent.change(list, { target: { value } });
  expect(pane.calls).toEqual([
    ['series.use', 'otra'],
    ['series.use', ''],
  ]);
});
