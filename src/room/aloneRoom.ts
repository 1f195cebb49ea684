import type { NoteChange, RoomNotes, RoomProblem } from '../app/ports/room';
import { applyRoomCommand, emptyRoom, type Room } from '../domain/meeting/applyRoom';
import { underCap } from '../domain/meeting/measuring';
import type { LeftTask, RoomCommand } from '../domain/meeting/room';
import type { PersonId } from '../domain/meeting/types';
import type { Instant } from '../domain/time/types';

/**
 * The room of a device without a server: its user organises and chairs. Nothing of it goes into the shared document;
 * when the server comes, only what was captured goes there.
 */
export type AloneRoom = Room & {
  readonly problems: readonly RoomProblem[];
  readonly tasks: readonly LeftTask[];
};

/** A room in which only this person is. */
export const aloneRoom = (me: PersonId): AloneRoom => ({
  state: emptyRoom(me),
  private: { applied: [], entered: [{ id: me, outsider: false, panel: true }] },
  problems: [],
  tasks: [],
});

/** Only the server measures: what a device shows before its answer, or shows alone, has no balance. */
export const unmeasured = (command: RoomCommand): RoomCommand =>
  command.kind === 'seed' ? { ...command, seed: underCap(command.seed, 'off') } : command;

/** The room after a command of its user; refuses as the server does. */
export function aloneAfter(room: AloneRoom, command: RoomCommand, me: PersonId, now: Instant): AloneRoom {
  const { state, private: kept, notes } = applyRoomCommand(room, unmeasured(command), me, now);
  const { meeting } = state;
  const chaired =
    meeting === null || meeting.chair === me ? meeting : { ...meeting, chair: me, chairGoneSince: null };
  return {
    state: { ...state, meeting: chaired },
    private: kept,
    problems: [...room.problems, ...(notes?.problems ?? [])],
    tasks: [...room.tasks, ...(notes?.tasks ?? [])],
  };
}

/** What came with an agenda stands beside the document, where only this device sees it; changes of it are applied here. */
export function withAloneNotes(notes: RoomNotes, room: AloneRoom, changes: readonly NoteChange[]): RoomNotes {
  const merged = <T extends { readonly id: string }>(
    what: 'problem' | 'task',
    here: readonly T[],
    mine: readonly T[],
  ): readonly T[] => {
    const known = new Set(mine.map(({ id }) => id));
    return [
      ...here.filter(({ id }) => !known.has(id)).flatMap((one) => changedBy(what, one, changes)),
      ...mine,
    ];
  };
  return {
    ...notes,
    problems: merged('problem', room.problems, notes.problems),
    tasks: merged('task', room.tasks, notes.tasks),
  };
}

function changedBy<T extends { readonly id: string }>(
  what: 'problem' | 'task',
  entry: T,
  changes: readonly NoteChange[],
): readonly T[] {
  let [is, shown] = [entry, true];
  for (const change of changes) {
    if (change.kind === 'add' || change.what !== what || change.id !== entry.id) continue;
    if (change.kind === 'change') is = { ...is, ...change.fields };
    else shown = change.kind === 'restore';
  }
  return shown ? [is] : [];
}
