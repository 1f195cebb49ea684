import type { Locale } from '../createLocale';
import { movingWordsEn } from '../en/movingWords';
import type { MovingWords } from '../es/movingWords';
import { movingWordsEs } from '../es/movingWords';

/** What is asked of problems from before: it loads with them. */
export const movingWordsIn = ({ language, format }: Pick<Locale, 'language' | 'format'>): MovingWords =>
  language === 'es' ? movingWordsEs(format) : movingWordsEn(format);
