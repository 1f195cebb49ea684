import type { Locale } from './createLocale';
import { denialWordsEn } from './en/denialWords';
import { type DenialWords, denialWordsEs } from './es/denialWords';

/** The words for whoever cannot get into the room, in the language of the locale: they load with the first of them. */
export const denialWordsIn = ({ language }: Pick<Locale, 'language'>): DenialWords =>
  language === 'es' ? denialWordsEs : denialWordsEn;
