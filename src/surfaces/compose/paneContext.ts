import { createContext, useContext } from 'react';
import type { Planning } from '../../app/planning/planning';
import type { Series } from '../../domain/rhythm/series';
import type { Locale } from '../../locale/createLocale';

/** What every part of the pane needs: the commands and the language. */
export type PaneContext = { readonly planning: Planning; readonly locale: Locale };

export const PaneContext = createContext<PaneContext | undefined>(undefined);

export function usePane(): PaneContext {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('outside of the pane');
  return pane;
}

/** What an area is called on screen. */
export function areaName(series: Series, id: string, locale: Locale): string {
  return series.areas.find((area) => area.id === id)?.name || locale.words.area(id);
}

/** First names where they tell people apart, whole names where two share one. */
export function shortNames(all: readonly string[]): (name: string) => string {
  const first = (name: string) => name.split(' ')[0] ?? name;
  return (name) => (all.filter((one) => first(one) === first(name)).length > 1 ? name : first(name));
}

/** People by their short names and areas as they are called; an unknown id stays out of sight. */
export function namesOf(series: Series, locale: Locale) {
  const short = shortNames(series.people.map(({ name }) => name));
  return {
    person: (id: string) => short(series.people.find((member) => member.id === id)?.name ?? '…'),
    area: (id: string) => areaName(series, id, locale),
  };
}
