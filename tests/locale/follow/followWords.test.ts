import type { RhythmChange } from '../../../src/domain/rhythm/followUp';
import { sayByKind } from '../../../src/locale/byKind';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowLocale } from '../../../src/locale/followLocale';

const HOLLOW = /undefined|null|NaN|\[object|Invalid/;

/** Every word, with something in each gap that fits it. */
function said(words: object): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return value === '' ? [] : [[name, value]];
    if (typeof value !== 'function') return said(value as object);
    const say = value as (...gaps: readonly unknown[]) => string;
    const gaps = [
      [['Irene'], 2, 3, 4],
      ['Irene', ['Bogotá'], 2],
      ['Irene', 2, 3, 4],
      [2, 3, 4, 5],
      [2, 3, '17:15', 4],
      ['Irene', '17:15', 'Bogotá', 'mar 1 dic'],
      [['Irene', 'Rodrigo'], ['Bogotá'], 2],
    ];
    const tried = gaps.map((all) => {
      try {
        return String(say(...all));
      } catch {
        return 'undefined';
      }
    });
    return [[name, tried.find((text) => text !== '' && !HOLLOW.test(text)) ?? `undefined ${name}`]];
  });
}

const FORBIDDEN = {
  es: /\b(hueco|ocurrencia|orden del día|timebox|quórum|delegado|puntuación|ordenador|computadora|móvil|celular|coger|aparcar|escalar|convocatoria|facilitador|usted|ustedes|vosotros|pulse|haga clic)\b/i,
  en: /\b(occurrence|timebox|quorum|facilitator|slot|roster|delegate|score|ranking)\b/i,
} as const;

const follow = (tag: string) => createFollowLocale(createLocale(tag)).follow;

test.each(['es-ES', 'en-GB'] as const)(
  "LF1 the words of the channel's tab in %s are whole and keep to the glossary",
  (tag) => {
    const { changes: _, ...words } = follow(tag);
    const all = said(words);
    expect(all.length).toBeGreaterThan(300);
    for (const [, text] of all) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(HOLLOW);
      expect(text).not.toMatch(FORBIDDEN[tag === 'es-ES' ? 'es' : 'en']);
      expect(text).not.toMatch(/ {2}|\d (min|h|%|s)\b/);
    }
  },
);

const named = {
  person: (id: string) => ({ m01: 'Irene', m04: 'Hugo' })[id] ?? '…',
  area: (id: string) => id,
};
const at = Date.UTC(2026, 11, 8, 16, 15);
const plan = { every: 2, times: 12, weekday: 2, time: '17:15', from: '2027-01-12' };
const CHANGES: readonly (readonly [RhythmChange, string, string])[] = [
  [
    { kind: 'move', original: at, start: at + 86_400_000 },
    'Mover la sesión del mar 8 dic, 17:15 a mié 9 dic, 17:15',
    'Move the session of Tue 8 Dec, 17:15 to Wed 9 Dec, 17:15',
  ],
  [
    { kind: 'move', original: at, start: at, minutes: 15 },
    'Mover la sesión del mar 8 dic, 17:15 a mar 8 dic, 17:15, con 15\u00a0min',
    'Move the session of Tue 8 Dec, 17:15 to Tue 8 Dec, 17:15, with 15\u00a0min',
  ],
  [
    { kind: 'skip', original: at },
    'Saltar la sesión del mar 8 dic, 17:15',
    'Skip the session of Tue 8 Dec, 17:15',
  ],
  [{ kind: 'shorten', minutes: 25 }, 'Todas las sesiones, de 25\u00a0min', 'All sessions take 25\u00a0min'],
  [
    { kind: 'fewer', people: ['m01', 'm04'] },
    'Irene y Hugo ya no reciben la invitación, solo el acta',
    'Irene and Hugo get only the minutes, no invitation',
  ],
  [
    { kind: 'goOn', why: 'fortnightly', plan },
    'Cada dos semanas: mar 17:15, 12 sesiones desde el mar 12 ene',
    'Every two weeks: Tue 17:15, 12 sessions from Tue 12 Jan',
  ],
  [
    { kind: 'goOn', why: 'renewal', plan: { ...plan, nth: 'last', times: 1 } },
    'Renovar la serie: último mar 17:15, 1 sesión desde el mar 12 ene',
    'Renew the series: last Tue 17:15, 1 session from Tue 12 Jan',
  ],
  [{ kind: 'handOver', to: 'm04' }, 'Pasar la serie a Hugo', 'Hand the series over to Hugo'],
];

test('LF2 a change of the rhythm is said whole before it is done, in both languages', () => {
  for (const [change, es, en] of CHANGES) {
    expect(sayByKind(follow('es-ES').changes, change, 'Europe/Madrid', named)).toBe(es);
    expect(sayByKind(follow('en-GB').changes, change, 'Europe/Madrid', named)).toBe(en);
  }
});

test('LF3 what failed says what is safe; one is one, in both languages', () => {
  for (const tag of ['es-ES', 'en-GB']) {
    const words = follow(tag);
    for (const text of Object.values(words.steps))
      expect(text.match(/\./g)?.length).toBeGreaterThanOrEqual(2);
    expect(words.tasks.counts(1, 1, 0)).toBe(
      tag === 'es-ES' ? '1 abierta · 1 vencida' : '1 open · 1 overdue',
    );
    expect(words.tasks.shown(1)).toMatch(/^1 (tarea|task) /);
    expect(words.notices.pushed(1, 1, null)).toMatch(/1 (espera todavía|still waits)\.$/);
    expect(words.question.change('x', 1, 1)).toMatch(/1 (persona recibe un correo|person gets a mail)\./);
    expect(words.question.change('x', 1, 0)).toMatch(/(Nadie recibe correo|Nobody gets mail)\./);
    expect(words.tasks.decisions.count(1, 1)).toMatch(/^1 decisi[oó]n$/);
  }
});
