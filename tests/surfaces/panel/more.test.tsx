import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import { drawPanel } from '../../support/gallery/panelDraw';
import { agendaAt, meeting, people, runningAt } from '../../support/gallery/panelSample';
import { panelViews } from '../../support/gallery/panelViews';

beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** Opens the part of that name. */
async function open(part: 'Agenda' | 'Quién está' | 'Modera'): Promise<void> {
  press('Más');
  fireEvent.click(await screen.findByRole('tab', { name: part }));
}

test('SP11 one button opens the rest, Esc closes it and gives the focus back', async () => {
  drawPanel(meeting);
  const more = screen.getByRole('button', { name: 'Más' });
  act(() => more.focus());
  fireEvent.click(more);
  const tabs = await screen.findAllByRole('tab');
  expect(document.activeElement).toBe(tabs[0]);
  expect(screen.getByRole('timer')).toBeTruthy();
  fireEvent.keyDown(tabs[0] as HTMLElement, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(tabs[1]);
  fireEvent.keyDown(tabs[1] as HTMLElement, { key: 'Escape' });
  expect(screen.queryByRole('tab')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Más' }));
});

test('SP11 the agenda: put off, bring back, one item back, one more', async () => {
  const items = agendaAt(3).map((item) => (item.id === 'i6' ? { ...item, state: 'putOff' as const } : item));
  const panel = drawPanel({ ...meeting, running: runningAt(3, { items }) });
  await open('Agenda');
  press('Aplazar Decisión');
  press('Recuperar Ronda');
  press('Punto anterior');
  fireEvent.change(screen.getByRole('textbox', { name: 'Punto nuevo' }), { target: { value: ' Precios ' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Tipo' }), { target: { value: 'problem' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Minutos' }), { target: { value: '3' } });
  press('Añadir un punto');
  expect(panel.calls).toEqual([
    ['command', { kind: 'putOff', item: 'i4' }],
    ['bringBack', 'i6'],
    ['command', { kind: 'previous', leaves: 'i3' }],
    ['addItem', { kind: 'problem', title: 'Precios', minutes: 3 }],
  ]);
});

test('SP11 the stage, a window and the end are one press each, where the host can', async () => {
  const panel = drawPanel(meeting);
  await open('Agenda');
  press('Compartir en pantalla');
  press('Abrir en una ventana');
  press('Terminar la reunión');
  expect(panel.calls.map(([name]) => name)).toEqual(['share', 'openInWindow', 'command']);
  expect(screen.queryByRole('tab')).toBeNull();
  cleanup();
  drawPanel({ ...meeting, can: { share: false, openInWindow: false } });
  await open('Agenda');
  expect(screen.queryByRole('button', { name: /Compartir|ventana/ })).toBeNull();
});

test('SP5 whoever runs nothing sees the agenda and changes nothing', async () => {
  drawPanel(panelViews.guest?.view ?? meeting);
  await open('Agenda');
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(6);
  expect(screen.queryByRole('button', { name: /Aplazar|Recuperar|Añadir|anterior|Terminar la/ })).toBeNull();
});

test('SP12 anybody ticks how people take part, with a panel that stands for them too', async () => {
  const panel = drawPanel(meeting);
  await open('Quién está');
  const sergio = screen.getByRole('combobox', { name: 'Cómo participa Sergio Manrique Olmo' });
  const options = within(sergio).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'en sala',
    'en sala, con mi panel',
    'por teléfono',
    'por teléfono, con mi panel',
    'no está',
  ]);
  const choose = (text: string) =>
    fireEvent.change(sergio, {
      target: { value: options.find(({ textContent }) => textContent === text)?.getAttribute('value') },
    });
  choose('en sala, con mi panel');
  choose('no está');
  expect(panel.calls).toEqual([
    ['present', 's05', 'room', 'm01'],
    ['present', 's05', 'away', undefined],
  ]);
  // Whoever only gets the minutes is not ticked; who has a panel of their own may say so.
  expect(screen.queryByRole('combobox', { name: /Teresa/ })).toBeNull();
  const amparo = screen.getByRole('combobox', { name: /Amparo/ });
  expect(within(amparo).getByRole('option', { name: 'con panel' })).toBeTruthy();
});

test('SP12 a stand-in decides for a key person who is not here', async () => {
  const view: MeetingScreen = {
    ...meeting,
    people: people.map((one) =>
      one.id === 's01' ? { ...one, how: 'away', standInsPossible: ['s02', 's07'] } : one,
    ),
  };
  const panel = drawPanel(view);
  await open('Quién está');
  const decides = screen.getByRole('combobox', { name: 'Decide por Rodrigo' });
  fireEvent.change(decides, { target: { value: 's02' } });
  expect(panel.commands()).toEqual([{ kind: 'standIn', for: 's01', person: 's02' }]);
  await panel.show({
    ...view,
    people: view.people.map((one) => (one.id === 's01' ? { ...one, decidedBy: 's02' } : one)),
  });
  fireEvent.change(screen.getByRole('combobox', { name: 'Decide por Rodrigo' }), { target: { value: '' } });
  expect(panel.commands().at(-1)).toEqual({ kind: 'standIn', for: 's01', person: null });
});

test('SP20 the chair is handed on, and next time is said', async () => {
  const panel = drawPanel(meeting);
  await open('Modera');
  expect(screen.getByText('La próxima vez modera Rodrigo')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Pasar la moderación a' }), {
    target: { value: 's02' },
  });
  press('Pasar');
  press('Ronda de un minuto por persona');
  expect(panel.commands()).toEqual([
    { kind: 'handOver', to: 's02' },
    { kind: 'round', milliseconds: 8 * 60_000 },
  ]);
});

test('SP13 the end offers and sends nothing unasked', async () => {
  const panel = drawPanel(panelViews.ended?.view ?? meeting);
  await screen.findByText('Acta al chat');
  expect(panel.calls).toEqual([]);
  expect(screen.getByText(/La leerá el chat: 8 personas, 1 de fuera\. Va sin lo interno\./)).toBeTruthy();
  press('Llevar 3 tareas a Planner');
  press('Guardar el acta');
  press('Enviar el acta al chat');
  press(/^Enviar el acta a Teresa.*, Noelia.* y Gonzalo/);
  press('Reabrir la reunión');
  expect(panel.calls).toEqual([
    ['after.pushTasks'],
    ['after.keepRecord'],
    ['after.sendMinutes'],
    ['after.mailMinutes'],
    ['command', { kind: 'reopen' }],
  ]);
});

test('SP13 what is missing says so, and the rest works', async () => {
  drawPanel(panelViews.endedMissing?.view ?? meeting);
  await screen.findByText('Acta al chat');
  const [tasks, minutes, informed] = screen.getAllByRole('alert');
  expect(tasks?.textContent).toMatch(/«Seguimiento».*administra.*El resto funciona/);
  expect(minutes?.textContent).toMatch(/No hay conexión/);
  expect(informed?.textContent).toMatch(/Envío de Irene.*puede haber salido.*Enviados antes de repetir/);
  expect(screen.getByRole('button', { name: 'Enviar otra vez' })).toBeTruthy();
  expect(screen.getByText(/El acta está guardada/)).toBeTruthy();
});

test('SP13 what somebody has sent from another device is done, and told by whom', async () => {
  const { after } = meeting;
  const sent = { by: 'Hugo Santos', at: meeting.start, sure: true };
  const done = { ...after.informed!, state: 'done' as const, sent };
  const shown = panelViews.ended?.view;
  if (shown?.screen !== 'meeting') throw new Error('no meeting');
  drawPanel({
    ...shown,
    after: {
      ...after,
      minutes: { ...after.minutes, state: 'working', sent: { ...sent, sure: false } },
      informed: { ...done, unknown: ['Ana Sin Correo'] },
    },
  });
  await screen.findByText('Acta por correo');
  expect(screen.getByText(/✓ El acta salió para Teresa/)).toBeTruthy();
  expect(screen.getByText('Envío de Hugo Santos, 17:15.')).toBeTruthy();
  expect(screen.getByText('Hugo Santos está enviando el acta al chat…')).toBeTruthy();
  expect(screen.getByText(/No se conoce el correo de Ana Sin Correo/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Envi/ })).toBeNull();
});

test('SP13 the preview is text and runs nothing', async () => {
  const { container } = drawPanel(panelViews.ended?.view ?? meeting);
  const region = await screen.findByRole('region', { name: 'Ver el acta antes', hidden: true });
  expect(container.querySelector('script, img, h3')).toBeNull();
  expect(container.textContent).toContain('Acordado: llamar en 24 h');
  expect(container.textContent).not.toContain('alert(1)');
  expect(region).toBeTruthy();
});
