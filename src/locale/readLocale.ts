import type { Locale } from './createLocale';
import { readWordsEn } from './en/readWords';
import { type ReadWords, readWordsEs } from './es/readWords';

/** A locale with the words of the pane beside a meeting that is only read. */
export type ReadLocale = Locale & { readonly read: ReadWords };

/** The same locale, with those words. */
export function createReadLocale(locale: Locale): ReadLocale {
  const { language, format } = locale;
  return { ...locale, read: language === 'es' ? readWordsEs(format) : readWordsEn(format) };
}
