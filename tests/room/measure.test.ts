import * as Y from 'yjs';
import type { BalanceMode } from '../../src/domain/balance/types';
import { LIMITS } from '../../src/domain/balance/stints';
import type { RoomCommandBody } from '../../src/domain/meeting/room';
import { createKeeper } from '../../src/room/createKeeper';
import { readState, serverOf } from '../../src/room/document';
import type { PrivateState } from '../../src/room/keeper';
import { aMeasuredSeed } from '../domain/meeting/aMeasured';
import { START } from '../domain/meeting/aMeeting';
import { HUGO, IRENE, RODRIGO } from './aRoom';

type Docs = { readonly main: Y.Doc; readonly internal: Y.Doc };

function opened(
  cap: BalanceMode,
  docs: Docs = { main: new Y.Doc(), internal: new Y.Doc() },
  kept?: PrivateState,
) {
  const keeper = createKeeper({
    docs,
    organiser: 'rodrigo',
    cap,
    ...(kept !== undefined && { private: kept }),
  });
  let made = kept?.applied.length ?? 0;
  const say = (body: RoomCommandBody, now = START, by = IRENE) =>
    keeper.command({ ...body, id: `k${made++}` }, by, now)?.code ?? null;
  const heard = () =>
    (keeper.private().balance?.events ?? []).flatMap((event) =>
      event.kind === 'speaking' ? [[event.at - START, event.on] as const] : [],
    );
  return { docs, keeper, say, heard };
}
const running = (cap: BalanceMode = 'persons') => {
  const room = opened(cap);
  room.say({ kind: 'seed', seed: aMeasuredSeed() }, START, RODRIGO);
  room.say({ kind: 'start' });
  return room;
};

test('RD22 the room hears somebody while any panel’s host does; a panel that is gone hears nobody', () => {
  const { keeper, heard } = running();
  const [one, two] = [{}, {}];
  keeper.heard(one, true, START + 1);
  keeper.heard(two, true, START + 2);
  keeper.heard(one, false, START + 3);
  keeper.heard(one, false, START + 4);
  expect(heard()).toEqual([[1, true]]);
  keeper.heard(two, null, START + 5);
  expect(heard().at(-1)).toEqual([5, false]);
});

test('RD22 what is heard before the start counts from the start, and after the end nothing', () => {
  const room = opened('persons');
  room.say({ kind: 'seed', seed: aMeasuredSeed() }, START, RODRIGO);
  room.keeper.heard(room, true, START + 1);
  expect(room.heard()).toEqual([]);
  room.say({ kind: 'start' }, START + 5);
  expect(room.heard()).toEqual([[5, true]]);
  room.say({ kind: 'end' }, START + 9);
  room.keeper.heard(room, false, START + 10);
  expect(room.heard()).toEqual([[5, true]]);
});

test('RD22 a room that was read goes on with its log; whom a dead process heard last was heard until its last word', () => {
  const { docs, keeper, say } = running();
  keeper.heard({}, true, START + 1000);
  say({ kind: 'give', person: 'hugo' }, START + 5000);
  say({ kind: 'takePart', as: 'shown' }, START + 5000, HUGO);
  const again = opened('persons', docs, keeper.private());
  expect(again.heard()).toEqual([
    [1000, true],
    [5000, false],
  ]);
  const told = again.keeper.balanceOf('hugo', START + 60_000);
  expect(told).toMatchObject({ as: 'shown', speech: 4000 });
  again.keeper.heard({}, true, START + 60_000);
  expect(again.heard().at(-1)).toEqual([60_000, true]);
});

test('RD23 an agenda is under the cap when it comes, and so is one that waits', () => {
  expect(running('areas').keeper.state().balance?.mode).toBe('areas');
  const off = running('off');
  expect([off.keeper.state().balance, off.keeper.private().balance]).toEqual([undefined, undefined]);
  const waiting = opened('persons');
  waiting.say({ kind: 'seed', seed: aMeasuredSeed() }, START, HUGO);
  const capped = opened('areas', waiting.docs, waiting.keeper.private());
  capped.say({ kind: 'useProposed' }, START);
  expect(capped.keeper.state().balance?.mode).toBe('areas');
});

test('RD23 a room that was kept is under today’s cap: names are shown no more, and where nothing may be measured the log goes', () => {
  const { docs, keeper, say } = running();
  say({ kind: 'takePart', as: 'shown' }, START, HUGO);
  const kept = keeper.private();
  const areas = opened('areas', docs, kept);
  expect(areas.keeper.balanceOf('hugo', START)).toMatchObject({ mode: 'areas', as: 'counted', people: null });
  const off = opened('off', docs, kept);
  off.keeper.joined(IRENE, START + 1);
  expect([off.keeper.state().balance, off.keeper.private().balance]).toEqual([undefined, undefined]);
  expect([readState(docs)?.balance, serverOf(docs.main).has('balance')]).toEqual([undefined, false]);
  expect(off.keeper.balanceOf('hugo', START + 2)).toBeNull();
});

test('RD22 the keeper asks to be woken when a mark was forgotten, and frees the floor then', () => {
  const { docs, keeper, say } = running();
  expect(keeper.wakeAt()).toBe(START + 3_600_000);
  say({ kind: 'give', person: 'hugo' }, START + 1000);
  expect(keeper.wakeAt()).toBe(START + 1000 + LIMITS.longest);
  keeper.heard({}, true, START + 2000);
  keeper.happened({ kind: 'time' }, START + 1000 + LIMITS.longest);
  expect(readState(docs)?.meeting?.floor.speaker).toBeNull();
  expect(keeper.wakeAt()).toBe(START + 3_600_000);
});

test('RD22 of what adds up nothing is in the documents', () => {
  const { docs, keeper, say } = running();
  keeper.heard({}, true, START + 1);
  for (let turn = 0; turn < 40; turn++) {
    const person = ['hugo', 'irene', 'rodrigo', 'andres'][turn % 4] ?? '';
    say({ kind: 'give', person }, START + turn * 20_000);
    keeper.look(START + turn * 20_000);
  }
  say({ kind: 'end' }, START + 800_000);
  const shared = JSON.stringify([docs.main.toJSON(), docs.internal.toJSON()]);
  const secret = JSON.stringify(keeper.private().balance);
  expect(secret).toContain('"mark"');
  for (const word of ['"mark"', 'speaking', 'milliseconds', 'share', 'attributed', 'nudges', 'picture'])
    expect(shared).not.toContain(word);
  // Of the floor only who has it now; and now nobody has.
  expect(docs.main.getMap('server').get('meeting.floor')).toMatchObject({ speaker: null });
});
