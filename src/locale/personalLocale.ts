import type { Locale } from './createLocale';
import { personalWordsEn } from './en/personalWords';
import { type PersonalWords, personalWordsEs } from './es/personalWords';
import { createFollowLocale, type FollowLocale } from './followLocale';

/** A locale with the words of the personal tab, beside those of the channel's. */
export type PersonalLocale = FollowLocale & { readonly personal: PersonalWords };

/** The same locale, with the words of the personal tab. */
export function createPersonalLocale(locale: Locale): PersonalLocale {
  const { language, format } = locale;
  const personal = language === 'es' ? personalWordsEs(format) : personalWordsEn(format);
  return { ...createFollowLocale(locale), personal };
}
