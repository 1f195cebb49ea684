import { createContext, useContext } from 'react';
import type { DemoPerson } from '../config';
import type { DemoLanguage, DemoWords } from '../words';

/** What every part of the page needs to draw itself. */
export type PageContext = {
  readonly words: DemoWords;
  readonly language: DemoLanguage;
  /** BCP 47, of dates and times. */
  readonly locale: string;
  readonly people: readonly DemoPerson[];
  readonly me: DemoPerson;
};

const Context = createContext<PageContext | undefined>(undefined);
export const PageProvider = Context.Provider;

export function usePage(): PageContext {
  const value = useContext(Context);
  if (value === undefined) throw new Error('outside of the page');
  return value;
}
