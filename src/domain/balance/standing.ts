import type { PersonId } from '../meeting/types';
import type { Instant, Interval } from '../time/types';
import type { Counted } from './shares';
import type { Turn } from './types';

/** Somebody who takes part, and when they were in the meeting: `spans` do not overlap. */
export type Here = Omit<Counted, 'present'> & { readonly spans: readonly Interval[] };

export type Standing = {
  readonly area: string;
  readonly fair: number;
  /** Of the turns, a long one counting less than by its length. */
  readonly share: number;
  /** Of the time. */
  readonly time: number;
  /** From the fair share, in standard deviations of fair turn-taking. */
  readonly deviation: number;
};

/**
 * Areas with somebody present, the one with the least of its fair share first. A turn weighs the root of its length: that
 * tells a few long turns, which come by chance, from many. Nobody follows themselves, so turns alternate more than coins
 * do, and the more the fewer people there are.
 */
export function standingOf(
  turns: readonly Turn[],
  people: readonly Here[],
  from: Instant,
  until: Instant,
): readonly Standing[] {
  const here = people.map((one) => ({ ...one, present: within(one.spans, from, until) }));
  const present = here.reduce((sum, one) => sum + one.present, 0);
  const areaOf = new Map(here.map(({ id, area }) => [id, area]));
  const lengths = lengthsOf(turns, areaOf, from, until);
  if (present === 0 || lengths.length === 0) return [];
  const weights = lengths.map(({ length }) => Math.sqrt(length));
  const sum = total(weights);
  const time = total(lengths.map(({ length }) => length));
  const alternating = 2 / Math.max(4, here.filter((one) => one.present > 0).length);
  const noise = time - (alternating * sum * sum) / weights.length;
  return [...new Set(areaOf.values())]
    .map((area) => {
      const fair = total(here.map((one) => (one.area === area ? one.present : 0))) / present;
      const share = total(weights.map((weight, at) => (lengths[at]?.area === area ? weight : 0))) / sum;
      return {
        area,
        fair,
        share,
        time: total(lengths.map((one) => (one.area === area ? one.length : 0))) / time,
        deviation: ((share - fair) * sum) / Math.sqrt(fair * (1 - fair) * noise),
      };
    })
    .filter(({ fair }) => fair > 0 && fair < 1)
    .sort((a, b) => a.share / a.fair - b.share / b.fair);
}

/** How long each turn was inside, pieces of one person in a row being one. */
function lengthsOf(
  turns: readonly Turn[],
  areaOf: ReadonlyMap<PersonId, string>,
  from: Instant,
  until: Instant,
): readonly { readonly area: string; readonly length: number }[] {
  const lengths: { readonly area: string; length: number }[] = [];
  let last: PersonId | null = null;
  for (const turn of turns) {
    const length = within([turn], from, until);
    const area = areaOf.get(turn.person);
    if (length === 0 || area === undefined) continue;
    const before = lengths.at(-1);
    if (before !== undefined && last === turn.person) before.length += length;
    else lengths.push({ area, length });
    last = turn.person;
  }
  return lengths;
}

/** Milliseconds of the intervals, which do not overlap, inside. */
export function within(intervals: readonly Interval[], from: Instant, until: Instant): number {
  let sum = 0;
  for (const one of intervals) sum += Math.max(0, Math.min(one.until, until) - Math.max(one.from, from));
  return sum;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
