import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { TalkReading, TalkReadingView } from '../../../src/app/balance/talkReadingView';
import { createLocale } from '../../../src/locale/createLocale';
import { talkWordsIn } from '../../../src/locale/talkWordsIn';
import { TalkReader } from '../../../src/surfaces/shared/TalkReader';
import { measured, TALK_PEOPLE, talkViews, TITLES } from '../../support/gallery/talkViews';

afterEach(cleanup);

type Call = readonly [string, ...(readonly unknown[])];

/** The reading over a scripted desk: every press is written down. */
function draw(view: TalkReadingView, tag = 'es-ES') {
  const calls: Call[] = [];
  const desk = new Proxy({} as TalkReading, {
    get:
      (_, name) =>
      (...values: readonly unknown[]) =>
        void calls.push([String(name), ...values]),
  });
  const locale = createLocale(tag);
  const words = talkWordsIn(locale);
  const element = (shown: TalkReadingView) => (
    <TalkReader
      view={shown}
      desk={desk}
      locale={locale}
      words={words}
      zone="Europe/Madrid"
      areas={[
        { id: 'marketing', name: 'Marketing' },
        { id: 'sales', name: locale.words.area('sales') },
      ]}
      people={TALK_PEOPLE}
      titles={TITLES}
      organiser="Irene"
      primary
    />
  );
  const drawn = render(element(view));
  return { calls, ...drawn, show: (next: TalkReadingView) => drawn.rerender(element(next)) };
}

const shown = (name: string): TalkReadingView => {
  const view = talkViews[name];
  if (view === undefined) throw new Error(name);
  return view;
};
const text = () => document.body.textContent?.replaceAll('\u00a0', ' ') ?? '';
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test("TK1 the balance says its areas, how it is known, how far the estimate was off, and what is nobody's", () => {
  draw(shown('done'));
  expect(text()).toContain('Marketing 64 % · Ventas 36 %');
  expect(text()).toContain(
    'medido con la transcripción; la estimación se desvió 3 puntos; 4 min repartidos según las marcas; 2 min sin atribuir',
  );
  expect(text()).toContain('Parte equitativa por presencia: Marketing 50 % · Ventas 50 %');
});

test('TK1 an estimate is always called one, and a file that tells only beginnings makes it approximate', () => {
  const { show } = draw(shown('offered'));
  expect(text()).toContain('estimación, por las marcas de la reunión; 5 min sin atribuir');
  show(shown('missed'));
  expect(text()).toContain('aproximado: el archivo dice cuándo empieza cada turno y no cuándo acaba');
  show({ ...shown('done'), kept: { ...measured, off: 0.2, split: 0, unattributed: 0 } });
  expect(text()).toContain('medido con la transcripción; la estimación acertó');
  expect(text()).not.toContain('sin atribuir');
  show(shown('nothing'));
  expect(text()).toContain('En esta sesión no se contó nada.');
});

test('TK2 my own part is told to me, and says that nobody else is', () => {
  const { show } = draw(shown('done'));
  expect(text()).toContain('Tu parte: 31 %; la equitativa: 25 %. Solo se te dice a ti.');
  show(shown('missed'));
  expect(text()).not.toContain('Tu parte: ');
});

test('TK3 one press reads; while it reads one cancels; while it waits one asks at once', () => {
  const { calls, show } = draw(shown('offered'));
  press('Leer la transcripción');
  show(shown('reading'));
  expect(screen.getByRole('status').textContent).toBe('Leyendo la transcripción: 1 de 2…');
  expect(screen.getByRole('progressbar', { name: 'Equilibrio' })).toBeTruthy();
  expect(buttons()).toEqual(['Ver como tabla', 'Cancelar']);
  press('Cancelar');
  show(shown('waiting'));
  expect(screen.getByRole('status').textContent).toBe(
    'La transcripción todavía no está. Se mira otra vez a las 17:55; hasta entonces vale la estimación.',
  );
  press('Mirar ahora');
  press('Cancelar');
  expect(calls).toEqual([['read'], ['cancel'], ['read'], ['cancel']]);
});

test('TK3 while it is kept nothing can be pressed, and its end is said', () => {
  const { show } = draw(shown('keeping'));
  expect(buttons()).toEqual(['Ver como tabla']);
  expect(screen.getByRole('status').textContent).toBe('Guardando en el acta…');
  show(shown('missed'));
  expect(screen.getByRole('status').textContent).toBe(
    'El acta tiene lo medido con la transcripción. No se pudo recordar lo que significan los nombres: se volverá a preguntar. Tu parte no se pudo guardar en tu página.',
  );
});

test('TK4 a name that nobody can place is a person, the likely ones first, a shared room or nobody; only all of them go on', () => {
  const { calls, show } = draw(shown('names'));
  const [hugo, device] = screen.getAllByRole('combobox');
  if (hugo === undefined || device === undefined) throw new Error('no fields');
  expect(screen.getByLabelText('Hugo S.')).toBe(hugo);
  expect(
    within(hugo)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Elegir…',
    'Hugo Santamarta Gil',
    'Sergio Manrique Ortiz',
    'Irene Valcárcel Soto',
    'Rodrigo Beltrán Ayuso',
    'Sala o teléfono compartido',
    'Nadie de aquí',
  ]);
  expect((device as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Sala o teléfono compartido');
  expect(text()).toContain('Falta 1 nombre por elegir');
  press('Seguir');
  fireEvent.change(hugo, { target: { value: 'm02' } });
  fireEvent.change(device, { target: { value: '=nobody' } });
  fireEvent.change(device, { target: { value: '=shared' } });
  expect(calls).toEqual([
    ['name', 'Hugo S.', { kind: 'person', person: 'm02' }],
    ['name', 'Speaker 1', { kind: 'nobody' }],
    ['name', 'Speaker 1', { kind: 'shared' }],
  ]);
  const { state } = shown('names');
  if (state.kind !== 'names') throw new Error(state.kind);
  const names = state.names.map((one) => ({ ...one, means: { kind: 'shared' } as const }));
  show({ ...shown('names'), state: { ...state, names } });
  press('Seguir');
  expect(calls.at(-1)).toEqual(['goOn']);
});

test('TK5 a file is dropped, or chosen by keyboard, the same one again too', () => {
  const { calls, container } = draw(shown('offered'));
  const file = new File(['WEBVTT'], 'Reunión.vtt');
  const zone = screen.getByRole('region', { name: 'Soltar aquí el archivo de la transcripción' });
  expect(fireEvent.dragOver(zone)).toBe(false);
  expect(fireEvent.drop(zone, { dataTransfer: { files: [file] } })).toBe(false);
  const input = container.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no input');
  const opened = jest.spyOn(input, 'click');
  press('Elegir un archivo');
  expect(opened).toHaveBeenCalledTimes(1);
  fireEvent.change(input, { target: { files: [file] } });
  expect(calls).toEqual([
    ['drop', file],
    ['drop', file],
  ]);
  fireEvent.drop(zone, { dataTransfer: { files: [] } });
  expect(calls).toHaveLength(2);
});

test.each([
  ['consent', 'Falta el permiso para leer transcripciones', /adminconsent\?client_id=/],
  [
    'transcriptsOff',
    'La organización no da transcripciones a las aplicaciones',
    'Set-CsTeamsMeetingConfiguration -Identity Global -EnableGraphTranscriptAccess $true',
  ],
  [
    'attributionOff',
    'La organización da transcripciones sin nombres',
    'Set-CsTeamsMeetingConfiguration -Identity Global -EnableAttributedTranscripts $true',
  ],
  ['notOrganiser', 'Pedir a Irene que la lea desde aquí.', null],
  ['metered', 'La contrata quien administra Microsoft 365.', null],
  ['notFound', 'Teams no conoce esta reunión', null],
  ['none', 'Teams no tiene transcripción de esta sesión', null],
  ['refused', 'Esta transcripción parece de otra reunión', null],
  ['offline', 'No hay conexión. Reintentar cuando vuelva.', null],
] as const)(
  'TK6 %s has a name and a way out, the estimate stands, and a file can be dropped',
  async (name, said, line) => {
    const copied: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: async (value: string) => void copied.push(value) } });
    const { calls } = draw(shown(name));
    expect(screen.getByRole('alert').textContent).toContain('⚠ ');
    expect(text()).toContain(said);
    expect(text()).toContain('La estimación sigue como estaba.');
    expect(screen.getByRole('button', { name: 'Elegir un archivo' })).toBeTruthy();
    if (line !== null) {
      press(/^Copiar: /);
      expect(copied).toHaveLength(1);
      expect(copied[0]).toMatch(line);
      expect(await screen.findByText('Copiado')).toBeTruthy();
    } else expect(screen.queryByRole('button', { name: /^Copiar/ })).toBeNull();
    press('Reintentar');
    expect(calls).toEqual([['read']]);
  },
);

test('TK7 the table tells each area by the items of the agenda, and what is internal to somebody else has no title', () => {
  draw({ ...shown('done') });
  const table = screen.getByRole('table', { name: 'Turnos por área' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent?.replaceAll('\u00a0', ' '));
  expect(rows[0]).toBe('PuntoHoraMarketingVentas');
  expect(rows).toHaveLength(7);
  expect(rows[4]).toMatch(/^Ideas17:30\d+ min\d+ min$/);
});

test('TK8 every state is whole in English too, and keeps to the glossary', () => {
  for (const view of Object.values(talkViews)) {
    draw(view, 'en-US');
    const data = [...Object.values(TITLES), ...TALK_PEOPLE.map(({ name }) => name)];
    const ours = data.reduce((all, one) => all.replaceAll(one, ''), text());
    expect(ours).not.toMatch(/[áéíóúñ¿¡]/u);
    expect(ours).not.toMatch(/undefined|NaN|null|ranking|score/);
    cleanup();
  }
  draw(shown('done'), 'en-US');
  expect(text()).toContain('measured from the transcript; the estimate was 3 points off');
});
