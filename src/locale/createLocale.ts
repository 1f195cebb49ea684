import type { Wording } from '../app/ports/wording';
import { sentencesEn } from './en/sentences';
import { wordsEn } from './en/words';
import type { Sentences } from './es/sentences';
import { sentencesEs } from './es/sentences';
import type { Words } from './es/words';
import { wordsEs } from './es/words';
import type { Format } from './format';
import { createFormat } from './format';
import { createWording } from './wording';

/** Everything people read, in one language and the customs of one country. */
export type Locale = {
  readonly tag: string;
  readonly language: 'es' | 'en';
  readonly format: Format;
  readonly words: Words;
  readonly sentences: Sentences;
  readonly wording: Wording;
};

/** Spanish for every es-*, English for everything else; a tag that is no tag reads as British English. */
export function createLocale(said: string): Locale {
  // Some hosts write es_ES.
  const tag = said.replaceAll('_', '-');
  const language = /^es\b/i.test(tag) ? 'es' : 'en';
  const known = language === 'es' || /^en\b/i.test(tag) ? safeTag(tag, language) : 'en-GB';
  const format = createFormat(known);
  return {
    tag: known,
    language,
    format,
    words: language === 'es' ? wordsEs : wordsEn,
    sentences: language === 'es' ? sentencesEs(format) : sentencesEn(format),
    wording: createWording(language),
  };
}

function safeTag(tag: string, language: 'es' | 'en'): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? language;
  } catch {
    return language === 'es' ? 'es-ES' : 'en-GB';
  }
}
