import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { DecisionView, FollowScreen } from '../../../src/app/follow/followView';
import { drawChannel } from '../../support/gallery/channelDraw';
import { channelViews } from '../../support/gallery/channelViews';
import { decisions } from '../../support/gallery/followSample';

afterEach(cleanup);

const view = channelViews['decisions'] as FollowScreen;
const found = (list: readonly DecisionView[], of = list.length): FollowScreen => ({
  ...view,
  decisions: { search: '', found: list, of },
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const items = () => within(screen.getByRole('region', { name: 'Decisiones' })).getAllByRole('listitem');

test('CB22 decisions of all series say whose, of when and about what, and whether they are in force', async () => {
  const { calls, show } = drawChannel(view);
  await screen.findByRole('searchbox');
  expect(items()[0]?.textContent).toContain(
    'Semanal de Marketing y Ventas · mar 24 nov · Qué es un lead aceptado · Acordado por Irene y Rodrigo',
  );
  expect(items()[0]?.textContent).toContain('En vigor');
  expect(items()[1]?.textContent).toContain(
    'Sustituida por «Lead aceptado = finca de más de 5 hectáreas, con permiso para llamar» (mar 24 nov)',
  );
  expect(items()[2]?.textContent).toContain('solo interno');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'mexico' } });
  expect(calls).toEqual([['decisions.search', 'mexico']]);
  await show(found([], 4));
  expect(screen.getByText('Ninguna decisión con ese texto.')).toBeTruthy();
  await show(found([]));
  expect(screen.getByText(/Todavía no hay decisiones/)).toBeTruthy();
});

test('CB22 one of another year tells the year', async () => {
  const [one] = decisions as readonly [DecisionView];
  drawChannel(found([{ ...one, session: Date.UTC(2025, 10, 25, 16) }]));
  await screen.findByRole('searchbox');
  expect(items()[0]?.textContent).toContain('mar 25 nov 2025');
});

test('CB23 a decision is replaced by a later one, and put in force again', async () => {
  const { calls } = drawChannel(view);
  await screen.findByRole('searchbox');
  press('Sustituida por…: México usa el formulario corto hasta enero');
  press('Guardar');
  fireEvent.change(screen.getByRole('combobox', { name: 'Decisión que la sustituye' }), {
    target: { value: 'd3' },
  });
  press('Guardar');
  press('En vigor otra vez: Lead aceptado = finca de más de 5 hectáreas');
  expect(calls).toEqual([
    ['decisions.replace', 'd4', 'd3'],
    ['decisions.replace', 'd2', null],
  ]);
  expect(screen.queryByRole('button', { name: /^Sustituida por…: Lead aceptado.*permiso/ })).toBeNull();
});

test('CB23 Esc leaves it, and leads back to its button', async () => {
  drawChannel(view);
  await screen.findByRole('searchbox');
  const name = 'Sustituida por…: México usa el formulario corto hasta enero';
  expect(document.activeElement).not.toBe(button(name));
  press(name);
  const list = screen.getByRole('combobox', { name: 'Decisión que la sustituye' });
  expect(document.activeElement).toBe(list);
  fireEvent.keyDown(list, { key: 'Escape' });
  expect(document.activeElement).toBe(button(name));
});

test('CB24 of many decisions the newest stand there, and each press shows as many more', async () => {
  const [one] = decisions;
  const many = Array.from({ length: 120 }, (_, nth) => ({ ...(one as DecisionView), id: `d${nth}` }));
  drawChannel(found(many));
  await screen.findByRole('searchbox');
  expect(items()).toHaveLength(50);
  press('Ver 50 más');
  press('Ver 20 más');
  expect(items()).toHaveLength(120);
});
