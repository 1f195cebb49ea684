import { createContext, useContext } from 'react';
import type { MembersLocale } from '../../locale/membersLocale';

/** The language around pieces that several surfaces share. */
export const LocaleContext = createContext<MembersLocale | undefined>(undefined);

export function useLocale(): MembersLocale {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error('outside of a surface');
  return locale;
}
