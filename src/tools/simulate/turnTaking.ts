import type { Turn } from '../../domain/balance/types';
import { lognormal, seeded, type Random } from './random';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** People by area, and how long a turn is on average. */
export type Group = { readonly areas: readonly number[]; readonly turn: number };

/** From minute 10 to 25 (or other minutes) the first area has that share of the talk. */
export type Held = {
  readonly share: number;
  readonly from: number;
  readonly until: number;
  /** It takes more turns, or each of its turns is longer. */
  readonly by: 'turns' | 'lengths';
};

/** How unequal turns are. */
const SIGMA = 0.8;
/** The realised share lies so near. */
const NEAR = 0.005;

export const peopleOf = ({ areas }: Group): readonly { readonly id: string; readonly area: string }[] =>
  areas.flatMap((size, area) =>
    Array.from({ length: size }, (_, at) => ({ id: `${area}.${at}`, area: String(area) })),
  );

/**
 * A meeting without pauses in which everybody but the last speaker is as likely to be next; where an area holds the talk,
 * only stretches in which its realised share is that are taken.
 */
export function turnTaking(group: Group, minutes: number, held: Held | null, seed: number): readonly Turn[] {
  const random = seeded(seed);
  const until = minutes * MINUTE;
  if (held === null) return fair(group, 0, until, random);
  const before = fair(group, 0, held.from, random);
  for (;;) {
    const during = biased(group, held, random);
    const first = during.filter(({ person }) => person.startsWith('0.'));
    if (Math.abs(lengthOf(first) / (held.until - held.from) - held.share) < NEAR)
      return [...before, ...during, ...fair(group, held.until, until, random)];
  }
}

const fair = (group: Group, from: number, until: number, random: Random): readonly Turn[] =>
  taking(group, from, until, random, () => 1, 1);

function biased(group: Group, { share, from, until, by }: Held, random: Random): readonly Turn[] {
  const [size = 1] = group.areas;
  const others = group.areas.reduce((sum, one) => sum + one, 0) - size;
  const odds = (share / (1 - share)) * (others / size);
  const first = (person: string) => person.startsWith('0.');
  return by === 'turns'
    ? taking(group, from, until, random, (person) => (first(person) ? odds : 1), 1)
    : taking(group, from, until, random, () => 1, odds);
}

function taking(
  group: Group,
  from: number,
  until: number,
  random: Random,
  weightOf: (person: string) => number,
  longer: number,
): readonly Turn[] {
  const people = peopleOf(group).map(({ id }) => ({ id, weight: weightOf(id) }));
  const sum = people.reduce((all, { weight }) => all + weight, 0);
  const turns: Turn[] = [];
  for (let at = from; at < until;) {
    const last = turns.at(-1)?.person;
    let person = last;
    while (person === last) {
      let left = random() * sum;
      person = people.find(({ weight }) => (left -= weight) < 0)?.id;
    }
    const length = lognormal(random, group.turn, SIGMA) * (person?.startsWith('0.') === true ? longer : 1);
    const end = Math.min(until, at + Math.max(1, Math.round(length)));
    turns.push({ person: person ?? '', from: at, until: end, source: 'chair' });
    at = end;
  }
  return turns;
}

const lengthOf = (turns: readonly Turn[]): number =>
  turns.reduce((sum, { from, until }) => sum + until - from, 0);
