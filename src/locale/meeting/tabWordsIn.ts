import type { Locale } from '../createLocale';
import { tabWordsEn } from '../en/tabWords';
import type { TabWords } from '../es/tabWords';
import { tabWordsEs } from '../es/tabWords';

/** The words of the meeting tab and the stage, in the language of the locale. */
export const tabWordsIn = ({ language, format }: Pick<Locale, 'language' | 'format'>): TabWords =>
  language === 'es' ? tabWordsEs(format) : tabWordsEn(format);
