import type { Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { CreateKeeper } from '../../room/keeper';
import { nameOf } from '../../room/wire';
import type { RoomId } from './entrance';
import type { Limits } from './limits';
import { createLiveRoom, type LiveRoom } from './liveRoom';
import { kindOf, type Log } from './log';
import { NotNow, type Store } from './store';
import type { Leases } from '../scale/leases';

/** The rooms that are open now. */
export type House = {
  /** Opens the room, or hands out the open one. Fails with NewerRoom. */
  open(key: string, id: RoomId, organiser: string | null): Promise<LiveRoom>;
  keys(): ReadonlySet<string>;
  /** Whether it is open here, or being opened. */
  has(key: string): boolean;
  /** What was written of it last is not kept: whoever is in it comes again. */
  lost(key: string): void;
  /** Time passes: for the rooms, and out of memory with those that nobody uses. */
  tick(): void;
  close(): Promise<void>;
};

export type HouseOptions = {
  readonly hocuspocus: Hocuspocus;
  readonly store: Store;
  readonly createKeeper: CreateKeeper;
  /** What the tenant allows to measure. */
  readonly cap: Parameters<CreateKeeper>[0]['cap'];
  readonly limits: Limits;
  readonly now: () => number;
  readonly log: Log;
  /** A room could not go on: whoever is in it comes again. */
  readonly dropped: (key: string) => void;
  /** Where there are several processes: which of them has which room. */
  readonly leases?: Pick<Leases, 'owner' | 'release'> | undefined;
};

/** The key of a room: its main document's name. */
export const keyOf = (id: RoomId): string => nameOf(id, 'main');

type DirectConnection = Awaited<ReturnType<Hocuspocus['openDirectConnection']>>;

type Opened = {
  readonly room: LiveRoom;
  readonly connections: readonly DirectConnection[];
  usedAt: number;
};

const FROM_DISK = { source: 'local', skipStoreHooks: true } as const;

/** Keeps both documents of each open room in Hocuspocus, pinned there so that they come and go together. */
export function createHouse(options: HouseOptions): House {
  const { hocuspocus, store, createKeeper, limits, now, log } = options;
  const rooms = new Map<string, Promise<Opened>>();
  const opened = new Map<string, Opened>();
  const leaving = new Map<string, Promise<void>>();

  async function enter(key: string, id: RoomId, organiser: string | null): Promise<Opened> {
    await leaving.get(key);
    const connections = [
      await hocuspocus.openDirectConnection(key),
      await hocuspocus.openDirectConnection(nameOf(id, 'internal')),
    ] as const;
    try {
      const [main, internal] = connections.map(({ document }) => document as unknown as Y.Doc) as [
        Y.Doc,
        Y.Doc,
      ];
      const docs = { main, internal };
      if (options.leases !== undefined && (await options.leases.owner(key)) !== 'mine') throw new NotNow();
      const kept = await store.take(key, id.start, organiser);
      for (const part of ['main', 'internal'] as const) {
        const doc = docs[part];
        doc.transact(
          () => kept.updates[part].forEach((one) => Y.applyUpdate(doc, one, FROM_DISK)),
          FROM_DISK,
        );
      }
      const room = createLiveRoom({
        key,
        docs,
        store,
        createKeeper,
        organiser: organiser ?? kept.organiser,
        cap: options.cap,
        private: kept.private,
        updates: limits.updates,
        now,
        log,
        failed: () => drop(key),
      });
      const all = { room, connections, usedAt: performance.now() };
      opened.set(key, all);
      log({ event: 'roomOpened', count: opened.size });
      return all;
    } catch (fault) {
      store.drop(key);
      await store.leave(key);
      await Promise.all(connections.map((one) => one.disconnect()));
      throw fault;
    }
  }

  function leave(key: string, { room, connections }: Opened): Promise<void> {
    rooms.delete(key);
    opened.delete(key);
    try {
      room.close();
    } catch (fault) {
      log({ event: 'roomFailed', code: kindOf(fault) });
    }
    const left = Promise.resolve(store.leave(key))
      .then(() => options.leases?.release(key))
      .then(() => Promise.all(connections.map((one) => one.disconnect())))
      .then(() => log({ event: 'roomClosed', count: opened.size }))
      .finally(() => leaving.delete(key));
    leaving.set(key, left);
    return left;
  }

  function drop(key: string): void {
    const all = opened.get(key);
    store.drop(key);
    options.dropped(key);
    if (all !== undefined) void leave(key, all);
  }

  return {
    async open(key, id, organiser) {
      let opening = rooms.get(key);
      if (opening === undefined) {
        opening = enter(key, id, organiser);
        rooms.set(key, opening);
        opening.catch(() => rooms.delete(key));
      }
      const all = await opening;
      all.usedAt = performance.now();
      return all.room;
    },
    keys: () => new Set(rooms.keys()),
    has: (key) => rooms.has(key),
    lost: (key) => opened.get(key)?.room.lost(),
    tick() {
      const at = performance.now();
      for (const [key, all] of opened) {
        all.room.tick();
        if (all.connections.some(({ document }) => (document?.getConnectionsCount() ?? 0) > 1))
          all.usedAt = at;
        else if (at - all.usedAt > limits.emptyMs) void leave(key, all);
      }
    },
    async close() {
      await Promise.all([...opened].map(([key, all]) => leave(key, all)));
    },
  };
}
