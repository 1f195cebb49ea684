import * as Y from 'yjs';
import type { Meeting } from '../../domain/meeting/types';
import { readNotes, readState } from '../../room/document';
import { roomOf } from '../../room/wire';
import type { Leases } from '../scale/leases';
import type { TokenCheck } from './accessToken';
import type { House } from './house';
import type { Store } from './store';

/** The rooms as whoever administers the tenant may see and end them. Who that is decides whoever asks (adminRoutes.ts). */
export type RoomsAdmin = {
  readonly check: TokenCheck['check'];
  /** How many rooms are kept. */
  kept(): Promise<number>;
  /** How many of them are open, at any process. Fails with NotNow while nobody can tell. */
  open(): Promise<number>;
  /** Each room that is kept as one line of JSON, read when it is asked for. */
  lines(): AsyncGenerator<string>;
  /** Forgets every room that nobody is in, and wipes it from the files; those that are open, in any process, stay. */
  purge(): Promise<{ readonly gone: number; readonly open: number }>;
};

/** Other work of the process goes on between one room and the next. */
const breathe = () => new Promise<void>((go) => setImmediate(go));

export function createRoomsAdmin(from: {
  readonly tokens: TokenCheck;
  readonly store: Store;
  readonly house: Pick<House, 'keys' | 'has'>;
  /** Where there are several processes. */
  readonly leases: Pick<Leases, 'held'> | undefined;
}): RoomsAdmin {
  const { tokens, store, house, leases } = from;
  return {
    check: (token, now) => tokens.check(token, now),
    kept: async () => (await store.all()).length,
    open: async () =>
      leases === undefined
        ? house.keys().size
        : (await leases.held((await store.all()).map(({ room }) => room))).size,
    async *lines() {
      for (const { room, recorded } of await store.all()) {
        const line = await lineOf(store, room, recorded);
        if (line !== undefined) yield `${line}\n`;
        await breathe();
      }
    },
    async purge() {
      let [gone, open] = [0, 0];
      for (const { room } of await store.all()) {
        // Whoever came in meanwhile goes on.
        if (!house.has(room) && (await store.forget(room))) gone += 1;
        else open += 1;
        await breathe();
      }
      await store.wipe();
      return { gone, open };
    },
  };
}

/**
 * What everybody in the meeting saw and can see again, internal entries too. Who spoke when, and whatever else the server
 * keeps for itself, is no part of the documents, and not of this; nor is who has the floor at this moment, or waits for it.
 */
async function lineOf(store: Store, room: string, recorded: boolean): Promise<string | undefined> {
  const id = roomOf(room)?.id;
  const kept = await store.load(room);
  if (id === undefined || kept === undefined) return undefined;
  const docs = { main: new Y.Doc(), internal: new Y.Doc() };
  try {
    for (const part of ['main', 'internal'] as const)
      for (const update of kept.updates[part]) Y.applyUpdate(docs[part], update);
    const read = readState(docs);
    const notes = readNotes(docs, read?.votes ?? {});
    const state = read && { ...read, meeting: read.meeting && withoutFloor(read.meeting) };
    return JSON.stringify({ ...id, start: new Date(id.start).toISOString(), recorded, state, notes });
  } finally {
    docs.main.destroy();
    docs.internal.destroy();
  }
}

function withoutFloor({ floor: _, ...rest }: Meeting): Omit<Meeting, 'floor'> {
  return rest;
}
