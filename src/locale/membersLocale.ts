import type { Locale } from './createLocale';
import { membersWordsEn } from './en/membersWords';
import { type MembersWords, membersWordsEs } from './es/membersWords';

/** A locale with the words of a series and of who takes part in it among its own: they load where these are changed. */
export type MembersLocale = Locale & { readonly words: MembersWords };

/** The same locale, with those words. */
export function createMembersLocale<L extends Locale>(locale: L): L & MembersLocale {
  const { language, format } = locale;
  const words = language === 'es' ? membersWordsEs(format) : membersWordsEn(format);
  return { ...locale, words: { ...locale.words, ...words } };
}
