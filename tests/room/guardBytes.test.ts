import * as Y from 'yjs';
import { createKeeper } from '../../src/room/createKeeper';
import { addEntry, notesOf, serverOf } from '../../src/room/document';
import { aProblem, aSeed, aTask, RODRIGO } from './aRoom';
import { randomOf, withSeeds } from './randomOf';

const HUGO = { id: 'hugo', name: 'Hugo', outsider: false };

function aRoom() {
  const docs = { main: new Y.Doc(), internal: new Y.Doc() };
  const keeper = createKeeper({ docs, organiser: 'rodrigo', cap: 'persons' });
  keeper.command({ kind: 'seed', seed: aSeed(), id: 's' }, RODRIGO, 1);
  return { docs, keeper };
}
/** What a document says to whoever reads it for the first time. */
function readAnew(doc: Y.Doc): unknown {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return [serverOf(fresh).toJSON(), notesOf(fresh, 'problem').toJSON(), notesOf(fresh, 'task').toJSON()];
}

/** One client with one struct at its first place, as version 1 of Yjs' updates writes it. */
const struct = (...bytes: readonly number[]) => Uint8Array.from([1, 1, 77, 0, ...bytes, 0]);
const text = (word: string) => [word.length, ...Buffer.from(word)];
const under = (content: number, root: string) => [0x20 | content, 1, ...text(root), ...text('x')];

test.each([
  ['collected', struct(0, 0)],
  ['deleted', struct(...under(1, 'problems'), 0)],
  ['deleted, in a field of the server’s', struct(...under(1, 'server'), 0)],
  ['plain', struct(...under(8, 'tasks'), 0)],
])('RD3 what has no length would leave a document that nobody reads: %s', (_, update) => {
  const { docs, keeper } = aRoom();
  expect(keeper.check('main', update, HUGO)).toBe('malformed');
  expect(readAnew(docs.main)).toEqual(readAnew(docs.main));
});

test('RD3 whatever happens to the bytes of an update, the document stays one that everybody reads alike', () =>
  withSeeds(3, (seed) => {
    const random = randomOf(seed);
    const { docs, keeper } = aRoom();
    const before = JSON.stringify(serverOf(docs.main).toJSON());
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(docs.main));
    for (let step = 0; step < 40; step++) {
      const known = Y.encodeStateVector(client);
      const mine = { main: client, internal: new Y.Doc() };
      client.transact(() => {
        addEntry(mine, 'problem', aProblem({ id: `p${step}`, by: 'hugo' }));
        addEntry(mine, 'task', aTask({ id: `t${step}`, problem: `p${step}` }));
        notesOf(client, 'problem')
          .get(`p${random(step + 1)}`)
          ?.set('goal', step);
      });
      const update = Y.encodeStateAsUpdate(client, known);
      for (let tries = 0; tries < 10; tries++) {
        const bent = Uint8Array.from(update);
        for (let at = random(3); at >= 0; at--) bent[random(bent.length)] = random(256);
        // As the server does it: once itself, once through the library.
        if (keeper.check('main', bent, HUGO) === null) [1, 2].forEach(() => Y.applyUpdate(docs.main, bent));
      }
      if (keeper.check('main', update, HUGO) === null) Y.applyUpdate(docs.main, update);
    }
    expect(JSON.stringify(serverOf(docs.main).toJSON())).toBe(before);
    const [, problems] = readAnew(docs.main) as [unknown, unknown];
    expect(problems).toEqual(notesOf(docs.main, 'problem').toJSON());
    expect(docs.main.store.pendingStructs).toBeNull();
    return Promise.resolve();
  }));
