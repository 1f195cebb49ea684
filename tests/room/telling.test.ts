import type { MyBalance } from '../../src/domain/balance/types';
import type { RoomCommandBody, Seed } from '../../src/domain/meeting/room';
import type { Member } from '../../src/room/keeper';
import { createTelling, TOLD_EVERY } from '../../src/room/telling';
import { aMeasuredSeed } from '../domain/meeting/aMeasured';
import { START } from '../domain/meeting/aMeeting';
import { AGENCIA, aKeeper, aSeed, HUGO, IRENE, RODRIGO } from './aRoom';

/** A room with its telling, a clock that is moved, and what each place was told. */
function aTold(seed: Seed = aMeasuredSeed()) {
  const { keeper } = aKeeper();
  let now = START;
  let made = 0;
  let looks = 0;
  const telling = createTelling(
    keeper,
    () => now,
    () => void (looks += 1),
  );
  const said = (body: RoomCommandBody, by: Member = IRENE) => {
    const before = keeper.state();
    const command = { ...body, id: `t${made++}` };
    keeper.command(command, by, now);
    telling.after(before, command, by.id);
  };
  const place = (person: string) => {
    const heard: (MyBalance | null)[] = [];
    return { heard, end: telling.sit(person, (balance) => void heard.push(balance)) };
  };
  [IRENE, HUGO, RODRIGO, AGENCIA].forEach((member) => {
    keeper.joined(member, now);
    keeper.happened({ kind: 'panelOpened', person: member.id }, now);
  });
  return {
    keeper,
    said,
    place,
    seed: () => said({ kind: 'seed', seed }, RODRIGO),
    looks: () => looks,
    pass(milliseconds: number) {
      now += milliseconds;
      telling.tick();
    },
  };
}

test('RD24 at once hears whoever did it, whose mark it is, and everybody where the meeting begins or ends', () => {
  const room = aTold();
  const [irene, hugo, rodrigo] = [room.place('irene'), room.place('hugo'), room.place('rodrigo')];
  const counts = () => [irene, hugo, rodrigo].map(({ heard }) => heard.splice(0).length);
  room.seed();
  expect(counts()).toEqual([1, 1, 1]);
  room.said({ kind: 'start' });
  // Nothing is another than before.
  expect(counts()).toEqual([0, 0, 0]);
  room.said({ kind: 'takePart', as: 'shown' }, HUGO);
  expect(counts()).toEqual([0, 1, 0]);
  room.said({ kind: 'give', person: 'hugo' });
  room.pass(1000);
  counts();
  room.said({ kind: 'give', person: 'irene' });
  expect(hugo.heard.at(-1)?.own?.turns).toHaveLength(1);
  // Irene has said nothing yet.
  expect(counts()).toEqual([0, 1, 0]);
  room.said({ kind: 'correctTurn', from: START, until: null }, HUGO);
  expect(hugo.heard.at(-1)?.own?.turns).toEqual([]);
  expect(counts()).toEqual([0, 1, 0]);
  room.said({ kind: 'end' });
  expect([irene, hugo, rodrigo].map(({ heard }) => heard.at(-1)?.talk !== null)).toEqual([true, true, true]);
});

test('RD24 everybody hears at once that nothing is measured any more, and nothing after it', () => {
  const room = aTold();
  const [irene, hugo, agencia] = [room.place('irene'), room.place('hugo'), room.place('agencia')];
  room.seed();
  room.said({ kind: 'measureLess', mode: 'off' }, HUGO);
  expect([irene, hugo].map(({ heard }) => heard.at(-1))).toEqual([null, null]);
  expect(agencia.heard).toEqual([]);
  expect(room.keeper.private()).not.toHaveProperty('balance');
  [irene, hugo].forEach(({ heard }) => heard.splice(0));
  room.said({ kind: 'start' });
  room.pass(TOLD_EVERY);
  expect([irene.heard, hugo.heard]).toEqual([[], []]);
});

test('RD24 what goes on by itself is told each five seconds, and what is the same is not said again', () => {
  const room = aTold();
  room.seed();
  room.said({ kind: 'start' });
  room.said({ kind: 'give', person: 'hugo' });
  const [one, two] = [room.place('hugo'), room.place('hugo')];
  room.pass(0);
  const before = one.heard.length;
  room.pass(TOLD_EVERY - 1);
  expect(one.heard).toHaveLength(before);
  room.pass(1);
  expect(one.heard).toHaveLength(before + 1);
  expect(two.heard.at(-1)).toEqual(one.heard.at(-1));
  expect(one.heard.at(-1)?.own?.turns.at(-1)).toMatchObject({ until: START + TOLD_EVERY, open: true });
  const looked = room.looks();
  expect(looked).toBeGreaterThan(0);
  room.said({ kind: 'endTurn', person: 'hugo' });
  room.pass(TOLD_EVERY);
  const after = one.heard.length;
  room.pass(TOLD_EVERY);
  expect(one.heard).toHaveLength(after);
  one.end();
  two.end();
  room.said({ kind: 'end' });
  expect(one.heard).toHaveLength(after);
});

test('RD24 a place hears at once what there is; a clock that is set back silences nobody', () => {
  const room = aTold();
  room.seed();
  expect(room.place('hugo').heard).toHaveLength(1);
  expect(room.place('agencia').heard).toEqual([]);
  const hugo = room.place('hugo');
  room.said({ kind: 'start' });
  room.pass(TOLD_EVERY);
  room.said({ kind: 'give', person: 'hugo' });
  const before = hugo.heard.length;
  room.pass(-3000);
  room.pass(TOLD_EVERY);
  expect(hugo.heard.length).toBeGreaterThan(before);
});

test('RD24 where nothing is measured nobody is told anything', () => {
  const room = aTold(aSeed());
  const hugo = room.place('hugo');
  room.seed();
  room.said({ kind: 'start' });
  room.said({ kind: 'give', person: 'hugo' });
  room.said({ kind: 'takePart', as: 'shown' }, HUGO);
  room.pass(TOLD_EVERY);
  room.said({ kind: 'end' });
  expect([hugo.heard, room.looks()]).toEqual([[], 0]);
});
