import { firstChair } from '../meeting/rotation';
import type { PersonId } from '../meeting/types';
import type { Instant } from '../time/types';
import type { RecordDigest } from './digest';
import { FOLLOW_UP } from './followUp';
import type { Series } from './series';
import { linksByStart, type Session } from './sessions';

/** As far back as a meeting looks when it begins: both name the same person. */
const CHAIRS_REMEMBERED = 6;

type Chaired = { readonly person: PersonId; readonly area: string };
type Kept = Pick<RecordDigest, 'start' | 'chair' | 'people'>;

/** Who chairs a session by what the records before it tell (RY12); null where nobody can. */
export function chairOf(series: Series, digests: readonly Kept[], original: Instant): PersonId | null {
  return chairAfter(series, chairsBefore(series, digests, original), original);
}

/** The same for each session that comes, as if whoever's turn it is chairs those between. */
export function chairsAhead(
  series: Series,
  digests: readonly Kept[],
  sessions: readonly Session[],
): ReadonlyMap<Instant, PersonId | null> {
  const turns: Chaired[] = [];
  return new Map(
    sessions
      .filter(({ state }) => state === 'coming')
      .map(({ original }) => {
        const before = [...chairsBefore(series, digests, original), ...turns].slice(-CHAIRS_REMEMBERED);
        const person = chairAfter(series, before, original);
        if (person !== null) turns.push({ person, area: areaIn(series, person) });
        return [original, person];
      }),
  );
}

const chairAfter = (series: Series, history: readonly Chaired[], original: Instant): PersonId | null =>
  firstChair({
    people: series.people,
    chairing: (series.followUp ?? FOLLOW_UP).chairing,
    organiser: (linksByStart(series).get(original) ?? series.chain.at(-1))?.organiser ?? null,
    history,
    absent: [],
  });

/** Oldest first, the area as it was then; whoever chaired without a record is not known. */
function chairsBefore(series: Series, digests: readonly Kept[], original: Instant): readonly Chaired[] {
  return digests
    .filter(({ start }) => start < original)
    .sort((a, b) => a.start - b.start)
    .slice(-CHAIRS_REMEMBERED)
    .flatMap(({ chair, people }) => {
      if (chair === null) return [];
      const then = people.find(({ id }) => id === chair)?.area;
      return [{ person: chair, area: then ?? areaIn(series, chair) }];
    });
}

const areaIn = ({ people }: Series, person: PersonId): string =>
  people.find(({ id }) => id === person)?.area ?? '';
