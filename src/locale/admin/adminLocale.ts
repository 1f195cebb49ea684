import type { Locale } from '../createLocale';
import { adminWordsEn } from '../en/adminWords';
import { type AdminWords, adminWordsEs } from '../es/adminWords';

/** A locale with the words of the administrator's page. */
export type AdminLocale = Locale & { readonly admin: AdminWords };

export function createAdminLocale(locale: Locale): AdminLocale {
  const { language, format } = locale;
  return { ...locale, admin: language === 'es' ? adminWordsEs(format) : adminWordsEn(format) };
}
