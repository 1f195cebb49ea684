import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { FollowView, PersonalView } from '../../../src/app/follow/followView';
import { createLocale } from '../../../src/locale/createLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';
import { PersonalTab } from '../../../src/surfaces/personalTab/PersonalTab';
import { still } from '../../support/fakes/fakePlanning';
import { followDesk } from '../../support/gallery/followDesk';
import { channel } from '../../support/gallery/followSample';
import { mineViews } from '../../support/gallery/rhythmViews';

afterEach(cleanup);

function draw(view: PersonalView | undefined, tag = 'es-ES') {
  const fake = followDesk(view as FollowView);
  const locale = createPersonalLocale(createLocale(tag));
  const desk = fake.desk as unknown as PersonalDesk;
  render(<PersonalTab desk={view && desk} locale={locale} theme={still('light')} />);
  return fake;
}
const region = (name: string) => screen.getByRole('region', { name });
const rows = (name: string) =>
  within(region(name))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('PT1 until it knows what is mine it says that it starts, or offers to sign in', () => {
  draw(undefined);
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  cleanup();
  const { calls } = draw(mineViews['mineSignIn']);
  press('Iniciar sesión');
  expect(calls).toEqual([['signIn']]);
});

test('PT2 my next sessions over all series on the clock of where I work, who chairs, and the way to meeting and series', () => {
  const { calls } = draw(mineViews['mine']);
  expect(rows('Próximas sesiones')).toEqual([
    expect.stringMatching(/^mar 1 dic, 11:15Semanal de Marketing y Ventas35\u00a0min · moderas túAbrir$/),
    expect.stringMatching(/^jue 3 dic, \d\d:\d\dMensual de dirección de Marketing y Ventas50\u00a0min$/),
  ]);
  const link = screen.getByRole('link', { name: 'Abrir la reunión: Semanal de Marketing y Ventas' });
  fireEvent.click(link);
  press('Abrir la serie: Mensual de dirección de Marketing y Ventas');
  expect(calls).toEqual([
    ['openLink', link.getAttribute('href')],
    ['open', 'monthly'],
  ]);
});

test('PT3 my tasks with problem, series and day, late ones marked; the state is changed in place', () => {
  const { calls } = draw(mineViews['mine']);
  expect(screen.getByText('4 tareas abiertas · 1 vencida')).toBeTruthy();
  const all = rows('Mis tareas');
  expect(all[0]).toContain('Llamar a los 21 restantesLeads de feria sin llamar · arrastrada 2 veces');
  expect(all[0]).toContain('⚠ lun 30 nov, vencida');
  expect(all[2]).toContain('Esperando a Planner');
  expect(all[3]).toContain('Mirar el panel de ventasDe Planner');
  expect(all[3]).toContain('sin fecha');
  const state = screen.getByRole('combobox', { name: 'Estado: Enviar la lista a Bogotá' });
  fireEvent.change(state, { target: { value: 'done' } });
  expect(calls).toEqual([['tasks.change', 't1', { state: 'done' }]]);
});

test('PT4 what waits for my answer stands first: I do it or say no; what others wait for does not', () => {
  const { calls } = draw(mineViews['mineAsked']);
  const first = screen.getAllByRole('heading', { level: 2 })[0];
  expect(first?.textContent).toBe('Esperan mi respuesta');
  press(/^Hacerlo: Saltar la sesión del mar 8 dic/);
  press(/^No: Saltar/);
  expect(calls).toEqual([
    ['asks.accept', 'a1'],
    ['asks.refuse', 'a1'],
  ]);
  cleanup();
  const asked = mineViews['mineAsked'] as Extract<PersonalView, { readonly screen: 'mine' }>;
  draw({ ...asked, asks: asked.asks.map((ask) => ({ ...ask, mine: false })) });
  expect(screen.queryByRole('region', { name: 'Esperan mi respuesta' })).toBeNull();
});

test('PT5 what is still read, what could not be read and what failed is said, with a way out', () => {
  draw(mineViews['mineEmpty']);
  expect(screen.getByText('0 tareas abiertas · Series: 1 de 3…')).toBeTruthy();
  expect(screen.getByText('No hay ninguna sesión a la vista.')).toBeTruthy();
  expect(screen.getByText('No queda ninguna tarea abierta.')).toBeTruthy();
  cleanup();
  const { calls } = draw(mineViews['mineFailed']);
  expect(screen.getByText(/No se pudo leer todo: la lista puede estar incompleta/)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('No se pudo cambiar la tarea');
  press('Reintentar');
  expect(calls).toEqual([['retry']]);
});

test('PT6 names and texts of any making are text', () => {
  const view = mineViews['mine'] as Extract<PersonalView, { readonly screen: 'mine' }>;
  const text = '<img src=x onerror=alert(1)>';
  draw({
    ...view,
    tasks: view.tasks.map((task) => ({ ...task, text, problemTitle: text, seriesTitle: text })),
  });
  expect(document.querySelector('img')).toBeNull();
  expect(screen.getAllByText(text).length).toBeGreaterThan(0);
  expect(channel.me).toBe('m01');
});
