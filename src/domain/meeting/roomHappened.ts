import { plainName } from '../plainName';
import type { Instant } from '../time/types';
import type { Room } from './applyRoom';
import { turnEnded } from './floor';
import { afterHappening, type Happening } from './happened';
import { attendeeOf, MOST, type Entered } from './seeding';
import type { PersonId } from './types';

/** What a room sees for itself: who comes in with which name, whose panel opens and closes, that time has passed. */
export type RoomHappening =
  | {
      readonly kind: 'joined';
      readonly person: { readonly id: PersonId; readonly name: string; readonly outsider: boolean };
    }
  | Exclude<Happening, { kind: 'joined' }>;

/** The room after something happened; the same object when that changes nothing. */
export function afterRoomHappening(room: Room, what: RoomHappening, now: Instant): Room {
  const happened: Happening =
    what.kind === 'joined' ? { kind: 'joined', person: attendeeOf(what.person) } : what;
  const { state } = room;
  const before = room.private.entered ?? NOBODY;
  const entered = enteredAfter(before, what);
  const meeting = state.meeting === null ? null : afterHappening(state.meeting, happened, now);
  const named = what.kind === 'joined' && !Object.hasOwn(state.names, what.person.id);
  if (meeting === state.meeting && entered === before && !named) return room;
  const turn = state.meeting !== null && meeting !== null ? turnEnded(state.meeting, meeting, now) : null;
  return {
    state: {
      ...state,
      meeting,
      ...(named && { names: { ...state.names, [what.person.id]: plainName(what.person.name) } }),
    },
    private: {
      ...room.private,
      entered,
      turns: turn === null ? room.private.turns : [...room.private.turns, turn],
    },
  };
}

const NOBODY: readonly Entered[] = [];

/** Kept apart from the meeting, because people come in before there is an agenda. */
function enteredAfter(entered: readonly Entered[], what: RoomHappening): readonly Entered[] {
  if (what.kind === 'time') return entered;
  if (what.kind === 'joined') {
    const { id, outsider } = what.person;
    const known = entered.some((one) => one.id === id);
    return known || entered.length >= MOST.people ? entered : [...entered, { id, outsider, panel: false }];
  }
  const panel = what.kind === 'panelOpened';
  return entered.some((one) => one.id === what.person && one.panel !== panel)
    ? entered.map((one) => (one.id === what.person ? { ...one, panel } : one))
    : entered;
}
