import type { Room } from '../../src/app/ports/room';
import type { CommandBody } from '../../src/domain/meeting/commands';
import { Refusal } from '../../src/domain/refusal';
import { ROOM } from '../contracts/roomContract';
import { START } from '../domain/meeting/aMeeting';
import { fakeRooms } from '../support/fakes/fakeRooms';
import { aProblem, aSeed, aTask, anIdea } from './aRoom';
import { randomOf, withSeeds } from './randomOf';

const PEOPLE = ['rodrigo', 'irene', 'hugo', 'leire', 'andres', 'agencia', 'nuevo', 'otra'];
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

async function run(seed: number): Promise<void> {
  const random = randomOf(seed);
  const rooms = fakeRooms({
    now: START,
    organiser: 'rodrigo',
    member: (id) => ({ id, name: id, outsider: id === 'agencia' }),
  });
  const open = new Map<string, Room>();
  const enter = (person: string) => open.set(person, rooms.open(ROOM, person));
  enter('rodrigo');
  await open.get('rodrigo')?.command({ kind: 'seed', seed: aSeed() });
  let made = 0;
  const pick = <T>(from: readonly T[]): T | undefined => from[random(from.length)];
  const anyId = (prefix: string) => `${prefix}${random(Math.max(1, made))}`;
  for (let step = 0; step < 300; step++) {
    const person = PEOPLE[random(PEOPLE.length)] ?? 'irene';
    const room = open.get(person);
    const what = random(14);
    if (room === undefined) {
      if (what < 4) enter(person);
      continue;
    }
    const internal = person !== 'agencia' && random(4) === 0 ? ({ internal: true } as const) : {};
    const commands: readonly CommandBody[] = [
      { kind: 'start' },
      { kind: 'next', leaves: `i${random(6)}` },
      { kind: 'ask', person },
      { kind: 'takeOver' },
      { kind: 'present', person, how: 'room' },
    ];
    try {
      if (what < 3)
        room.write({
          kind: 'add',
          what: 'problem',
          entry: aProblem({ id: `p${made++}`, by: person, ...internal }),
        });
      else if (what < 5)
        room.write({
          kind: 'add',
          what: 'idea',
          entry: anIdea({ id: `n${made++}`, problem: anyId('p'), by: person, ...internal }),
        });
      else if (what === 5)
        room.write({ kind: 'add', what: 'task', entry: aTask({ id: `t${made++}`, problem: anyId('p') }) });
      else if (what === 6)
        room.write({ kind: 'change', what: 'problem', id: anyId('p'), fields: { title: `Título ${step}` } });
      else if (what === 7)
        room.write({ kind: random(2) === 0 ? 'remove' : 'restore', what: 'idea', id: anyId('n') });
      else if (what === 8) rooms.cut(person);
      else if (what === 9) rooms.mend(person);
      else if (what === 10) rooms.pass(random(90_000));
      else if (what === 11) {
        room.close();
        open.delete(person);
      } else if (what === 12)
        room.command({ kind: 'vote', idea: anyId('n'), on: random(3) > 0 }).catch(() => undefined);
      else room.command(pick(commands) ?? { kind: 'start' }).catch(() => undefined);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
    if (random(3) === 0) await settle();
  }
  PEOPLE.forEach((person) => {
    rooms.mend(person);
    if (!open.has(person)) enter(person);
  });
  await settle();
  const [first, ...others] = PEOPLE.filter((person) => person !== 'agencia').map((person) =>
    open.get(person)?.view.get(),
  );
  expect(first?.notes.problems.length).toBeGreaterThan(5);
  for (const other of others) expect(other).toEqual(first);
  expect(first).toMatchObject({ saved: true, state: rooms.keeper(ROOM).state() });
  const outside = open.get('agencia')?.view.get();
  expect(outside?.notes.problems).toEqual(
    first?.notes.problems.filter((problem) => problem.internal !== true),
  );
  expect(outside?.notes.ideas).toEqual(first?.notes.ideas.filter((idea) => idea.internal !== true));
  open.forEach((room) => room.close());
}

test('RD18 after any order of edits, cuts and late arrivals all devices show the same', () =>
  withSeeds(20, run));
