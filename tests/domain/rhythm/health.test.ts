// RY1 to RY11: src/domain/SPEC.md
import fc from 'fast-check';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { healthOf, monthsOf } from '../../../src/domain/rhythm/health';
import { sessionsOf } from '../../../src/domain/rhythm/sessions';
import type { Task } from '../../../src/domain/meeting/captured';
import { aLink, anArea, aSeries } from '../../support/aSeries';
import { aDigest, anyRhythm, weekly } from './aRhythm';
import { dayOf, naiveHealth, naiveSessions } from './naiveHealth';

const MIN = 60_000;
const HOUR = 60 * MIN;
const RUNS = { numRuns: 400 };
const STARTS = weekly('2026-12-01T17:15', 6);
const at = (nth: number): number => STARTS[nth] ?? 0;
const series = aSeries({ pauses: [], chain: [aLink({ starts: STARTS, minutes: 35 })] });
const task = (change: Partial<Task> = {}): Task => ({
  id: 't1',
  problem: 'p1',
  text: 'Llamar a los 21 restantes',
  owner: 's01',
  due: '2026-12-10',
  carried: 0,
  state: 'open',
  ...change,
});
const promises = (...tasks: readonly (readonly Task[])[]) =>
  healthOf(
    series,
    sessionsOf(
      series,
      tasks.map((some, nth) => aDigest(at(nth), { tasks: some })),
      at(5) + 9 * HOUR,
    ),
  ).promises['sales'];

test('RY1, RY2 and RY3 the sessions are those of a plain reading of starts, moves, pauses and records', () => {
  fc.assert(
    fc.property(anyRhythm, ({ series: drawn, digests, now }) => {
      const found = sessionsOf(drawn, digests, now);
      expect(found.map((one) => ({ ...one, record: one.record }))).toEqual(
        naiveSessions(drawn, digests, now),
      );
    }),
    RUNS,
  );
});

test('RY4, RY5, RY6, RY7, RY8, RY9 and RY10 every number of the health is that of other code', () => {
  let judged = 0;
  fc.assert(
    fc.property(anyRhythm, ({ series: drawn, digests, now }) => {
      const health = healthOf(drawn, sessionsOf(drawn, digests, now));
      expect(health).toEqual(naiveHealth(drawn, digests, now));
      judged += Object.values(health.promises).reduce((sum, { of }) => sum + of, 0);
    }),
    RUNS,
  );
  expect(judged).toBeGreaterThan(RUNS.numRuns / 4);
});

test('RY11 so do those of each month, and the months together are the whole', () => {
  fc.assert(
    fc.property(anyRhythm, fc.integer({ min: 1, max: 8 }), ({ series: drawn, digests, now }, count) => {
      const sessions = sessionsOf(drawn, digests, now);
      const months = monthsOf(drawn, sessions, count, now);
      expect(months).toHaveLength(count);
      expect(months.at(-1)?.month).toBe(dayOf(now, drawn.zone).slice(0, 7));
      for (const { month, health } of months)
        expect(health).toEqual(naiveHealth(drawn, digests, now, [month]));
      const names = months.map(({ month }) => month);
      const whole = naiveHealth(drawn, digests, now, names);
      const sum = (field: 'held' | 'skipped' | 'paused') =>
        months.reduce((total, { health }) => total + health[field], 0);
      expect([sum('held'), sum('skipped'), sum('paused')]).toEqual([whole.held, whole.skipped, whole.paused]);
    }),
    { numRuns: 150 },
  );
});

test('RY4 and RY11 a series of which no session is known yet has figures of none', () => {
  const sent = aSeries({ chain: [] });
  expect(healthOf(sent, [])).toEqual(naiveHealth(sent, [], at(0)));
  const months = monthsOf(sent, [], 2, at(0));
  expect(months.map(({ month, health }) => [month, health.held, health.skipped])).toEqual([
    ['2026-11', 0, 0],
    ['2026-12', 0, 0],
  ]);
});

test('RY1 a series that was handed over goes on in its successor, and what the old one still has does not count', () => {
  const later = weekly('2026-12-17T10:00', 3);
  const handed = aSeries({
    pauses: [],
    chain: [aLink({ starts: STARTS }), aLink({ organiser: 's01', starts: later })],
  });
  const sessions = sessionsOf(handed, [aDigest(at(4)), aDigest(at(0)), aDigest(at(0) + HOUR)], at(0));
  expect(sessions.map(({ original }) => original)).toEqual([...STARTS.slice(0, 3), ...later]);
  expect(sessions.map(({ state }) => state)).toEqual(['held', ...Array(5).fill('coming')]);
});

test('RY1 a series that goes on later on the same day has one session that day', () => {
  const later = weekly('2026-12-15T19:30', 3);
  const moved = aSeries({ pauses: [], chain: [aLink({ starts: STARTS }), aLink({ starts: later })] });
  expect(sessionsOf(moved, [], at(0)).map(({ original }) => original)).toEqual([at(0), at(1), ...later]);
});

test('RY2 a session stands where it was moved to, and is as long as it was planned or held', () => {
  const moved = { original: at(1), start: at(1) + 24 * HOUR };
  const chain = [
    aLink({
      starts: STARTS,
      minutes: 25,
      alternatives: [
        { ...moved, state: 'applied' },
        { original: at(2), start: at(2) + HOUR, state: 'chosen' },
      ],
    }),
  ];
  const found = sessionsOf(
    { ...series, chain },
    [aDigest(at(0), { planned: { start: at(0), minutes: 50 } })],
    at(0) + HOUR,
  );
  expect(found.slice(0, 3)).toMatchObject([
    { start: at(0), minutes: 50 },
    { original: at(1), start: moved.start, minutes: 25 },
    { start: at(2) },
  ]);
});

test('RY3 a pause counts as neither, what somebody said counts, and an hour after its end a session is skipped', () => {
  const end = at(1) + 35 * MIN;
  const said = {
    ...series,
    pauses: [{ from: '2026-12-22', until: '2026-12-23', label: 'Navidad' }],
    followUp: {
      ...FOLLOW_UP,
      marks: [{ original: at(0), as: 'held' } as const, { original: at(4), as: 'skipped' } as const],
    },
  };
  const states = (now: number) => sessionsOf(said, [], now).map(({ state }) => state);
  expect(states(end + HOUR - 1)).toEqual(['held', 'coming', 'coming', 'paused', 'skipped', 'coming']);
  expect(states(end + HOUR)[1]).toBe('skipped');
  expect(sessionsOf(said, [aDigest(at(3))], end)[3]?.state).toBe('held');
});

test('RY5 the minimum is met by who was there, by phone too; nobody known tells nothing', () => {
  const people = (...how: readonly ('panel' | 'phone' | 'away' | 'unknown')[]) =>
    how.map((one, nth) => ({
      id: `p${nth}`,
      name: '',
      area: nth < 2 ? 'marketing' : 'sales',
      how: one,
    }));
  const both = { ...series, areas: [anArea('marketing', { quorum: 2 }), anArea('sales', { quorum: 0 })] };
  const quorum = (...all: readonly ReturnType<typeof people>[]) =>
    healthOf(
      both,
      sessionsOf(
        both,
        all.map((some, nth) => aDigest(at(nth), { people: some })),
        at(5),
      ),
    ).quorum;
  expect(quorum(people('panel', 'phone', 'panel'))).toEqual({ is: 1, of: 1 });
  expect(quorum(people('panel', 'away', 'panel'), people('panel', 'panel', 'away'))).toEqual({
    is: 0,
    of: 2,
  });
  expect(quorum(people('unknown', 'unknown', 'unknown'))).toEqual({ is: 0, of: 0 });
});

test('RY6 two minutes and 59 seconds are on time, three minutes are not', () => {
  const began = (late: number, over: number) =>
    aDigest(at(0), { startedAt: at(0) + late, endedAt: at(0) + 35 * MIN + over });
  const { startedOnTime, endedOnTime } = healthOf(
    series,
    sessionsOf(series, [began(3 * MIN, 3 * MIN - 1)], at(1)),
  );
  expect([startedOnTime.is, endedOnTime.is]).toEqual([0, 1]);
});

test('RY7 a promise is judged by the first record after its day, also one that dropped out because it was done', () => {
  expect(promises([task()], [task()], [task()])).toEqual({ is: 0, of: 1 });
  expect(promises([task()], [task({ state: 'done' })], [])).toEqual({ is: 1, of: 1 });
  expect(promises([task()], [task()])).toEqual({ is: 0, of: 0 });
  expect(promises([task()], [], [task({ state: 'done' })])).toEqual({ is: 1, of: 1 });
  expect(promises([task()], [], [task()], [task({ state: 'done' })])).toEqual({ is: 0, of: 1 });
});

test('RY8 what went to the monthly meeting in time is no broken promise; what was late by then is one', () => {
  expect(promises([task()], [task({ state: 'monthly' })], [])).toEqual({ is: 0, of: 0 });
  expect(promises([task()], [], [task({ state: 'monthly' })])).toEqual({ is: 0, of: 1 });
  const half = task({ id: 't2', due: '2026-12-17' });
  expect(promises([task()], [task({ state: 'split' }), half], [half], [])).toEqual({ is: 0, of: 1 });
});

test('RY9 cut down in time it counts by its new day; cut down when it was late already it does not', () => {
  const later = { due: '2026-12-24' };
  expect(promises([task()], [task(later)], [task(later)], [task({ ...later, state: 'done' })], [])).toEqual({
    is: 1,
    of: 1,
  });
  expect(promises([task()], [], [task(later)], [task({ ...later, state: 'done' })])).toEqual({
    is: 0,
    of: 1,
  });
});

test('RY10 fewer than three answers are in no sum', () => {
  const count = (yes: number, no: number) => ({ yes, partly: 0, no });
  const pulse = (yes: number, no: number) => ({ worth: count(yes, no), said: count(1, 1) });
  const all = [aDigest(at(0), { pulse: pulse(2, 0) }), aDigest(at(1), { pulse: pulse(3, 1) })];
  const pulseAt = (digests: typeof all) => healthOf(series, sessionsOf(series, digests, at(5))).pulse;
  expect(pulseAt(all.slice(0, 1))).toBeNull();
  expect(pulseAt(all)).toEqual({ worth: { is: 3, of: 4 }, said: { is: 0, of: 0 } });
});
