import type { FollowScreen } from '../../app/follow/followView';
import type { Named } from '../../locale/byKind';
import type { Locale } from '../../locale/createLocale';
import { namesOf } from '../shared/seriesNames';

/** Names of people and areas of a series; of somebody who is no longer in it as the directory says, else nothing is said. */
export function namedIn({ series, tasks }: Pick<FollowScreen, 'series' | 'tasks'>, locale: Locale): Named {
  const named = namesOf(series, locale);
  const inIt = new Set(series.people.map(({ id }) => id));
  return {
    person: (id) => (inIt.has(id) ? named.person(id) : tasks.names[id] || '…'),
    area: (id) => (id === '' ? '' : named.area(id)),
  };
}
