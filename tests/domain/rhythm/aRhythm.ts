import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import type { RecordDigest } from '../../../src/domain/rhythm/digest';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import type { Series } from '../../../src/domain/rhythm/series';
import { aRecord } from '../../support/aRecord';
import { aLink, aMember, anArea, aSeries } from '../../support/aSeries';

const MIN = 60_000;
const ZONES = ['Europe/Madrid', 'America/Bogota', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'];

/** So many weekly starts of the same wall clock, from '2026-12-01T17:15' on. */
export const weekly = (first: string, times: number, zone = 'Europe/Madrid'): readonly number[] =>
  Array.from({ length: times }, (_, at) =>
    Temporal.PlainDateTime.from(first).add({ weeks: at }).toZonedDateTime(zone),
  ).map(({ epochMilliseconds }) => epochMilliseconds);

/** The digest of a session that began on time and ended on time, with everybody there. */
export function aDigest(start: number, change: Partial<MeetingRecord> = {}): RecordDigest {
  return digestOf(
    aRecord({
      start,
      planned: { start, minutes: 35 },
      startedAt: start,
      endedAt: start + 35 * MIN,
      problems: [],
      decisions: [],
      tasks: [],
      planner: {},
      people: ['m01', 'm02', 's01', 's02'].map((id) => ({
        id,
        name: '',
        area: id.startsWith('m') ? 'marketing' : 'sales',
        how: 'panel',
      })),
      ...change,
    }),
  );
}

const PERSON = fc.constantFrom('m01', 'm02', 's01', 's02', 'x09');
const HOW = fc.constantFrom('panel', 'room', 'phone', 'away', 'unknown');
const COUNT = fc.record({ yes: fc.nat(3), partly: fc.nat(2), no: fc.nat(2) });
const MONTH_DAY = fc.integer({ min: 0, max: 200 });

/** A series over a change of the clock, its records, and some moment in it. */
export const anyRhythm: fc.Arbitrary<{
  readonly series: Series;
  readonly digests: readonly RecordDigest[];
  readonly now: number;
}> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    first: fc.constantFrom('2026-09-08', '2027-02-16', '2026-12-22', '2011-12-09'),
    time: fc.constantFrom('17:15', '00:00', '23:45', '02:15'),
    times: fc.integer({ min: 1, max: 14 }),
    successor: fc.option(
      fc.record({ after: fc.integer({ min: 0, max: 10 }), times: fc.integer({ min: 1, max: 8 }) }),
    ),
    moved: fc.array(
      fc.record({
        at: fc.nat(20),
        by: fc.integer({ min: -72, max: 72 }),
        applied: fc.boolean(),
        short: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    pauses: fc.array(fc.record({ from: MONTH_DAY, days: fc.integer({ min: -1, max: 20 }) }), {
      maxLength: 2,
    }),
    marks: fc.uniqueArray(
      fc.record({ at: fc.nat(20), as: fc.constantFrom('held' as const, 'skipped' as const) }),
      { selector: ({ at }) => at, maxLength: 4 },
    ),
    quorum: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    records: fc.uniqueArray(
      fc.record({
        at: fc.nat(20),
        late: fc.integer({ min: -5, max: 12 }),
        over: fc.integer({ min: -10, max: 12 }),
        moved: fc.constantFrom(0, 0, 0, 26, -50),
        minutes: fc.constantFrom(35, 25, 50),
        people: fc.array(
          fc.record({ id: PERSON, area: fc.constantFrom('marketing', 'sales', 'product'), how: HOW }),
          {
            maxLength: 7,
          },
        ),
        tasks: fc.uniqueArray(
          fc.record({
            id: fc.constantFrom('t1', 't2', 't3', 't4', 't5', 't6', 't7'),
            owner: PERSON,
            due: fc.integer({ min: -2, max: 14 }),
            state: fc.constantFrom('open', 'open', 'open', 'done', 'monthly', 'split'),
          }),
          { selector: ({ id }) => id, maxLength: 6 },
        ),
        talk: fc.option(
          fc.record({
            source: fc.constantFrom('measured' as const, 'estimate' as const),
            areas: fc.dictionary(fc.constantFrom('marketing', 'sales', ''), fc.nat(2_000_000)),
          }),
        ),
        pulse: fc.option(fc.record({ worth: COUNT, said: COUNT })),
      }),
      { selector: ({ at }) => at, maxLength: 14 },
    ),
    newestFirst: fc.boolean(),
    now: fc.tuple(fc.nat(20), fc.integer({ min: -200, max: 200 })),
  })
  .map((drawn) => {
    const { zone } = drawn;
    const all = weekly(`${drawn.first}T${drawn.time}`, 21, zone);
    const dayAt = (days: number) => Temporal.PlainDate.from(drawn.first).add({ days }).toString();
    const [from = 0] = all;
    const startAt = (at: number): number => all[at] ?? from;
    const alternatives = drawn.moved.map(({ at, by, applied, short }) => ({
      original: startAt(at),
      start: startAt(at) + by * 60 * MIN,
      ...(short && { minutes: 15 }),
      state: applied ? ('applied' as const) : ('chosen' as const),
    }));
    const once = [...new Map(alternatives.map((one) => [one.original, one])).values()];
    const own = aLink({ starts: all.slice(0, drawn.times), minutes: 35, alternatives: once });
    const next = drawn.successor && {
      ...aLink({ organiser: 's01', alternatives: once }),
      starts: all.slice(drawn.successor.after, drawn.successor.after + drawn.successor.times),
    };
    const series = aSeries({
      zone,
      minutes: 25,
      areas: [anArea('marketing', { quorum: drawn.quorum[0] }), anArea('sales', { quorum: drawn.quorum[1] })],
      people: [
        aMember('m01', 'marketing', { role: 'key' }),
        aMember('s01', 'sales'),
        aMember('x09', 'sales'),
      ],
      pauses: drawn.pauses.map((one) => ({
        from: dayAt(one.from),
        until: dayAt(one.from + one.days),
        label: '',
      })),
      chain: next ? [own, next] : [own],
      followUp: { ...FOLLOW_UP, marks: drawn.marks.map(({ at, as }) => ({ original: startAt(at), as })) },
    });
    const digests = drawn.records.map((one): RecordDigest => {
      const start = startAt(one.at);
      const planned = { start: start + one.moved * 60 * MIN, minutes: one.minutes };
      const due = (weeks: number) =>
        Temporal.PlainDate.from(drawn.first)
          .add({ days: 7 * one.at + weeks })
          .toString();
      return aDigest(start, {
        planned,
        startedAt: planned.start + one.late * MIN,
        endedAt: planned.start + (planned.minutes + one.over) * MIN,
        people: one.people.map((person) => ({ ...person, name: '' })) as MeetingRecord['people'],
        tasks: one.tasks.map((task) => ({
          id: task.id,
          problem: 'p1',
          text: 'Llamar',
          owner: task.owner,
          due: due(task.due),
          carried: 0,
          state: task.state as 'open',
        })),
        ...(one.talk && { talk: one.talk }),
        ...(one.pulse && { pulse: one.pulse }),
      });
    });
    digests.sort((a, b) => (drawn.newestFirst ? b.start - a.start : a.start - b.start));
    return { series, digests, now: startAt(drawn.now[0]) + drawn.now[1] * MIN };
  });
