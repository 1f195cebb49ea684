// RP1 to RP9: src/domain/SPEC.md
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import type { RecordDigest } from '../../../src/domain/rhythm/digest';
import { patternFrom, proposalsFor } from '../../../src/domain/rhythm/proposing';
import { sessionsOf } from '../../../src/domain/rhythm/sessions';
import type { Series } from '../../../src/domain/rhythm/series';
import { aLink, aMember, anArea, aSeries } from '../../support/aSeries';
import { aDigest, weekly } from './aRhythm';

const MIN = 60_000;
const STARTS = weekly('2026-12-01T17:15', 20);
const at = (nth: number): number => STARTS[nth] ?? 0;
const NOW = at(7) + 24 * 60 * MIN;
const series = aSeries({ pauses: [], chain: [aLink({ starts: STARTS, minutes: 35 })] });
const problem = (id: string) => ({ id, title: 'Leads sin llamar', by: 'm01', area: 'sales', readings: [] });
const BUSY: Partial<MeetingRecord> = { problems: ['p1', 'p2', 'p3'].map(problem) };

/** Eight sessions are over; those of `skipped` have no record. */
const proposed = (
  change: (nth: number) => Partial<MeetingRecord>,
  skipped: readonly number[] = [4, 6],
  one: Series = series,
  now = NOW,
) => {
  const digests = STARTS.flatMap((start, nth): readonly RecordDigest[] =>
    nth > 7 || skipped.includes(nth) ? [] : [aDigest(start, { ...BUSY, ...change(nth) })],
  );
  return proposalsFor(one, sessionsOf(one, digests, now), now);
};
const people = (absent: readonly string[]): MeetingRecord['people'] =>
  ['m01', 'm02', 'm03', 's01', 's02', 's03'].map((id) => ({
    id,
    name: '',
    area: id.startsWith('m') ? 'marketing' : 'sales',
    how: absent.includes(id) ? 'away' : 'panel',
  }));
const late = (minutes: number) => (nth: number) => ({ endedAt: at(nth) + (35 + minutes) * MIN });

test('RP1 one session skipped of the last six is no fading, two are; those before do not count', () => {
  expect(proposed(late(9), [6])).toEqual([]);
  expect(proposed(late(9), [0, 1, 6])).toEqual([]);
  expect(proposed(late(9), [2, 7])[0]?.why).toEqual({ skipped: 2, of: 6, late: 4 });
  expect(
    proposed(late(9), [4, 6], { ...series, chain: [aLink({ starts: STARTS.slice(0, 8) })] }),
  ).toMatchObject([{ kind: 'renewal' }]);
});

test('RP1 a paused session is looked past', () => {
  const pauses = [{ from: '2026-12-29', until: '2026-12-30', label: 'Navidad' }];
  expect(proposed(late(9), [4, 6], { ...series, pauses })).toEqual([]);
});

test('RP2 ten minutes shorter when half of them end late, and never below fifteen', () => {
  const some = (nth: number) => (nth % 2 === 0 ? {} : late(3)(nth));
  expect(proposed(some)[0]).toMatchObject({
    key: 'shorten/25',
    change: { kind: 'shorten', minutes: 25 },
    why: { late: 3 },
  });
  expect(proposed((nth) => (nth === 7 ? late(3)(nth) : {}))[0]?.kind).not.toBe('shorten');
  const short = { ...series, chain: [aLink({ starts: STARTS, minutes: 24 })] };
  const shortly = (nth: number) => ({ ...late(9)(nth), planned: { start: at(nth), minutes: 24 } });
  expect(proposed(shortly, [4, 6], short).map(({ kind }) => kind)).toEqual(['otherTime']);
});

test('RP2 once it is shorter, those that were longer say nothing of the new length', () => {
  const [link] = series.chain;
  const shorter = { ...series, chain: [{ ...(link ?? aLink()), minutes: 30 }] };
  expect(proposed(late(9), [4, 6], shorter).map(({ kind }) => kind)).toEqual(['otherTime']);
  const since = (nth: number) =>
    nth < 7 ? late(9)(nth) : { ...late(9)(nth), planned: { start: at(nth), minutes: 30 } };
  expect(proposed(since, [4, 6], shorter)[0]).toMatchObject({ key: 'shorten/20', why: { late: 1 } });
});

test('RP1 another calendar series is a new start', () => {
  const chain = [aLink({ starts: STARTS.slice(0, 8) }), aLink({ starts: STARTS.slice(8) })];
  expect(proposed(late(9), [4, 6], { ...series, chain })).toEqual([]);
});

test('RP3 another time when an area lacks its minimum, and when nothing else explains it', () => {
  const areas = [anArea('marketing'), anArea('sales', { quorum: 2 })];
  const lacking = proposed(() => ({ people: people(['s01', 's02']) }), [4, 6], { ...series, areas });
  expect(lacking[0]).toMatchObject({
    kind: 'otherTime',
    change: null,
    why: { areas: ['sales'], withoutQuorum: 4, skipped: 2, of: 6 },
  });
  expect(proposed(() => ({}))).toMatchObject([{ kind: 'otherTime', why: { skipped: 2, of: 6 } }]);
  expect(proposed(() => ({}), [0, 1, 2, 3, 4, 5, 6, 7])).toMatchObject([
    { kind: 'otherTime', why: { skipped: 6, of: 6 } },
  ]);
});

test('RP4 fewer when the same optional people are never there, and no stand-ins', () => {
  const roster = [
    aMember('m01', 'marketing', { role: 'key' }),
    aMember('m02', 'marketing', { standsInFor: 'm01' }),
    aMember('m03', 'marketing'),
    aMember('s01', 'sales', { role: 'key' }),
    aMember('s02', 'sales'),
    aMember('s03', 'sales'),
  ];
  const absent = () => ({ people: people(['m01', 'm02', 'm03', 's02', 's03']) });
  const fewer = (quorum: number) =>
    proposed(absent, [4, 6], {
      ...series,
      people: roster,
      areas: [anArea('marketing'), anArea('sales', { quorum })],
    }).find(({ kind }) => kind === 'fewer');
  expect(fewer(1)?.change).toEqual({ kind: 'fewer', people: ['m03', 's02', 's03'] });
  expect(fewer(2)?.change).toEqual({ kind: 'fewer', people: ['m03', 's02'] });
  expect(fewer(3)).toBeUndefined();
  const twice = (nth: number) => ({ people: people(nth < 6 ? ['m03', 's02'] : []) });
  expect(proposed(twice, [4, 6], { ...series, people: roster }).map(({ kind }) => kind)).toContain('fewer');
  const rarely = (nth: number) => ({ people: people(nth === 5 || nth === 3 ? ['m03', 's02'] : []) });
  expect(proposed(rarely, [4, 6], { ...series, people: roster }).map(({ kind }) => kind)).toEqual([
    'otherTime',
  ]);
});

test('RP5 fifteen minutes in the close of a quarter', () => {
  const period = { from: '2027-02-08', until: '2027-02-20', label: 'lanzamiento Gota 3' };
  const areas = [anArea('marketing', { protectedPeriods: [period] }), anArea('sales')];
  const [first] = proposed(() => ({}), [4, 6], { ...series, areas });
  expect(first).toEqual({
    key: `short/${at(10)}`,
    kind: 'short',
    change: { kind: 'move', original: at(10), start: at(10), minutes: 15 },
    why: { skipped: 2, of: 6, period: { area: 'marketing', label: 'lanzamiento Gota 3' } },
  });
  const far = [
    anArea('marketing', { protectedPeriods: [{ ...period, from: '2027-03-13', until: '2027-03-20' }] }),
  ];
  expect(proposed(() => ({}), [4, 6], { ...series, areas: far })[0]?.kind).toBe('otherTime');
});

test('RP6 fortnightly when there is hardly anything to talk about', () => {
  const bare = { problems: [problem('p1')], tasks: [] };
  const [first] = proposed(() => bare);
  expect(first?.change).toEqual({
    kind: 'goOn',
    why: 'fortnightly',
    plan: { every: 2, times: 6, weekday: 2, time: '17:15', from: '2027-01-26' },
  });
  expect(proposed(() => bare, [4, 6], { ...series, every: 2 })[0]?.kind).toBe('otherTime');
  expect(proposed((nth) => (nth < 5 ? bare : {}))[0]?.kind).toBe('otherTime');
});

test('RP7 four sessions before its end a series proposes its renewal, and after it still does', () => {
  const until = (left: number) => ({ ...series, chain: [aLink({ starts: STARTS.slice(0, 8 + left) })] });
  expect(proposed(() => ({}), [], until(5))).toEqual([]);
  expect(proposed(() => ({}), [], until(4))).toEqual([
    {
      key: `renewal/${at(11)}`,
      kind: 'renewal',
      change: null,
      why: { skipped: 0, of: 6, last: at(11), left: 4 },
    },
  ]);
  expect(proposed(() => ({}), [], until(0))[0]?.why.left).toBe(0);
  expect(proposed(late(9), [4, 6], until(2)).map(({ kind }) => kind)).toEqual(['renewal', 'shorten']);
  expect(proposalsFor(aSeries(), [], NOW)).toEqual([]);
});

test('RP8 a proposal that was put away stays the same while what it is about does', () => {
  const keys = (skipped: readonly number[]) => proposed(late(9), skipped).map(({ key }) => key);
  expect(keys([4, 6])).toEqual(keys([3, 5, 7]));
  const everything = proposed((nth) => ({
    ...late(9)(nth),
    problems: [],
    people: people(['s01', 's02', 's03']),
  }));
  expect(everything.map(({ kind }) => kind)).toEqual(['shorten', 'otherTime', 'fortnightly']);
});

test('RP9 a monthly series goes on on its third Monday, a last Friday on its last one', () => {
  const monthly = (...days: readonly string[]) => {
    const starts = days.flatMap((day) => weekly(`${day}T17:00`, 1));
    const one = aSeries({ kind: 'monthly', pauses: [], chain: [aLink({ starts })] });
    const now = (starts[0] ?? 0) + 24 * 60 * MIN;
    return patternFrom(one, sessionsOf(one, [], now), now);
  };
  expect(monthly('2026-12-21', '2027-01-18', '2027-02-15')).toEqual({
    every: 1,
    times: 2,
    weekday: 1,
    time: '17:00',
    nth: 3,
    from: '2027-01-18',
  });
  expect(monthly('2026-12-25', '2027-01-29', '2027-02-26')?.nth).toBe('last');
  expect(monthly('2026-12-21')).toBeNull();
});
