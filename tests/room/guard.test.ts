import * as Y from 'yjs';
import { findEntry, notesOf, serverOf } from '../../src/room/document';
import { LARGEST_ROOM } from '../../src/room/closeCodes';
import {
  aClient,
  AGENCIA,
  aKeeper,
  aProblem,
  aSeed,
  aTask,
  anIdea,
  HUGO,
  IRENE,
  put,
  RODRIGO,
} from './aRoom';

function aStarted() {
  const kept = aKeeper();
  kept.say({ kind: 'seed', seed: aSeed() }, RODRIGO);
  const client = aClient(kept.docs.main);
  const tries = (write: () => void, by = HUGO) => {
    const update = client.written(write);
    const verdict = kept.keeper.check('main', update, by);
    if (verdict === null) Y.applyUpdate(kept.docs.main, update);
    return verdict;
  };
  return { ...kept, client, tries };
}

test('RD1 entries that are whole and in the name of their sender come in', () => {
  const { tries, client, docs } = aStarted();
  expect(tries(() => put(client.doc, 'problem', aProblem()))).toBeNull();
  expect(tries(() => put(client.doc, 'idea', anIdea()))).toBeNull();
  expect(tries(() => put(client.doc, 'task', aTask()))).toBeNull();
  expect(findEntry(docs, 'problem', 'p1')?.get('title')).toBe(aProblem().title);
});

test.each<[string, (doc: Y.Doc) => void]>([
  ['in the name of another', (doc) => put(doc, 'problem', aProblem({ by: 'irene' }))],
  ['under another id', (doc) => put(doc, 'problem', aProblem(), 'p2')],
  ['with 40 kB in a title', (doc) => put(doc, 'problem', aProblem({ title: 'x'.repeat(40_000) }))],
  ['with a field of its own', (doc) => put(doc, 'idea', { ...anIdea(), admin: true })],
  ['marked internal where outsiders read', (doc) => put(doc, 'problem', aProblem({ internal: true }))],
  ['named as every object’s property', (doc) => put(doc, 'idea', anIdea({ id: 'constructor' }))],
  ['owned by a property', (doc) => put(doc, 'task', aTask({ owner: 'toString' }))],
  ['without its text', (doc) => put(doc, 'idea', { id: 'n1', problem: 'p1', by: 'hugo' })],
  ['owned by an outsider', (doc) => put(doc, 'task', aTask({ owner: 'agencia' }))],
  ['due on no day', (doc) => put(doc, 'task', aTask({ due: '2026-02-30' }))],
  ['with marks that turn the line', (doc) => put(doc, 'idea', anIdea({ text: 'a\u202Eb' }))],
  ['with a value that no JSON knows', (doc) => put(doc, 'problem', { ...aProblem(), goal: NaN })],
  ['as a text type', (doc) => (doc.getMap('ideas') as Y.Map<unknown>).set('n1', new Y.Text('hola'))],
  ['as plain JSON', (doc) => (doc.getMap('ideas') as Y.Map<unknown>).set('n1', { ...anIdea() })],
  ['as a document of its own', (doc) => (doc.getMap('ideas') as Y.Map<unknown>).set('n1', new Y.Doc())],
  [
    'with a shared type for a field',
    (doc) => {
      put(doc, 'idea', anIdea());
      (notesOf(doc, 'idea').get('n1') as Y.Map<unknown>).set('text', new Y.Map());
    },
  ],
  ['into another root', (doc) => doc.getMap('others').set('n1', 1)],
  ['into a list', (doc) => doc.getArray('rows').push([1])],
  ["into the server's fields", (doc) => serverOf(doc).set('meeting.phase', 'ended')],
  ["over the server's version", (doc) => serverOf(doc).set('version', 7)],
  ["by deleting the server's fields", (doc) => serverOf(doc).delete('meeting.phase')],
])('RD2 what a client writes %s does not come in', (_, write) => {
  const { tries, client, docs } = aStarted();
  const before = JSON.stringify([docs.main.toJSON(), docs.internal.toJSON()]);
  expect(tries(() => write(client.doc))).toBe('refused');
  expect(JSON.stringify([docs.main.toJSON(), docs.internal.toJSON()])).toBe(before);
  const other = aClient(docs.main);
  const good = other.written(() => put(other.doc, 'problem', aProblem({ id: 'p9', by: 'irene' })));
  const { keeper } = aKeeper('rodrigo', docs);
  expect(keeper.check('main', good, IRENE)).toBeNull();
});

test('RD2 id, author and mark of an entry stay, and nothing is deleted or replaced', () => {
  for (const change of [
    (entry: Y.Map<unknown>) => entry.set('id', 'p2'),
    (entry: Y.Map<unknown>) => entry.set('by', 'irene'),
    (entry: Y.Map<unknown>) => entry.set('internal', true),
    (entry: Y.Map<unknown>) => entry.delete('title'),
    (entry: Y.Map<unknown>) => entry.set('title', ''),
    (entry: Y.Map<unknown>) => entry.set('readings', 'many'),
    (entry: Y.Map<unknown>) => entry.set('other', 1),
    (entry: Y.Map<unknown>) => entry.parent instanceof Y.Map && entry.parent.delete('p1'),
    (entry: Y.Map<unknown>) =>
      entry.parent instanceof Y.Map && entry.parent.set('p1', new Y.Map(Object.entries(aProblem()))),
  ]) {
    const { tries, client } = aStarted();
    expect(tries(() => put(client.doc, 'problem', aProblem()))).toBeNull();
    expect(tries(() => change(notesOf(client.doc, 'problem').get('p1') as Y.Map<unknown>))).toBe('refused');
  }
});

test('RD1 anybody changes what an entry says, and takes it out of sight and back', () => {
  const { tries, client, keeper, docs } = aStarted();
  tries(() => put(client.doc, 'problem', aProblem()));
  const other = aClient(docs.main);
  const entry = notesOf(other.doc, 'problem').get('p1') as Y.Map<unknown>;
  const update = other.written(() => {
    entry.set('title', 'Otro título');
    entry.set('title', 'Otro título más');
    entry.set('goal', 40);
    entry.set('removed', true);
  });
  expect(keeper.check('main', update, IRENE)).toBeNull();
  Y.applyUpdate(docs.main, update);
  expect(
    tries(() => (notesOf(client.doc, 'problem').get('p1') as Y.Map<unknown>).set('title', 'A la vez')),
  ).toBeNull();
});

test('RD3 bytes that are no update, and updates of what nobody knows, are told apart from refused ones', () => {
  const { keeper, client } = aStarted();
  expect(keeper.check('main', Uint8Array.of(255, 255, 255, 1, 2, 3), HUGO)).toBe('malformed');
  expect(keeper.check('main', new Uint8Array(0), HUGO)).toBe('malformed');
  client.written(() => put(client.doc, 'problem', aProblem()));
  const later = client.written(() => put(client.doc, 'idea', anIdea()));
  expect(keeper.check('main', later, HUGO)).toBe('refused');
  const deep = aClient(new Y.Doc());
  const nested = deep.written(() => {
    let value: unknown = 1;
    for (let depth = 0; depth < 5000; depth++) value = [value];
    put(deep.doc, 'problem', { ...aProblem(), readings: value });
  });
  expect(keeper.check('main', nested, HUGO)).not.toBeNull();
});

test('RD4 nobody writes in the name of another machine', () => {
  const { keeper, docs, tries, client } = aStarted();
  expect(tries(() => put(client.doc, 'problem', aProblem()))).toBeNull();
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(docs.main));
  for (const victim of [client.doc.clientID, docs.main.clientID]) {
    forged.clientID = victim;
    const before = Y.encodeStateVector(forged);
    put(forged, 'problem', aProblem({ id: `p${victim}`, by: 'irene' }));
    expect(keeper.check('main', Y.encodeStateAsUpdate(forged, before), IRENE)).toBe('refused');
  }
  expect(tries(() => put(client.doc, 'idea', anIdea()))).toBeNull();
});

test('RD5 the internal part is for people of the company, and holds what is internal alone', () => {
  const { keeper, docs } = aStarted();
  const inside = aClient(docs.internal);
  const update = inside.written(() => put(inside.doc, 'problem', aProblem({ internal: true })));
  expect(keeper.check('internal', update, AGENCIA)).toBe('refused');
  expect(keeper.check('internal', update, HUGO)).toBeNull();
  Y.applyUpdate(docs.internal, update);
  const open = inside.written(() => put(inside.doc, 'problem', aProblem({ id: 'p2' })));
  expect(keeper.check('internal', open, HUGO)).toBe('refused');
  const outside = aClient(docs.main);
  const hung = outside.written(() => put(outside.doc, 'idea', anIdea()));
  expect(keeper.check('main', hung, HUGO)).toBe('refused');
});

test('RD6 a room holds no more than it may, and goes on with what it has', () => {
  const { keeper, docs } = aStarted();
  let verdict: string | null = null;
  let size = 0;
  for (let at = 0; verdict === null && at < 6000; at++) {
    const client = new Y.Doc();
    for (let many = 0; many < 50; many++)
      put(client, 'idea', anIdea({ id: `n${at}-${many}`, text: 'x'.repeat(480) }));
    const update = Y.encodeStateAsUpdate(client);
    verdict = keeper.check('main', update, HUGO);
    if (verdict === null) Y.applyUpdate(docs.main, update);
    size = Y.encodeStateAsUpdate(docs.main).length;
  }
  expect(verdict).toBe('too-large');
  expect(size).toBeLessThanOrEqual(LARGEST_ROOM);
  expect(size).toBeGreaterThan(LARGEST_ROOM - 60_000);
  expect(keeper.command({ kind: 'start', id: 'x' }, IRENE, aSeed().start)).toBeNull();
});

test('RD7 an allowed update costs no copy of the document', () => {
  const { keeper, docs, tries, client } = aStarted();
  for (let at = 0; at < 2000; at++) tries(() => put(client.doc, 'idea', anIdea({ id: `n${at}` })));
  const whole = jest.spyOn(Y, 'encodeStateAsUpdate');
  for (let at = 0; at < 200; at++) {
    const writer = new Y.Doc();
    let update = new Uint8Array();
    writer.on('update', (one: Uint8Array) => (update = Uint8Array.from(one)));
    put(writer, 'idea', anIdea({ id: `m${at}` }));
    expect(keeper.check('main', update, HUGO)).toBeNull();
    Y.applyUpdate(docs.main, update);
  }
  expect(whole).not.toHaveBeenCalled();
  whole.mockRestore();
});
