import type { Talk } from '../balance/types';
import { decided, entries, fields, keyed, type Merger, type Path, values, whole } from '../rhythm/threeWay';
import type { Pulse } from '../rhythm/pulse';
import type { Decision, Idea, Problem, Task } from './captured';
import type { MeetingRecord } from './record';
import type { MeetingItem } from './types';

export type RecordMerge = {
  readonly record: MeetingRecord;
  /** What both sides changed differently and no rule decides, as the path to it. */
  readonly conflicts: readonly Path[];
};

type Person = MeetingRecord['people'][number];

/** The later one of the list stands, however the other side sees it. */
const furthest = <T>(order: readonly T[]): Merger<T> =>
  decided<T>((a, b) => (order.indexOf(a) > order.indexOf(b) ? a : b));
const most = decided<number>(Math.max);
const least = decided<number>(Math.min);
const notEmpty = decided<string>((a, b) => (a === '' ? b : b === '' ? a : undefined));

/** Nobody's name stands beside a vote, so what counts is how many there are. */
const VOTES: Merger<Idea['votes']> = (base = [], mine, theirs, at, conflicts) => {
  const count = (votes: Idea['votes'], of: string) => votes.filter((one) => one === of).length;
  return [...new Set([...theirs, ...mine])].flatMap((of) => {
    const [b, m, t] = [count(base, of), count(mine, of), count(theirs, of)];
    return Array<string>(most(b, m, t, at, conflicts)).fill(of);
  });
};

const READINGS: Merger<Problem['readings']> = (base, mine, theirs, at, conflicts) =>
  [
    ...entries<Problem['readings'][number]>((one) => `${one.at} ${one.value}`, whole())(
      base,
      mine,
      theirs,
      at,
      conflicts,
    ),
  ].sort((a, b) => a.at - b.at || a.value - b.value);

const PROBLEM: Merger<Problem> = fields<Problem>({
  id: whole(),
  title: whole(),
  by: whole(),
  area: whole(),
  goal: whole(),
  readings: READINGS,
  state: furthest<NonNullable<Problem['state']>>(['monthly', 'solved']),
  internal: whole(),
});

const IDEA: Merger<Idea> = fields<Idea>({
  id: whole(),
  problem: whole(),
  text: whole(),
  by: whole(),
  votes: VOTES,
  internal: whole(),
});

const DECISION: Merger<Decision> = fields<Decision>({
  id: whole(),
  problem: whole(),
  text: whole(),
  deciders: values(),
  at: whole(),
  replacedBy: whole(),
  internal: whole(),
});

const TASK: Merger<Task> = fields<Task>({
  id: whole(),
  problem: whole(),
  text: whole(),
  owner: whole(),
  doneBy: whole(),
  due: whole(),
  carried: most,
  state: furthest<Task['state']>(['open', 'monthly', 'split', 'done']),
  partOf: whole(),
  told: whole(),
  internal: whole(),
});

const ITEM: Merger<MeetingItem> = fields<MeetingItem>({
  id: whole(),
  kind: whole(),
  title: whole(),
  minutes: whole(),
  spent: most,
  putOff: whole(),
  internal: whole(),
  owner: whole(),
});

const PERSON: Merger<Person> = fields<Person>({
  id: whole(),
  name: notEmpty,
  area: notEmpty,
  how: decided<Person['how']>((a, b) => (a === 'unknown' ? b : b === 'unknown' ? a : undefined)),
});

/** An estimate is marked, a rough measure has beginnings of turns, the others have their ends, too. */
const knownBy = ({ source, rough }: Talk): number => (source === 'estimate' ? 0 : rough === true ? 1 : 2);

const answersIn = ({ worth }: Pulse): number => Object.values(worth).reduce((sum, one) => sum + one, 0);

const idOf = ({ id }: { readonly id: string }): string => id;

const RECORD: Merger<MeetingRecord> = fields<MeetingRecord>({
  series: whole(),
  start: whole(),
  planned: whole(),
  startedAt: least,
  endedAt: most,
  about: whole(),
  chair: whole(),
  people: entries(idOf, PERSON),
  items: entries(idOf, ITEM),
  problems: entries(idOf, PROBLEM),
  ideas: entries(idOf, IDEA),
  decisions: entries(idOf, DECISION),
  tasks: entries(idOf, TASK),
  talk: decided((a, b) => (knownBy(a) === knownBy(b) ? undefined : knownBy(a) > knownBy(b) ? a : b)),
  pulse: decided((a, b) => (answersIn(a) === answersIn(b) ? undefined : answersIn(a) > answersIn(b) ? a : b)),
  planner: keyed<string>(whole()),
});

/**
 * Two versions of the record of one session as one (RM1 to RM7). `base` is what both were made from; null when nobody
 * knows it, as when two people end the same meeting: then everything of both is there, and where they differ the one that
 * ended later counts, else theirs.
 */
export function mergeRecords(
  base: MeetingRecord | null,
  mine: MeetingRecord,
  theirs: MeetingRecord,
): RecordMerge {
  const one = ({ series, start }: MeetingRecord) => `${start} ${series}`;
  if ([mine, base ?? mine].some((side) => one(side) !== one(theirs)))
    throw new Error('records of different sessions');
  const [first, second] = base === null && mine.endedAt > theirs.endedAt ? [theirs, mine] : [mine, theirs];
  const conflicts: Path[] = [];
  const merged = RECORD(base ?? undefined, first, second, [], conflicts);
  return { record: withProblems(merged, [theirs, mine, ...(base === null ? [] : [base])]), conflicts };
}

/** What one side removed comes back while something of the other side hangs on it. */
function withProblems(record: MeetingRecord, sources: readonly MeetingRecord[]): MeetingRecord {
  const have = new Set(record.problems.map(idOf));
  const used = [...record.ideas, ...record.decisions, ...record.tasks].map(({ problem }) => problem);
  const back = [...new Set(used)].flatMap((id) =>
    have.has(id)
      ? []
      : sources
          .flatMap(({ problems }) => problems)
          .filter((problem) => problem.id === id)
          .slice(0, 1),
  );
  return back.length === 0 ? record : { ...record, problems: [...record.problems, ...back] };
}
