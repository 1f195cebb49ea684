import { NotNow } from '../../../src/server/rooms/store';
import { outcomeOf, type Change } from '../../../src/server/scale/changes';
import { createOutbox } from '../../../src/server/scale/outbox';
import { isPassing } from '../../../src/server/scale/postgresFaults';

const append = (room: string, ...data: number[]): Change => ({
  kind: 'append',
  room,
  part: 'main',
  data: Uint8Array.from(data),
});

/** An outbox over a store that answers when it is told to. */
function start(more: { patienceMs?: number; mostBytes?: number } = {}) {
  const written: (readonly Change[])[] = [];
  const lost: string[] = [];
  const waiting: { done: (others?: string[]) => void; fail: (fault: unknown) => void }[] = [];
  const outbox = createOutbox({
    write(changes) {
      written.push(changes);
      return new Promise((done, fail) =>
        waiting.push({ done: (others = []) => done(new Set(others)), fail }),
      );
    },
    isPassing,
    lost: (room) => void lost.push(room),
    pauseMs: 1,
    patienceMs: 60_000,
    mostBytes: 10_000,
    log: () => undefined,
    ...more,
  });
  const next = async () => {
    while (waiting.length === 0) await new Promise((done) => setImmediate(done));
    return waiting.shift() as (typeof waiting)[number];
  };
  return { outbox, written, lost, next };
}
const broken = new Error('gone');
const wrong = Object.assign(new Error('wrong'), { severity: 'ERROR', code: '22000' });

test('SC3 nobody is told before the commit; all that came meanwhile goes into the next one', async () => {
  const { outbox, written, next } = start();
  const told: string[] = [];
  outbox.add(append('a', 1));
  outbox.whenKept(() => told.push('first'));
  const first = await next();
  outbox.add(append('a', 2));
  outbox.add(append('b', 3));
  outbox.whenKept(() => told.push('second'));
  expect(told).toEqual([]);
  first.done();
  const second = await next();
  expect(told).toEqual(['first']);
  // Tells of nothing that waits but what is under way.
  outbox.whenKept(() => told.push('third'));
  second.done();
  await new Promise<void>((done) => outbox.whenKept(done));
  expect(told).toEqual(['first', 'second', 'third']);
  expect(written.map((all) => all.length)).toEqual([1, 2]);
});

test('SC3 what is taken back in the middle of an act is not written, and what waits for nothing is told', async () => {
  const { outbox, written, next } = start();
  outbox.add(append('a', 1));
  expect(() =>
    outbox.together(() => {
      outbox.add(append('a', 2));
      throw broken;
    }),
  ).toThrow(broken);
  outbox.add(append('b', 3));
  let told = false;
  outbox.whenKept(() => (told = true));
  outbox.drop('a');
  outbox.drop('b');
  await new Promise<void>((done) => outbox.whenKept(done));
  expect([told, written]).toEqual([true, []]);
  outbox.add(append('c', 4));
  (await next()).done();
});

test('SC6 a store that fails is asked again with the same, and after its time the rooms are lost before anybody is told', async () => {
  const { outbox, written, lost, next } = start();
  const told: string[] = [];
  outbox.add(append('a', 1));
  outbox.whenKept(() => told.push(`lost ${lost.length}`));
  (await next()).fail(broken);
  (await next()).done();
  await new Promise<void>((done) => outbox.whenKept(done));
  expect([written[0], told, lost]).toEqual([written[1], ['lost 0'], []]);

  const hasty = start({ patienceMs: -1 });
  hasty.outbox.add(append('a', 1));
  hasty.outbox.whenKept(() => told.push(`lost ${hasty.lost.join()}`));
  const only = await hasty.next();
  hasty.outbox.add(append('b', 1));
  only.fail(broken);
  await new Promise<void>((done) => hasty.outbox.whenKept(done));
  expect(told).toEqual(['lost 0', 'lost a,b']);
  expect(hasty.written).toHaveLength(1);
});

test('SC6 what cannot be written is the fault of its own room alone', async () => {
  const { outbox, lost, next } = start();
  outbox.add(append('a', 1));
  outbox.add(append('b', 1));
  outbox.add(append('c', 1));
  (await next()).fail(wrong);
  (await next()).done();
  (await next()).fail(wrong);
  (await next()).done(['c']);
  await new Promise<void>((done) => outbox.whenKept(done));
  expect(lost).toEqual(['b', 'c']);
});

test('SC6 more than may wait is refused, and taken again when there is room', async () => {
  const { outbox, next } = start({ mostBytes: 1000 });
  const many = new Array<number>(300).fill(1);
  outbox.add(append('a', ...many));
  outbox.add(append('a', ...many.slice(50)));
  expect(() => outbox.add(append('b', ...many))).toThrow(NotNow);
  (await next()).done();
  await new Promise<void>((done) => outbox.whenKept(done));
  outbox.add(append('b', ...many));
  (await next()).done();
});

test('SC6 errors that pass are told from those that do not', () => {
  const server = (code: string) => Object.assign(new Error(), { severity: 'FATAL', code });
  const passing = ['57P01', '25006', '53100', '53300', '40P01', '55P03', '08006', '58030'].map(server);
  expect([...passing, broken, Object.assign(new Error(), { code: 'EPIPE' })].every(isPassing)).toBe(true);
  expect(['22P02', '23505', '42P01', '42501'].map(server).some(isPassing)).toBe(false);
});

test('SC3 of what waits only the outcome is written', () => {
  const visit = { at: 1, outsider: false, inside: true };
  const outcome = outcomeOf([
    append('a', 1),
    { kind: 'clear', room: 'a', part: 'main' },
    append('a', 2),
    { kind: 'append', room: 'a', part: 'internal', data: Uint8Array.from([3]) },
    { kind: 'private', room: 'a', text: '1' },
    { kind: 'private', room: 'a', text: '2' },
    { kind: 'log', room: 'a', part: 0, text: 'x' },
    { kind: 'log', room: 'a', part: 4, text: 'y' },
    { kind: 'cut', room: 'a', from: 3 },
    { kind: 'cut', room: 'a', from: 1 },
    { kind: 'log', room: 'a', part: 5, text: 'z' },
    { kind: 'recorded', room: 'a', at: 1 },
    { kind: 'recorded', room: 'a', at: 2 },
    { kind: 'visit', room: 'a', person: 'p', visit },
    { kind: 'visit', room: 'a', person: 'p', visit: null },
  ]);
  expect(outcome.appends.map(({ data }) => [...data])).toEqual([[2], [3]]);
  expect(outcome.clears).toHaveLength(1);
  expect(outcome.privates.map(({ text }) => text)).toEqual(['2']);
  expect(outcome.cuts.map(({ from }) => from)).toEqual([1]);
  expect(outcome.logs.map(({ text }) => text)).toEqual(['x', 'z']);
  expect(outcome.recorded.map(({ at }) => at)).toEqual([1]);
  expect(outcome.visits.map(({ visit }) => visit)).toEqual([null]);
});
