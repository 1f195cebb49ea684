import type { Task } from '../../../src/domain/meeting/captured';
import {
  type Kept,
  leftOver,
  MOST_LEFT,
  type Planned,
  standing,
  takenToMonthly,
} from '../../../src/domain/meeting/carryOver';
import type { PlanTask } from '../../../src/domain/tasks/board';

const task = (id: string, change: Partial<Task> = {}): Task => ({
  ...{ id, problem: 'p', text: `tarea ${id}`, owner: 'hugo', due: '2026-12-04', carried: 0, state: 'open' },
  ...change,
});
const problem = (id: string, change: object = {}) => ({
  ...{ id, title: `Problema ${id}`, by: 'irene', area: 'marketing', readings: [] },
  ...change,
});
const record = (tasks: readonly Task[], change: Partial<Kept> = {}): Kept => ({
  problems: [problem('p')],
  tasks,
  planner: {},
  ...change,
});
const plan = (...tasks: readonly Partial<PlanTask>[]): Planned =>
  new Map(
    tasks.map((one) => {
      const whole: PlanTask = {
        ...{ id: 'x', eTag: '1', title: 'tarea t', owners: ['hugo'], due: '2026-12-04', percent: 0 },
        ...{ createdAt: 0, completedAt: null, categories: [], ...one },
      };
      return [whole.id, whole];
    }),
  );
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

test('ME24 an open task comes as the latest record has it, once more carried over; one that must be decided waits', () => {
  const records = [
    record([task('a', { carried: 1, text: 'nueva' }), task('b', { state: 'done' })], {
      problems: [problem('p', { title: 'Ahora' })],
    }),
    record([task('a', { text: 'vieja' }), task('b')]),
  ];
  expect(leftOver(records, null)).toEqual({
    problems: [problem('p', { title: 'Ahora' })],
    tasks: [task('a', { carried: 2, text: 'nueva' })],
  });
  expect(leftOver([record([task('c', { carried: 3 })])], null).tasks).toEqual([task('c', { carried: 3 })]);
});

test('ME24 a record that brought anything from before answers for all of it; one that brought nothing does not', () => {
  const first = record([task('a'), task('b')]);
  // b was taken out of sight in the meeting.
  expect(ids(leftOver([record([task('a')]), first], null).tasks)).toEqual(['a']);
  // Whoever opened it could not read the records.
  const alone = record([task('c', { problem: 'q' })], { problems: [problem('q')] });
  expect(ids(leftOver([alone, first], null).tasks)).toEqual(['a', 'b', 'c']);
});

test('ME24 of more than one agenda carries, none is lost for not having been there', () => {
  const many = Array.from({ length: MOST_LEFT + 2 }, (_, at) => task(`t${at}`));
  const next = record(many.slice(0, MOST_LEFT).map((one) => ({ ...one, state: 'done' as const })));
  expect(leftOver([record(many)], null).tasks).toHaveLength(MOST_LEFT);
  expect(ids(leftOver([next, record(many)], null).tasks)).toEqual([`t${MOST_LEFT}`, `t${MOST_LEFT + 1}`]);
});

test('ME24 problems come with an open task, or with a number while they are open', () => {
  const number = { readings: [{ at: 1, value: 38 }] };
  const problems = [
    problem('p', { state: 'solved' }),
    problem('number', number),
    problem('goal', { goal: 0 }),
    problem('solved', { ...number, state: 'solved' }),
    problem('monthly', { ...number, state: 'monthly' }),
    problem('bare'),
  ];
  expect(ids(leftOver([record([task('a')], { problems })], null).problems)).toEqual(['p', 'number', 'goal']);
  // A task whose problem is nowhere hangs on nothing.
  expect(leftOver([record([task('a', { problem: 'nowhere' })])], null).tasks).toEqual([]);
});

test('ME25 done in Planner comes as done and is not counted; deleted there it comes marked', () => {
  const records = [record([task('a', { carried: 1 }), task('b')], { planner: { a: 'x', b: 'y' } })];
  expect(leftOver(records, plan({ id: 'x', title: 'tarea a', percent: 100 })).tasks).toEqual([
    task('a', { carried: 1, state: 'done' }),
    { ...task('b'), gone: true },
  ]);
  expect(leftOver(records, null).tasks).toEqual([task('a', { carried: 2 }), task('b', { carried: 1 })]);
});

test('ME25 what people changed in Planner comes as changed, markup and all as text', () => {
  const records = [record([task('t', { doneBy: 'agencia' })], { planner: { t: 'x' } })];
  const changed = { title: ' <b>otra</b>\u0007 cosa ', owners: ['leire', 'andres'], due: '2026-12-18' };
  expect(leftOver(records, plan(changed)).tasks).toEqual([
    task('t', { carried: 1, text: '<b>otra</b> cosa', owner: 'leire', due: '2026-12-18' }),
  ]);
  const taken = { title: '', owners: [], due: null };
  expect(leftOver(records, plan(taken)).tasks).toEqual([task('t', { carried: 1, doneBy: 'agencia' })]);
  const shared = { owners: ['leire', 'hugo'] };
  expect(leftOver(records, plan(shared)).tasks[0]).toMatchObject({ owner: 'hugo', doneBy: 'agencia' });
});

test('ME25 what Planner had heard was done and is open there again is open', () => {
  const done = (told?: true) => [
    record([task('t', { state: 'done', ...(told && { told }) })], { planner: { t: 'x' } }),
  ];
  expect(leftOver(done(true), plan({})).tasks).toEqual([task('t', { carried: 1 })]);
  expect(leftOver(done(true), plan({ percent: 100 })).tasks).toEqual([]);
  // Planner has not heard of it yet.
  expect(leftOver(done(), plan({})).tasks).toEqual([]);
});

test('ME25 what a meeting changed since is not undone by what Planner still says', () => {
  const cut = task('t', { text: 'la mitad', due: '2026-12-11', owner: 'irene' });
  const records = [record([cut]), record([task('t', { carried: 3 })], { planner: { t: 'x' } })];
  expect(leftOver(records, plan({})).tasks).toEqual([{ ...cut, carried: 1 }]);
  const long = 'a'.repeat(400);
  const shortened = [record([task('t', { text: long })], { planner: { t: 'x' } })];
  expect(leftOver(shortened, plan({ title: `${'a'.repeat(254)}…` })).tasks[0]?.text).toBe(long);
});

test('ME26 a monthly meeting gets what its weekly ones took to it and it does not hold, open and counted anew', () => {
  const weekly = [
    record([task('c')]),
    record([task('a', { state: 'monthly' }), task('b', { state: 'monthly' }), task('c')]),
  ];
  const other = [
    record([task('d', { state: 'monthly', problem: 'q', carried: 3 })], { problems: [problem('q')] }),
  ];
  const own = [record([task('b', { state: 'done' })])];
  expect(takenToMonthly([weekly, other], own, null)).toEqual({
    problems: [problem('p'), problem('q')],
    tasks: [task('a'), task('d', { problem: 'q' })],
  });
});

test('ME26 what was done or deleted in Planner since, or goes on in the weekly, needs nobody', () => {
  const weekly = [
    record([task('a', { state: 'monthly' }), task('b', { state: 'monthly' })], {
      planner: { a: 'x', b: 'y' },
    }),
  ];
  expect(takenToMonthly([weekly], [], plan({ title: 'tarea a', percent: 100 }))).toEqual({
    problems: [],
    tasks: [],
  });
  const again = [record([task('a')]), record([task('a', { state: 'monthly' })])];
  expect(takenToMonthly([again], [], null).tasks).toEqual([]);
  expect(standing(again).tasks.get('a')?.state).toBe('open');
});
