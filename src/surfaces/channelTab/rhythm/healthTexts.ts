import type { Health } from '../../../domain/rhythm/health';
import type { Series } from '../../../domain/rhythm/series';
import type { FollowLocale } from '../../../locale/followLocale';

type Balance = NonNullable<Health['balance']>;

/**
 * Each area's part of the talk, in the order of the series, in whole hundredths that sum to the whole: two areas of 38 and
 * 63 per cent would tell that somebody cannot count.
 */
export function balanceShares(
  { areas }: Series,
  { areas: talk }: Balance,
): readonly { readonly area: string; readonly share: number }[] {
  const sum = areas.reduce((total, { id }) => total + (talk[id] ?? 0), 0);
  const exact = areas.map(({ id }) => (sum === 0 ? 0 : (100 * (talk[id] ?? 0)) / sum));
  const left = Math.round(exact.reduce((rest, one) => rest + one - Math.floor(one), 0));
  const first = exact
    .map((one, index) => ({ index, over: one - Math.floor(one) }))
    .sort((a, b) => b.over - a.over)
    .slice(0, left)
    .map(({ index }) => index);
  return areas.map(({ id }, index) => ({
    area: id,
    share: (Math.floor(exact[index] ?? 0) + (first.includes(index) ? 1 : 0)) / 100,
  }));
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
