import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { FollowScreen } from '../../../../src/app/follow/followView';
import { drawChannel } from '../../../support/gallery/channelDraw';
import { channel, health, NEXT, next } from '../../../support/gallery/followSample';
import { around, breaks, broken, renewal, rhythmOf, rodrigo } from '../../../support/gallery/rhythmViews';

const DAY = 86_400_000;
afterEach(cleanup);

const draw = (change: Partial<FollowScreen> = {}, tag?: string) =>
  drawChannel(around({ part: 'tasks', ...change }), tag);
const banner = () => screen.getByRole('region', { name: 'Próxima sesión' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const card = (name: string | RegExp) => screen.getByRole('region', { name }).textContent;

test('CN1 the next session says when, here and elsewhere, whether it goes ahead, and who chairs', () => {
  draw();
  expect(banner().textContent).toContain(
    'Próxima: mar 1 dic, 17:15 (Bogotá\u00a011:15) · se celebra: Marketing 4 de 4, Ventas 3 de 4 · modera Irene',
  );
  cleanup();
  const areas = [{ area: 'sales', can: 1, of: 4 }];
  draw({ next: { ...next, forecast: { held: false, areas }, chair: { id: 'x9', name: 'Marta Sanz' } } });
  expect(banner().textContent).toContain('⚠ no se celebra: Ventas 1 de 4 · modera Marta Sanz');
  cleanup();
  draw({ next: { ...next, forecast: null, chair: null, cities: [] } });
  expect(banner().textContent).toContain('Próxima: mar 1 dic, 17:15 · previsión: todavía sin datos');
  cleanup();
  draw({ next: null });
  expect(banner().textContent).toBe('No queda ninguna sesión por delante.');
  cleanup();
  draw({}, 'en-GB');
  expect(screen.getByRole('region', { name: 'Next session' }).textContent).toContain(
    'goes ahead: Marketing 4 of 4, Sales 3 of 4 · chaired by Irene',
  );
});

test('CN2 of the first break stand reason and alternative; the organiser moves or skips it in one press', () => {
  const { calls } = draw({ next: { ...next, breaks } });
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain(
    'mar 8 dic es festivo en España y Colombia. Alternativa: mié 9 dic, 17:15 (pueden 7 de 8)',
  );
  press('Mover la sesión: del mar 8 dic a mié 9 dic, 17:15');
  press('Saltar la sesión del mar 8 dic');
  const original = NEXT + 7 * DAY;
  expect(calls).toEqual([
    ['rhythm.change', { kind: 'move', original, start: NEXT + 8 * DAY }],
    ['rhythm.change', { kind: 'skip', original }],
  ]);
});

test('CN3 further breaks stand behind one press', () => {
  draw({
    next: { ...next, breaks: [...breaks, broken(35, { why: 'protected' }), broken(42, { missing: [] })] },
  });
  const list = screen.getByRole('list', { name: 'Sesiones que no se celebran' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  press('Ver 4 más');
  const texts = within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(texts).toHaveLength(5);
  expect(texts[1]).toContain('mar 15 dic no se celebra: faltan Rodrigo y Amparo.');
  expect(texts[2]).toContain('mar 29 dic está en un periodo protegido: cierre de trimestre. Sin alternativa');
  expect(texts[3]).toContain('mar 5 ene está en un periodo protegido. Sin');
  expect(texts[4]).toContain('mar 12 ene no se celebra. Sin');
  press('Ver menos');
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
});

test('CN4 whoever does not organise asks instead, and what is asked already is said', () => {
  const { calls } = draw({ ...rodrigo, next: { ...next, breaks: [breaks[0]!, broken(14, {}), breaks[2]!] } });
  press('Ver 2 más');
  press('Pedir a Rodrigo: Mover la sesión: del mar 8 dic a mié 9 dic, 17:15');
  press('Pedir a Rodrigo: Saltar la sesión del mar 15 dic');
  expect(calls.map(([, change]) => (change as { kind: string }).kind)).toEqual(['move', 'skip']);
  expect(screen.getByText('Ya está pedido a Rodrigo')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Saltar/ })).toBeNull();
});

test('CN5 only whoever chairs prepares; a link out is followed only to https', () => {
  const { calls } = draw();
  press('Preparar');
  expect(calls).toEqual([['reach.prepare']]);
  cleanup();
  const to = 'https://teams.microsoft.com/l/meetup-join/1';
  const opening = draw({ next: { ...next, mayPrepare: false, link: to } });
  expect(screen.queryByRole('button', { name: 'Preparar' })).toBeNull();
  const link = screen.getByRole('link', { name: 'Abrir la reunión' });
  expect(link.getAttribute('href')).toBe(to);
  // Through the host, which opens it in Teams.
  fireEvent.click(link);
  expect(opening.calls).toEqual([['openLink', to]]);
  cleanup();
  draw({ next: { ...next, link: 'javascript:alert(1)' } });
  expect(screen.queryByRole('link')).toBeNull();
});

test('CN6 the cards count sessions, promises and talk, never a share without its n of m', () => {
  draw();
  expect(card('Ritmo, 12 sesiones')).toContain(
    '9 celebradas · 1 saltada · 2 en pausaEmpieza a su hora: 8 de 9',
  );
  expect(card('Promesas cumplidas')).toContain(
    'Marketing 71\u00a0% · Ventas 64\u00a0%Marketing 10 de 14 · Ventas 9 de 14',
  );
  expect(card('Equilibrio entre áreas')).toContain('Marketing 56\u00a0% · Ventas 44\u00a0%medido en 6 de 9');
  cleanup();
  const balance = { areas: { marketing: 3, sales: 5 }, measured: 4, estimated: 2 };
  draw(rhythmOf({ whole: { ...health, balance } }));
  expect(card('Equilibrio entre áreas')).toMatch(
    /Marketing (37|38)\u00a0% · Ventas (63|62)\u00a0%medido en 4, estimado en 2, de 9/,
  );
  const shares = [...(card('Equilibrio entre áreas') ?? '').matchAll(/(\d+)\u00a0%/g)].map(([, n]) =>
    Number(n),
  );
  expect(shares.reduce((sum, n) => sum + n, 0)).toBe(100);
  cleanup();
  draw(
    rhythmOf({
      whole: {
        ...health,
        held: 0,
        skipped: 0,
        paused: 0,
        startedOnTime: { is: 0, of: 0 },
        promises: {},
        balance: null,
      },
      ends: null,
    }),
  );
  expect(card('Ritmo, 0 sesiones')).toContain('Todavía no hay sesiones pasadas.');
  expect(card('Promesas cumplidas')).toContain('Todavía no ha vencido ninguna.');
  expect(card('Equilibrio entre áreas')).toContain('Sin medir.');
  expect(screen.queryByRole('button', { name: 'Renovar' })).toBeNull();
});

test('CN7 the end of the series leads to its renewal', () => {
  const { calls } = draw(rhythmOf({ proposals: [renewal] }));
  expect(card('La serie acaba el 18 may')).toBeTruthy();
  press('Renovar');
  expect(calls).toEqual([
    ['show', { part: 'rhythm' }],
    ['rhythm.find', 'renewal'],
  ]);
  cleanup();
  draw(rhythmOf({ ends: { last: NEXT, left: 0, soon: true } }));
  expect(card('La serie acabó el 1 dic')).toBeTruthy();
});

test('CN8 while something is done no second press is possible', () => {
  draw({ working: { what: 'session' } });
  expect(button('Saltar la sesión del mar 8 dic').getAttribute('aria-disabled')).toBe('true');
  expect(button('Renovar').getAttribute('aria-disabled')).toBe('true');
  expect(channel.working).toBeNull();
});
