import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { forOutsiders } from '../../../src/domain/meeting/captured';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingWording } from '../../../src/locale/meeting/meetingWording';
import { growth } from '../../support/work';

const PEOPLE = [
  ['m01', 'Irene Valcárcel Soto'],
  ['m04', 'Hugo Santamarta Rey'],
  ['m11', 'Marta Piñeiro Lago'],
  ['s05', 'Sergio Manrique Olmo'],
  ['s07', 'Andrés Cuéllar Pombo'],
  ['s10', 'Laura Sandoval Niño'],
  ['x10', 'Laura Iriarte Vega'],
  ['s13', 'Óscar Villalba Prats'],
  ['g01', 'Doval Crespo, Elena'],
].map(([id = '', name = '']) => ({ id, name }));

/** Monday 30 November to Saturday 5 December 2026. */
const [MON, TUE, FRI, SAT, NYE] = [
  '2026-11-30',
  '2026-12-01',
  '2026-12-04',
  '2026-12-05',
  '2026-12-31',
] as const;

const readers = new Map(
  ['es-ES', 'es-CO', 'es-MX', 'en-GB', 'en-US'].map((tag) => [
    tag,
    createMeetingWording(createLocale(tag), { agendaTemplate, forOutsiders }),
  ]),
);
const read = (line: string, today = TUE as string, tag = 'es-ES') =>
  readers.get(tag)?.understand(line, PEOPLE, today) ?? { kind: 'idea' as const, text: 'no reader' };
const dueOf = (phrase: string, today: string, tag?: string) => {
  const understood = read(`Hugo: enviar la lista ${phrase}`, today, tag);
  return understood.kind === 'task'
    ? `${understood.draft.due ?? '?'} ${understood.draft.text ?? ''}`
    : 'no task';
};

test.each([
  ['antes del viernes', TUE, FRI],
  ['antes del viernes', MON, FRI],
  ['antes del viernes', FRI, '2026-12-11'],
  ['antes del viernes', SAT, '2026-12-11'],
  ['el viernes', TUE, FRI],
  ['este viernes', TUE, FRI],
  ['viernes', TUE, FRI],
  ['el próximo martes', MON, TUE],
  ['el próximo martes', TUE, '2026-12-08'],
  ['el martes que viene', MON, TUE],
  ['para el miércoles', TUE, '2026-12-02'],
  ['hasta el domingo', SAT, '2026-12-06'],
  ['a más tardar el lunes', FRI, '2026-12-07'],
  ['el viernes como muy tarde', TUE, FRI],
  ['el viernes de la semana que viene', TUE, '2026-12-11'],
  ['el lunes de la próxima semana', SAT, '2026-12-07'],
  ['antes del vie', TUE, FRI],
  ['para el 4 de diciembre', TUE, FRI],
  ['el 4 de diciembre', FRI, FRI],
  ['el 4 de diciembre', SAT, '2027-12-04'],
  ['el 1 de enero', TUE, '2027-01-01'],
  ['el primero de enero', NYE, '2027-01-01'],
  ['el vie 4 dic', TUE, FRI],
  ['viernes, 4 de diciembre de 2026', TUE, FRI],
  ['4 dic.', TUE, FRI],
  ['el 29 de febrero', TUE, '2028-02-29'],
  ['antes del 4', TUE, FRI],
  ['el día 4', TUE, FRI],
  ['el 1', TUE, TUE],
  ['el 31', SAT, '2026-12-31'],
  ['antes del 30', NYE, '2027-01-30'],
  ['4/12', TUE, FRI],
  ['el 4/12/26', TUE, FRI],
  ['4-12-2026', TUE, FRI],
  ['4.12.2026', TUE, FRI],
  ['2026-12-04', TUE, FRI],
  ['hoy', TUE, TUE],
  ['hoy mismo', TUE, TUE],
  ['mañana', TUE, '2026-12-02'],
  ['pasado mañana', TUE, '2026-12-03'],
  ['para pasado mañana', NYE, '2027-01-02'],
  ['en dos semanas', TUE, '2026-12-15'],
  ['dentro de 10 días', TUE, '2026-12-11'],
  ['en ocho días', TUE, '2026-12-08'],
  ['en quince días', TUE, '2026-12-15'],
  ['en 15 días', TUE, '2026-12-16'],
  ['en un mes', NYE, '2027-01-31'],
  ['en dos meses', NYE, '2027-02-28'],
  ['a fin de mes', TUE, NYE],
  ['antes de fin de mes', NYE, NYE],
  ['a finales de mes', MON, MON],
  ['a final de año', TUE, NYE],
  ['a finales de enero', TUE, '2027-01-31'],
  ['al final del trimestre', TUE, NYE],
  ['la semana que viene', TUE, '2026-12-11'],
  ['la próxima semana', SAT, '2026-12-11'],
  ['antes de la semana que viene', TUE, FRI],
  ['esta semana', TUE, FRI],
  ['esta semana', SAT, '2026-12-06'],
  ['antes del fin de semana', TUE, FRI],
  ['a finales de semana', TUE, FRI],
  ['el mes que viene', TUE, '2027-01-31'],
])('LM1 in Spanish «%s» on %s is %s, and leaves the text alone', (phrase, today, due) => {
  expect(dueOf(phrase, today)).toBe(`${due} enviar la lista`);
  expect(dueOf(`${phrase}.`.replace('..', '.').toUpperCase(), today, 'en-GB')).toBe(`${due} enviar la lista`);
});

test.each([
  ['by Friday', TUE, FRI],
  ['by Friday', FRI, '2026-12-11'],
  ['before Friday', MON, FRI],
  ['on Friday', TUE, FRI],
  ['Friday', TUE, FRI],
  ['this Friday', TUE, FRI],
  ['by fri', TUE, FRI],
  ['due Friday', TUE, FRI],
  ['by Friday at the latest', TUE, FRI],
  ['no later than Monday', FRI, '2026-12-07'],
  ['next Tuesday', TUE, '2026-12-08'],
  ['next Tuesday', MON, '2026-12-08'],
  ['next Tuesday', SAT, '2026-12-08'],
  ['Friday next week', TUE, '2026-12-11'],
  ['a week on Friday', TUE, '2026-12-11'],
  ['today', TUE, TUE],
  ['tomorrow', NYE, '2027-01-01'],
  ['the day after tomorrow', TUE, '2026-12-03'],
  ['in two weeks', TUE, '2026-12-15'],
  ['within a week', TUE, '2026-12-08'],
  ['in a fortnight', TUE, '2026-12-15'],
  ['in 10 days', TUE, '2026-12-11'],
  ['in a month', NYE, '2027-01-31'],
  ['two weeks from today', TUE, '2026-12-15'],
  ['by the end of the month', TUE, NYE],
  ['end of month', MON, MON],
  ['EOM', TUE, NYE],
  ['by the end of the year', TUE, NYE],
  ['by end of quarter', TUE, NYE],
  ['by the end of January', TUE, '2027-01-31'],
  ['next week', TUE, '2026-12-11'],
  ['before next week', TUE, FRI],
  ['by the end of the week', TUE, FRI],
  ['this week', TUE, FRI],
  ['before the weekend', TUE, FRI],
  ['next month', TUE, '2027-01-31'],
  ['Dec 4', TUE, FRI],
  ['December 4th, 2026', TUE, FRI],
  ['4 December', TUE, FRI],
  ['the 4th of December', TUE, FRI],
  ['Fri, Dec 4', TUE, FRI],
  ['by the 4th', TUE, FRI],
  ['on the 1st', FRI, '2027-01-01'],
  ['by May 4', TUE, '2027-05-04'],
  ['2026-12-04', TUE, FRI],
])('LM1 in English "%s" on %s is %s, and leaves the text alone', (phrase, today, due) => {
  expect(dueOf(phrase, today, 'en-GB')).toBe(`${due} enviar la lista`);
  expect(dueOf(`${phrase}.`.toUpperCase(), today)).toBe(`${due} enviar la lista`);
});

test.each([
  ['4/12', 'en-GB', FRI],
  ['4/12', 'es-MX', FRI],
  ['4/12', 'en-US', '2027-04-12'],
  ['12/4', 'en-US', FRI],
  ['12/4/2026', 'en-US', FRI],
  ['25/12', 'en-US', '2026-12-25'],
  ['12/25', 'es-ES', '2026-12-25'],
])('LM2 «%s» is read in the order of %s: %s', (phrase, tag, due) => {
  expect(dueOf(phrase, TUE, tag)).toBe(`${due} enviar la lista`);
});

test.each([
  'del viernes',
  'el viernes pasado',
  'last Friday',
  'los viernes',
  'cada lunes',
  'every Monday',
  'de Viernes Santo',
  'para viernes negro',
  'before Black Friday',
  'on Cyber Monday',
  "for Friday's report",
  'el 4 de diciembre de 2020',
  'el 4/12/2020',
  '2020-12-04',
  'el vie 5 dic',
  'el 31 de febrero',
  '31/2',
  '50/50',
  '99/99/2027',
  'con soporte 24/7',
  'a las 10 de la mañana',
  'por la mañana',
  'desde el lunes',
  'since Monday',
  'antes del 4 %',
  'a 3 de las 4 ferias',
  '1 set of slides',
  'versión 1.10.20',
  'a hugo@viernes.example',
  'en 3 días hábiles',
  'may 4 people join',
  'en 99999999 días',
])('LM3 «%s» names no day to come, and is left in the text', (phrase) => {
  expect(dueOf(phrase, TUE)).toBe(`? enviar la lista ${phrase}`);
});

test.each([
  ['el informe del lunes antes del viernes', FRI, 'el informe del lunes'],
  ['antes del viernes a Laura y a Sergio', FRI, 'a Laura y a Sergio'],
  ['(antes del viernes) a Bogotá', FRI, 'a Bogotá'],
  ['a Bogotá (viernes)', FRI, 'a Bogotá'],
  ['el lunes y llamar el miércoles', '2026-12-02', 'el lunes y llamar'],
  ['el jueves por la mañana', '2026-12-03', 'por la mañana'],
  ['a Bogotá, el viernes a las 10:30', FRI, 'a Bogotá, a las 10:30'],
])('LM3 of "%s" the day is %s and the rest stays', (more, due, rest) => {
  expect(dueOf(more, TUE)).toBe(`${due} enviar la lista ${rest}`);
});

test.each([
  ['Hugo: enviar la lista antes del viernes', 'm04'],
  ['HUGO: enviar la lista antes del viernes', 'm04'],
  ['Santamarta: enviar la lista antes del viernes', 'm04'],
  ['Hugo Santamarta Rey: enviar la lista, antes del viernes', 'm04'],
  ['Hugo S.: enviar la lista el viernes', 'm04'],
  ['Hugo - enviar la lista el viernes', 'm04'],
  ['Hugo, enviar la lista el viernes', 'm04'],
  ['- Hugo: enviar la lista el viernes', 'm04'],
  ['[ ] Hugo: enviar la lista el viernes', 'm04'],
  ['Tarea: Hugo: enviar la lista el viernes', 'm04'],
  ['@Hugo enviar la lista el viernes', 'm04'],
  ['@Hugo Santamarta enviar la lista el viernes', 'm04'],
  ['@hugo: enviar la lista el viernes', 'm04'],
  ['enviar la lista el viernes @Hugo', 'm04'],
  ['enviar la lista @Hugo el viernes', 'm04'],
  ['enviar la lista el viernes (Hugo)', 'm04'],
  ['enviar la lista antes del viernes – Hugo', 'm04'],
  ['enviar la lista el 4 dic Hugo', 'm04'],
  ['el viernes, Hugo: enviar la lista', 'm04'],
  ['Hugo debe enviar la lista el viernes', 'm04'],
  ['Hugo enviar la lista el viernes', 'm04'],
  ['andres: enviar la lista el viernes', 's07'],
  ['Oscar: enviar la lista el viernes', 's13'],
  ['Elena: enviar la lista el viernes', 'g01'],
  ['Elena Doval: enviar la lista el viernes', 'g01'],
  ['Laura Sandoval: enviar la lista el viernes', 's10'],
  ['Laura S.: enviar la lista el viernes', 's10'],
  ['Iriarte: enviar la lista el viernes', 'x10'],
])('LM4 «%s» is for one person, by any of their names', (line, owner) => {
  expect(read(line)).toEqual({ kind: 'task', draft: { text: 'enviar la lista', owner, due: FRI } });
});

test.each([
  ['Hugo to send the list by Friday', 'm04'],
  ['Hugo: send the list by Friday', 'm04'],
  ['Hugo will send the list by Friday', 'm04'],
  ['Hugo Santamarta to send the list by Dec 4', 'm04'],
  ['task: Hugo to send the list by Friday', 'm04'],
  ['send the list by Friday (Hugo)', 'm04'],
])('LM4 "%s" is the same in English', (line, owner) => {
  expect(read(line)).toEqual({ kind: 'task', draft: { text: 'send the list', owner, due: FRI } });
});

test('LM5 who cannot be told apart, two people, and somebody unknown are no owner; nothing is guessed', () => {
  const due = FRI;
  expect(read('Laura: enviar la lista el viernes')).toEqual({
    kind: 'task',
    draft: { text: 'enviar la lista', due },
  });
  expect(read('Hugo y Sergio: enviar la lista el viernes')).toEqual({
    kind: 'task',
    draft: { text: 'Hugo y Sergio: enviar la lista', due },
  });
  expect(read('Pepe: enviar la lista el viernes')).toEqual({
    kind: 'task',
    draft: { text: 'Pepe: enviar la lista', due },
  });
  expect(read('enviar a Hugo la lista el viernes')).toEqual({
    kind: 'task',
    draft: { text: 'enviar a Hugo la lista', due },
  });
  expect(read('Preguntar el viernes a Hugo')).toEqual({
    kind: 'task',
    draft: { text: 'Preguntar a Hugo', due },
  });
  expect(read('De: enviar la lista')).toEqual({ kind: 'idea', text: 'De: enviar la lista' });
});

test('LM6 without a known name and without a day a line is an idea; a word before it says what it is', () => {
  for (const line of ['Llamar en 24 h', 'Pepe: llamar', 'Lista única en CRM', 'Hugo', 'Hugo tiene razón', ''])
    expect(read(line)).toEqual({ kind: 'idea', text: line });
  expect(read('idea: Hugo: enviar la lista el viernes')).toEqual({
    kind: 'idea',
    text: 'Hugo: enviar la lista el viernes',
  });
  for (const word of [
    'Decisión: ',
    'acordado: ',
    'Acuerdo - ',
    'Agreed: ',
    'decided: ',
    '- Decision: ',
    'Se acuerda ',
  ])
    expect(read(`${word}llamar antes del viernes`)).toEqual({
      kind: 'decision',
      text: 'llamar antes del viernes',
    });
  expect(read('Tarea: enviar la lista')).toEqual({ kind: 'task', draft: { text: 'enviar la lista' } });
  expect(read('Hugo: enviar la lista')).toEqual({
    kind: 'task',
    draft: { text: 'enviar la lista', owner: 'm04' },
  });
  expect(read('Hugo:')).toEqual({ kind: 'task', draft: { text: '', owner: 'm04' } });
});

const PIECES = [
  ...[
    'Hugo',
    'Laura',
    '@',
    ':',
    ' ',
    ' ',
    ' ',
    'to',
    'el',
    'antes del',
    'viernes',
    'by',
    'Friday',
    '4',
    '/',
    '12',
    '-',
    '2026',
  ],
  ...[
    'de',
    'diciembre',
    'Dec',
    '(',
    ')',
    '.',
    ',',
    'mañana',
    'fin de',
    'mes',
    'next',
    'week',
    'en',
    'dos',
    'semanas',
    '😀',
    '\ud800',
  ],
  ...['İ', 'ß', 'ﬁ', '\u0301', '\n', '\t', '<b>', 'idea', 'enviar', 'la', 'lista', '99', 'Z'],
];

/** A small generator of its own, so that a failure can be repeated. */
function* lines(seed: number, count: number): Generator<string> {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let nth = 0; nth < count; nth++)
    yield Array.from({ length: 1 + random(14) }, () => PIECES[random(PIECES.length)]).join(
      random(2) ? ' ' : '',
    );
}

test('LM7 any text is read without a fault, a day is never past, and no other word is lost', () => {
  const words = (text: string) => text.normalize('NFC').match(/\p{L}{6,}/gu) ?? [];
  const taken = /^(?:viernes|friday|diciembre|manana|semana|semanas)$/;
  for (const line of lines(7, 4000)) {
    const understood = read(line, TUE, line.length % 2 ? 'es-CO' : 'en-US');
    const text = understood.kind === 'task' ? (understood.draft.text ?? '') : understood.text;
    if (understood.kind === 'task') expect((understood.draft.due ?? TUE) >= TUE).toBe(true);
    for (const word of words(line)) {
      const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      if (!taken.test(bare)) expect(text).toContain(word);
    }
  }
});

test('LM7 a line of ten thousand letters takes the work of ten lines of a thousand', () => {
  const long = [
    'a',
    ' ',
    '(',
    '@',
    '-',
    '4/',
    'el ',
    'antes del ',
    'Hugo ',
    'Hugo: ',
    '1.1.',
    'mañana ',
    'en dos ',
  ];
  for (const piece of long) {
    const reading = (letters: number) => () => {
      const line = piece.repeat(Math.ceil(letters / piece.length));
      expect(read(`Hugo: ${line}`).kind).toBe('task');
      expect(read(`${line} el viernes`).kind).toMatch(/task|idea/);
    };
    expect(growth(10, 3, reading(1_000), reading(10_000))).toBeLessThan(3);
  }
});
