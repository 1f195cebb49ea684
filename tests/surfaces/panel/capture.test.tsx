import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { CaptureView, MeetingScreen } from '../../../src/app/meeting/meetingView';
import { drawPanel } from '../../support/gallery/panelDraw';
import { meeting } from '../../support/gallery/panelSample';

beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const line = () => screen.getByRole('textbox', { name: /^Captar|^Capture/ });
const withCapture = (change: Partial<CaptureView>): MeetingScreen => ({
  ...meeting,
  capture: { ...meeting.capture, ...change },
});
const lacking = withCapture({
  text: 'enviar lista',
  understood: {
    kind: 'task',
    draft: { text: 'enviar lista', problem: 'p1' },
    missing: ['owner', 'due'],
  },
});

test('SP7 what was understood is shown before it is saved, in the words of the country', () => {
  drawPanel(meeting);
  expect(screen.getByText('Hugo · enviar lista · vie 4 dic')).toBeTruthy();
  cleanup();
  drawPanel(meeting, 'en-US');
  expect(screen.getByText('Hugo · enviar lista · Fri Dec 4')).toBeTruthy();
});

test('SP7 what is typed goes to the desk; Enter saves what is whole, Esc empties the line', () => {
  const panel = drawPanel(meeting);
  fireEvent.change(line(), { target: { value: 'Hugo: llamar' } });
  fireEvent.keyDown(line(), { key: 'Enter' });
  fireEvent.keyDown(line(), { key: 'Escape' });
  expect(panel.calls).toEqual([['capture.type', 'Hugo: llamar'], ['capture.save'], ['capture.type', '']]);
});

test('SP7 an Enter that ends a composed letter saves nothing', () => {
  const panel = drawPanel(meeting);
  fireEvent.keyDown(line(), { key: 'Enter', isComposing: true });
  expect(panel.calls).toEqual([]);
});

test('SP7 what a task lacks are fields; Enter goes to the first of them and saves nothing', () => {
  const panel = drawPanel(lacking);
  expect(screen.getByText(/Falta: responsable y fecha límite/)).toBeTruthy();
  fireEvent.keyDown(line(), { key: 'Enter' });
  const owner = screen.getByRole('combobox', { name: 'Responsable' });
  expect(document.activeElement).toBe(owner);
  fireEvent.change(owner, { target: { value: 'm04' } });
  const due = screen.getByLabelText('Fecha límite');
  for (const value of ['0002-12-04', '2026-12-04']) fireEvent.change(due, { target: { value } });
  expect(panel.calls).toEqual([
    ['capture.set', { owner: 'm04' }],
    ['capture.set', { due: '2026-12-04' }],
  ]);
});

test('SP7 a task of somebody from outside asks for an owner inside', () => {
  const panel = drawPanel(
    withCapture({
      understood: {
        kind: 'task',
        draft: { text: 'enviar lista', owner: 's07', due: '2026-12-04', problem: 'p1' },
        missing: ['inside'],
      },
      insiders: ['m01', 'm04'],
    }),
  );
  const inside = screen.getByRole('combobox', { name: 'Responsable interno' });
  expect(within(inside).getAllByRole('option')).toHaveLength(3);
  fireEvent.change(inside, { target: { value: 'm01' } });
  expect(panel.calls).toEqual([['capture.set', { inside: 'm01' }]]);
});

test('SP7 one press makes an idea or a decision of it', async () => {
  const panel = drawPanel(meeting);
  const kinds = within(screen.getByRole('group', { name: 'Se guarda como' }));
  expect(kinds.getByRole('button', { pressed: true }).textContent).toBe('Tarea');
  fireEvent.click(kinds.getByRole('button', { name: 'Decisión' }));
  expect(panel.calls).toEqual([['capture.set', { kind: 'decision' }]]);
  await panel.show(withCapture({ understood: { kind: 'decision', text: 'Llamar en 24 h' } }));
  expect(screen.getByText('Decisión: Llamar en 24 h')).toBeTruthy();
});

test('SP7 an empty line shows nothing and saves nothing', () => {
  const panel = drawPanel(withCapture({ text: '', understood: null }));
  fireEvent.keyDown(line(), { key: 'Enter' });
  expect(panel.calls).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Guardar' })).toBeNull();
});

test('SP7 the problem can be changed and its number noted, with a comma too', () => {
  const [first] = meeting.problems;
  if (!first) throw new Error('no problem');
  const second = { ...first, id: 'p2', title: 'Página sin precios', now: false };
  const panel = drawPanel({ ...meeting, problems: [first, second] });
  fireEvent.click(screen.getByRole('button', { name: /Cambiar de problema/ }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Se trabaja en' }), { target: { value: 'p2' } });
  const number = screen.getByRole('textbox', { name: 'Cifra de hoy' });
  fireEvent.change(number, { target: { value: 'veinte' } });
  fireEvent.keyDown(number, { key: 'Enter' });
  fireEvent.change(number, { target: { value: '20,5' } });
  fireEvent.keyDown(number, { key: 'Enter' });
  expect(panel.calls).toEqual([
    ['workOn', 'p2'],
    ['setNumber', 'p1', 20.5],
  ]);
});
