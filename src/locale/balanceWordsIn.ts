import type { Locale } from './createLocale';
import { balanceWordsEn } from './en/balanceWords';
import { type BalanceWords, balanceWordsEs } from './es/balanceWords';

/** The words of the measuring, in the language of the locale: they load with the surface that tells of it. */
export const balanceWordsIn = ({ language, format }: Pick<Locale, 'language' | 'format'>): BalanceWords =>
  language === 'es' ? balanceWordsEs(format) : balanceWordsEn(format);
