import { inForce, takesPart } from '../../domain/balance/agreement';
import type { BalanceMode, TakesPart } from '../../domain/balance/types';
import type { Seed } from '../../domain/meeting/room';
import type { PersonId } from '../../domain/meeting/types';
import type { Series } from '../../domain/rhythm/series';
import type { Known, Opened } from './deskState';
import { roomIdOf } from './seedPeople';

/** What is agreed for a session whose agenda comes now; nothing where nobody has agreed, whatever an old setting says. */
export const agreedIn = ({ series }: Pick<Known, 'series'>, cap: BalanceMode) =>
  series === null ? null : inForce(series, cap);

/** What the agenda brings of it into the room: people under the ids that the room knows them by. */
export function balanceToSeed(known: Known, opened: Opened, cap: BalanceMode): Seed['balance'] {
  const agreed = agreedIn(known, cap);
  if (agreed === null) return undefined;
  const declined = agreed.declined.map((id) => {
    const member = known.series?.people.find((one) => one.id === id);
    return member === undefined ? id : roomIdOf(opened.about, member);
  });
  return { ...agreed, declined: [...new Set(declined)] };
}

/** How somebody of the room takes part, as the series says it. */
export const partIn = ({ series }: Pick<Known, 'series'>, opened: Opened, person: PersonId): TakesPart =>
  series === null ? 'counted' : takesPart(series, memberIn(series, opened, person));

/** Under which id the series knows somebody of the room. */
export const memberIn = (series: Series, { about }: Opened, person: PersonId): string =>
  series.people.find((member) => roomIdOf(about, member) === person)?.id ?? person;
