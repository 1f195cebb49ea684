import type { Interval } from '../../domain/time/types';
import { lognormal, normal, pick, seeded, type Random } from './random';
import { MINUTE, SECOND } from './turnTaking';

export type Person = { readonly id: string; readonly area: string };
export type Said = Interval & { readonly person: string };

/** What really happened: everything that was said, by whom, overlapping. */
export type Conversation = {
  readonly until: number;
  readonly people: readonly Person[];
  readonly said: readonly Said[];
  readonly items: readonly { readonly from: number; readonly owner: string }[];
};

export type Setting = {
  readonly areas: readonly number[];
  readonly minutes: number;
  /** Owners take so much of their own items more than others do. */
  readonly owners: number;
  /** Each item begins with a talk of its owner of so many minutes. */
  readonly presented: number;
};

/**
 * Somebody holds the floor and hands it on, a moment late or too early; some people talk more than others, and longer;
 * others fall in meanwhile, mostly for a second; sometimes two go on at once, sometimes nobody speaks.
 */
export function conversation({ areas, minutes, owners, presented }: Setting, seed: number): Conversation {
  const random = seeded(seed);
  const people = areas.flatMap((size, area) =>
    Array.from({ length: size }, (_, at) => ({ id: `${area}.${at}`, area: String(area) })),
  );
  const eager = people.map(() => lognormal(random, 1, 0.6));
  const lengthy = people.map(() => lognormal(random, 1, 0.3));
  const until = minutes * MINUTE;
  const said: Said[] = [];
  const items: { from: number; owner: string }[] = [];
  let last = -1;
  let owner = 0;
  for (let at = 0; at < until;) {
    const begins = at >= items.length * 8 * MINUTE;
    if (begins) {
      owner = Math.floor(random() * people.length);
      items.push({ from: at, owner: people[owner]?.id ?? '' });
    }
    const weights = eager.map((one, who) => (who === last ? 0 : who === owner ? one * owners : one));
    const who = begins ? owner : pick(random, weights);
    const alone = begins && presented > 0;
    const length = alone
      ? presented * MINUTE
      : Math.max(0.4 * SECOND, lognormal(random, 20 * SECOND, 0.8) * (lengthy[who] ?? 1));
    const end = Math.min(until, at + length);
    const others = people.filter((_, other) => other !== who);
    said.push({ person: people[who]?.id ?? '', from: at, until: end }, ...fallingIn(random, others, at, end));
    last = who;
    at = end + gap(random, length);
  }
  return { until, people, said: said.map(whole).filter((one) => one.until > one.from), items };
}

/** Between two turns: mostly nothing, often an overlap, now and then silence. */
function gap(random: Random, length: number): number {
  if (random() < 0.03) return (5 + 25 * random()) * SECOND;
  return Math.max(-0.6 * length, (0.3 + normal(random)) * SECOND);
}

/** Once in 15 seconds, mostly for a second; one in ten goes on beside the speaker. */
function fallingIn(random: Random, people: readonly Person[], from: number, until: number): readonly Said[] {
  const said: Said[] = [];
  for (let at = from; ;) {
    at += -Math.log(1 - random()) * 15 * SECOND;
    const length = lognormal(random, random() < 0.1 ? 6 * SECOND : 1.2 * SECOND, 0.5);
    if (at + length > until) return said;
    const person = people[Math.floor(random() * people.length)];
    if (person !== undefined) said.push({ person: person.id, from: at, until: at + length });
  }
}

const whole = (one: Said): Said => ({ ...one, from: Math.round(one.from), until: Math.round(one.until) });

/** Each person's milliseconds: their own speech once, and overlap counts for everybody in it. */
export function truthOf({ people, said }: Conversation): ReadonlyMap<string, number> {
  return new Map(
    people.map(({ id }) => [
      id,
      union(said.filter(({ person }) => person === id)).reduce((sum, one) => sum + one.until - one.from, 0),
    ]),
  );
}

export function union(intervals: readonly Interval[]): readonly Interval[] {
  const all: Interval[] = [];
  for (const { from, until } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || from > last.until) all.push({ from, until });
    else if (until > last.until) all[all.length - 1] = { from: last.from, until };
  }
  return all;
}
