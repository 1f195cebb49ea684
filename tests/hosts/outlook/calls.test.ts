import { createCalls } from '../../../src/hosts/outlook/calls';
import { failureOfCode } from '../../../src/hosts/outlook/failures';
import { failureOf } from '../../contracts/outcome';

type Done = (result: { status: never; value: never; error: never }) => void;
const result = (status: string, more: object = {}) => ({ status, ...more }) as never;

test('CH19 at most three calls are under way, in the order they were asked for', async () => {
  const ask = createCalls();
  const open: Done[] = [];
  const started: number[] = [];
  const all = [0, 1, 2, 3, 4].map((i) => ask((done) => (started.push(i), open.push(done as Done))));
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
  open[1]?.(result('succeeded', { value: 'b' }));
  expect(await all[1]).toBe('b');
  await new Promise(setImmediate);
  expect(started).toEqual([0, 1, 2, 3]);
  for (const i of [0, 2, 3]) open[i]?.(result('failed', { error: { code: 9041 } }));
  await Promise.allSettled([all[0], all[2], all[3]]);
  open[4]?.(result('succeeded', { value: 'e' }));
  expect(await all[4]).toBe('e');
});

test('CH20 refused calls and thrown arguments become the port’s own failures', async () => {
  const ask = createCalls();
  const failing = (code: number) => ask((done) => done(result('failed', { error: { code } })));
  expect(await failureOf(failing(9041))).toEqual({ kind: 'offline' });
  expect(await failureOf(failing(7000))).toEqual({ kind: 'denied' });
  expect(await failureOf(failing(9042))).toEqual({ kind: 'unavailable' });
  expect(await failureOf(failing(9012))).toEqual({ kind: 'refused', code: '9012' });
  const throwing = ask(() => {
    throw Object.assign(new Error('x'), { name: 'Sys.ArgumentException' });
  });
  expect(await failureOf(throwing)).toEqual({ kind: 'refused', code: 'Sys.ArgumentException' });
  expect(failureOfCode(9049)).toEqual({ kind: 'notFound' });
});
