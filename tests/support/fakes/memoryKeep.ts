import type { KeptRoom, RoomKeep } from '../../../src/app/ports/roomKeep';

/** A device that forgets when it is switched off. */
export function createMemoryKeep(): RoomKeep & { readonly rooms: ReadonlyMap<string, KeptRoom> } {
  const rooms = new Map<string, KeptRoom>();
  return {
    rooms,
    read: (room) => Promise.resolve(rooms.get(room)),
    write(room, kept) {
      rooms.set(room, kept);
      return Promise.resolve();
    },
    drop(room) {
      rooms.delete(room);
      return Promise.resolve();
    },
    dropOlder(than) {
      rooms.forEach(({ at }, room) => at < than && rooms.delete(room));
      return Promise.resolve();
    },
  };
}
