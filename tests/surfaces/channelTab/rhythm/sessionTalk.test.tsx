import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { FollowScreen, TalkPartView } from '../../../../src/app/follow/followView';
import { drawChannel } from '../../../support/gallery/channelDraw';
import { NEXT } from '../../../support/gallery/followSample';
import { around } from '../../../support/gallery/rhythmViews';
import { estimate, measured, talkViews, TITLES } from '../../../support/gallery/talkViews';

const WEEK = 7 * 86_400_000;
// The script that draws; a browser draws in the gallery.
jest.mock('../../../../src/surfaces/channelTab/rhythm/drawings', () => {
  throw new Error('did not arrive');
});
beforeAll(() => import('../../../../src/surfaces/channelTab/rhythm/RhythmPart'), 60_000);
afterEach(cleanup);

const { picture: _, ...counted } = estimate;
const sessions = [
  { original: NEXT - WEEK, start: NEXT - WEEK, kept: measured },
  { original: NEXT - 2 * WEEK, start: NEXT - 2 * WEEK, kept: counted },
  { original: NEXT - 3 * WEEK, start: NEXT - 3 * WEEK, kept: null },
];
const NONE: TalkPartView = { sessions, chosen: null };
const chosen = (change: Partial<NonNullable<TalkPartView['chosen']>>): TalkPartView => ({
  sessions,
  chosen: {
    ...{ original: NEXT - 2 * WEEK, start: NEXT - 2 * WEEK, kept: counted },
    ...{ titles: null, reading: null, failure: null },
    ...change,
  },
});

async function draw(talk: TalkPartView | null, change: Partial<FollowScreen> = {}) {
  const drawn = drawChannel(around({ talk, ...change }));
  await screen.findByText(/¿Cómo va el ritmo\?/, {}, { timeout: 10_000 });
  return { ...drawn, part: () => screen.queryByRole('region', { name: 'Equilibrio de una sesión' }) };
}
const text = (element: Element | null) => element?.textContent?.replaceAll('\u00a0', ' ') ?? '';

test('TK9 a session is chosen, newest first, each with how its balance is known', async () => {
  const { calls, part } = await draw(NONE);
  const field = screen.getByRole('combobox', { name: 'Sesión' });
  expect(within(field).getAllByRole('option').map(text)).toEqual([
    'Elegir una sesión…',
    'mar 24 nov, 17:15 · medido',
    'mar 17 nov, 17:15 · estimación',
    'mar 10 nov, 17:15 · sin contar',
  ]);
  fireEvent.change(field, { target: { value: String(NEXT - 2 * WEEK) } });
  fireEvent.change(field, { target: { value: String(NEXT - WEEK) } });
  fireEvent.change(field, { target: { value: '' } });
  expect(calls).toEqual([
    ['talk.choose', NEXT - 2 * WEEK],
    ['talk.choose', NEXT - WEEK],
    ['talk.choose', null],
  ]);
  expect(part()).not.toBeNull();
});

test('TK9 what its digest tells is there at once, its picture and the way to the transcript once its record is read', async () => {
  const { calls, part, show } = await draw(chosen({}));
  expect(text(part())).toContain('Marketing 64 % · Ventas 36 %');
  expect(text(part())).toContain('Leyendo el acta…');
  expect(screen.queryByRole('button', { name: 'Leer la transcripción' })).toBeNull();
  await show(around({ talk: chosen({ titles: TITLES, reading: talkViews['offered'] ?? null }) }));
  expect(screen.getByRole('table', { name: 'Turnos por área' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Leer la transcripción' }));
  expect(calls).toEqual([['talk.read']]);
});

test('TK9 one that is no longer to be measured shows what was counted, and no way to read', async () => {
  const { part } = await draw(chosen({ titles: TITLES, kept: estimate }));
  expect(text(part())).toContain('La serie ya no mide esta sesión: se ve lo que se contó.');
  expect(screen.getByRole('table', { name: 'Turnos por área' })).toBeTruthy();
  expect(within(part()!).queryByRole('button', { name: /transcripción|archivo/ })).toBeNull();
});

test('TK9 a record that cannot be opened says why', async () => {
  const { part } = await draw(chosen({ failure: { kind: 'unavailable' } }));
  expect(text(part())).toContain('⚠ Microsoft 365 no responde ahora.');
});

test('TK9 where nothing is measured there is no such part', async () => {
  const { part } = await draw(null);
  expect(part()).toBeNull();
});

test('TK4 who could have spoken are people of the company who are invited', async () => {
  const { part } = await draw(chosen({ titles: TITLES, reading: talkViews['names'] ?? null }));
  const [field] = within(part()!).getAllByRole('combobox', { name: /Hugo S\./ });
  const names = within(field!)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  const { people } = around({}).series;
  for (const { name, outsider, role } of people)
    expect(names.includes(name)).toBe(outsider !== true && role !== 'informed');
});
