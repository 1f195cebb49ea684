import type { Room } from '../../src/app/ports/room';
import { ROOM, until } from '../contracts/roomContract';
import { START } from '../domain/meeting/aMeeting';
import { aDevice } from './aDevice';
import { keeperServer } from './keeperServer';
import { aProblem, aSeed, RODRIGO } from './aRoom';
import { randomOf, withSeeds } from './randomOf';

const PEOPLE = ['rodrigo', 'irene', 'hugo', 'leire', 'andres', 'nuevo'];

async function run(seed: number): Promise<void> {
  const random = randomOf(seed);
  const began = Date.now();
  const server = await keeperServer(() => START + Date.now() - began);
  const rooms = new Map<string, Room>();
  try {
    server.keeper().command({ kind: 'seed', seed: aSeed(), id: 'seed' }, RODRIGO, START);
    let written = 0;
    for (let step = 0; step < 120; step++) {
      const person = PEOPLE[random(PEOPLE.length)] ?? 'irene';
      const room = rooms.get(person);
      const what = random(20);
      if (room === undefined) rooms.set(person, aDevice(server.address, person).open(ROOM, person));
      else if (what < 10)
        room.write({ kind: 'add', what: 'problem', entry: aProblem({ id: `p${written++}`, by: person }) });
      else if (what < 14)
        room.command({ kind: 'vote', idea: `n${random(9)}`, on: true }).catch(() => undefined);
      else if (what === 14) server.cut(person);
      else if (what === 15) server.drop(person);
      else if (what < 18) server.mend(person);
      else if (step % 40 === 39) await server.restart(true);
      if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(30)));
    }
    PEOPLE.forEach((person) => {
      server.mend(person);
      if (!rooms.has(person)) rooms.set(person, aDevice(server.address, person).open(ROOM, person));
    });
    const all = [...rooms.values()];
    const same = () => {
      const [first, ...others] = all.map((room) =>
        JSON.stringify([room.view.get().state, room.view.get().notes]),
      );
      return others.every((other) => other === first);
    };
    const settled = () =>
      all.every((room) => room.view.get().saved && room.view.get().connection.kind === 'live') && same();
    await until(() => settled() && all[0]?.view.get().notes.problems.length === written, 'all the same');
  } finally {
    rooms.forEach((room) => room.close());
    await server.close();
  }
}

test('RD18 over real sockets, with lost networks and a server that begins anew, nothing written is lost', () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  return withSeeds(3, run);
}, 180_000);
