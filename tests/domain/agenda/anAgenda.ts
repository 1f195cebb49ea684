import fc from 'fast-check';
import type { Agenda, AgendaItem, AgendaKind } from '../../../src/domain/agenda/types';
import { agendaWords } from '../../../src/domain/agenda/words';

export const KINDS = Object.keys(agendaWords.es.kinds) as AgendaKind[];

/** Texts that tempt a reader: markup, our own words, numbers, other scripts. */
export const TEMPTING = [
  '5 min',
  '1',
  '—',
  '——',
  '-',
  'Total: 35 min',
  'Problema',
  'Decisión · 5 min · Irene',
  'Agenda de la reunión',
  'Meeting agenda',
  '<b>negrita</b>',
  '</td></tr></table>',
  '<!-- no',
  '<script>alert(1)</script>',
  '&amp;',
  '&nbsp;',
  '"comillas" y \'otras\'',
  '🚀 Lanzamiento 👩🏽‍💻',
  'اجتماع 12 ‏(قصير)',
  '  espacios  al   borde ',
  '\u00A0duro\u00A0',
  'línea\r\nrota\ttab',
  'a'.repeat(3000),
  'palabra '.repeat(400),
  '½ ≤ “x” ™ €',
  '________________________________________',
  '\u0000\u0007\uD800',
  '#',
  '1.',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEMPTING) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...TEMPTING), fc.constantFrom(...TEMPTING))
      .map((two) => two.join(' ')),
  },
);

const item: fc.Arbitrary<AgendaItem> = fc.record(
  { kind: fc.constantFrom(...KINDS), title: text, minutes: fc.integer({ min: 1, max: 7 }), owner: text },
  { requiredKeys: ['kind', 'title', 'minutes'] },
);

export const anyAgenda: fc.Arbitrary<Agenda> = fc.record({
  language: fc.constantFrom('es' as const, 'en' as const),
  items: fc.array(item, { minLength: 1, maxLength: 8 }),
});
