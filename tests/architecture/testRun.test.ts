import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/root';

const LOCK = pathToFileURL(path.join(ROOT, 'tests/support/pages/oneAtATime.mjs')).href;
const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-lock-'));
const log = path.join(folder, 'log');
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that works under the lock and notes when it begins and ends. */
function worker(lock: string, work: string): ChildProcess {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(LOCK)};
    const note = (what) => appendFileSync(${JSON.stringify(log)}, what + ' ' + process.pid + '\\n');
    await oneAtATime(${JSON.stringify(path.join(folder, lock))}, async () => {
      note('begins');
      console.log('begins');
      ${work}
      note('ends');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => void child.once('close', (code) => done(code)));

test('AR16 pages are bundled by one process at a time', async () => {
  const work = 'await new Promise((done) => setTimeout(done, 150));';
  expect(await Promise.all([1, 2, 3, 4].map(() => ended(worker('busy', work))))).toEqual([0, 0, 0, 0]);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(8);
  for (let at = 0; at < lines.length; at += 2)
    expect(lines[at + 1]).toBe(lines[at]?.replace('begins', 'ends'));
});

test('AR16 a process that was killed while it bundled holds up nobody', async () => {
  const killed = worker('killed', 'await new Promise((done) => setTimeout(done, 600_000));');
  await new Promise((done) => killed.stdout?.once('data', done));
  const waiting = worker('killed', '');
  const gone = ended(killed);
  killed.kill('SIGKILL');
  await gone;
  const late = worker('killed', '');
  expect(await Promise.all([ended(waiting), ended(late)])).toEqual([0, 0]);
});

test('AR17 the suites that start first exist', () => {
  const listed = JSON.parse(readFileSync(path.join(ROOT, '.config/longSuites.json'), 'utf8')) as object;
  expect(Object.keys(listed).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});
