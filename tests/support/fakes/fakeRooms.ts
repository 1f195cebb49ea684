import { createMemoryRooms, type MemoryRooms } from './memoryRooms';
import type { Member } from '../../../src/room/keeper';

export type FakeRooms = MemoryRooms & {
  /** Moves the clock of all rooms and devices. */
  pass(milliseconds: number): void;
  now(): number;
};

/** The rooms in memory, with a clock that stands still and ids that count. */
export function fakeRooms(from: {
  readonly now: number;
  readonly organiser: string | null;
  readonly member?: (id: string) => Member;
}): FakeRooms {
  let now = from.now;
  let made = 0;
  const { now: _, ...rest } = from;
  const rooms = createMemoryRooms({
    ...rest,
    clock: { now: () => now },
    ids: { next: () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}` },
  });
  return {
    ...rooms,
    now: () => now,
    pass(milliseconds) {
      now += milliseconds;
      rooms.tick();
    },
  };
}
