import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { BalanceView, MeetingScreen } from '../../../src/app/meeting/meetingView';
import { drawPanel } from '../../support/gallery/panelDraw';
import { balance, meeting, runningAt, START } from '../../support/gallery/panelSample';
import { panelViews } from '../../support/gallery/panelViews';

beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

// The row comes with a script of its own: once for all of these.
beforeAll(async () => {
  await Promise.all([
    import('../../../src/surfaces/panel/BalanceNews'),
    import('../../../src/surfaces/panel/BalanceRow'),
  ]);
  drawPanel(measured({ news: true }));
  await screen.findByRole('region', { name: 'Equilibrio' });
  await screen.findByRole('region', { name: 'Qué se mide en esta reunión' });
  cleanup();
}, 60_000);

const MINUTE = 60_000;
const quiet = { ...meeting, capture: { ...meeting.capture, text: '', understood: null } };
const measured = (change: Partial<BalanceView> = {}, around: Partial<MeetingScreen> = {}): MeetingScreen => ({
  ...quiet,
  ...around,
  balance: { ...balance, ...change },
});
const shown = (name: string) => {
  const view = panelViews[name]?.view;
  if (view === undefined) throw new Error(`no view ${name}`);
  return view;
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const row = () => screen.queryByRole('region', { name: 'Equilibrio' })?.querySelector('p')?.textContent ?? '';

test('SP29 area against area is called an estimate, with what it is of, whom it counts and what would be fair', async () => {
  const panel = drawPanel(measured());
  expect(row()).toBe(
    'Marketing 61\u00a0% · Ventas 39\u00a0% · Estimación, 82\u00a0% de lo hablado · cuenta a 7 de 8. Parte equitativa: Marketing 50\u00a0% · Ventas 50\u00a0%',
  );
  await panel.show(measured({ attributed: null, counted: { is: 8, of: 8 } }));
  expect(row()).toMatch(
    /^Marketing 61.% · Ventas 39.% · Estimación, no se sabe de cuánto de lo hablado\. Parte/,
  );
  await panel.show(measured({ areas: null, tooEarlyFor: 5.2 * MINUTE, counted: { is: 8, of: 8 } }));
  expect(row()).toBe('Equilibrio: todavía es pronto, faltan 6\u00a0min hablados');
  await panel.show(measured({ as: 'declined', own: null }));
  expect(row()).toMatch(/cuenta a 7 de 8, sin ti\. Parte/);
  await panel.show({ ...quiet, balance: null });
  expect(screen.queryByRole('region', { name: 'Equilibrio' })).toBeNull();
});

test('SP29 the picture is drawn as wide as the shares, with a mark where it would be fair', () => {
  drawPanel(measured());
  const bar = screen.getByRole('region', { name: 'Equilibrio' }).querySelector('[aria-hidden]');
  const widths = [...(bar?.children ?? [])].map((one) => (one as HTMLElement).style);
  expect(widths.map(({ flexGrow, left }) => flexGrow || left)).toEqual(['0.61', '0.39', '50%']);
});

test('SP29 what asks for a decision takes the room: one line then, or none', async () => {
  const { running } = shown('over') as MeetingScreen;
  const panel = drawPanel(measured({}, { running }));
  expect(row()).toMatch(/^Marketing 61.% · Ventas 39.% · estimación\. Parte/);
  await panel.show(measured({}, { running, capture: meeting.capture }));
  expect(row()).not.toMatch(/Marketing/);
  await panel.show(measured({ areas: null, tooEarlyFor: MINUTE }, { capture: meeting.capture }));
  expect(row()).toBe('Equilibrio: todavía es pronto');
});

test('SP30 what is measured is told in its place, read in one press and declined in one press', async () => {
  const panel = drawPanel(measured({ news: true }));
  const news = () => screen.queryByRole('region', { name: 'Qué se mide en esta reunión' });
  expect(news()?.textContent).toMatch(
    /^Aquí se estima cuánto habla cada área\. No se graba ni se escucha nada\./,
  );
  press('No participar');
  press('Entendido');
  await act(async () => press('Qué se mide'));
  expect(await screen.findByRole('heading', { name: 'Qué se mide y qué no' })).toBeTruthy();
  expect(panel.calls).toEqual([['balance.takePart', 'declined'], ['balance.known'], ['balance.known']]);
  await panel.show(measured({ news: false }));
  expect(news()).toBeNull();
});

test('SP30 who declined, or has no area, is told so and is offered no refusal', async () => {
  const panel = drawPanel(measured({ news: true, as: 'declined', own: null }));
  expect(screen.getByText(/Tú no participas\.$/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'No participar' })).toBeNull();
  await panel.show(measured({ news: true, mayCount: false, as: 'declined', own: null }));
  expect(screen.getByText(/Sin área, no se cuenta nada tuyo\.$/)).toBeTruthy();
});

async function openPart(): Promise<void> {
  press('Más');
  fireEvent.click(await screen.findByRole('tab', { name: 'Equilibrio' }));
}

test('SP30 behind the button: my own share and who sees it, how I take part, and those who agreed', async () => {
  const panel = drawPanel(shown('measuredPersons'));
  await openPart();
  const part = screen.getByRole('tabpanel');
  expect(part.textContent).toMatch(/Tu parte: 18.%; parte equitativa: 14.%\. Se ve con tu nombre\./);
  expect(within(part).getByRole('region', { name: 'Por persona, de quien lo aceptó' }).textContent).toMatch(
    /Irene 18.% · Andrés 31.%/,
  );
  const ways = within(screen.getByRole('group', { name: 'Cómo participas' })).getAllByRole('button');
  expect(ways.map((way) => [way.textContent, way.getAttribute('aria-pressed')])).toEqual([
    ['Cuento en mi área', 'false'],
    ['Cuento, y mi parte se ve con mi nombre', 'true'],
    ['No participo', 'false'],
  ]);
  press('Cuento en mi área');
  // It is so already.
  press('Cuento, y mi parte se ve con mi nombre');
  fireEvent.click(screen.getByRole('switch', { name: 'Avisar aquí cuando falte oír a un área' }));
  expect(panel.calls).toEqual([
    ['balance.takePart', 'counted'],
    ['balance.setNudges', false],
  ]);
  await panel.show(measured({ mode: 'persons', as: 'counted' }));
  expect(screen.getByText(/^Tu parte: .*\. Solo lo ves tú\.$/)).toBeTruthy();
  // Nobody else of the area was heard: what all see of the area is this person's.
  const { own, areas } = balance;
  const { area } = quiet.people.find(({ id }) => id === quiet.me) ?? { area: '' };
  const all = areas?.[area];
  if (own === null || all === undefined) throw new Error('a sample without shares');
  await panel.show(measured({ own: { ...own, share: all } }));
  expect(screen.getByText(/^Tu parte: .*lo que se ve de ella es lo tuyo\.$/)).toBeTruthy();
});

test('SP30 where areas alone are measured nobody can be shown; where nothing is there is no such part', async () => {
  const panel = drawPanel(measured());
  await openPart();
  const ways = within(screen.getByRole('group', { name: 'Cómo participas' })).getAllByRole('button');
  expect(ways.map((way) => way.textContent)).toEqual(['Cuento en mi área', 'No participo']);
  await panel.show({ ...quiet, balance: null });
  expect(screen.queryByRole('tab', { name: 'Equilibrio' })).toBeNull();
  expect(screen.getByRole('tab', { name: 'Agenda' }).getAttribute('aria-selected')).toBe('true');
});

test('SP30 what is measured and what not says since when, and whose share an area of one is; Esc leads back', async () => {
  const panel = drawPanel(shown('measuredPersons'));
  await openPart();
  press('Qué se mide y qué no');
  const text = screen.getByRole('tabpanel').textContent ?? '';
  expect(text).toMatch(/desde el martes, 17 de noviembre de 2026/);
  expect(text).toMatch(/De Ventas se cuenta ahora a una sola persona/);
  expect(panel.calls).toEqual([['balance.known']]);
  fireEvent.keyDown(screen.getByRole('heading', { name: 'Qué se mide y qué no' }), { key: 'Escape' });
  expect(screen.queryByRole('heading', { name: 'Qué se mide y qué no' })).toBeNull();
  expect(document.activeElement).toBe(button('Qué se mide y qué no'));
});

test('SP31 whoever has the floor takes it back in one press; the last turns behind the button', async () => {
  const panel = drawPanel(shown('measuredMine'));
  press('No era yo');
  await openPart();
  expect(screen.getByText(/^17:31 · ahora/).textContent).toBe('17:31 · ahora lo marcó otra persona');
  const view = shown('running');
  await panel.show(view);
  expect(screen.getByText(/^17:24/).textContent).toBe('17:24 · 2\u00a0min lo marcaste tú');
  press('No era yo: 17:24 · 2\u00a0min');
  press('Duró menos: 17:24 · 2\u00a0min');
  const choice = screen.getByRole('combobox', { name: 'Duró menos: 17:24 · 2\u00a0min' });
  expect(
    within(choice)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Duró menos', 'Duró 15\u00a0s', 'Duró 30\u00a0s', 'Duró 1\u00a0min']);
  fireEvent.change(choice, { target: { value: '30000' } });
  const from = START + 9 * MINUTE;
  expect(panel.calls).toEqual([
    ['balance.correct', START + 16 * MINUTE, null],
    ['balance.correct', from, null],
    ['balance.correct', from, from + 30_000],
  ]);
});

test('SP31 nobody else has that press', async () => {
  drawPanel(measured());
  expect(screen.queryByRole('button', { name: 'No era yo' })).toBeNull();
});

test('SP32 an area that is still to be heard is said politely, and goes by a press', async () => {
  const panel = drawPanel(measured());
  const region = within(screen.getByRole('region', { name: 'Equilibrio' })).getByRole('status');
  expect(region.textContent).toBe('');
  await panel.show(measured({ nudge: 'sales' }));
  // The same region, or it would not be heard.
  expect(region.textContent).toBe('Falta oír a Ventas en este punto');
  press('Quitar el aviso');
  expect(panel.calls).toEqual([['balance.putNudgeAway']]);
  // A phone has that line and no shares.
  await panel.show(measured({ nudge: 'sales' }, { small: true }));
  expect(screen.getByText('Falta oír a Ventas en este punto')).toBeTruthy();
  expect(screen.queryByText(/61/)).toBeNull();
});

test('SP33 where turns are measured the free floor is mine in one press, or asked for', async () => {
  const free = { ...meeting.floor, speaker: null, mayGive: false, queue: [] };
  const view = measured({}, { me: 's02', floor: free, running: runningAt(3, { mayRun: false }) });
  const panel = drawPanel(view);
  press('Tengo la palabra');
  press('Pedir la palabra');
  // Anybody marks whoever speaks while nobody has the floor, also who is in the room or on the phone.
  press('Sergio Manrique Olmo, Ventas, por teléfono: dar la palabra');
  press('Rodrigo Beltrán Ayuso, Ventas, en sala: dar la palabra');
  await panel.show({ ...view, floor: { ...free, speaker: 's07', mayMark: false } });
  expect(screen.queryByRole('button', { name: 'Tengo la palabra' })).toBeNull();
  press('Pedir la palabra');
  await panel.show({ ...view, balance: null });
  expect(screen.queryByRole('button', { name: 'Tengo la palabra' })).toBeNull();
  press('Amparo Lledó Gisbert, Ventas: dar la palabra');
  expect(panel.commands()).toEqual([
    { kind: 'give', person: 's02' },
    { kind: 'ask', person: 's02' },
    { kind: 'give', person: 's05' },
    { kind: 'give', person: 's01' },
    { kind: 'ask', person: 's02' },
    { kind: 'give', person: 's02' },
  ]);
});

test('SP33 the chair need not ask for what is free', () => {
  drawPanel(measured({}, { floor: { ...meeting.floor, speaker: null, queue: [] } }));
  expect(button('Tengo la palabra')).toBeTruthy();
  expect(button('Siguiente')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Pedir la palabra' })).toBeNull();
});

test('SP33 who is only supposed to speak is said so', async () => {
  const panel = drawPanel(shown('measuredSupposed'));
  expect(screen.getByText('Se supone: Amparo · Ventas, lleva el punto')).toBeTruthy();
  const turn = { person: 'm01', from: START, until: START + MINUTE, source: 'owner', open: true } as const;
  await panel.show(
    measured(
      { own: { share: null, turns: [turn] } },
      { floor: { ...meeting.floor, speaker: null, queue: [], supposed: 'm01' } },
    ),
  );
  press('No era yo');
  expect(panel.calls).toEqual([['balance.correct', START, null]]);
});

test('SP30 after the end my own share is told to me', async () => {
  drawPanel({ ...(shown('ended') as MeetingScreen), balance });
  expect(
    await screen.findByText(/^Tu parte en esta reunión: 18.%; parte equitativa: 14.%\. Es una estimación\./),
  ).toBeTruthy();
});
