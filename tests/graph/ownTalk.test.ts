// GO1 to GO3: src/graph/SPEC.md
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { appFolder } from '../../src/graph/home/place';
import { createOwnTalk } from '../../src/graph/ownTalk';
import { MAX_OWN_TALK_LENGTH, readOwnTalkFile, writeOwnTalkFile } from '../../src/graph/ownTalkFile';
import { failureOf, NEVER } from '../contracts/outcome';
import { graphError, json, type Script } from '../support/scriptedFetch';
import { bed } from './client/bed';

const ONE = {
  ...{ series: 's', title: 'Semanal', start: Date.UTC(2026, 10, 24, 16, 15), source: 'estimate' as const },
  ...{ milliseconds: 312_450, share: 0.2083, fair: 0.25 },
};
const TALK = { sessions: [ONE] };
const DOWNLOAD = 'https://files.example/balance';

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  const store = createOwnTalk(graph, timing, appFolder());
  return { store, fetch, settled: <T>(work: Promise<T>) => timing.settle(work) };
}
const item = (eTag: string) =>
  json({ id: 'I', name: 'balance.json', eTag, size: 9, file: {}, '@microsoft.graph.downloadUrl': DOWNLOAD });

test('GO1 one file of the person’s own, readable without Cadencia; another shape is unreadable', () => {
  const content = writeOwnTalkFile(TALK);
  expect(readOwnTalkFile(content)).toEqual({ kind: 'talk', talk: TALK });
  expect(content).toContain('"title": "Semanal"');
  const file = (sessions: unknown, version = 1) =>
    JSON.stringify({ format: 'cadencia-own-talk', version, talk: { sessions } });
  expect(readOwnTalkFile(file([{ ...ONE, shoe: 42 }]))).toEqual({ kind: 'talk', talk: TALK });
  expect(readOwnTalkFile(file([], 2)).kind).toBe('newer');
  for (const wrong of [
    file([{ ...ONE, share: -0.1 }]),
    file([{ ...ONE, milliseconds: 86_400_001 }]),
    file(Array(5001).fill(ONE)),
    `${file([])}${' '.repeat(MAX_OWN_TALK_LENGTH)}`,
    'nada',
  ])
    expect(readOwnTalkFile(wrong).kind).toBe('unreadable');
});

test('GO2 it is the app’s folder of the person’s own drive, and nowhere else', async () => {
  const { store, fetch, settled } = open(({ method }) =>
    method === 'PUT' ? json({ id: 'I', eTag: '1' }, 201) : graphError(404, 'itemNotFound'),
  );
  expect(await settled(store.read(NEVER))).toBeNull();
  await settled(store.write(TALK, null, NEVER));
  for (const { path: at } of fetch.seen) expect(at).toMatch(/^\/me\/drive\/special\/approot:\/balance\.json/);
  expect(fetch.seen.at(-1)?.path).toContain('conflictBehavior=fail');
  // The team's site is not even a choice.
  const source = readFileSync(path.resolve(__dirname, '../../src/graph/microsoft365.ts'), 'utf8');
  expect(source).toContain('createOwnTalk(graph, timing, appFolder())');
});

test('GO3 after a lost answer what stands there and is ours is no conflict', async () => {
  const content = writeOwnTalkFile(TALK);
  const { store, settled } = open(({ method, url }, nth) => {
    if (method === 'PUT') return nth === 1 ? 'cut' : graphError(409, 'nameAlreadyExists');
    return url === DOWNLOAD ? new Response(content) : item('7');
  });
  expect(await settled(store.write(TALK, null, NEVER))).toEqual({ talk: TALK, version: 'I\n7' });
});

test('GO3 the service’s mood is met four times, somebody else’s change once', async () => {
  const other = writeOwnTalkFile({ sessions: [] });
  const writing = (eTag: string, moods: number) => {
    let writes = 0;
    const opened = open(({ method, url }) => {
      if (method === 'PUT') return ++writes > moods ? json({ id: 'I', eTag: '9' }) : graphError(409, 'busy');
      return url === DOWNLOAD ? new Response(other) : item(eTag);
    });
    return { ...opened, writes: () => writes };
  };
  const moody = writing('7', 3);
  expect(await moody.settled(moody.store.write(TALK, 'I\n7', NEVER))).toEqual({
    talk: TALK,
    version: 'I\n9',
  });
  const busy = writing('7', 99);
  expect(await busy.settled(failureOf(busy.store.write(TALK, 'I\n7', NEVER)))).toEqual({ kind: 'conflict' });
  expect(busy.writes()).toBe(4);
  const changed = writing('8', 99);
  expect(await changed.settled(failureOf(changed.store.write(TALK, 'I\n7', NEVER)))).toEqual({
    kind: 'conflict',
  });
  expect(changed.writes()).toBe(1);
});
