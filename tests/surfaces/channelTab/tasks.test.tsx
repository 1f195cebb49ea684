import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { FollowScreen, TasksView } from '../../../src/app/follow/followView';
import { drawChannel } from '../../support/gallery/channelDraw';
import { channelViews } from '../../support/gallery/channelViews';
import {
  agency,
  callThem,
  channel,
  fairLeads,
  sendList,
  tasks,
  whatIsALead,
} from '../../support/gallery/followSample';

afterEach(cleanup);

const withTasks = (change: Partial<TasksView>, more: Partial<FollowScreen> = {}): FollowScreen => ({
  ...channel,
  ...more,
  tasks: { ...tasks, ...change },
});
const must = channelViews['must'] as FollowScreen;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const rows = () => screen.getAllByRole('row').map(({ textContent }) => textContent);
const cells = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent);

test('CB9 tasks stand by problem with its number, each with owner, area, date and state', () => {
  drawChannel(channel);
  expect(rows()[1]).toBe('Leads de feria sin llamar · 38 → 21 (meta 0)');
  expect(rows()[5]).toBe('Precio de Gota 3 en Colombia · sin número');
  expect(cells(/Enviar la lista/)).toEqual([
    'Enviar la lista a Bogotá',
    'Hugo',
    'Marketing',
    'vie 4 dic',
    'En curso',
  ]);
  expect(cells(/Llamar a los 21/)[3]).toBe('lun 30 nov, vencida');
  expect(cells(/Revisión con la agencia/)[0]).toBe('Revisión con la agencia · la hace Elena Doval');
  cleanup();
  drawChannel(
    withTasks({
      groups: [{ problem: null, tasks: [{ ...sendList, internal: true, owner: null, due: null }] }],
    }),
  );
  expect(rows()[1]).toBe('Fuera de los problemas');
  expect(cells(/Enviar la lista/)).toEqual([
    'Enviar la lista a Bogotá · solo interno',
    'sin responsable',
    'Marketing',
    'sin fecha',
    'En curso',
  ]);
  cleanup();
  drawChannel(
    withTasks({
      groups: [{ problem: { ...fairLeads, before: null, internal: true, state: 'monthly' }, tasks: [] }],
    }),
  );
  expect(rows()[1]).toBe('Leads de feria sin llamar · 21 (meta 0) · en la mensual · solo interno');
  cleanup();
  // Said once where all of it is.
  const inside = { problem: { ...fairLeads, internal: true }, tasks: [{ ...sendList, internal: true }] };
  drawChannel(withTasks({ groups: [inside] }));
  expect(cells(/Enviar la lista/)[0]).toBe('Enviar la lista a Bogotá');
});

test('CB10 filters are commands by opaque ids, and each can be taken away', () => {
  const { calls } = drawChannel(channel);
  choose('Área', 'sales');
  choose('Responsable', 'm04');
  choose('Vence', 'late');
  choose('Mostrar', 'waiting');
  const search = screen.getByRole('searchbox', { name: 'Buscar' });
  fireEvent.change(search, { target: { value: 'bogotá ' } });
  expect((search as HTMLInputElement).value).toBe('bogotá ');
  expect(calls).toEqual([
    ['tasks.filter', { area: 'sales' }],
    ['tasks.filter', { owner: 'm04' }],
    ['tasks.filter', { due: 'late' }],
    ['tasks.filter', { state: 'waiting' }],
    ['tasks.filter', { search: 'bogotá ' }],
  ]);
  cleanup();
  const filtered = drawChannel(
    withTasks({
      filter: { area: 'sales', problem: 'p1', search: 'x' },
      counts: { ...tasks.counts, shown: 2 },
    }),
  );
  expect(screen.getByText('2 tareas en la lista').getAttribute('role')).toBe('status');
  expect(screen.getByText('Solo «Leads de feria sin llamar»')).toBeTruthy();
  const owners = within(screen.getByRole('combobox', { name: 'Responsable' })).getAllByRole('option');
  expect(owners.map(({ textContent }) => textContent)).not.toContain('Hugo');
  choose('Área', '');
  press('Quitar filtros');
  expect(filtered.calls).toEqual([
    ['tasks.filter', { area: undefined }],
    [
      'tasks.filter',
      {
        area: undefined,
        owner: undefined,
        due: undefined,
        state: undefined,
        problem: undefined,
        search: undefined,
      },
    ],
  ]);
});

test('CB11 the counts are of all tasks; what waits can be sent, unless something else is being done', async () => {
  const { calls, show } = drawChannel(channel);
  expect(screen.getByText('14 abiertas · 3 vencidas · 2 esperando a Planner')).toBeTruthy();
  press('Enviar a Planner lo que espera');
  expect(calls).toEqual([['tasks.send']]);
  await show({ ...channel, working: { what: 'push', done: 0, of: 2 } });
  press('Enviar a Planner lo que espera');
  expect(calls).toHaveLength(1);
  await show(withTasks({ maySend: false, withoutPlan: true }));
  expect(screen.queryByRole('button', { name: /Enviar a Planner/ })).toBeNull();
  expect(screen.getByText(/no tiene plan en Planner/)).toBeTruthy();
  await show(withTasks({ groups: [] }));
  expect(screen.getByText(/Todavía no hay tareas/)).toBeTruthy();
  await show(withTasks({ groups: [], filter: { area: 'sales' } }));
  expect(screen.getByText('Ninguna tarea con estos filtros.')).toBeTruthy();
});

test('CB12 a task is changed where it stands: Enter saves only what was changed, Esc leaves it, and the focus comes back', () => {
  const { calls } = drawChannel(channel);
  const task = () => button('Enviar la lista a Bogotá');
  press('Enviar la lista a Bogotá');
  const text = screen.getByRole('textbox', { name: 'Tarea' });
  expect(document.activeElement).toBe(text);
  fireEvent.keyDown(text, { key: 'Escape' });
  expect(document.activeElement).toBe(task());
  press('Enviar la lista a Bogotá');
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Tarea' }), { key: 'Enter' });
  expect(calls).toEqual([]);
  press('Enviar la lista a Bogotá');
  const row = screen.getByRole('textbox', { name: 'Tarea' }).closest('[role=row]') as HTMLElement;
  const field = (label: string) => within(row).getByLabelText(label);
  fireEvent.change(field('Responsable'), { target: { value: 's05' } });
  fireEvent.change(field('Vence'), { target: { value: '2026-12-07' } });
  fireEvent.change(field('Estado'), { target: { value: 'done' } });
  press('Guardar');
  expect(calls).toEqual([['tasks.change', 't1', { owner: 's05', due: '2026-12-07', state: 'done' }]]);
  expect(document.activeElement).toBe(task());
});

test('CB13 what a task lacks is said and nothing is sent; a year that is being typed is no date', () => {
  const { calls } = drawChannel(channel);
  press('Enviar la lista a Bogotá');
  fireEvent.change(screen.getByRole('textbox', { name: 'Tarea' }), { target: { value: '  ' } });
  press('Guardar');
  expect(screen.getByRole('alert').textContent).toBe('Falta el texto o la fecha.');
  fireEvent.change(screen.getByRole('textbox', { name: 'Tarea' }), { target: { value: 'Enviarla hoy' } });
  const row = screen.getByRole('textbox', { name: 'Tarea' }).closest('[role=row]') as HTMLElement;
  fireEvent.change(within(row).getByLabelText('Vence'), { target: { value: '0202-12-07' } });
  press('Guardar');
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(calls).toEqual([]);
  fireEvent.change(within(row).getByLabelText('Vence'), { target: { value: '2026-12-04' } });
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Tarea' }), { key: 'Enter' });
  expect(calls).toEqual([['tasks.change', 't1', { text: 'Enviarla hoy' }]]);
});

test('CB14 what was carried over three times is cut down, split or taken to the monthly', () => {
  const { calls } = drawChannel(channel);
  expect(cells(/Acordar qué/)[0]).toBe('⚠ Acordar qué es un lead aceptado · arrastrada 3 veces');
  press('Llevar a la mensual: Acordar qué es un lead aceptado');
  press('Recortar: Acordar qué es un lead aceptado');
  expect((screen.getByRole('textbox', { name: 'Qué se hará' }) as HTMLInputElement).value).toBe(
    'Acordar qué es un lead aceptado',
  );
  press('Guardar');
  expect(screen.getByRole('alert').textContent).toBe('Falta el texto o la fecha.');
  fireEvent.change(screen.getByLabelText('Fecha'), { target: { value: '2026-12-03' } });
  press('Guardar');
  press('Dividir: Acordar qué es un lead aceptado');
  const [first, second] = screen.getAllByRole('textbox', { name: 'Qué se hará' });
  fireEvent.change(first as Element, { target: { value: 'Escribirlo' } });
  fireEvent.change(second as Element, { target: { value: 'Acordarlo' } });
  const [one, two] = screen.getAllByLabelText('Fecha');
  fireEvent.change(one as Element, { target: { value: '2026-12-03' } });
  fireEvent.change(two as Element, { target: { value: '2026-12-08' } });
  press('Guardar');
  expect(calls).toEqual([
    ['tasks.toMonthly', 't3'],
    ['tasks.cutDown', 't3', 'Acordar qué es un lead aceptado', '2026-12-03'],
    [
      'tasks.split',
      't3',
      [
        { text: 'Escribirlo', owner: 'm02', due: '2026-12-03' },
        { text: 'Acordarlo', owner: 'm02', due: '2026-12-08' },
      ],
    ],
  ]);
});

test('CB15 a task that waits for Planner says so, one deleted there is made again or dropped', async () => {
  const { calls, show } = drawChannel(must);
  press('Volver a crear: Pedir permiso a tres clientes');
  press('Ya no hace falta: Pedir permiso a tres clientes');
  expect(calls).toEqual([
    ['tasks.again', 't9'],
    ['tasks.letGo', 't9'],
  ]);
  await show(channel);
  expect(cells(/Página de producto/)[4]).toBe('Esperando a Planner');
  await show({ ...channel, working: { what: 'task', task: 't1' } });
  expect(cells(/Enviar la lista/)[4]).toBe('Guardando…');
  await show(withTasks({ groups: [{ problem: fairLeads, tasks: [{ ...sendList, state: 'split' }] }] }));
  expect(cells(/Enviar la lista/)[4]).toBe('Dividida');
  press('Enviar la lista a Bogotá');
  expect(screen.queryByRole('textbox', { name: 'Tarea' })).toBeNull();
});

test('CB16 the list is one stop of the Tab key; arrows go from task to task, and the next one takes over when one goes', async () => {
  const { show } = drawChannel(channel);
  const tasksOf = () =>
    screen.getAllByRole('row').flatMap((row) => within(row).queryAllByRole('button').slice(0, 1));
  expect(tasksOf().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  const first = button(/^⚠ Acordar/);
  expect(first.tabIndex).toBe(0);
  act(() => first.focus());
  fireEvent.keyDown(first, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(button('Llamar a los 21 restantes'));
  // The ways of a task are reached from its own line only.
  const all = within(screen.getByRole('grid')).getAllByRole('button');
  expect(all.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  fireEvent.keyDown(document.activeElement as Element, { key: 'End' });
  expect(document.activeElement).toBe(button('Página de producto con precios'));
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(button('Página de producto con precios'));
  fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  await show(
    withTasks({
      groups: [
        { problem: fairLeads, tasks: [whatIsALead, sendList] },
        { problem: null, tasks: [agency] },
      ],
    }),
  );
  expect(document.activeElement).toBe(button('Enviar la lista a Bogotá'));
  // Somebody who is elsewhere stays there.
  const search = screen.getByRole('searchbox');
  act(() => search.focus());
  await show(withTasks({ groups: [{ problem: fairLeads, tasks: [callThem] }] }));
  expect(document.activeElement).toBe(search);
  expect(button('Llamar a los 21 restantes').tabIndex).toBe(0);
  const grid = screen.getByRole('grid', { name: 'Tareas por problema' });
  expect(grid.getAttribute('aria-rowcount')).toBe('3');
});
