import fc from 'fast-check';
import { mergeRecords } from '../../../src/domain/meeting/mergeRecords';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { anyRecord, threeRecords } from '../../support/anyRecord';
import { aRecord } from '../../support/aRecord';

const BASE = aRecord();
const MINUTE = 60_000;
const task = (change: object, record = BASE): MeetingRecord => ({
  ...record,
  tasks: record.tasks.map((one) => ({ ...one, ...change })),
});
const problem = (change: object): MeetingRecord => ({
  ...BASE,
  problems: BASE.problems.map((one) => ({ ...one, ...change })),
});
const LISTS = ['people', 'items', 'problems', 'ideas', 'decisions', 'tasks'] as const;
const idsIn = (record: MeetingRecord, list: (typeof LISTS)[number]) =>
  record[list].map(({ id }) => id).sort();

/** The record without the order of its lists. */
function unordered(record: MeetingRecord): unknown {
  const lists = LISTS.map((list) => [
    list,
    Object.fromEntries(
      record[list].map((one) => [
        one.id,
        { ...one, ...('deciders' in one && { deciders: [...one.deciders].sort() }) },
      ]),
    ),
  ]);
  return { ...record, ...Object.fromEntries(lists) };
}

test('RM1 what only one side changed is kept from that side; sessions that differ are a bug', () => {
  const mine = task({ text: 'Otra cosa' });
  const theirs = { ...BASE, chair: 's01', decisions: [] };
  const { record, conflicts } = mergeRecords(BASE, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(record).toEqual({ ...mine, chair: 's01', decisions: [] });
  expect(mergeRecords(BASE, mine, BASE).record).toEqual(mine);
  expect(mergeRecords(BASE, BASE, theirs).record).toEqual(theirs);
  expect(() => mergeRecords(null, BASE, aRecord({ start: BASE.start + 1 }))).toThrow('different sessions');
  expect(() => mergeRecords(null, BASE, aRecord({ series: 'x' }))).toThrow('different sessions');
});

test('RM2 what both changed differently is theirs and reported; without a base, the later ended one’s', () => {
  const both = mergeRecords(BASE, task({ text: 'Mía' }), task({ text: 'Suya' }));
  expect(both.record.tasks[0]?.text).toBe('Suya');
  expect(both.conflicts).toEqual([['tasks', 't1', 'text']]);
  const later = { ...task({ text: 'Mía' }), endedAt: BASE.endedAt + MINUTE };
  expect(mergeRecords(null, later, task({ text: 'Suya' })).record).toEqual(later);
  expect(mergeRecords(null, task({ text: 'Suya' }), later).record).toEqual(later);
  expect(mergeRecords(null, later, task({ text: 'Suya' })).conflicts).toEqual([['tasks', 't1', 'text']]);
});

test('RM3 what is further on stands, whichever side it is on, and is no conflict', () => {
  const further: readonly (readonly [MeetingRecord, MeetingRecord])[] = [
    [task({ state: 'open', carried: 0 }), task({ state: 'done', carried: 2 })],
    [task({ state: 'monthly' }), task({ state: 'split' })],
    [problem({ state: 'monthly' }), problem({ state: 'solved' })],
    [BASE, { ...BASE, endedAt: BASE.endedAt + MINUTE, startedAt: BASE.startedAt - MINUTE }],
    [
      { ...BASE, people: BASE.people.map((one) => ({ ...one, how: 'unknown' as const, name: '' })) },
      { ...BASE, people: BASE.people.map((one) => ({ ...one, how: 'away' as const })) },
    ],
    [
      { ...BASE, talk: { source: 'estimate', areas: { sales: 9 } } },
      { ...BASE, talk: { source: 'measured', areas: { sales: 4 } } },
    ],
    [
      { ...BASE, talk: { source: 'measured', areas: { sales: 9 }, rough: true } },
      { ...BASE, talk: { source: 'measured', areas: { sales: 4 } } },
    ],
    [
      { ...BASE, talk: { source: 'estimate', areas: { sales: 9 } } },
      { ...BASE, talk: { source: 'measured', areas: { sales: 4 }, rough: true } },
    ],
    [
      { ...BASE, pulse: { worth: count(1), said: count(0) } },
      { ...BASE, pulse: { worth: count(3), said: count(2) } },
    ],
  ];
  for (const [less, more] of further)
    for (const [mine, theirs] of [
      [less, more],
      [more, less],
    ] as const)
      expect(mergeRecords(null, mine, theirs)).toEqual({ record: more, conflicts: [] });
});

test('RM3 with a base a step back counts, since somebody meant it', () => {
  const done = task({ state: 'done', carried: 3 });
  const opened = task({ state: 'open', carried: 0 });
  expect(mergeRecords(done, opened, done).record).toEqual(opened);
});

test('RM4 readings by instant and value, oldest first; votes, deciders and tasks of the plan by what they say', () => {
  const at = BASE.start;
  const mine = {
    ...problem({ readings: [...(BASE.problems[0]?.readings ?? []), { at: at + 2, value: 3 }] }),
    planner: { t1: 'aBcD_1-2', t2: 'two' },
    ideas: BASE.ideas.map((idea) => ({ ...idea, votes: ['-', '-'] })),
  };
  const theirs = {
    ...problem({ readings: [...(BASE.problems[0]?.readings ?? []), { at: at + 1, value: 5 }] }),
    planner: { t3: 'three' },
    ideas: BASE.ideas.map((idea) => ({ ...idea, votes: ['-', '-', '-'] })),
  };
  const { record, conflicts } = mergeRecords(null, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(record.problems[0]?.readings.map(({ value }) => value)).toEqual([4, 5, 3]);
  expect(record.planner).toEqual({ t1: 'aBcD_1-2', t2: 'two', t3: 'three' });
  expect(record.ideas[0]?.votes).toEqual(['-', '-', '-']);
});

test('RM5 without a base everything that either side has is there', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (mine, theirs) => {
      const { record } = mergeRecords(null, mine, theirs);
      for (const list of LISTS)
        expect(idsIn(record, list)).toEqual(
          [...new Set([...idsIn(mine, list), ...idsIn(theirs, list)])].sort(),
        );
      expect(Object.keys(record.planner).sort()).toEqual(
        Object.keys({ ...mine.planner, ...theirs.planner }).sort(),
      );
    }),
  );
});

test('RM5 what one side removed and the other changed stays, reported; nothing that a side added is lost', () => {
  const changed = task({ text: 'Otra' });
  const removed = { ...BASE, tasks: [] };
  expect(mergeRecords(BASE, removed, changed)).toEqual({ record: changed, conflicts: [['tasks', 't1']] });
  fc.assert(
    fc.property(threeRecords, ({ base, mine, theirs }) => {
      const { record } = mergeRecords(base, mine, theirs);
      for (const list of LISTS)
        for (const side of [mine, theirs])
          for (const id of idsIn(side, list))
            if (!idsIn(base, list).includes(id)) expect(idsIn(record, list)).toContain(id);
    }),
  );
});

test('RM6 a problem on which something of the other side hangs comes back', () => {
  const removed = aRecord({ problems: [], ideas: [], decisions: [], tasks: [] });
  const added = { ...BASE, tasks: [...BASE.tasks, { ...BASE.tasks[0]!, id: 't2' }] };
  const { record } = mergeRecords(BASE, removed, added);
  expect(record.tasks.map(({ id }) => id)).toEqual(['t2']);
  expect(record.problems).toEqual(BASE.problems);
  fc.assert(
    fc.property(threeRecords, ({ base, mine, theirs }) => {
      const merged = mergeRecords(base, mine, theirs).record;
      const known = new Set(merged.problems.map(({ id }) => id));
      const used = [...merged.ideas, ...merged.decisions, ...merged.tasks];
      expect(used.filter((one) => !known.has(one.problem))).toEqual([]);
    }),
  );
});

test('RM7 merging again changes nothing', () => {
  fc.assert(
    fc.property(threeRecords, fc.boolean(), ({ base, mine, theirs }, known) => {
      const from = known ? base : null;
      const { record } = mergeRecords(from, mine, theirs);
      expect(unordered(mergeRecords(from, record, theirs).record)).toEqual(unordered(record));
      expect(unordered(mergeRecords(from, mine, record).record)).toEqual(unordered(record));
    }),
  );
});

test('RM7 sides that are swapped give the same, but for order and for who wins what is reported', () => {
  fc.assert(
    fc.property(threeRecords, fc.boolean(), ({ base, mine, theirs }, known) => {
      const from = known ? base : null;
      const [one, other] = [mergeRecords(from, mine, theirs), mergeRecords(from, theirs, mine)];
      const paths = (conflicts: typeof one.conflicts) => conflicts.map((path) => path.join('/')).sort();
      expect(paths(one.conflicts)).toEqual(paths(other.conflicts));
      if (one.conflicts.length === 0) expect(unordered(one.record)).toEqual(unordered(other.record));
    }),
  );
});

function count(yes: number) {
  return { yes, partly: 0, no: 0 };
}
