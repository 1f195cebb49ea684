import { applyRoomCommand, emptyRoom, type Room } from '../../../src/domain/meeting/applyRoom';
import { withSignal } from '../../../src/domain/meeting/measuring';
import { balanceFor, readingOf, withNudge } from '../../../src/domain/meeting/myBalance';
import type { RoomCommandBody, Seed } from '../../../src/domain/meeting/room';
import { afterRoomHappening, type RoomHappening } from '../../../src/domain/meeting/roomHappened';
import { aSeed } from '../../room/aRoom';
import { START } from './aMeeting';

type Agreed = NonNullable<Seed['balance']>;

/** An agenda whose team agreed to measure; every item wants many voices unless said. */
export const aMeasuredSeed = (balance: Partial<Agreed> = {}, change: Partial<Seed> = {}): Seed =>
  aSeed({ balance: { mode: 'persons', since: START - 1, nudge: true, declined: [], ...balance }, ...change });

/** A room of which each test says what happens in it; Irene does it unless said. Nothing has come in with null. */
export function aMeasured(seed: Seed | null = aMeasuredSeed()) {
  let room: Room = { state: emptyRoom('rodrigo'), private: { applied: [] } };
  let made = 0;
  const self = {
    room: () => room,
    log: () => room.private.balance,
    events: () => room.private.balance?.events ?? [],
    say(body: RoomCommandBody, now: number, by = 'irene') {
      const { notes: _, ...next } = applyRoomCommand(room, { ...body, id: `m${made++}` }, by, now);
      room = next;
      return self;
    },
    happen(what: RoomHappening, now: number) {
      room = afterRoomHappening(room, what, now);
      return self;
    },
    hear(on: boolean, now: number) {
      const { balance } = room.private;
      if (balance !== undefined)
        room = {
          ...room,
          private: { ...room.private, balance: withSignal(balance, room.state.meeting, on, now) },
        };
      return self;
    },
    /** Here, in the room. */
    come(people: readonly string[], now: number) {
      people.forEach((person) => self.say({ kind: 'present', person, how: 'room' }, now));
      return self;
    },
    look(now: number) {
      const reading = readingOf(room, now);
      const balance = reading === null ? null : withNudge(room, reading);
      if (balance !== null) room = { ...room, private: { ...room.private, balance } };
      return self;
    },
    told(person: string, now: number) {
      const reading = readingOf(room, now);
      return reading === null ? null : balanceFor(room, reading, person);
    },
  };
  return seed === null ? self : self.say({ kind: 'seed', seed }, START, 'rodrigo');
}

/** Running, with these four here: two of each area. */
export const FOUR = ['irene', 'hugo', 'rodrigo', 'andres'] as const;
export const measuredFour = (seed?: Seed) => aMeasured(seed).come(FOUR, START).say({ kind: 'start' }, START);
