import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { RoomKeep } from '../../src/app/ports/roomKeep';
import { createLiveRooms, type LiveRoomsOptions } from '../../src/room/liveRooms';
import { createMemoryKeep } from '../support/fakes/memoryKeep';
import type { Rooms } from '../../src/app/ports/room';

/** The real client over a real socket, on a machine whose clock says what it says. */
export function aDevice(
  address: string | null,
  person: string,
  change: Partial<LiveRoomsOptions> & { readonly keep?: RoomKeep } = {},
): Rooms {
  return createLiveRooms({
    address: address === null ? null : `${address}/${person}`,
    token: () => Promise.resolve(person),
    keep: createMemoryKeep(),
    clock: { now: () => Date.now() },
    ids: { next: () => randomUUID() },
    random: Math.random,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    WebSocketPolyfill: WebSocket,
    ...change,
  });
}
