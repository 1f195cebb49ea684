import fc from 'fast-check';
import type { Problem, Task } from '../../../src/domain/meeting/captured';
import type { RecordDigest } from '../../../src/domain/rhythm/digest';
import type { PlanTask } from '../../../src/domain/tasks/board';
import { addDays } from '../../../src/domain/time/calendarDays';

export const TODAY = '2026-11-25';
const WEEK = 7 * 24 * 60 * 60_000;
const FIRST = Date.UTC(2026, 9, 6, 15, 15);

export const PEOPLE = [
  { id: 'm01', area: 'marketing' },
  { id: 'm02', area: 'marketing' },
  { id: 's01', area: 'sales' },
].map((one) => ({
  ...one,
  name: `Ñandú ${one.id}`,
  mail: `${one.id}@v.example`,
  role: 'key' as const,
  site: 'madrid',
}));
export const NAMES = new Map(PEOPLE.map(({ id, name }) => [id, name]));

export const aTask = (id: string, change: Partial<Task> = {}): Task => ({
  id,
  problem: 'p1',
  text: `Tarea ${id}`,
  owner: 'm01',
  due: '2026-12-04',
  carried: 0,
  state: 'open',
  ...change,
});

export const aProblem = (id: string, change: Partial<Problem> = {}): Problem => ({
  id,
  title: `Problema ${id}`,
  by: 'm01',
  area: 'marketing',
  readings: [],
  ...change,
});

export const planTask = (id: string, change: Partial<PlanTask> = {}): PlanTask => ({
  id,
  eTag: 'W/"1"',
  title: `En Planner ${id}`,
  owners: ['m01'],
  due: '2026-12-04',
  percent: 0,
  createdAt: FIRST,
  completedAt: null,
  categories: [],
  ...change,
});

/** The digest of the nth session. */
export function aDigest(nth: number, change: Partial<RecordDigest> = {}): RecordDigest {
  const start = FIRST + nth * WEEK;
  return {
    series: 'series-1',
    start,
    planned: { start, minutes: 35 },
    startedAt: start + 60_000,
    endedAt: start + 35 * 60_000,
    chair: 'm01',
    people: PEOPLE.map(({ id, name, area }) => ({ id, name, area, how: 'panel' as const })),
    problems: [],
    decisions: [],
    tasks: [],
    planner: {},
    ...change,
  };
}

export const planOf = (...tasks: readonly PlanTask[]): ReadonlyMap<string, PlanTask> =>
  new Map(tasks.map((task) => [task.id, task]));

const DAY = fc.integer({ min: -12, max: 20 }).map((days) => addDays(TODAY, days));
const OWNER = fc.constantFrom('m01', 'm02', 's01', 'x99');
const TEXT = fc.constantFrom('Enviar LISTA', 'Llamar a José', 'acordar qué', 'lista', '');

/** A few sessions with the same tasks and problems in changing states, newest first. */
export const anyDigests: fc.Arbitrary<readonly RecordDigest[]> = fc
  .array(
    fc.record({
      problems: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
          title: fc.constantFrom('Leads', 'Página', 'Precios'),
          state: fc.constantFrom(undefined, 'solved' as const, 'monthly' as const),
          readings: fc.array(fc.record({ at: fc.constant(FIRST), value: fc.integer() }), { maxLength: 3 }),
        }),
        { selector: ({ id }) => id },
      ),
      tasks: fc.uniqueArray(
        fc.record({
          id: fc.integer({ min: 1, max: 12 }).map((n) => `t${n}`),
          problem: fc.constantFrom('p1', 'p2', 'p3', 'p9'),
          text: TEXT,
          owner: OWNER,
          due: DAY,
          carried: fc.nat(4),
          state: fc.constantFrom(
            'open' as const,
            'open' as const,
            'done' as const,
            'monthly' as const,
            'split' as const,
          ),
        }),
        { selector: ({ id }) => id },
      ),
      sent: fc.subarray(['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8']),
    }),
    { maxLength: 5 },
  )
  .map((sessions) =>
    sessions
      .map(({ problems, tasks, sent }, nth) =>
        aDigest(nth, {
          problems: problems.map(({ state, ...rest }) =>
            aProblem(rest.id, { ...rest, ...(state !== undefined && { state }) }),
          ),
          tasks,
          planner: Object.fromEntries(sent.map((id) => [id, `planner-${id}-${nth % 2}`])),
        }),
      )
      .reverse(),
  );

export const anyPlan: fc.Arbitrary<ReadonlyMap<string, PlanTask>> = fc
  .array(
    fc.record({
      id: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(1)).map(([n, nth]) => `planner-t${n}-${nth}`),
      title: TEXT,
      owners: fc.uniqueArray(OWNER, { maxLength: 2 }),
      due: fc.option(DAY),
      percent: fc.constantFrom(0, 50, 100),
    }),
  )
  .map((all) => planOf(...all.map((one) => planTask(one.id, one))));
