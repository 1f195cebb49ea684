import type { Locale } from './createLocale';
import { talkWordsEn } from './en/talkWords';
import type { TalkWords } from './es/talkWords';
import { talkWordsEs } from './es/talkWords';

/** The words of a session's balance: they load with it. */
export const talkWordsIn = ({ language, format }: Pick<Locale, 'language' | 'format'>): TalkWords =>
  language === 'es' ? talkWordsEs(format) : talkWordsEn(format);
