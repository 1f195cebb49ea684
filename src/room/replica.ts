import * as Y from 'yjs';
import type { Clock, Ids } from '../app/ports/clock';
import type { Connection, NoteChange, Refused, RoomView } from '../app/ports/room';
import type { Readable } from '../app/ports/composeHost';
import { applyRoomCommand, type Room } from '../domain/meeting/applyRoom';
import type { MyBalance } from '../domain/balance/types';
import type { RoomCommand, RoomCommandBody, RoomState } from '../domain/meeting/room';
import type { PersonId } from '../domain/meeting/types';
import { Refusal } from '../domain/refusal';
import { aloneAfter, aloneRoom, unmeasured, withAloneNotes, type AloneRoom } from './aloneRoom';
import { findEntry, readNotes, readState, type RoomDocs } from './document';
import { lazily } from './readable';
import { asWritten, writeNote } from './noteWriting';
import { createWaiting, type Waiting } from './waitingCommands';

/** What one device has of a room: its documents, what waits in it, and what it shows. It knows no network. */
export type Replica = {
  readonly view: Readable<RoomView>;
  readonly docs: () => RoomDocs;
  command(body: RoomCommandBody): Promise<void>;
  write(change: NoteChange): void;

  readonly waiting: () => readonly Waiting[];
  answer(id: string, refused: Refused | undefined): void;
  expire(): void;
  connection(now: Connection): void;
  clockOffset(milliseconds: number): void;
  /** What the server tells of who had the floor. */
  balance(told: MyBalance | null): void;
  /** Whether people of the company's part may be opened at all. */
  outside(): void;
  /** Works for its user alone from here on; what waits is done at once. */
  alone(): void;
  /** The server is there: its documents count again. */
  together(): void;
  /** The server has all that was written. */
  acknowledged(): void;
  /** Documents anew; what was written and not acknowledged waits for `rewrite`, or is given up. */
  renew(giveUp: boolean): RoomDocs;
  /** Writes again what is not yet in the documents. */
  rewrite(): void;
  readonly pending: () => Pending;
  load(pending: Pending, docs: Readonly<Record<'main' | 'internal', Uint8Array>>): void;
  close(): void;
};

/** What the server does not have yet. */
export type Pending = {
  readonly changes: readonly NoteChange[];
  readonly commands: readonly Waiting[];
  readonly alone: AloneRoom | null;
};

/** `sent` is told each new command, `touched` that something waits now or no longer. */
export function createReplica(from: {
  readonly me: PersonId;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sent: (command: RoomCommand) => void;
  readonly touched: () => void;
}): Replica {
  const { me, clock, ids } = from;
  let docs: RoomDocs = { main: new Y.Doc(), internal: new Y.Doc() };
  let connection: Connection = { kind: 'connecting' };
  let offset = 0;
  let balance: MyBalance | null = null;
  let changes: readonly NoteChange[] = [];
  let alone: AloneRoom | null = null;
  let outside = false;
  /** Something that was written is not in the documents. */
  let behind = false;
  /** Something that was written alone is about what the agenda is still to bring. */
  let early = false;
  let updates = 0;
  const now = () => clock.now() + offset;
  const view = lazily(look);
  const waiting = createWaiting(() => view.changed());

  function stateNow(): RoomState | null {
    const state = alone?.state ?? readState(docs);
    if (state === null) return null;
    const room: Room = { state, private: { applied: [] } };
    return waiting.all().reduce((at, { command, at: given }) => shownAfter(at, command, given), room).state;
  }

  /** What the server would refuse is not shown as done. */
  function shownAfter(room: Room, command: RoomCommand, given: number): Room {
    try {
      const { state } = applyRoomCommand(room, unmeasured(command), me, given);
      return { ...room, state };
    } catch (fault) {
      if (fault instanceof Refusal) return room;
      throw fault;
    }
  }

  function look(): RoomView {
    const state = stateNow();
    const notes = readNotes(docs, state?.votes ?? {});
    return {
      connection,
      saved: changes.length === 0 && waiting.all().length === 0,
      state,
      notes: alone === null ? notes : withAloneNotes(notes, alone, changes),
      balance: alone === null ? balance : null,
      clockOffset: offset,
    };
  }

  const updated = () => {
    updates += 1;
    view.changed();
    if (!early || (readState(docs)?.meeting ?? null) === null) return;
    early = false;
    changes.forEach(rewriting);
  };
  const listen = () => Object.values(docs).forEach((doc) => doc.on('update', updated));
  const dropDocs = () => Object.values(docs).forEach((doc) => doc.destroy());
  listen();

  const hidden = (problem: string) =>
    alone?.problems.some(({ id, internal }) => id === problem && internal === true) === true;

  const awaited = (change: NoteChange): boolean =>
    change.kind !== 'add' && findEntry(docs, change.what, change.id) === undefined;

  const rewriting = (change: NoteChange) => {
    try {
      writeNote(docs, asWritten(docs, change, me, now(), hidden));
    } catch (fault) {
      // What changed meanwhile no longer fits: the newer one stays.
      if (!(fault instanceof Refusal)) throw fault;
    }
  };

  function doneAlone(room: AloneRoom, command: RoomCommand): void {
    alone = aloneAfter(room, command, me, now());
    view.changed();
    from.touched();
  }

  return {
    view,
    docs: () => docs,
    async command(body) {
      const command = { ...body, id: ids.next() };
      if (alone !== null) return doneAlone(alone, command);
      const answered = waiting.add({ command, at: now() });
      from.touched();
      from.sent(command);
      return answered;
    },
    write(change) {
      const written = asWritten(docs, change, me, now(), hidden);
      const internal = written.kind === 'add' && (written.entry as { internal?: true }).internal === true;
      if (outside && internal) throw new Refusal('meeting/not-allowed');
      // First among what waits: the document tells its listeners at once.
      const [before, count] = [changes, updates];
      changes = [...changes, written];
      try {
        writeNote(docs, written);
      } catch (fault) {
        changes = before;
        throw fault;
      }
      // It was so already.
      if (updates === count && alone === null) changes = before;
      view.changed();
      from.touched();
    },
    waiting: waiting.all,
    answer(id, refused) {
      waiting.answer(id, refused);
      from.touched();
    },
    expire: () => waiting.expire(now()),
    connection(is) {
      if (JSON.stringify(is) === JSON.stringify(connection)) return;
      connection = is;
      view.changed();
    },
    clockOffset(milliseconds) {
      if (milliseconds === offset) return;
      offset = milliseconds;
      view.changed();
    },
    balance(told) {
      balance = told;
      view.changed();
    },
    outside() {
      outside = true;
    },
    alone() {
      if (alone !== null) return;
      let room = aloneRoom(me);
      for (const { command, at, done } of waiting.take()) {
        try {
          room = aloneAfter(room, command, me, at);
          done();
        } catch (fault) {
          done(fault as Error);
        }
      }
      alone = room;
      behind = true;
      connection = { kind: 'alone' };
      view.changed();
    },
    together() {
      if (alone === null) return;
      alone = null;
      view.changed();
    },
    acknowledged() {
      if (changes.length === 0) return;
      early = (readState(docs)?.meeting ?? null) === null && changes.some(awaited);
      const left = early ? changes.filter(awaited) : [];
      if (left.length > 0 && left.length === changes.length) return;
      changes = left;
      view.changed();
      from.touched();
    },
    renew(giveUp) {
      dropDocs();
      docs = { main: new Y.Doc(), internal: new Y.Doc() };
      if (giveUp) changes = [];
      behind = true;
      listen();
      view.changed();
      return docs;
    },
    rewrite() {
      if (behind) changes.forEach(rewriting);
      behind = false;
    },
    pending: () => ({ changes, commands: waiting.all().map(({ command, at }) => ({ command, at })), alone }),
    load(pending, encoded) {
      Y.applyUpdate(docs.main, encoded.main);
      Y.applyUpdate(docs.internal, encoded.internal);
      changes = [...pending.changes, ...changes];
      alone = pending.alone;
      if (alone !== null) {
        behind = true;
        connection = { kind: 'alone' };
      }
      waiting.load(pending.commands);
      waiting.expire(now());
    },
    close: dropDocs,
  };
}
