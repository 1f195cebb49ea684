import * as v from 'valibot';
import * as Y from 'yjs';
import type { Clock } from '../app/ports/clock';
import type { RoomKeep } from '../app/ports/roomKeep';
import type { RoomCommand } from '../domain/meeting/room';
import { aloneRoom, type AloneRoom } from './aloneRoom';
import { readChange } from './noteWriting';
import type { Pending, Replica } from './replica';

/** What the server did not get stays on a device so long. */
export const KEPT_FOR = 7 * 24 * 60 * 60_000;

const WAITING = v.object({
  changes: v.array(v.unknown()),
  commands: v.array(
    v.object({ command: v.looseObject({ id: v.string(), kind: v.string() }), at: v.number() }),
  ),
  alone: v.nullable(v.looseObject({ state: v.looseObject({}), private: v.looseObject({}) })),
});

/** Keeps on the device what waits for the server, and takes it away when nothing waits any more. */
export function createKeeping(
  keep: RoomKeep,
  name: string,
  clock: Clock,
  replica: Replica,
): { load(): Promise<boolean>; touched(): void } {
  let writing = false;
  let again = false;
  let kept = false;
  let loaded = false;

  async function write(): Promise<void> {
    const pending = replica.pending();
    const waits =
      pending.changes.length > 0 ||
      pending.commands.length > 0 ||
      (pending.alone?.state.meeting ?? null) !== null;
    if (waits) {
      kept = true;
      const { main, internal } = replica.docs();
      await keep.write(name, {
        at: clock.now(),
        main: Y.encodeStateAsUpdate(main),
        internal: Y.encodeStateAsUpdate(internal),
        waiting: JSON.stringify(pending),
      });
    } else if (kept) {
      kept = false;
      await keep.drop(name);
    }
  }

  async function run(): Promise<void> {
    writing = true;
    do {
      again = false;
      await write();
    } while (again);
    writing = false;
  }

  return {
    /** Whether something was there. */
    async load() {
      await keep.dropOlder(clock.now() - KEPT_FOR);
      const was = await keep.read(name);
      loaded = true;
      const pending = was === undefined ? undefined : readPending(was.waiting);
      if (was === undefined || pending === undefined) {
        void run();
        return false;
      }
      kept = true;
      try {
        replica.load(pending, was);
      } catch {
        // Bytes that are no document: what is in the list of changes is written anew.
        replica.renew(false);
        replica.rewrite();
      }
      void run();
      return true;
    },
    touched() {
      // Before it was read, what is there must not be written over.
      if (!loaded) return;
      if (writing) again = true;
      else void run();
    },
  };
}

function readPending(text: string): Pending | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = v.safeParse(WAITING, value);
  if (!read.success) return undefined;
  const { changes, commands, alone } = read.output;
  return {
    changes: changes.map(readChange).filter((one) => one !== undefined),
    commands: commands.map(({ command, at }) => ({ command: command as unknown as RoomCommand, at })),
    alone: alone === null ? null : ({ ...aloneRoom(''), ...alone } as unknown as AloneRoom),
  };
}
