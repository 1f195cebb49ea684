import type {
  Connection,
  NoteChange,
  NoteKind,
  Room,
  RoomNotes,
  Rooms,
  RoomView,
} from '../../../src/app/ports/room';
import { PortFailure } from '../../../src/app/ports/failure';
import { applyRoomCommand, emptyRoom, type Room as Kept } from '../../../src/domain/meeting/applyRoom';
import type { MyBalance } from '../../../src/domain/balance/types';
import { balanceFor, readingOf } from '../../../src/domain/meeting/myBalance';
import type { RoomCommandBody } from '../../../src/domain/meeting/room';
import { afterRoomHappening } from '../../../src/domain/meeting/roomHappened';

type Entries = { [K in NoteKind]: { id: string; removed?: boolean }[] };

/**
 * One room over the product's own rules, with doors that a server does not have: a lost network, a refused door, an
 * answer that fails. The rooms of src/room are under test in tests/room.
 */
export function testRooms(now: () => number, organiser: string | null = 'm01') {
  let kept: Kept = { state: emptyRoom(organiser), private: { applied: [] } };
  const entries: Entries = { problem: [], idea: [], decision: [], task: [] };
  const clients = new Set<() => void>();
  /** What the server tells somebody instead of what its log says. */
  const told = new Map<string, MyBalance | null>();
  /** The signal, as it came in. */
  const heard: boolean[] = [];
  const opened: { readonly start: number; readonly me: string }[] = [];
  let ids = 0;
  const publish = () => clients.forEach((run) => run());
  const shown = (what: NoteKind) => entries[what].filter(({ removed }) => removed !== true);
  let notes: RoomNotes = { problems: [], ideas: [], decisions: [], tasks: [] };
  const renew = () => {
    const votes = kept.state.votes;
    notes = {
      problems: shown('problem'),
      ideas: shown('idea').map((idea) => ({ ...idea, votes: votes[idea.id] ?? [] })),
      decisions: shown('decision'),
      tasks: shown('task'),
    } as unknown as RoomNotes;
  };
  const write = (change: NoteChange) => {
    const all = entries[change.what];
    if (change.kind === 'add') all.push({ ...change.entry });
    else {
      const entry = all.find(({ id }) => id === change.id);
      if (entry !== undefined)
        Object.assign(
          entry,
          change.kind === 'change' ? change.fields : { removed: change.kind === 'remove' },
        );
      entries[change.what] = all.map((one) => ({ ...one })) as never;
    }
    renew();
  };
  const apply = (body: RoomCommandBody, by: string) => {
    const id = `c${++ids}`;
    const command = { ...body, id };
    const after = applyRoomCommand(kept, command, by, now());
    kept = { state: after.state, private: after.private };
    for (const problem of after.notes?.problems ?? [])
      write({ kind: 'add', what: 'problem', entry: { ...problem, from: 'before' } });
    for (const task of after.notes?.tasks ?? []) write({ kind: 'add', what: 'task', entry: task });
    renew();
  };
  const balanceOf = (person: string): MyBalance | null => {
    const reading = readingOf(kept, now());
    return told.get(person) ?? (reading === null ? null : balanceFor(kept, reading, person));
  };
  const happen = (kind: 'panelOpened' | 'panelClosed', person: string) => {
    kept = afterRoomHappening(kept, { kind, person }, now());
    publish();
  };

  /** The rooms of one device. `skew` is what its clock is behind the server's. */
  const device = (skew = 0, first: Connection = { kind: 'live' }) => {
    const listeners = new Set<() => void>();
    let connection = first;
    let view: RoomView;
    const waiting: { body: RoomCommandBody; resolve: () => void; reject: (error: unknown) => void }[] = [];
    let me = '';
    let clockOffset = skew;
    let retried = 0;
    const look = () => {
      const known = connection.kind === 'live' || connection.kind === 'alone';
      const before = view as RoomView | undefined;
      view = {
        connection,
        saved: known,
        state: known ? kept.state : (before?.state ?? null),
        notes,
        balance: known ? balanceOf(me) : (before?.balance ?? null),
        clockOffset,
      };
      listeners.forEach((run) => run());
    };
    const enter = () => {
      const outsider = me.startsWith('x');
      kept = afterRoomHappening(kept, { kind: 'joined', person: { id: me, name: '', outsider } }, now());
      happen('panelOpened', me);
    };
    const rooms: Rooms = {
      open(id, person): Room {
        opened.push({ start: id.start, me: person });
        me = person;
        look();
        clients.add(look);
        if (connection.kind === 'live' || connection.kind === 'alone') enter();
        return {
          view: {
            get: () => view,
            subscribe(run) {
              listeners.add(run);
              return () => listeners.delete(run);
            },
          },
          async command(body) {
            if (connection.kind === 'offline')
              return new Promise((resolve, reject) => waiting.push({ body, resolve, reject }));
            apply(body, me);
            publish();
          },
          write(change) {
            write(change);
            publish();
          },
          speaking: (on) => void heard.push(on),
          retry: () => void (retried += 1),
          close: () => void clients.delete(look),
        };
      },
    };
    return {
      rooms,
      retried: () => retried,
      connect(next: Connection) {
        connection = next;
        if (next.kind === 'live') {
          for (const { body, resolve } of waiting.splice(0)) {
            apply(body, me);
            resolve();
          }
          enter();
        }
        look();
      },
      /** Commands that wait are given up. */
      giveUp() {
        for (const { reject } of waiting.splice(0)) reject(new PortFailure({ kind: 'offline' }));
      },
      learnClock(offset: number) {
        clockOffset = offset;
        look();
      },
      leave: () => happen('panelClosed', me),
    };
  };

  return {
    device,
    opened,
    heard,
    /** The server tells somebody that from now on. */
    tell(person: string, change: Partial<MyBalance>) {
      const before = balanceOf(person);
      if (before === null) throw new Error('nothing is measured');
      told.set(person, { ...before, ...change });
      publish();
    },
    state: () => kept.state,
    notes: () => notes,
    /** Somebody else does something. */
    by(person: string, body: RoomCommandBody) {
      apply(body, person);
      publish();
    },
    write(change: NoteChange) {
      write(change);
      publish();
    },
    /** As a server that was not there while somebody worked alone. */
    forgetPush() {
      kept = { ...kept, state: { ...kept.state, push: { lease: null, tasks: {} } } };
      publish();
    },
  };
}
