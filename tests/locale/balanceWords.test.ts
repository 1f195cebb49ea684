// LB1 to LB3: src/locale/SPEC.md
import type { BalanceMode } from '../../src/domain/balance/types';
import { balanceWordsIn } from '../../src/locale/balanceWordsIn';
import { createLocale } from '../../src/locale/createLocale';

const FORBIDDEN = {
  es: /\b(hueco|ocurrencia|orden del día|timebox|quórum|puntuación|ranking|control|ordenador|móvil|celular|coger|facilitador|equipo de marketing|usted|ustedes|vosotros)\b/i,
  en: /\b(occurrence|timebox|quorum|facilitator|slot|roster|score|ranking|control)\b/i,
} as const;
const MODES: readonly BalanceMode[] = ['off', 'areas', 'persons'];
const words = (tag: string) => balanceWordsIn(createLocale(tag));
const linesOf = (tag: string, mode: BalanceMode, cap: BalanceMode | null = 'persons', alone = ['Ventas']) =>
  words(tag)
    .sections({ mode, since: mode === 'off' ? null : 'martes, 1 de diciembre de 2026', cap, alone })
    .flatMap(({ title, lines }) => [title, ...lines]);

test.each(['es-ES', 'en-GB'] as const)(
  'LB1 in %s what is measured and what is not is said whole, each line once, in the glossary’s words',
  (tag) => {
    for (const mode of MODES) {
      const lines = linesOf(tag, mode);
      expect(new Set(lines).size).toBe(lines.length);
      for (const line of lines) {
        expect(line).not.toMatch(/undefined|null|NaN| {2}|\d (min|h|%|s)\b/);
        expect(line).not.toMatch(FORBIDDEN[tag === 'es-ES' ? 'es' : 'en']);
      }
    }
    expect(linesOf(tag, 'areas').length).toBe(linesOf('es-ES', 'areas').length);
  },
);

test('LB2 it says what holds now: the mode, since when, what the organisation allows, and an area of one person', () => {
  expect(linesOf('es-ES', 'areas', 'areas').slice(1, 4)).toEqual([
    'Ahora se mide: por áreas, desde el martes, 1 de diciembre de 2026.',
    'Lo más que permite la organización: por áreas.',
    'De Ventas se cuenta ahora a una sola persona: la parte del área es la parte de esa persona.',
  ]);
  expect(linesOf('es-ES', 'off', 'off').slice(1, 3)).toEqual([
    'Ahora no se mide nada en esta serie.',
    'La organización no permite medir.',
  ]);
  // A surface that does not know says nothing of it.
  expect(linesOf('en-GB', 'off', null).slice(0, 3)).toEqual([
    'Now',
    'Nothing is measured in this series now.',
    'What is measured',
  ]);
});

test('LB4 it says what others can work out: of an area of one or of two, and of the one who does not take part', () => {
  for (const [tag, words] of [
    [
      'es-ES',
      [
        /una sola persona, la parte del área/,
        /a dos, cada una puede deducir/,
        /Si una sola persona no participa/,
      ],
    ],
    [
      'en-GB',
      [/only one person of an area/, /two are counted, each can/, /only one person does not take part/],
    ],
  ] as const)
    for (const word of words)
      expect(linesOf(tag, 'areas', null, []).filter((line) => word.test(line))).toHaveLength(1);
});

test('LB4 where persons may be measured, of the one of an area who is not shown', () => {
  const last = /todas menos una|all of an area but one/;
  for (const tag of ['es-ES', 'en-GB']) {
    expect(linesOf(tag, 'areas').filter((line) => last.test(line))).toEqual([]);
    expect(linesOf(tag, 'persons').filter((line) => last.test(line))).toHaveLength(1);
  }
});

test('LB3 shares with names are spoken of where persons may be measured, and nowhere else', () => {
  const named = /con su nombre|with their name/;
  for (const tag of ['es-ES', 'en-GB']) {
    expect(linesOf(tag, 'areas').filter((line) => named.test(line))).toEqual([]);
    expect(linesOf(tag, 'persons').filter((line) => named.test(line))).toHaveLength(1);
  }
});
