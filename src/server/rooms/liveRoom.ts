import * as Y from 'yjs';
import type { CreateKeeper, Member, PrivateState, RoomKeeper } from '../../room/keeper';
import { createTelling } from '../../room/telling';
import type { RoomPart } from '../../room/wire';
import { kindOf, type Log } from './log';
import { NotNow, type Store } from './store';

type Command = Parameters<RoomKeeper['command']>[0];
type Told = ReturnType<RoomKeeper['balanceOf']>;
type Refused = ReturnType<RoomKeeper['command']>;
export type Docs = Readonly<Record<RoomPart, Y.Doc>>;

/** A room in memory: nothing happens in it that is not on disk before anybody hears of it. */
export type LiveRoom = {
  readonly key: string;
  readonly docs: Docs;
  state: RoomKeeper['state'];
  /** Null when the update has come in and is on disk. */
  update(part: RoomPart, update: Uint8Array, by: Member): ReturnType<RoomKeeper['check']> | 'failed';
  command(command: Command, by: Member): Refused | 'failed';
  /** A socket of somebody's has the main part open, and is told what is theirs alone; to be called when it has no longer. */
  sit(member: Member, tell: (balance: Told) => void): () => void;
  /** What the host of a panel says; null when the panel is gone, or is heard no more. */
  heard(panel: object, on: boolean | null): void;
  /** Says the time to the room when it asked for it, and to people what changed by itself. */
  tick(): void;
  readonly sitting: () => number;
  /** What it wrote did not come to where it is kept, or somebody else writes the room now. */
  lost(): void;
  /** One update on disk for each part, and nothing held any more. */
  close(): void;
};

export type LiveRoomOptions = {
  readonly key: string;
  readonly docs: Docs;
  readonly store: Store;
  readonly createKeeper: CreateKeeper;
  readonly organiser: string | null;
  /** What the tenant allows to measure. */
  readonly cap: Parameters<CreateKeeper>[0]['cap'];
  readonly private: PrivateState | undefined;
  readonly updates: number;
  readonly now: () => number;
  readonly log: Log;
  /** The disk takes nothing, or the room is not what it should be: memory is ahead of the disk and must be dropped. */
  readonly failed: () => void;
};

/** The origin of what comes in from clients; Hocuspocus' own way to say "from no connection, do not store". */
const FROM_CLIENT = { source: 'local', skipStoreHooks: true } as const;
const PARTS = ['main', 'internal'] as const;

/** Puts a keeper over two loaded documents. Throws NewerRoom. */
export function createLiveRoom(options: LiveRoomOptions): LiveRoom {
  const { key, docs, store, now, log } = options;
  const onDisk = { main: 0, internal: 0 };
  let broken = false;
  let failed = false;
  let fault: unknown;
  const persist = (part: RoomPart) => (update: Uint8Array) => {
    try {
      store.append(key, part, update);
      onDisk[part] += 1;
    } catch (thrown) {
      // Yjs calls this in the middle of a transaction, where nothing may be thrown.
      broken = true;
      fault = thrown;
    }
  };
  const listeners = { main: persist('main'), internal: persist('internal') };
  PARTS.forEach((part) => docs[part].on('update', listeners[part]));
  const release = () => PARTS.forEach((part) => docs[part].off('update', listeners[part]));

  const fail = (thrown: unknown): 'failed' => {
    if (!failed) {
      failed = true;
      log({ event: 'roomFailed', code: kindOf(thrown) });
      release();
      options.failed();
    }
    return 'failed';
  };
  let keeper: RoomKeeper;
  try {
    keeper = options.createKeeper({
      docs,
      organiser: options.organiser,
      cap: options.cap,
      ...(options.private !== undefined && { private: options.private }),
    });
    if (broken) throw fault;
  } catch (thrown) {
    release();
    throw thrown;
  }
  // As it stands on disk: what the keeper made of it is written with what happens first.
  let kept = options.private;
  let recorded = false;
  let said: number | null = null;
  const seats = new Map<string, number>();

  /** Everything that one act changes is on disk together, or the room is dropped. */
  function act<T>(run: () => T): T | 'failed' {
    if (failed) return 'failed';
    try {
      let result: T | undefined;
      store.together(() => {
        result = run();
        if (broken) throw fault;
        if (keeper.private() !== kept) store.keepPrivate(key, keeper.private(), kept);
        if (!recorded && keeper.state().record !== null) store.recorded(key, now());
      });
      kept = keeper.private();
      recorded ||= keeper.state().record !== null;
      return result as T;
    } catch (thrown) {
      return fail(thrown);
    }
  }

  const telling = createTelling(keeper, now, () => void act(() => keeper.look(now())));

  const compact = (part: RoomPart): void => {
    store.compact(key, part, Y.encodeStateAsUpdate(docs[part]));
    onDisk[part] = 1;
  };

  return {
    key,
    docs,
    state: keeper.state,
    update(part, update, by) {
      if (failed) return 'failed';
      try {
        const verdict = keeper.check(part, update, by);
        if (verdict !== null) return verdict;
        const doc = docs[part];
        Y.applyUpdate(doc, update, FROM_CLIENT);
        // What waits for an update that is still to come is in no event of Yjs'.
        if (!broken && (doc.store.pendingStructs ?? doc.store.pendingDs) !== null)
          store.append(key, part, update);
        if (broken) return fail(fault);
        if (onDisk[part] > options.updates) compact(part);
        return null;
      } catch (thrown) {
        return fail(thrown);
      }
    },
    command(command, by) {
      const before = keeper.state();
      const answer = act(() => keeper.command(command, by, now()));
      if (answer !== 'failed') telling.after(before, command, by.id);
      return answer;
    },
    sit(member, tell) {
      const before = seats.get(member.id) ?? 0;
      seats.set(member.id, before + 1);
      act(() => {
        keeper.joined(member, now());
        if (before === 0) keeper.happened({ kind: 'panelOpened', person: member.id }, now());
      });
      const silent = telling.sit(member.id, tell);
      return () => {
        silent();
        const left = (seats.get(member.id) ?? 1) - 1;
        if (left > 0) return void seats.set(member.id, left);
        seats.delete(member.id);
        act(() => keeper.happened({ kind: 'panelClosed', person: member.id }, now()));
      };
    },
    heard: (panel, on) => void act(() => keeper.heard(panel, on, now())),
    tick() {
      const wake = keeper.wakeAt();
      if (wake !== null && wake <= now() && wake !== said) {
        said = wake;
        act(() => keeper.happened({ kind: 'time' }, now()));
      }
      telling.tick();
    },
    sitting: () => seats.size,
    lost: () => void fail(new NotNow()),
    close() {
      if (!failed) PARTS.filter((part) => onDisk[part] > 1).forEach(compact);
      release();
      keeper.close();
    },
  };
}
