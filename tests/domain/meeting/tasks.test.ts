import type { Task } from '../../../src/domain/meeting/captured';
import {
  carriedOver,
  cutDown,
  insideOwnerFor,
  missingFrom,
  mustBeDecided,
  split,
  taskFrom,
  toMonthly,
} from '../../../src/domain/meeting/tasks';
import { PEOPLE, refused } from './aMeeting';

const whole = { text: 'enviar la lista', owner: 'hugo', due: '2026-12-04', problem: 'p1' };
const task = (carried = 0, more: Partial<Task> = {}): Task => ({
  ...taskFrom('t1', whole, PEOPLE),
  carried,
  ...more,
});

test('ME22 a task has a text, an owner, a day and a problem, and is never saved without', () => {
  expect(taskFrom('t1', whole, PEOPLE)).toEqual({ id: 't1', ...whole, carried: 0, state: 'open' });
  for (const [field, missing] of [
    ['text', 'text'],
    ['owner', 'owner'],
    ['due', 'due'],
    ['problem', 'problem'],
  ] as const) {
    const { [field]: _, ...less } = whole;
    expect(missingFrom(less, PEOPLE)).toEqual([missing]);
    expect(refused(() => taskFrom('t1', less, PEOPLE))).toBe('meeting/task-incomplete');
  }
  expect(missingFrom({ ...whole, owner: 'nobody' }, PEOPLE)).toEqual(['owner']);
  expect(refused(() => taskFrom('t1', { ...whole, due: '2026-02-30' }, PEOPLE))).toBe('time/bad-date');
});

test('ME22 the task of somebody from outside has an owner inside, who answers for it', () => {
  const outside = { ...whole, owner: 'agencia' };
  expect(missingFrom(outside, PEOPLE)).toEqual(['inside']);
  expect(refused(() => taskFrom('t1', outside, PEOPLE))).toBe('meeting/outside-owner');
  expect(refused(() => taskFrom('t1', { ...outside, inside: 'agencia' }, PEOPLE))).toBe(
    'meeting/outside-owner',
  );
  expect(taskFrom('t1', { ...outside, inside: 'irene' }, PEOPLE)).toMatchObject({
    owner: 'irene',
    doneBy: 'agencia',
  });
  expect(insideOwnerFor('agencia', PEOPLE, 'rodrigo')).toBe('irene');
  const noKey = PEOPLE.filter(({ id }) => id !== 'irene');
  expect(insideOwnerFor('agencia', noKey, 'rodrigo')).toBe('rodrigo');
  expect(insideOwnerFor('agencia', noKey, null)).toBeNull();
});

test('ME23 carried over three times, a task must be decided on before it goes on', () => {
  let one = task();
  for (let times = 0; times < 3; times++) {
    expect(mustBeDecided(one)).toBe(false);
    one = carriedOver(one);
  }
  expect(mustBeDecided(one)).toBe(true);
  expect(refused(() => carriedOver(one))).toBe('meeting/decide-first');
  const done = task(3, { state: 'done' });
  expect(mustBeDecided(done)).toBe(false);
  expect(carriedOver(done)).toBe(done);
});

test('ME23 it is cut down, split, or taken to the monthly, and starts to count anew', () => {
  expect(cutDown(task(3), 'una página', '2026-12-11')).toMatchObject({
    id: 't1',
    carried: 0,
    text: 'una página',
    state: 'open',
  });
  expect(refused(() => cutDown(task(3), 'x', 'mañana'))).toBe('time/bad-date');
  expect(toMonthly(task(3))).toMatchObject({ state: 'monthly', carried: 0 });
  const parts = [
    { id: 'a', text: 'definir', owner: 'irene', due: '2026-12-04' },
    { id: 'b', text: 'acordar', owner: 'rodrigo', due: '2026-12-11' },
  ];
  const made = split(task(3, { internal: true }), parts, PEOPLE);
  expect(made.whole.state).toBe('split');
  expect(made.parts).toMatchObject([
    { id: 'a', partOf: 't1', problem: 'p1', internal: true, carried: 0 },
    { id: 'b', partOf: 't1', problem: 'p1', internal: true, carried: 0 },
  ]);
  expect(refused(() => split(task(3), parts.slice(1), PEOPLE))).toBe('meeting/too-few-parts');
});
