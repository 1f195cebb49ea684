/** Less speech tells nothing. */
const LEAST_SPEECH = 60_000;

/**
 * How unequal people's talk is, 0 (equal) to 1 (one speaks): the Gini coefficient of talk divided by presence, corrected for
 * small groups. Null below two people who were present, or 60 seconds of speech.
 */
export function imbalance(
  people: readonly { readonly milliseconds: number; readonly present: number }[],
): number | null {
  const here = people.filter(({ present }) => present > 0);
  const speech = here.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  if (here.length < 2 || speech < LEAST_SPEECH) return null;
  const rates = here.map(({ milliseconds, present }) => milliseconds / present).sort((a, b) => a - b);
  const n = rates.length;
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  // In order, the sum of all distances is that of each one's rank from the middle.
  const apart = rates.reduce((sum, rate, at) => sum + (2 * at + 1 - n) * rate, 0);
  return apart / ((n - 1) * all);
}
