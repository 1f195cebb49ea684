import type { RoomProblem } from '../app/ports/room';
import { plainText } from '../domain/agenda/plainText';
import { applyRoomCommand, emptyRoom, type Room, type SeedNotes } from '../domain/meeting/applyRoom';
import type { BalanceMode } from '../domain/balance/types';
import { underCap } from '../domain/meeting/measuring';
import type { RoomCommand } from '../domain/meeting/room';
import { afterRoomHappening } from '../domain/meeting/roomHappened';
import { closesAt } from '../domain/meeting/timer';
import { unturned } from '../domain/plainName';
import { Refusal } from '../domain/refusal';
import type { Instant } from '../domain/time/types';
import { addEntry, notesOf, readState, serverOf, stateFields, writeFields, type RoomDocs } from './document';
import { createGuard, type EntryRule } from './guard';
import type { CreateKeeper } from './keeper';
import { createMeasure, roomUnderCap } from './measure';
import { migrate } from './migrations';
import { readEntry } from './noteSchema';
import { parted } from './stateParts';

/** The origin of what the keeper itself writes into the documents. */
const KEEPER = 'keeper';

/** Keeps one room. Throws NewerRoom for documents of a later version, and then writes nothing. */
export const createKeeper: CreateKeeper = ({ docs, organiser, cap, private: kept }) => {
  writing(docs, () => migrate(docs));
  let room = roomUnderCap(
    { state: readState(docs) ?? emptyRoom(organiser), private: kept ?? { applied: [] } },
    cap,
  );
  // Nobody has a panel open in a room that was just read: who comes back opens it again.
  let stale: readonly string[] = [
    ...new Set([
      ...(room.state.meeting?.panels ?? []),
      ...(room.private.entered ?? []).filter(({ panel }) => panel).map(({ id }) => id),
    ]),
  ];

  const measure = createMeasure(
    () => room,
    (next) => void (room = next),
  );

  const rule: EntryRule = (part, kind, entry) => {
    if ('owner' in entry && isOutsider(entry.owner)) return false;
    // What hangs on an internal problem is internal.
    return (
      kind === 'problem' ||
      part === 'internal' ||
      !('problem' in entry) ||
      !isHidden('problem', entry.problem)
    );
  };
  const guards = {
    main: createGuard(docs.main, 'main', rule),
    internal: createGuard(docs.internal, 'internal', rule),
  };
  const isHidden = (kind: 'problem' | 'idea' | 'task', id: string) => notesOf(docs.internal, kind).has(id);
  const isOutsider = (id: string) =>
    room.state.meeting?.people.find((person) => person.id === id)?.outsider === true;

  function publish(next: Room, notes: SeedNotes | null): void {
    const changed = next.state !== room.state || notes !== null;
    room = next;
    if (!changed) return;
    guards.main.own(docs.main.clientID);
    guards.internal.own(docs.internal.clientID);
    writing(docs, () => {
      if (notes !== null) addSeedNotes(docs, notes);
      if (room.state.balance === undefined) serverOf(docs.main).delete('balance');
      const { main, hidden } = parted(room.state, (id) => isHidden('idea', id) || isHidden('task', id));
      writeFields(serverOf(docs.main), stateFields(main));
      writeFields(serverOf(docs.internal), hidden);
    });
  }

  const settle = (now: Instant): void => {
    const closing = stale;
    stale = [];
    const closed = closing.reduce<Room>(
      (at, person) => afterRoomHappening(at, { kind: 'panelClosed', person }, now),
      room,
    );
    publish(closed, null);
  };

  // The organiser is whom Graph names today, also when the room has stood for a while.
  const named = organiser ?? room.state.organiser;
  const meeting = room.state.meeting;
  publish(
    {
      ...room,
      state: {
        ...room.state,
        organiser: named,
        meeting: meeting === null || named === null ? meeting : { ...meeting, organiser: named },
      },
    },
    null,
  );

  return {
    state: () => room.state,
    private: () => room.private,
    check(part, update, by) {
      if (part === 'internal' && by.outsider) return 'refused';
      return guards[part].check(update, by);
    },
    command(command, by, now) {
      settle(now);
      try {
        const { notes, ...next } = applyRoomCommand(room, capped(command, cap), by.id, now);
        publish(next, notes);
        measure.hear(now);
        return null;
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        return { code: fault.code, data: fault.data };
      }
    },
    joined(member, now) {
      settle(now);
      publish(afterRoomHappening(room, { kind: 'joined', person: member }, now), null);
    },
    happened(what, now) {
      settle(now);
      publish(afterRoomHappening(room, what, now), null);
      measure.hear(now);
    },
    heard(panel, on, now) {
      settle(now);
      measure.heard(panel, on, now);
    },
    look(now) {
      settle(now);
      measure.look(now);
    },
    balanceOf: measure.balanceOf,
    wakeAt() {
      const { meeting: at } = room.state;
      const closes = at?.phase === 'running' ? closesAt(at) : null;
      const forgotten = measure.forgottenAt();
      return closes === null || forgotten === null ? (closes ?? forgotten) : Math.min(closes, forgotten);
    },
    close() {
      guards.main.close();
      guards.internal.close();
    },
  };
};

/** No agenda brings more than the tenant allows. */
const capped = (command: RoomCommand, cap: BalanceMode): RoomCommand =>
  command.kind === 'seed' ? { ...command, seed: underCap(command.seed, cap) } : command;

/** One transaction for each part. */
function writing({ main, internal }: RoomDocs, run: () => void): void {
  main.transact(() => internal.transact(run, KEEPER), KEEPER);
}

/** What is left from before comes from a record: what is no entry as it stands is made one, or left out. */
function addSeedNotes(docs: RoomDocs, { problems, tasks }: SeedNotes): void {
  const line = (text: string) => plainText(unturned(text));
  const hidden = new Set(problems.filter(({ internal }) => internal === true).map(({ id }) => id));
  for (const problem of problems) {
    const entry = readEntry('problem', {
      ...problem,
      title: line(problem.title),
      from: (problem as RoomProblem).from ?? 'before',
    });
    if (entry !== undefined) addEntry(docs, 'problem', entry);
  }
  for (const task of tasks) {
    const internal = task.internal === true || hidden.has(task.problem);
    const entry = readEntry('task', { ...task, text: line(task.text), ...(internal && { internal }) });
    if (entry !== undefined) addEntry(docs, 'task', entry);
  }
}
