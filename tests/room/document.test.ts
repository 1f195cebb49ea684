import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as Y from 'yjs';
import { readNotes, readState, serverOf, VERSION } from '../../src/room/document';
import { createKeeper } from '../../src/room/createKeeper';
import { migrate, MIGRATIONS, NewerRoom } from '../../src/room/migrations';
import { readToServer } from '../../src/room/commandSchema';
import { START } from '../domain/meeting/aMeeting';
import { aKeeper, aProblem, aSeed, aTask, anIdea, HUGO, IRENE, put, RODRIGO } from './aRoom';

const ROOMS = path.resolve(__dirname, 'rooms');
type Example = { readonly main: string; readonly internal: string };
const exampleOf = (file: string) => {
  const example = JSON.parse(readFileSync(path.join(ROOMS, file), 'utf8')) as Example;
  const docs = { main: new Y.Doc(), internal: new Y.Doc() };
  Y.applyUpdate(docs.main, Buffer.from(example.main, 'base64'));
  Y.applyUpdate(docs.internal, Buffer.from(example.internal, 'base64'));
  return docs;
};

test('RD8 a room of each version so far becomes one of this version', () => {
  expect(readdirSync(ROOMS)).toEqual(MIGRATIONS.map(({ to }) => `room-v${to}.json`));
  expect(MIGRATIONS.at(-1)?.to).toBe(VERSION);
  for (const file of readdirSync(ROOMS)) {
    const docs = exampleOf(file);
    const keeper = createKeeper({ docs, organiser: 'rodrigo', cap: 'persons' });
    expect(keeper.state().meeting?.items[3]?.title).toBe('Punto 3');
    expect(readNotes(docs, keeper.state().votes).problems.map(({ id }) => id)).toEqual(['p1', 'p2']);
  }
});

test('RD8 steps run in order, each once, and only those that are missing', () => {
  const docs = { main: new Y.Doc(), internal: new Y.Doc() };
  const ran: number[] = [];
  const steps = [1, 2, 3].map((to) => ({ to, run: () => void ran.push(to) }));
  migrate(docs, steps, 2);
  migrate(docs, steps, 2);
  migrate(docs, steps, 3);
  expect(ran).toEqual([1, 2, 3, 3]);
});

test('RD9 a room of a later version is not opened and not touched', () => {
  const { docs } = aKeeper();
  serverOf(docs.main).set('version', VERSION + 1);
  const before = Y.encodeStateAsUpdate(docs.main);
  expect(() => createKeeper({ docs, organiser: 'rodrigo', cap: 'persons' })).toThrow(NewerRoom);
  expect(Y.encodeStateAsUpdate(docs.main)).toEqual(before);
});

test('RD10 what cannot be read is left out, and nothing throws', () => {
  const { docs, say } = aKeeper();
  say({ kind: 'seed', seed: aSeed() }, RODRIGO);
  put(docs.main, 'problem', aProblem());
  put(docs.main, 'problem', { id: 'p2', title: 7 });
  put(docs.main, 'idea', anIdea({ text: 'x'.repeat(501) }));
  put(docs.main, 'task', aTask(), 't9');
  (docs.main.getMap('decisions') as Y.Map<unknown>).set('d1', 'hola');
  serverOf(docs.main).set('votes', 'many');
  serverOf(docs.main).set('names', { irene: 4 });
  expect(readNotes(docs, {})).toEqual({ problems: [aProblem()], ideas: [], decisions: [], tasks: [] });
  expect(readState(docs)).toMatchObject({ votes: {}, names: {}, organiser: 'rodrigo' });
  serverOf(docs.main).set('meeting.floor', []);
  expect(readState(docs)?.meeting).toBeNull();
});

test('RD5 titles of internal items, what hangs on internal problems and votes for it are in the internal part alone', () => {
  const { docs, say, keeper } = aKeeper();
  const secret = aProblem({ id: 's1', title: 'Secreto', internal: true });
  const seed = aSeed({
    problems: [aProblem(), secret],
    tasks: [aTask({ id: 's2', problem: 's1', text: 'Secreta' })],
  });
  say({ kind: 'seed', seed }, IRENE);
  const shared = () => JSON.stringify(docs.main.toJSON());
  expect(shared()).not.toMatch(/Punto 3|[Ss]ecret/);
  expect(keeper.state().proposed?.seed.items[3]?.title).toBe('Punto 3');
  expect(readState(docs)?.proposed?.seed.tasks).toHaveLength(1);
  say({ kind: 'useProposed' }, RODRIGO);
  put(docs.internal, 'idea', anIdea({ id: 's3', problem: 's1', internal: true }));
  say({ kind: 'vote', idea: 's3', on: true });
  say({ kind: 'lease' });
  say({ kind: 'intend', task: 's2' });
  expect(shared()).not.toMatch(/Punto 3|[Ss]ecret|s[123]/);
  expect(readState(docs)).toEqual(keeper.state());
  expect(readNotes(docs, keeper.state().votes).ideas[0]?.votes).toEqual(['irene']);
});

test('RD11 a room that was on disk goes on as it was, with nobody in it', () => {
  const { docs, say, keeper } = aKeeper();
  say({ kind: 'seed', seed: aSeed() }, RODRIGO);
  keeper.joined(IRENE, aSeed().start);
  keeper.happened({ kind: 'panelOpened', person: 'irene' }, aSeed().start);
  say({ kind: 'start' });
  const again = createKeeper({ docs, organiser: null, cap: 'persons', private: keeper.private() });
  expect(again.state()).toEqual(keeper.state());
  again.joined(RODRIGO, aSeed().start + 5000);
  expect(again.state().meeting).toMatchObject({ panels: [], chairGoneSince: aSeed().start + 5000 });
  expect(again.wakeAt()).toBe(aSeed().start + 3_600_000);
});

test('RD1 a solved problem is opened again, and a task that somebody deleted in Planner stands marked', () => {
  const { docs, say } = aKeeper();
  const tasks = [{ ...aTask(), gone: true as const }];
  say({ kind: 'seed', seed: aSeed({ problems: [aProblem()], tasks }) }, RODRIGO);
  const problem = docs.main.getMap('problems').get('p1') as Y.Map<unknown>;
  for (const state of ['solved', 'open']) problem.set('state', state);
  expect(readNotes(docs, {})).toMatchObject({
    problems: [{ id: 'p1', state: 'open', from: 'before' }],
    tasks: [{ id: 't1', gone: true }],
  });
});

test('RD20 the counts of the two questions are in the document from three answers on, names beside them never', () => {
  const { docs, say, keeper } = aKeeper();
  say({ kind: 'seed', seed: aSeed() }, RODRIGO);
  say({ kind: 'start' }, IRENE);
  say({ kind: 'end' }, IRENE);
  const answer = { kind: 'pulse', worth: 'yes', said: 'no' } as const;
  const frame = JSON.stringify({ t: 'command', command: { ...answer, id: 'pulse-1' } });
  expect(readToServer(frame)).toMatchObject({ kind: 'message' });
  for (const by of [IRENE, RODRIGO]) say(answer, by);
  expect(readState(docs)?.pulse).toEqual({ answers: 2, counts: null });
  say(answer, HUGO);
  const counts = { worth: { yes: 3, partly: 0, no: 0 }, said: { yes: 0, partly: 0, no: 3 } };
  expect(readState(docs)?.pulse).toEqual({ answers: 3, counts });
  // Who has answered goes on with the server.
  const again = createKeeper({ docs, organiser: 'rodrigo', cap: 'persons', private: keeper.private() });
  again.command({ ...answer, id: 'again' }, HUGO, START);
  expect(again.state().pulse).toEqual({ answers: 3, counts });
});
