import * as Y from 'yjs';
import { readNotes, serverOf, notesOf } from '../../src/room/document';
import { START } from '../domain/meeting/aMeeting';
import { aKeeper, aProblem, aSeed, put, RODRIGO } from './aRoom';
import { randomOf, withSeeds } from './randomOf';

type Client = {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly out: Uint8Array[];
  readonly into: Uint8Array[];
};

/** Frames lie on the way for any time, what is on its way to a client comes in any order, and some come twice. */
async function run(seed: number): Promise<void> {
  const random = randomOf(seed);
  const { docs, keeper, say } = aKeeper();
  say({ kind: 'seed', seed: aSeed() }, RODRIGO);
  const clients = Array.from({ length: 8 }, (_, at): Client => {
    const client: Client = { id: `c${at}`, doc: new Y.Doc(), out: [], into: [] };
    Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(docs.main));
    client.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') client.out.push(update);
    });
    return client;
  });
  docs.main.on('update', (update: Uint8Array) => clients.forEach(({ into }) => into.push(update)));
  const member = (id: string) => ({ id, name: id, outsider: false });
  const send = ({ id, out }: Client) => {
    const [update] = random(5) === 0 ? out : out.splice(0, 1);
    if (update === undefined) return;
    expect(keeper.check('main', update, member(id))).toBeNull();
    Y.applyUpdate(docs.main, update, id);
  };
  const receive = ({ doc, into }: Client) => {
    const at = random(Math.max(1, into.length));
    const [update] = random(5) === 0 ? into.slice(at) : into.splice(at, 1);
    if (update !== undefined) Y.applyUpdate(doc, update, 'server');
  };
  for (let step = 0; step < 400; step++) {
    const client = clients[random(clients.length)] as Client;
    const what = random(12);
    if (what < 2) put(client.doc, 'problem', aProblem({ id: `p${step}`, by: client.id }));
    else if (what < 4) {
      const all = [...notesOf(client.doc, 'problem').values()];
      const entry = all[random(Math.max(1, all.length))];
      entry?.set('title', `Título ${step}`);
      entry?.set('removed', random(2) === 0);
    } else if (what < 8) send(client);
    else if (what < 11) receive(client);
    else say({ kind: 'setLength', minutes: 30 + random(20) }, undefined, START);
  }
  while (clients.some(({ out, into }) => out.length + into.length > 0))
    clients.forEach((client) => {
      send(client);
      receive(client);
    });
  const wanted = readNotes({ main: docs.main, internal: new Y.Doc() }, {});
  expect(wanted.problems.length).toBeGreaterThan(10);
  for (const { doc } of clients) {
    expect(serverOf(doc).toJSON()).toEqual(serverOf(docs.main).toJSON());
    expect(readNotes({ main: doc, internal: new Y.Doc() }, {})).toEqual(wanted);
  }
  return Promise.resolve();
}

test('RD18 after frames in any order and twice all replicas are equal, and the guard lets all of it in', () =>
  withSeeds(3, run));
