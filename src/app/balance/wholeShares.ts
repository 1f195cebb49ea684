/**
 * Parts of a whole in whole hundredths that sum to the whole: two parts of 38 and 63 per cent would tell that somebody
 * cannot count. Of nothing all parts are nothing.
 */
export function wholeShares(parts: readonly number[]): readonly number[] {
  const sum = parts.reduce((total, one) => total + one, 0);
  const exact = parts.map((one) => (sum === 0 ? 0 : (100 * one) / sum));
  const left = Math.round(exact.reduce((rest, one) => rest + one - Math.floor(one), 0));
  const first = exact
    .map((one, index) => ({ index, over: one - Math.floor(one) }))
    .sort((a, b) => b.over - a.over)
    .slice(0, left)
    .map(({ index }) => index);
  return exact.map((one, index) => (Math.floor(one) + (first.includes(index) ? 1 : 0)) / 100);
}
