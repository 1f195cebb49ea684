// CN34 to CN39: src/surfaces/SPEC.md
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { FollowScreen, MeasuringAsk, MeasuringView } from '../../../../src/app/follow/followView';
import { drawChannel } from '../../../support/gallery/channelDraw';
import { channel, measuring as nothing, NEXT } from '../../../support/gallery/followSample';
import { around } from '../../../support/gallery/rhythmViews';

beforeAll(() => import('../../../../src/surfaces/channelTab/settings/SettingsPart'), 60_000);
afterEach(cleanup);

async function draw(change: Partial<MeasuringView>, more: Partial<FollowScreen> = {}, tag = 'es-ES') {
  const drawn = drawChannel(around({ part: 'settings', measuring: { ...nothing, ...change }, ...more }), tag);
  await screen.findByText(/^(Equilibrio al hablar|Balance of speaking)$/, {}, { timeout: 10_000 });
  return drawn;
}
/** By text: asking for roles among this many fields takes seconds. */
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const press = (name: string) => fireEvent.click(button(name) ?? document.body);
const reads = (text: string | RegExp) => screen.queryByText(text) !== null;
const asked = (change: Partial<MeasuringAsk> = {}): MeasuringAsk => ({
  mode: 'areas',
  byName: 'Rodrigo Beltrán Ayuso',
  at: NEXT - 86_400_000,
  yes: [{ name: 'Rodrigo Beltrán Ayuso', area: 'sales' }],
  missing: ['marketing'],
  me: 'answers',
  ...change,
});

test('CN34 it says what is measured and since when, and what may be asked for; stopping is one press', async () => {
  const { calls } = await draw({});
  expect(reads('No se mide.')).toBe(true);
  expect(reads(/Hace falta el sí de alguien de cada área/)).toBe(true);
  press('Proponer medir por áreas');
  press('Proponer medir también por personas');
  expect(button('Dejar de medir')).toBeUndefined();
  cleanup();
  const on = await draw({ mode: 'persons', agreed: 'persons', since: NEXT, mayAsk: [] });
  expect(reads(/^Se mide por áreas, y por persona de quien lo acepte, desde el martes, 1 de diciembre/)).toBe(
    true,
  );
  press('Medir solo por áreas');
  press('Dejar de medir');
  expect([...calls, ...on.calls]).toEqual([
    ['measuring.ask', 'areas'],
    ['measuring.ask', 'persons'],
    ['measuring.lower', 'areas'],
    ['measuring.lower', 'off'],
  ]);
});

test('CN34 what the organisation allows is said, also where more was agreed', async () => {
  await draw({ cap: 'off', mayAsk: [] });
  expect(reads('La organización no permite medir.')).toBe(true);
  cleanup();
  await draw({ agreed: 'persons', mode: 'areas', cap: 'areas', since: NEXT, mayAsk: [] });
  expect(reads('La organización permite medir solo por áreas.')).toBe(true);
  cleanup();
  await draw({ agreed: 'areas', mode: 'off', cap: 'off', since: NEXT, mayAsk: [] });
  expect(reads('La organización no permite medir: lo acordado espera.')).toBe(true);
});

test('CN35 what is asked: by whom, who has agreed, which area is missing, and what I may answer', async () => {
  const { calls } = await draw({ asked: asked() });
  expect(reads('Rodrigo propone medir por áreas (lun 30 nov).')).toBe(true);
  expect(reads('De acuerdo: Rodrigo (Ventas).')).toBe(true);
  expect(reads('Falta el sí de alguien de Marketing.')).toBe(true);
  press('De acuerdo');
  press('No');
  cleanup();
  const mine = await draw({ asked: asked({ me: 'asked' }) });
  expect(button('De acuerdo')).toBeUndefined();
  press('Retirar');
  cleanup();
  const yes = await draw({ asked: asked({ me: 'yes' }) });
  press('Retirar mi sí');
  expect([...calls, ...mine.calls, ...yes.calls]).toEqual([
    ['measuring.yes', 'areas'],
    ['measuring.no'],
    ['measuring.no'],
    ['measuring.no'],
  ]);
  cleanup();
  await draw({ asked: asked({ me: 'none' }), mayAsk: [] });
  for (const name of ['De acuerdo', 'No', 'Retirar']) expect(button(name)).toBeUndefined();
});

test('CN35 a yes of each area that is not saved yet can be said once more by whoever has said it', async () => {
  const { calls } = await draw({ asked: asked({ me: 'asked', mode: 'persons', missing: [] }) });
  expect(reads('Hay un sí de cada área; falta guardarlo.')).toBe(true);
  press('De acuerdo');
  expect(calls).toEqual([['measuring.yes', 'persons']]);
});

test('CN36 how I take part is chosen; being shown only while persons are measured, and nothing for a stranger', async () => {
  const { calls } = await draw({ mode: 'areas', agreed: 'areas', since: NEXT });
  expect((screen.getByLabelText('Cuento en mi área') as HTMLInputElement).checked).toBe(true);
  expect((screen.getByLabelText(/mi parte se ve con mi nombre/) as HTMLInputElement).disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('No participo'));
  cleanup();
  const on = await draw({ mode: 'persons', agreed: 'persons', since: NEXT });
  fireEvent.click(screen.getByLabelText(/mi parte se ve con mi nombre/));
  fireEvent.click(screen.getByLabelText(/avisar de qué área falta por oír/));
  expect([...calls, ...on.calls]).toEqual([
    ['measuring.takePart', 'declined'],
    ['measuring.takePart', 'shown'],
    ['measuring.nudge', false],
  ]);
  cleanup();
  await draw({}, { me: 'x99' });
  expect(screen.queryByLabelText('No participo')).toBeNull();
});

test('CN36 an area of one counted person is warned of before anybody agrees', async () => {
  await draw({ alone: ['sales'], asked: asked() });
  expect(reads(/De Ventas se cuenta a una sola persona: la parte del área es la de esa persona/)).toBe(true);
  cleanup();
  await draw({ alone: ['sales'] });
  expect(reads(/De Ventas se cuenta a una sola persona/)).toBe(false);
});

test('CN37 names that were explained once are listed and forgotten one by one; what was measured is erased by a press', async () => {
  const { calls } = await draw({
    names: [
      { name: 'Irene V.', means: { kind: 'person', person: 'm01' } },
      { name: 'Sala Encina', means: { kind: 'shared' } },
      { name: '<img src=x>', means: { kind: 'nobody' } },
    ],
    kept: 9,
  });
  expect(reads('Irene V. → Irene')).toBe(true);
  expect(reads('Sala Encina → sala, teléfono o cuenta compartida')).toBe(true);
  expect(reads('<img src=x> → nadie de esta serie')).toBe(true);
  press('Olvidar: Sala Encina');
  expect(reads(/Lo guardan 9 actas\./)).toBe(true);
  press('Borrar lo medido');
  expect(calls).toEqual([['measuring.forgetName', 'Sala Encina'], ['measuring.erase']]);
  cleanup();
  const none = await draw({ kept: 0 });
  expect(button('Borrar lo medido')?.getAttribute('aria-disabled')).toBe('true');
  press('Borrar lo medido');
  expect(none.calls).toEqual([]);
});

test.each([
  [
    'es-ES',
    'Qué se mide y qué no',
    'Cerrar',
    /No se graba, no se usa el micrófono/,
    'Copiar el texto',
    'Copiado.',
  ],
  [
    'en-GB',
    'What is measured and what is not',
    'Close',
    /Nothing is recorded, no microphone is used/,
    'Copy the text',
    'Copied.',
  ],
] as const)(
  'CN38 in %s one press opens the plain words in place, which can be copied',
  async (tag, title, close, never, copy, copied) => {
    const written: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: async (text: string) => void written.push(text) } });
    await draw({ mode: 'areas', agreed: 'areas', cap: 'persons', since: NEXT, alone: ['sales'] }, {}, tag);
    expect(button(title)?.getAttribute('aria-expanded')).toBe('false');
    press(title);
    expect(button(title)?.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(never)).toBeTruthy();
    await act(async () => press(copy));
    expect(screen.getByText(copied)).toBeTruthy();
    expect(written[0]).toMatch(never);
    expect(written[0]?.split('\n')[0]).toBe(title);
    Object.assign(navigator, {
      clipboard: { writeText: () => Promise.reject(new Error('kept from pages')) },
    });
    await act(async () => press(copy));
    expect(screen.queryByText(copied)).toBeNull();
    press(close);
    expect(screen.queryByText(never)).toBeNull();
  },
);

test('CN39 in the rhythm the question stands with what is asked of me, and only while it is mine to answer', async () => {
  const { calls } = drawChannel(around({ measuring: { ...nothing, asked: asked() }, asks: [] }));
  await screen.findByText('Rodrigo propone medir por áreas (lun 30 nov).', {}, { timeout: 10_000 });
  press('De acuerdo');
  expect(calls).toEqual([['measuring.yes', 'areas']]);
  cleanup();
  drawChannel(around({ measuring: { ...nothing, asked: asked({ me: 'yes' }) }, asks: [] }));
  await screen.findByText('¿Cómo va el ritmo?', {}, { timeout: 10_000 });
  expect(reads(/propone medir/)).toBe(false);
  expect(channel.asks).toEqual([]);
});
