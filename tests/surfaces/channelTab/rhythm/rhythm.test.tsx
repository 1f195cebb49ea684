import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { FollowScreen } from '../../../../src/app/follow/followView';
import { FOLLOW_UP } from '../../../../src/domain/rhythm/followUp';
import { drawChannel } from '../../../support/gallery/channelDraw';
import { channel, health, measuring, NEXT } from '../../../support/gallery/followSample';
import {
  around,
  found,
  months,
  otherTime,
  renewal,
  rhythmOf,
  rhythmViews,
  rodrigo,
  shorten,
} from '../../../support/gallery/rhythmViews';

const DAY = 86_400_000;
// The script that draws; a browser draws in the gallery.
jest.mock('../../../../src/surfaces/channelTab/rhythm/drawings', () => {
  throw new Error('did not arrive');
});
beforeAll(() => import('../../../../src/surfaces/channelTab/rhythm/RhythmPart'), 60_000);
afterEach(cleanup);

/** The part arrives by itself. */
async function draw(change: Partial<FollowScreen> = {}, tag?: string) {
  const drawn = drawChannel(around(change), tag);
  await screen.findByText(/¿Cómo va el ritmo\?|How is the rhythm\?/, {}, { timeout: 10_000 });
  return drawn;
}
const seen = (name: string) => rhythmViews[name] as FollowScreen;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const strip = () => within(screen.getByRole('group', { name: 'Sesiones' })).getAllByRole('button');
const texts = (all: readonly Element[]) => all.map(({ textContent }) => textContent);

test('CN10 the sessions are one stop of the Tab key; each mark says its day, how it went and who said so', async () => {
  await draw();
  const marks = strip();
  expect(marks).toHaveLength(26);
  expect(marks.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  expect(marks[18]?.getAttribute('aria-label')).toBe('mar 17 nov, 17:15: saltada');
  expect(marks[16]?.getAttribute('aria-label')).toBe('mar 3 nov, 17:15: saltada, dicho a mano');
  expect(marks[8]?.getAttribute('aria-label')).toMatch(/: en pausa \(Vacaciones de verano\)$/);
  expect(texts(marks).slice(15, 21)).toEqual(['✓', '✕', '✓', '✕', '✓', '○']);
  marks[0]?.focus();
  fireEvent.keyDown(marks[0]!, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(marks[1]);
});

test('CN11 of a session without a record people say how it went, and take it back', async () => {
  const { calls } = await draw();
  fireEvent.click(strip()[18]!);
  expect(strip()[18]?.getAttribute('aria-pressed')).toBe('true');
  press('Se celebró sin acta');
  press('No se celebró');
  fireEvent.click(strip()[16]!);
  expect(screen.queryByRole('button', { name: 'Se celebró sin acta' })).toBeNull();
  press('Quitar lo dicho');
  fireEvent.click(strip()[17]!);
  expect(screen.queryByRole('button', { name: 'Quitar lo dicho' })).toBeNull();
  fireEvent.click(strip()[8]!);
  press('Se celebró sin acta');
  expect(screen.queryByRole('button', { name: 'No se celebró' })).toBeNull();
  expect(calls).toEqual([
    ['rhythm.mark', NEXT - 2 * 7 * DAY, 'held'],
    ['rhythm.mark', NEXT - 2 * 7 * DAY, 'skipped'],
    ['rhythm.mark', NEXT - 4 * 7 * DAY, null],
    ['rhythm.mark', NEXT - 12 * 7 * DAY, 'held'],
  ]);
});

test('CN11 whoever takes back what was said stays where it was pressed', async () => {
  const { show } = await draw();
  fireEvent.click(strip()[16]!);
  act(() => button('Quitar lo dicho').focus());
  const { rhythm } = around({});
  const sessions = rhythm.sessions.map((one, at) => (at === 16 ? { ...one, marked: false } : one));
  await show(around({ rhythm: { ...rhythm, sessions } }));
  expect(document.activeElement).toBe(button('Se celebró sin acta'));
});

test('CN12 a proposal tells why and what; one press does it or puts it away', async () => {
  const { calls } = await draw();
  const list = screen.getByRole('region', { name: 'Propuestas' });
  expect(texts(within(list).getAllByRole('paragraph'))).toEqual([
    'El ritmo se apaga: 2 de las últimas 6 saltadas, 4 acabaron tarde. Propuesta: sesiones de 25\u00a0min.',
    'El ritmo se apaga: 2 de las últimas 6 saltadas, 3 sin el mínimo de Ventas. Propuesta: otro horario, buscado en todos los calendarios.',
  ]);
  press('Hacerlo');
  fireEvent.click(within(list).getAllByRole('button', { name: 'Ahora no' })[1]!);
  press('Buscar horario');
  expect(calls).toEqual([
    ['rhythm.change', { kind: 'shorten', minutes: 25 }],
    ['rhythm.putAway', 'otherTime'],
    ['rhythm.find', 'otherTime'],
  ]);
  cleanup();
  await draw(seen('all'));
  expect(texts(within(screen.getByRole('region', { name: 'Propuestas' })).getAllByRole('paragraph'))).toEqual(
    [
      'Quedan 4 sesiones: la última, el mar 18 may. Propuesta: renovarla, con un horario buscado de nuevo.',
      'El ritmo se apaga: 2 de las últimas 6 saltadas. Propuesta: Sergio y Andrés solo con el acta, sin invitación.',
      'Ventas tiene un periodo protegido: cierre de trimestre. Propuesta: una sesión de 15\u00a0min en lugar de saltarla.',
      'El ritmo se apaga. Propuesta: cada dos semanas.',
    ],
  );
  cleanup();
  await draw(rhythmOf({ proposals: [] }));
  expect(screen.getByText('Por ahora no hay nada que proponer.')).toBeTruthy();
});

test('CN13 times that were found are one group of radio buttons; the chosen one is done', async () => {
  const { calls } = await draw(rhythmOf({ proposals: [{ ...otherTime, options: found }] }));
  const group = screen.getByRole('radiogroup', { name: 'Horarios encontrados' });
  const names = texts([...group.querySelectorAll('label')]);
  expect(names).toEqual([
    'cada miércoles a las 17:00, desde el mié 9 dic · se celebran 23 de 25 · la última vez cedió más Ventas',
    'cada jueves a las 16:30, desde el jue 10 dic · se celebran 21 de 25 · Andrés y Catalina no pueden nunca',
    'cada lunes a las 17:30, desde el lun 14 dic · se celebran 18 de 25',
  ]);
  fireEvent.click(within(group).getAllByRole('radio')[1]!);
  press('Hacerlo');
  expect(calls).toEqual([['rhythm.change', found[1]?.change]]);
  cleanup();
  await draw(rhythmOf({ proposals: [{ ...renewal, options: [] }] }));
  expect(screen.getByText(/Ningún horario reúne a las áreas/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Hacerlo' })).toBeNull();
  expect(button('Buscar otra vez')).toBeTruthy();
  cleanup();
  const monthly = {
    kind: 'goOn',
    why: 'renewal',
    plan: { every: 1, times: 6, weekday: 3, time: '12:00', nth: 'last', from: '2026-12-30' },
  } as const;
  await draw(
    rhythmOf({ proposals: [{ ...renewal, options: [{ ...found[2]!, change: monthly }] }] }),
    'en-GB',
  );
  expect(screen.getByRole('radio').closest('div, span')?.textContent).toContain(
    'last Wednesday of the month at 12:00',
  );
});

test('CN14 whoever does not organise asks, once', async () => {
  const { calls } = await draw({ ...rodrigo, ...rhythmOf({ proposals: [shorten] }) });
  fireEvent.click(
    within(screen.getByRole('region', { name: 'Propuestas' })).getByRole('button', {
      name: 'Pedir a Rodrigo',
    }),
  );
  expect(calls).toEqual([['rhythm.change', { kind: 'shorten', minutes: 25 }]]);
  cleanup();
  await draw(seen('asked'));
  const list = screen.getByRole('region', { name: 'Propuestas' });
  expect(within(list).getByText('Ya está pedido a Rodrigo')).toBeTruthy();
  expect(within(list).queryByRole('button', { name: 'Pedir a Rodrigo' })).toBeNull();
});

test('CN15 what was asked waits in sight: the organiser does it or says no, the others read whom it waits for, whoever asked withdraws it', async () => {
  const { calls } = await draw(seen('all'));
  const list = screen.getByRole('region', { name: 'Peticiones' });
  expect(list.textContent).toContain(
    'Saltar la sesión del mar 8 dic, 17:15Rodrigo Beltrán Ayuso, lun 30 nov',
  );
  press('Hacerlo: Saltar la sesión del mar 8 dic, 17:15');
  press('No: Pasar la serie a Rodrigo');
  expect(calls).toEqual([
    ['asks.accept', 'a1'],
    ['asks.refuse', 'a2'],
  ]);
  cleanup();
  await draw(seen('asked'));
  const waiting = screen.getByRole('region', { name: 'Peticiones' });
  expect(waiting.textContent).toContain('Espera a Rodrigo');
  expect(within(waiting).queryByRole('button')).toBeNull();
  cleanup();
  const [ask] = seen('asked').asks;
  const asks = ask === undefined ? [] : [{ id: ask.id, by: 'm01', at: ask.at, change: ask.change }];
  const own = await draw({
    ...seen('asked'),
    series: { ...channel.series, followUp: { ...FOLLOW_UP, asks } },
  });
  press('Retirar: Todas las sesiones, de 25\u00a0min');
  expect(own.calls).toEqual([['asks.refuse', 'a1']]);
});

test('CN16 handing over: the successor takes the series, who had it ends the old one, the others read who is awaited', async () => {
  const { calls } = await draw(seen('take'));
  press('Hacerme cargo');
  cleanup();
  const ending = await draw(seen('endOld'));
  expect(
    screen.getByText('Rodrigo ya la organiza. La serie anterior sigue todavía en tu calendario.'),
  ).toBeTruthy();
  press('Terminar mi serie');
  expect([...calls, ...ending.calls]).toEqual([['rhythm.takeOver'], ['rhythm.endOld']]);
  cleanup();
  await draw(seen('asked'));
  const step = screen.getByRole('region', { name: 'Pasar la serie' });
  expect(step.textContent).toContain('La serie pasa a Amparo: falta que la tome.');
  expect(within(step).queryByRole('button')).toBeNull();
});

test('CN17 each chart has its table; where the script that draws does not arrive the tables say everything', async () => {
  await draw();
  const rows = (name: string) => texts([...screen.getByRole('table', { name }).querySelectorAll('tbody tr')]);
  expect(rows('Promesas cumplidas por área')).toEqual(['Marketing10 de 14', 'Ventas9 de 14']);
  expect(rows('A su hora y con el mínimo')).toEqual([
    'Empieza a su hora8 de 9',
    'Acaba a su hora7 de 9',
    'Con el mínimo de cada área8 de 9',
  ]);
  expect(rows('Equilibrio entre áreas')).toEqual(['Marketing56\u00a0%', 'Ventas44\u00a0%']);
  expect(rows('Las dos preguntas')).toEqual([
    '¿Valió la pena el tiempo?11 de 14',
    '¿Pudiste decir lo que querías?12 de 14',
  ]);
  expect(rows('Sesiones por mes').at(-1)).toBe('dic 26400');
  expect(rows('Sesiones por mes')).toHaveLength(6);
  expect(screen.queryByRole('button', { name: /^Ver como tabla/ })).toBeNull();
  expect(document.querySelector('[inert]')).toBeNull();
});

test('CN18 where there is nothing to draw it says so; fewer than three answers are shown to nobody', async () => {
  await draw(seen('empty'));
  expect(screen.getByText('Todavía no hay nada que contar: sale de las actas.')).toBeTruthy();
  expect(screen.queryByText(/no hay nada que proponer/)).toBeNull();
  expect(screen.getByText('No se mide: se acuerda en Ajustes.')).toBeTruthy();
  expect(screen.getByText('Menos de tres respuestas: no se muestran a nadie.')).toBeTruthy();
  expect(screen.getAllByText('sin datos').length).toBeGreaterThan(0);
  cleanup();
  const series = { ...channel.series, followUp: { ...FOLLOW_UP, pulse: false } } as const;
  const agreed = { ...measuring, agreed: 'areas' } as const;
  await draw({
    series,
    measuring: agreed,
    ...rhythmOf({ whole: { ...health, balance: null, pulse: null }, pulse: null }),
  });
  expect(screen.getByText('Ninguna sesión de este periodo lo midió.')).toBeTruthy();
  expect(screen.getByText('No se pregunta: se decide en Ajustes.')).toBeTruthy();
});

test('CN40 the balance month by month, where two months know it: a month that does not says so, the others in how many', async () => {
  await draw();
  const rows = (name: string) => texts([...screen.getByRole('table', { name }).querySelectorAll('tbody tr')]);
  const table = rows('Equilibrio entre áreas, por mes');
  expect(table).toHaveLength(6);
  expect(table[0]).toBe('jul 2650\u00a0%50\u00a0%medido en 3, estimado en 1, de 4');
  expect(table[1]).toBe('ago 26sin datossin datossin datos');
  cleanup();
  await draw(rhythmOf({ byMonth: months(2) }));
  expect(screen.queryByRole('table', { name: 'Equilibrio entre áreas, por mes' })).toBeNull();
});

test('CN19 the period is chosen among some months, the present one with them', async () => {
  const { calls } = await draw(rhythmOf({ months: 9 }));
  const select = screen.getByRole('combobox', { name: 'Periodo' });
  expect(texts([...select.querySelectorAll('option')])).toEqual([
    'Últimos 3 meses',
    'Últimos 6 meses',
    'Últimos 9 meses',
    'Últimos 12 meses',
    'Últimos 24 meses',
  ]);
  fireEvent.change(select, { target: { value: '24' } });
  expect(calls).toEqual([['rhythm.months', 24]]);
});
