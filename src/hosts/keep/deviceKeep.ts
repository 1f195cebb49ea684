import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { KeptRoom, RoomKeep } from '../../app/ports/roomKeep';

/**
 * Keeps rooms in this browser's database. A frame may be forbidden to store anything, and a disk may be full: then
 * nothing is kept, and nobody is told, for what is on screen is not lost by that.
 */
export function createDeviceKeep(): RoomKeep {
  let store: UseStore | undefined;
  const quietly = async <T>(run: (store: UseStore) => Promise<T>): Promise<T | undefined> => {
    try {
      store ??= createStore('cadencia-rooms', 'rooms');
      return await run(store);
    } catch {
      return undefined;
    }
  };
  return {
    async read(room) {
      const kept = await quietly((from) => get<unknown>(room, from));
      return isKept(kept) ? kept : undefined;
    },
    async write(room, kept) {
      await quietly((to) => set(room, kept, to));
    },
    async drop(room) {
      await quietly((from) => del(room, from));
    },
    async dropOlder(than) {
      await quietly(async (from) => {
        for (const [room, kept] of await entries<string, unknown>(from))
          if (!isKept(kept) || kept.at < than) await del(room, from);
      });
    },
  };
}

function isKept(value: unknown): value is KeptRoom {
  const kept = value as Partial<KeptRoom> | null | undefined;
  return (
    typeof kept?.at === 'number' &&
    typeof kept.waiting === 'string' &&
    kept.main instanceof Uint8Array &&
    kept.internal instanceof Uint8Array
  );
}
