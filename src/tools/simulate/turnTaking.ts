import type { Turn } from '../../domain/balance/types';
import { lognormal, pick, seeded, type Random } from './random';

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
    const first = during.filter(({ person }) => isFirst(person));
    if (Math.abs(talkOf(first) / (held.until - held.from) - held.share) < NEAR)
      return [...before, ...during, ...fair(group, held.until, until, random)];
  }
}

const fair = (group: Group, from: number, until: number, random: Random): readonly Turn[] =>
  taking(group, { from, until, oddsOf: () => 1, lengthOf: () => group.turn }, random);

/** The odds of the first area's people against others', or the lengths of their turns while all are as long on average. */
function biased(group: Group, { share, from, until, by }: Held, random: Random): readonly Turn[] {
  const [size = 1] = group.areas;
  const fairShare = size / peopleOf(group).length;
  const factorOf = (person: string) => (isFirst(person) ? share / fairShare : (1 - share) / (1 - fairShare));
  return by === 'turns'
    ? taking(group, { from, until, oddsOf: factorOf, lengthOf: () => group.turn }, random)
    : taking(group, { from, until, oddsOf: () => 1, lengthOf: (one) => group.turn * factorOf(one) }, random);
}

type Taking = {
  readonly from: number;
  readonly until: number;
  readonly oddsOf: (person: string) => number;
  /** On average. */
  readonly lengthOf: (person: string) => number;
};

function taking(group: Group, { from, until, oddsOf, lengthOf }: Taking, random: Random): readonly Turn[] {
  const people = peopleOf(group).map(({ id }) => id);
  const odds = people.map(oddsOf);
  const turns: Turn[] = [];
  for (let at = from; at < until;) {
    const last = turns.at(-1)?.person;
    let person = last;
    while (person === last) person = people[pick(random, odds)];
    if (person === undefined) return turns;
    const length = Math.max(1, Math.round(lognormal(random, lengthOf(person), SIGMA)));
    const end = Math.min(until, at + length);
    turns.push({ person, from: at, until: end, source: 'chair' });
    at = end;
  }
  return turns;
}

const isFirst = (person: string): boolean => person.startsWith('0.');
const talkOf = (turns: readonly Turn[]): number =>
  turns.reduce((sum, { from, until }) => sum + until - from, 0);
