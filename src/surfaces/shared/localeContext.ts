import { createContext, useContext } from 'react';
import type { Locale } from '../../locale/createLocale';

/** The language around pieces that several surfaces share. */
export const LocaleContext = createContext<Locale | undefined>(undefined);

export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error('outside of a surface');
  return locale;
}
