import { createStore, get, set, type UseStore } from 'idb-keyval';
import type { ToldHere } from '../../app/ports/toldHere';

/** Remembers in this browser's database what was told. A frame that may store nothing tells it each time. */
export function createDeviceTold(): ToldHere {
  let store: UseStore | undefined;
  const quietly = async <T>(run: (store: UseStore) => Promise<T>): Promise<T | undefined> => {
    try {
      // A database has one store of this library's: rooms have theirs.
      store ??= createStore('cadencia-told', 'told');
      return await run(store);
    } catch {
      return undefined;
    }
  };
  return {
    has: async (what) => (await quietly((from) => get<unknown>(what, from))) === true,
    async add(what) {
      await quietly((to) => set(what, true, to));
    },
  };
}
