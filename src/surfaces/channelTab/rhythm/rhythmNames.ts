import { areaName, shortNames } from '../../shared/seriesNames';
import type { PartProps } from '../partProps';

/**
 * People by their short names, areas as they are called, and whoever organises. Who has left the roster is called as the
 * records say; an id of which nobody knows a name stays out of sight.
 */
export function namesIn({ view, locale }: Pick<PartProps, 'view' | 'locale'>) {
  const { series, organiser, tasks } = view;
  const short = shortNames(series.people.map(({ name }) => name));
  const person = (id: string) => {
    const known = series.people.find((member) => member.id === id);
    return known === undefined ? tasks.names[id] || '…' : short(known.name);
  };
  const called = person(organiser.id);
  return {
    person,
    /** Of a name that stands in the roster too. */
    short,
    area: (id: string) => areaName(series, id, locale),
    organiser: called === '…' ? organiser.name || '…' : called,
  };
}
