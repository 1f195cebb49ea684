import { minutesWordsEn } from '../../../src/locale/en/minutesWords';
import { minutesWordsEs } from '../../../src/locale/es/minutesWords';
import { createFormat } from '../../../src/locale/format';
import { afterWordsIn } from '../../../src/locale/meeting/afterWordsIn';
import { tabWordsIn } from '../../../src/locale/meeting/tabWordsIn';

const HOLLOW = /undefined|null|NaN|\[object/;

/** Every word, with something in each gap that fits it. */
function said(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'function') return said(value as object);
    const say = value as (...gaps: readonly unknown[]) => string;
    const tried = [
      [['Irene'], 2, 3],
      ['Irene', 2, 3],
      ['Irene', ['Bogotá']],
      [2, 3, 4],
    ].map((gaps) => {
      try {
        return say(...gaps);
      } catch {
        return 'undefined';
      }
    });
    return [tried.find((text) => !HOLLOW.test(text)) ?? 'undefined'];
  });
}

const FORBIDDEN = {
  es: /\b(hueco|ocurrencia|orden del día|timebox|quórum|delegado|puntuación|ordenador|computadora|móvil|celular|coger|aparcar|escalar|convocatoria|facilitador|usted|ustedes|vosotros|pulse|haga clic)\b/i,
  en: /\b(occurrence|timebox|quorum|facilitator|slot|roster|delegate|score|ranking)\b/i,
} as const;

test.each(['es', 'en'] as const)(
  'LM13 the words of tab, stage and minutes in %s are whole and keep to the glossary',
  (language) => {
    const format = createFormat(language === 'es' ? 'es-ES' : 'en-GB');
    const minutes = language === 'es' ? minutesWordsEs(format) : minutesWordsEn(format);
    const all = [
      ...said(tabWordsIn({ language, format })),
      ...said(afterWordsIn({ language, format })),
      ...said(minutes),
    ];
    expect(all.length).toBeGreaterThan(60);
    for (const text of all) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(HOLLOW);
      expect(text).not.toMatch(FORBIDDEN[language]);
      expect(text).not.toMatch(/\d (min|h|%|s)\b/);
    }
  },
);
