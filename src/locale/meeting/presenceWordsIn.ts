import type { Locale } from '../createLocale';
import { presenceWordsEn } from '../en/presenceWords';
import type { PresenceWords } from '../es/presenceWords';
import { presenceWordsEs } from '../es/presenceWords';

/** How people take part: the words load with it. */
export const presenceWordsIn = ({ language }: Pick<Locale, 'language'>): PresenceWords =>
  language === 'es' ? presenceWordsEs() : presenceWordsEn();
