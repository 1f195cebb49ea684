import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { FollowScreen, TasksView } from '../../../src/app/follow/followView';
import { drawChannel } from '../../support/gallery/channelDraw';
import { channelViews } from '../../support/gallery/channelViews';
import { channel, fairLeads, sendList, tasks } from '../../support/gallery/followSample';

afterEach(cleanup);

const review = channelViews['review'] as FollowScreen;
const at = (change: Partial<TasksView['review']>, more: Partial<FollowScreen> = {}): FollowScreen => ({
  ...review,
  ...more,
  tasks: { ...tasks, review: { ...tasks.review, ...change } },
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const part = () => screen.findByRole('region', { name: 'Repaso' });

test('CB17 the review shows one task at a time with how far it is through them, and what its states are', async () => {
  const { calls, show } = drawChannel(review);
  await part();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Acordar qué es un lead aceptado');
  expect(screen.getByText('1 de 14')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Tareas vistas' }).getAttribute('aria-valuetext')).toBe(
    '1 de 14',
  );
  expect(screen.getByText(/Arrastrada 3 veces: toca decidir/)).toBeTruthy();
  expect(button('Sin empezar').getAttribute('aria-pressed')).toBe('true');
  press('Hecha');
  press('Llevar a la mensual: Acordar qué es un lead aceptado');
  press('Siguiente');
  press('Anterior');
  expect(calls).toEqual([
    ['tasks.change', 't3', { state: 'done' }],
    ['tasks.toMonthly', 't3'],
    ['tasks.step', 1],
  ]);
  await show(at({ at: 13, task: sendList }));
  expect(screen.getByText('14 de 14')).toBeTruthy();
  expect(screen.queryByText(/toca decidir/)).toBeNull();
  press('Siguiente');
  expect(calls).toHaveLength(3);
  press('Anterior');
  expect(calls.at(-1)).toEqual(['tasks.step', -1]);
  await show(at({ at: 0, of: 0, task: null }));
  expect(screen.getByText('No queda nada por repasar.')).toBeTruthy();
});

test('CB18 the review goes by keyboard alone: its keys work while the focus is in it, not in its fields', async () => {
  const { calls, show } = drawChannel(review);
  const region = await part();
  expect(document.activeElement).toBe(region);
  for (const key of ['3', '2', '1', 'ArrowRight', 'ArrowLeft', '4', 'x']) fireEvent.keyDown(region, { key });
  expect(calls).toEqual([
    ['tasks.change', 't3', { state: 'done' }],
    ['tasks.change', 't3', { state: 'inProgress' }],
    ['tasks.change', 't3', { state: 'notStarted' }],
    ['tasks.step', 1],
    ['tasks.step', -1],
  ]);
  const number = screen.getByRole('textbox', { name: 'Ahora' });
  fireEvent.keyDown(number, { key: '3' });
  fireEvent.keyDown(region, { key: '3', ctrlKey: true });
  await show(at({}, { working: { what: 'task', task: 't3' } }));
  fireEvent.keyDown(region, { key: '3' });
  expect(calls).toHaveLength(5);
});

test('CB18 Esc puts away what was being decided, and goes back to its button', async () => {
  drawChannel(review);
  await part();
  press(/^Recortar: /);
  const field = screen.getByRole('textbox', { name: 'Qué se hará' });
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Qué se hará' })).toBeNull();
  expect(document.activeElement).toBe(button(/^Recortar: /));
});

test('CB19 whether the problem moved is asked with its number; a number in the customs of either language is one', async () => {
  const { calls, show } = drawChannel(review);
  await part();
  expect(screen.getByText('Leads de feria sin llamar · 38 → 21 (meta 0)')).toBeTruthy();
  const number = screen.getByRole('textbox', { name: 'Ahora' });
  const says = (value: string) => {
    fireEvent.change(number, { target: { value } });
    press('Apuntar');
  };
  says('muchos');
  expect(screen.getByText('Solo un número.')).toBeTruthy();
  says('1.234,5');
  says('12,5');
  fireEvent.change(number, { target: { value: '7' } });
  fireEvent.keyDown(number, { key: 'Enter' });
  press('Problema resuelto');
  expect(calls).toEqual([
    ['tasks.setProblem', 'p1', { value: 12.5 }],
    ['tasks.setProblem', 'p1', { value: 7 }],
    ['tasks.setProblem', 'p1', { state: 'solved' }],
  ]);
  await show(at({ problem: { ...fairLeads, state: 'solved' } }));
  press('Abrir otra vez');
  expect(calls.at(-1)).toEqual(['tasks.setProblem', 'p1', { state: 'open' }]);
  await show({
    ...channel,
    part: 'review',
    tasks: { ...tasks, review: { at: 0, of: 1, task: sendList, problem: null } },
  });
  expect(screen.queryByText('¿Se movió el problema?')).toBeTruthy();
});
