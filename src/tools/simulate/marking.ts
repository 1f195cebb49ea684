import type { BalanceEvent } from '../../domain/balance/types';
import { union, type Conversation } from './conversation';
import { seeded } from './random';
import { SECOND } from './turnTaking';

/** How somebody marks who has the floor. Milliseconds. */
export type Marking = {
  readonly late: number;
  /** Shorter turns are missed. */
  readonly misses: number;
  /** One turn of so many is forgotten. */
  readonly forgetsOneOf: number;
  /** From then on nothing is marked any more. */
  readonly stopsAt: number;
  /** Owners of items are known. */
  readonly owners: boolean;
  readonly signal: boolean;
};

/** Who marks steadily, a moment late. */
export const STEADY: Marking = {
  late: 1.5 * SECOND,
  misses: 2 * SECOND,
  forgetsOneOf: 20,
  stopsAt: Infinity,
  owners: true,
  signal: true,
};

export const NOBODY_MARKS: Marking = { ...STEADY, stopsAt: 0 };

/** What somebody who marks like that, and the host, make of a conversation. */
export function eventsOf(talk: Conversation, marking: Marking, seed: number): readonly BalanceEvent[] {
  const events: readonly BalanceEvent[] = [
    ...(marking.owners
      ? talk.items.map(({ from, owner }) => ({ at: from, kind: 'owner', person: owner }) as const)
      : []),
    ...marksOf(talk, marking, seed),
    ...(marking.signal ? signalOf(talk) : []),
  ];
  const inTime = [...events].sort((a, b) => a.at - b.at).filter(({ at }) => at < talk.until);
  return [...inTime, { at: talk.until, kind: 'end' }];
}

function marksOf(talk: Conversation, marking: Marking, seed: number): readonly BalanceEvent[] {
  const random = seeded(seed);
  const marks: BalanceEvent[] = [];
  let marked = '';
  for (const { person, from, until } of floorOf(talk)) {
    const at = from + marking.late;
    if (person === marked || until - from < Math.max(marking.misses, marking.late)) continue;
    if (at >= marking.stopsAt || random() < 1 / marking.forgetsOneOf) continue;
    marks.push({ at, kind: 'mark', person, source: 'chair' });
    marked = person;
  }
  return marks;
}

/** Whom one would say to have the floor: of those who speak, whoever began last. */
function floorOf({ said }: Conversation): readonly { person: string; from: number; until: number }[] {
  const edges = [...new Set(said.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const begun = [...said].sort((a, b) => a.from - b.from);
  const floor: { person: string; from: number; until: number }[] = [];
  let next = 0;
  let speaking: typeof begun = [];
  edges.slice(0, -1).forEach((from, at) => {
    const until = edges[at + 1] ?? from;
    for (let one = begun[next]; one !== undefined && one.from <= from; one = begun[++next])
      speaking.push(one);
    speaking = speaking.filter((one) => one.until > from);
    const person = speaking.at(-1)?.person;
    const last = floor.at(-1);
    if (person === undefined) return;
    if (last?.person === person && last.until === from) last.until = until;
    else floor.push({ person, from, until });
  });
  return floor;
}

/** The host says a moment late that somebody speaks, and a longer moment late that nobody does. */
const ON_LATE = 300;
const OFF_LATE = 700;

function signalOf({ said }: Conversation): readonly BalanceEvent[] {
  const heard = union(said.map(({ from, until }) => ({ from: from + ON_LATE, until: until + OFF_LATE })));
  return heard.flatMap(({ from, until }) => [
    { at: from, kind: 'speaking', on: true } as const,
    { at: until, kind: 'speaking', on: false } as const,
  ]);
}
