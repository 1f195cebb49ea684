import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import type { Room, RoomId } from '../../../src/app/ports/room';
import { createMemoryKeep } from '../../support/fakes/memoryKeep';
import { aDevice } from '../../room/aDevice';
import { aProblem, aTask, anIdea } from '../../room/aRoom';
import { until } from '../../contracts/roomContract';
import type { Tenant } from '../rooms/tenant';

/** Only in what people of the company may see. */
export const SECRET_WORDS = 'Solo para los de casa';

/** Generous: three servers start anew meanwhile, on a machine that does other things, too. */
const PATIENCE_MS = 60_000;

export type Device = {
  readonly person: string;
  readonly outsider: boolean;
  readonly room: Room;
  /** Ids of what it has written, in order, and of what it was told is kept. */
  readonly written: readonly string[];
  readonly acknowledged: () => readonly string[];
  /** Votes that were answered: ideas. */
  readonly voted: ReadonlySet<string>;
  /** Everything that came over its sockets, as Latin-1. */
  readonly heard: () => string;
  write(): void;
  vote(idea: string): void;
  leave(): void;
};

/** Somebody's panel: the real client over real sockets, which notes what it wrote and what it was told. */
export function openDevice(
  tenant: Tenant,
  address: string,
  id: RoomId,
  { person, outsider }: { readonly person: string; readonly outsider: boolean },
): Device {
  let heard = '';
  class Listening extends WebSocket {
    constructor(...from: ConstructorParameters<typeof WebSocket>) {
      super(...from);
      this.on('error', () => undefined);
      this.on('message', (data: Buffer) => (heard += outsider ? Buffer.from(data).toString('latin1') : ''));
    }
  }
  const rooms = aDevice(null, person, {
    address,
    token: () => (outsider ? tenant.forge(person, { acct: 1 }) : tenant.token(person)),
    keep: createMemoryKeep(),
    clock: { now: tenant.now },
    WebSocketPolyfill: Listening,
  });
  const room = rooms.open(id, person);
  const [written, voted, mark] = [[] as string[], new Set<string>(), randomUUID().slice(0, 8)];
  let acknowledged = 0;
  // Whatever was written before this moment is kept when the view says so: nothing can come between.
  const look = () => {
    if (room.view.get().saved && room.view.get().connection.kind === 'live') acknowledged = written.length;
  };
  const unsubscribe = room.view.subscribe(look);
  return {
    person,
    outsider,
    room,
    written,
    voted,
    heard: () => heard,
    acknowledged() {
      look();
      return written.slice(0, acknowledged);
    },
    write() {
      const serial = written.length;
      const note = `${mark}-${serial}`;
      const internal = !outsider && serial % 4 === 3 && { internal: true as const };
      const words = internal === false ? 'Las ferias no traen contactos' : SECRET_WORDS;
      if (serial % 3 === 0)
        room.write({
          kind: 'add',
          what: 'problem',
          entry: aProblem({ id: note, title: words, by: person, ...internal }),
        });
      // Whoever is from outside owns no task.
      else if (serial % 3 === 1 || outsider)
        room.write({
          kind: 'add',
          what: 'idea',
          entry: anIdea({ id: note, text: words, by: person, ...internal }),
        });
      else
        room.write({
          kind: 'add',
          what: 'task',
          entry: aTask({ id: note, text: 'Enviar la lista', owner: person }),
        });
      written.push(note);
    },
    vote(idea) {
      room.command({ kind: 'vote', idea, on: true }).then(
        () => voted.add(idea),
        () => undefined,
      );
    },
    leave() {
      unsubscribe();
      room.close();
    },
  };
}

/** What is in the room as a device shows it: ids of all notes, in no order. */
export const idsAt = ({ room }: Device): readonly string[] => {
  const { problems, ideas, decisions, tasks } = room.view.get().notes;
  return [...problems, ...ideas, ...decisions, ...tasks].map(({ id }) => id).sort();
};

/** All of them are live, all that they wrote is kept, and they show the same. */
export async function inStep(devices: readonly Device[], more: () => boolean = () => true): Promise<void> {
  const settled = ({ room }: Device) => room.view.get().saved && room.view.get().connection.kind === 'live';
  const shown = ({ room }: Device) => JSON.stringify([room.view.get().state, room.view.get().notes]);
  const same = () => new Set(devices.filter(({ outsider }) => !outsider).map(shown)).size === 1;
  try {
    await until(() => devices.every(settled) && same() && more(), 'everybody in step', PATIENCE_MS);
  } catch {
    // What each of them shows says more than that they are not.
    const told = devices.map((one) => {
      const { connection, saved, state } = one.room.view.get();
      return `${connection.kind === 'denied' ? connection.why : connection.kind} saved ${saved} wrote ${one.written.length} has ${idsAt(one).length} votes ${Object.keys(state?.votes ?? {}).length}${one.outsider ? ' (outside)' : ''}`;
    });
    throw new Error(`not in step, the same ${same()}:\n${told.join('\n')}`);
  }
}

/** Asks until it is so. */
export async function asked(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`asked in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
