import type { Locale } from '../createLocale';
import { decideWordsEn } from '../en/decideWords';
import type { DecideWords } from '../es/decideWords';
import { decideWordsEs } from '../es/decideWords';

/** What a task that was carried over too often asks for: the words load with it. */
export const decideWordsIn = ({ language }: Pick<Locale, 'language'>): DecideWords =>
  language === 'es' ? decideWordsEs() : decideWordsEn();
