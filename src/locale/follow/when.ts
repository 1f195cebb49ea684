import type { Series } from '../../domain/rhythm/series';
import type { Instant } from '../../domain/time/types';
import type { Format } from '../format';

/** «mar 8 dic, 17:15 (Bogotá 11:15)»: the series' clock, then that of each other city whose people are invited. */
export function whenOf({ zone, sites, people }: Series, start: Instant, format: Format): string {
  const invited = new Set(people.flatMap(({ role, site }) => (role === 'informed' ? [] : [site])));
  const here = format.dayAndTime(start, zone);
  const seen = new Set([here]);
  const others = sites.flatMap((site) => {
    if (!invited.has(site.id)) return [];
    const there = format.dayAndTime(start, site.zone);
    // The same hour in another city tells nothing new.
    if (seen.has(there)) return [];
    seen.add(there);
    const sameDay = format.dayOf(start, site.zone) === format.dayOf(start, zone);
    return [`${site.city} ${sameDay ? format.time(start, site.zone) : there}`];
  });
  return others.length === 0 ? here : `${here} (${others.join(' · ')})`;
}
