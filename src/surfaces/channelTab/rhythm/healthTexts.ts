import { wholeShares } from '../../../app/balance/wholeShares';
import type { Health } from '../../../domain/rhythm/health';
import type { Series } from '../../../domain/rhythm/series';
import type { FollowLocale } from '../../../locale/followLocale';

type Balance = NonNullable<Health['balance']>;

/** Each area's part of the talk, in the order of the series, in whole hundredths that sum to the whole. */
export function balanceShares(
  { areas }: Series,
  { areas: talk }: Balance,
): readonly { readonly area: string; readonly share: number }[] {
  const shares = wholeShares(areas.map(({ id }) => talk[id] ?? 0));
  return areas.map(({ id }, index) => ({ area: id, share: shares[index] ?? 0 }));
}

/** In how many of the held sessions it is known, and how. */
export function measuredText(
  { measured, estimated }: Balance,
  held: number,
  words: FollowLocale['follow']['rhythm']['cards'],
): string {
  if (estimated === 0) return words.measured(measured, held);
  if (measured === 0) return words.estimated(estimated, held);
  return words.both(measured, estimated, held);
}
