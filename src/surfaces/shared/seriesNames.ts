import type { Series } from '../../domain/rhythm/series';
import type { Locale } from '../../locale/createLocale';

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
