import type { Locale } from '../createLocale';
import { afterWordsEn } from '../en/afterWords';
import type { AfterWords } from '../es/afterWords';
import { afterWordsEs } from '../es/afterWords';

/** The words of what a meeting's end offers: they load with it. */
export const afterWordsIn = ({ language, format }: Pick<Locale, 'language' | 'format'>): AfterWords =>
  language === 'es' ? afterWordsEs(format) : afterWordsEn(format);
