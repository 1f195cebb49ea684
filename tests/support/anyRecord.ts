import fc from 'fast-check';
import type { MeetingRecord } from '../../src/domain/meeting/record';
import { aRecord } from './aRecord';

const START = aRecord().start;
const INSTANT = fc.integer({ min: 0, max: 3 }).map((minutes) => START + minutes * 60_000);
const TEXT = fc.constantFrom('Uno', 'Dos — 日本', '<b>tres</b>');
const PERSON = fc.constantFrom('m01', 's01', 's02');
const PROBLEM = fc.constantFrom('p1', 'p2', 'p3');
const INTERNAL = fc.constantFrom({}, { internal: true as const });
const things = <T>(ids: readonly string[], entry: fc.Arbitrary<T>) =>
  fc
    .dictionary(fc.constantFrom(...ids), entry)
    .map((all) => Object.entries(all).map(([id, one]) => ({ id, ...one })));
const with_ = <T extends object, S extends object>(one: fc.Arbitrary<T>, more: fc.Arbitrary<S>) =>
  fc.tuple(one, more).map(([a, b]) => ({ ...a, ...b }));

const problems = things(
  ['p1', 'p2', 'p3'],
  with_(
    with_(
      fc.record({
        title: TEXT,
        by: PERSON,
        area: fc.constantFrom('marketing', 'sales'),
        readings: fc.uniqueArray(fc.record({ at: INSTANT, value: fc.integer({ min: 0, max: 2 }) }), {
          selector: ({ at, value }) => `${at} ${value}`,
          maxLength: 3,
        }),
      }),
      fc.constantFrom({}, { state: 'solved' as const }, { state: 'monthly' as const }),
    ),
    fc.constantFrom({}, { goal: 2 }, { internal: true as const }),
  ),
).map((all) =>
  all.map((one) => ({
    ...one,
    readings: [...one.readings].sort((a, b) => a.at - b.at || a.value - b.value),
  })),
);

const said = { problem: PROBLEM, text: TEXT };

/** Any record of one session whose tasks, ideas and decisions hang on problems it has; over few ids. */
export const anyRecord: fc.Arbitrary<MeetingRecord> = fc
  .record({
    endedAt: INSTANT,
    startedAt: INSTANT,
    chair: fc.option(PERSON),
    people: things(
      ['m01', 's01', 's02'],
      fc.record({
        name: fc.constantFrom('', 'Ana Ruiz', 'Hugo Gil'),
        area: fc.constantFrom('marketing', 'sales'),
        how: fc.constantFrom('panel' as const, 'away' as const, 'unknown' as const),
      }),
    ),
    problems,
    ideas: things(
      ['d1', 'd2'],
      with_(
        fc.record({ ...said, by: fc.constant('-'), votes: fc.array(fc.constant('-'), { maxLength: 3 }) }),
        INTERNAL,
      ),
    ),
    decisions: things(
      ['e1', 'e2'],
      with_(
        fc.record({ ...said, at: INSTANT, deciders: fc.uniqueArray(PERSON) }),
        fc.constantFrom({}, { replacedBy: 'e2' }, { replacedBy: 'e9' }),
      ),
    ),
    tasks: things(
      ['t1', 't2', 't3'],
      fc.record({
        ...said,
        owner: PERSON,
        due: fc.constantFrom('2026-12-04', '2026-12-11'),
        carried: fc.integer({ min: 0, max: 3 }),
        state: fc.constantFrom('open' as const, 'done' as const, 'monthly' as const, 'split' as const),
      }),
    ),
    planner: fc.dictionary(fc.constantFrom('t1', 't2'), fc.constantFrom('pl1', 'pl2')),
    talk: fc.option(
      with_(
        fc.record({
          source: fc.constantFrom('measured' as const, 'estimate' as const),
          areas: fc.constantFrom({ sales: 1000 }, { marketing: 2000, sales: 10 }),
        }),
        fc.constantFrom({}, { rough: true as const }),
      ),
    ),
  })
  .map(({ talk, ...record }) => whole(aRecord({ ...record, ...(talk !== null && { talk }) })));

/** Without what hangs on a problem that is not there. */
function whole(record: MeetingRecord): MeetingRecord {
  const known = new Set(record.problems.map(({ id }) => id));
  const hanging = <T extends { readonly problem: string }>(all: readonly T[]) =>
    all.filter(({ problem }) => known.has(problem));
  return {
    ...record,
    ideas: hanging(record.ideas),
    decisions: hanging(record.decisions),
    tasks: hanging(record.tasks),
  };
}

/** A record and two edits of it, each of which changed some of its fields. */
export const threeRecords = fc
  .tuple(anyRecord, anyRecord, anyRecord, fc.integer({ min: 0 }), fc.integer({ min: 0 }))
  .map(([base, one, other, first, second]) => ({
    base,
    mine: edited(base, one, first),
    theirs: edited(base, other, second),
  }));

function edited(base: MeetingRecord, other: MeetingRecord, bits: number): MeetingRecord {
  const keys = [
    ...(['endedAt', 'chair', 'people', 'problems', 'ideas'] as const),
    ...(['decisions', 'tasks', 'planner', 'talk'] as const),
  ];
  const chosen = keys.filter((_, at) => (bits >> at) % 2 === 1);
  return whole({ ...base, ...Object.fromEntries(chosen.map((key) => [key, other[key]])) });
}
