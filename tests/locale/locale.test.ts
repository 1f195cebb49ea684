import type { Failure } from '../../src/app/ports/failure';
import type { Notice, Step } from '../../src/app/planning/planView';
import { agendaWords } from '../../src/domain/agenda/words';
import type { RefusalCode } from '../../src/domain/refusal';
import type { Reason, Relax } from '../../src/domain/slots/types';
import { createLocale } from '../../src/locale/createLocale';
import { createPlanLocale, type PlanLocale } from '../../src/locale/planLocale';

const LOCALES = ['es-ES', 'es-CO', 'es-MX', 'en-GB', 'en-US'] as const;
const named = {
  person: (id: string) => ({ m01: 'Irene', s01: 'Rodrigo' })[id] ?? 'Persona',
  area: (id: string) => ({ marketing: 'Marketing', sales: 'Ventas' })[id] ?? 'Área',
};

const FAILURES: readonly Failure[] = [
  { kind: 'throttled', retryAfterMs: 600_000 },
  { kind: 'consent', tier: 'plan' },
  { kind: 'signIn' },
  { kind: 'denied' },
  { kind: 'notFound' },
  { kind: 'conflict' },
  { kind: 'offline' },
  { kind: 'unavailable' },
  { kind: 'refused', code: 'ErrorInvalidRequest' },
  { kind: 'malformed' },
  { kind: 'cancelled' },
];
const STEPS: readonly Step[] = [
  'start',
  'people',
  'calendars',
  'holidays',
  'search',
  'save',
  'insert',
  'create',
  'keep',
  'close',
  'move',
  'undo',
];
const NOTICES: readonly Notice[] = [
  { kind: 'refused', code: 'slots/empty-window', data: {} },
  { kind: 'merged', fields: ['people.m01.role'] },
  { kind: 'interrupted', what: 'inserting' },
  { kind: 'interrupted', what: 'creating' },
  { kind: 'earlier' },
  { kind: 'unreadable', files: ['series-1.json'] },
  { kind: 'unreadable', files: ['series-1.json', 'series-2.json'] },
  { kind: 'undone' },
];
const RELAXES: readonly Relax[] = [
  { kind: 'quorum', area: 'sales', to: 2 },
  { kind: 'keyPerson', person: 's01' },
  { kind: 'time', time: '17:00' },
];
const REASONS: readonly Reason[] = [
  { kind: 'everyone' },
  { kind: 'never', people: ['m01'] },
  { kind: 'never', people: ['m01', 's01'] },
  { kind: 'mostMissed', person: 'm01', times: 3, of: 18 },
  ...(['closed', 'hours', 'busy', 'unknown', 'clock'] as const).flatMap((why): Reason[] => [
    { kind: 'broken', why, times: 1, people: [] },
    { kind: 'broken', why, times: 4, people: ['s01'] },
  ]),
  { kind: 'leastFocusLoss' },
  { kind: 'protected', area: 'sales', minutes: 90 },
  ...(['less', 'more', 'same'] as const).map((now): Reason => ({ kind: 'paidLastTime', area: 'sales', now })),
  ...RELAXES.map((relax): Reason => ({ kind: 'change', relax, wins: 1, costs: 10 })),
];

const planned = (tag: string): PlanLocale => createPlanLocale(createLocale(tag));

/** Every text a locale has: words with no values or with likely ones, and every sentence for every code. */
function everything({ words, sentences }: PlanLocale): readonly string[] {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    'areas.summary': [
      [
        { name: 'Marketing', people: 4, quorum: 3 },
        { name: 'Ventas', people: 4, quorum: 2 },
      ],
    ],
    'slots.holidays': [['España', 'Colombia']],
    'slots.legend': [['Marketing', 'Ventas']],
    'series.summary': ['weekly', 35, 25],
    'series.every': ['monthly'],
    'slots.nth': ['last', 'mar'],
    'slots.onHolidays': [3, 'lunes'],
  };
  const texts: string[] = [];
  const walk = (value: unknown, at: readonly string[]): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'function') {
      const given = values[at.join('.')];
      const say = value as (...all: readonly unknown[]) => unknown;
      for (const n of [1, 2]) texts.push(String(say(...(given ?? [n, n, n, n]))));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, [...at, key]);
  };
  walk(words, []);
  texts.push(...Object.values(sentences.refusals), ...Object.values(sentences.missing));
  for (const failure of FAILURES) for (const step of STEPS) texts.push(sentences.failure(failure, step));
  texts.push(...NOTICES.map((notice) => sentences.notice(notice)));
  texts.push(...REASONS.map((reason) => sentences.reason(reason, named)));
  texts.push(...RELAXES.flatMap((relax) => [1, 3].map((wins) => sentences.relax(relax, wins, named))));
  texts.push(
    sentences.unread(['Camilo']),
    sentences.unread(['Camilo', 'Laura']),
    sentences.without(['Madrid']),
  );
  return texts;
}

test.each(LOCALES)('LO1 %s has a sentence for every code, none empty and none with a hole', (tag) => {
  for (const text of everything(planned(tag))) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|\bkind\b/);
    expect(text).not.toMatch(/ {2}/);
  }
});

test('LO2 Spanish keeps to the glossary: no word that divides the countries, nobody addressed as usted or vosotros', () => {
  const forbidden =
    /\b(hueco|equipo de (marketing|ventas)|ocurrencia|orden del día|timebox|quórum|delegado|puntuación|ranking|ordenador|computadora|móvil|celular|coger|aparcar|parquear|escalar|convocatoria|facilitador|usted|ustedes|vosotros|vuestr[oa]s?|podéis|tenéis|queréis|haced|elegid|elija|pulse|haga clic|cancelad|sala)\b/i;
  for (const tag of ['es-ES', 'es-CO', 'es-MX'])
    for (const text of everything(planned(tag))) expect(text).not.toMatch(forbidden);
});

test('LO2 English keeps to the glossary too', () => {
  const forbidden =
    /\b(occurrence|timebox|quorum|facilitator|slot|roster|delegate|score|ranking|team meeting)\b/i;
  for (const text of everything(planned('en-GB'))) expect(text).not.toMatch(forbidden);
});

test('LO3 an error says what happened, what is safe, and what to do', () => {
  for (const tag of ['es-ES', 'en-GB'])
    for (const failure of FAILURES)
      for (const step of STEPS) {
        const sentences = planned(tag)
          .sentences.failure(failure, step)
          .split(/(?<=[.:;]) /);
        expect(sentences.length).toBeGreaterThanOrEqual(3);
      }
});

test('LO3 waiting is told in minutes, a missing consent with who gives it', () => {
  const { sentences } = planned('es-ES');
  expect(sentences.failure({ kind: 'throttled', retryAfterMs: 600_000 }, 'calendars')).toMatch(/10\u00a0min/);
  expect(sentences.failure({ kind: 'consent', tier: 'plan' }, 'calendars')).toMatch(
    /«Planificar».*administra/,
  );
});

test('LO4 every number stands beside its unit with a hard space', () => {
  for (const tag of LOCALES)
    for (const text of everything(planned(tag))) expect(text).not.toMatch(/\d (min|h|%|s)\b/);
});

test('LO5 one is one, in both languages', () => {
  const es = planned('es-ES').words;
  const en = planned('en-GB').words;
  expect([es.series.summary('weekly', 35, 1), es.series.summary('weekly', 35, 25)]).toEqual([
    'Semanal · 35\u00a0min · 1 sesión',
    'Semanal · 35\u00a0min · 25 sesiones',
  ]);
  expect([en.slots.waiting(1), en.slots.waiting(2)]).toEqual([
    '1 session is waiting to be moved.',
    '2 sessions are waiting to be moved.',
  ]);
  expect([
    es.slots.onHolidays(1, 'sábado'),
    es.slots.onHolidays(3, 'lunes'),
    es.slots.onHolidays(2, 'sábado'),
  ]).toEqual(['1 sábado festivo', '3 lunes festivos', '2 sábados festivos']);
  expect(es.sessions.mails(2, 7)).toBe('2 cambios: 14 correos de actualización.');
  expect(planned('es-ES').sentences.reason({ kind: 'never', people: ['m01'] }, named)).toBe(
    'Irene no puede nunca',
  );
});

test('LO6 every refusal has its sentence', () => {
  const codes: readonly RefusalCode[] = [
    'time/unknown-zone',
    'slots/no-people',
    'slots/bad-minutes',
    'agenda/sum',
    'agenda/body-too-large',
  ];
  for (const tag of ['es-ES', 'en-GB'])
    for (const code of codes)
      expect(planned(tag).sentences.notice({ kind: 'refused', code, data: {} })).toMatch(/\. .+\.$/);
});

test('LO7 Spanish for every Spanish tag, English for every other; a tag that is no tag does no harm', () => {
  expect(['es', 'es-ES', 'es-419', 'es-CO', 'ES-mx'].map((tag) => createLocale(tag).language)).toEqual(
    Array(5).fill('es'),
  );
  expect(['en-US', 'fr-FR', 'de', '', 'not a tag', 'es_ES'].map((tag) => createLocale(tag).language)).toEqual(
    ['en', 'en', 'en', 'en', 'en', 'es'],
  );
  expect(createLocale('fr-FR').tag).toBe('en-GB');
  expect(createLocale('es_ES').format.day('2026-12-08')).toBe('mar 8 dic');
});

test.each(LOCALES)('LO9 %s calls an area that nobody named by its id, whatever the id is', (tag) => {
  const { words } = createLocale(tag);
  expect(words.area('marketing')).toBe('Marketing');
  expect(['legal', 'constructor', '__proto__'].map((id) => words.area(id))).toEqual([
    'legal',
    'constructor',
    '__proto__',
  ]);
});

test('LO8 the kinds of agenda items are called on screen as in the invitation', () => {
  expect(createLocale('es-ES').words.kinds).toEqual(agendaWords.es.kinds);
  expect(createLocale('en-GB').words.kinds).toEqual(agendaWords.en.kinds);
});
