import { createContext, useContext } from 'react';
import type { Planning } from '../../app/planning/planning';
import type { PlanLocale } from '../../locale/planLocale';

/** What every part of the pane needs: the commands and the language. */
export type PaneContext = { readonly planning: Planning; readonly locale: PlanLocale };

export const PaneContext = createContext<PaneContext | undefined>(undefined);

export function usePane(): PaneContext {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('outside of the pane');
  return pane;
}
