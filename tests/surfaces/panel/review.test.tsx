import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import { drawPanel } from '../../support/gallery/panelDraw';
import { panelViews } from '../../support/gallery/panelViews';

// What comes with a script of its own is there: how long a script takes is not what is asked here.
beforeAll(async () => void (await import('../../../src/surfaces/panel/Review')), 60_000);
beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const seen = (name: string) => panelViews[name]?.view as MeetingScreen;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('SP26 at the item for what is left stand what was done and deleted since, and whether the problems moved', async () => {
  drawPanel(seen('review'));
  const list = await screen.findByRole('region', { name: '¿Se movió el problema?' });
  fireEvent.click(within(list).getByRole('button', { name: 'Ver los 3' }));
  expect(screen.getByText('✓ 1 hecha · ⚠ 1 borrada en Planner')).toBeTruthy();
  const moving = within(await screen.findByRole('region', { name: '¿Se movió el problema?' }));
  expect(moving.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Leads de feria sin llamar Antes: 38 (meta 0)Apuntar',
    'Demos sin fecha Se movió: 12 → 9Apuntar',
    'Página de Gota 3 sin precios Se movió: 1 → 0 · resueltoReabrir',
  ]);
  expect(screen.getByText('✓ 1 hecha desde la última: Pasar los precios a Leire (Andrés)')).toBeTruthy();
  expect(
    screen.getByText('⚠ Borradas en Planner, ya no se arrastran: Pedir folletos nuevos (Hugo)'),
  ).toBeTruthy();
});

test('SP26 number, target and "solved" are set in place; Esc closes, and what is no number is not noted', async () => {
  const panel = drawPanel(seen('review'));
  const open = await screen.findByRole('button', { name: 'Apuntar: Leads de feria sin llamar' });
  fireEvent.click(open);
  const field = screen.getByRole('textbox', { name: 'Cifra de hoy' });
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: 'veinte' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(panel.calls).toEqual([]);
  fireEvent.change(field, { target: { value: '20,5' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(screen.queryByRole('textbox', { name: 'Cifra de hoy' })).toBeNull();
  expect(document.activeElement).toBe(open);
  fireEvent.click(open);
  fireEvent.change(screen.getByRole('textbox', { name: 'Meta' }), { target: { value: '3' } });
  press('Fijar: Meta');
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Meta' }), { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Meta' })).toBeNull();
  fireEvent.click(open);
  press('Resuelto: Leads de feria sin llamar');
  press('Ver los 3');
  press('Reabrir: Página de Gota 3 sin precios');
  expect(panel.calls).toEqual([
    ['setNumber', 'p1', 20.5],
    ['setGoal', 'p1', 3],
    ['setSolved', 'p1', true],
    ['setSolved', 'p4', false],
  ]);
});

test('SP27 the two questions are answered once, both of them', async () => {
  const panel = drawPanel(seen('endedPulse'));
  const asked = within(await screen.findByRole('region', { name: 'Dos preguntas antes de salir' }));
  fireEvent.click(asked.getByRole('button', { name: 'Contestar' }));
  expect(panel.calls).toEqual([]);
  const answer = (question: string, name: string) =>
    fireEvent.click(within(asked.getByRole('group', { name: question })).getByRole('radio', { name }));
  answer('¿Valió la pena el tiempo?', 'sí');
  answer('¿Pudiste decir lo que querías?', 'en parte');
  fireEvent.click(asked.getByRole('button', { name: 'Contestar' }));
  expect(panel.calls).toEqual([['after.pulse', { worth: 'yes', said: 'partly' }]]);
  expect(asked.getByText('2 respuestas por ahora')).toBeTruthy();
  expect(asked.queryByText(/sí \d/)).toBeNull();
});

test('SP27 the counts are shown once there are enough, and nobody stands beside them', async () => {
  drawPanel(seen('endedAnswered'));
  const asked = await screen.findByRole('region', { name: 'Dos preguntas antes de salir' });
  expect(within(asked).queryByRole('radio')).toBeNull();
  expect(asked.textContent).toContain('¿Valió la pena el tiempo? sí 3 · en parte 1 · no 1');
  expect(asked.textContent).toContain('¿Pudiste decir lo que querías? sí 5 · en parte 0 · no 0');
  cleanup();
  drawPanel(seen('ended'));
  await screen.findByRole('heading', { name: 'Acta' });
  expect(screen.queryByRole('region', { name: 'Dos preguntas antes de salir' })).toBeNull();
});

test('SP28 the message with the next date is shown before it is sent; who chairs next may prepare it', async () => {
  const panel = drawPanel(seen('endedNext'));
  const message = within(await screen.findByRole('region', { name: 'Mensaje con la próxima fecha' }));
  expect(message.getByText(/Próxima: mar 8 dic/)).toBeTruthy();
  fireEvent.click(message.getByRole('button', { name: 'Enviar el mensaje' }));
  press('Poner en mi calendario: preparar la semanal');
  expect(panel.calls).toEqual([['after.sendNext'], ['after.enterNext']]);
  cleanup();
  drawPanel(seen('ended'));
  await screen.findByRole('heading', { name: 'Acta' });
  expect(screen.queryByRole('button', { name: /próxima|calendario/ })).toBeNull();
});
