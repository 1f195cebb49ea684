import { plainName } from '../plainName';
import type { Instant } from '../time/types';
import { markEndsAt } from '../balance/stints';
import type { Room } from './applyRoom';
import { withTurnEnded } from './floor';
import { afterHappening, type Happening } from './happened';
import { isFull, isOn, loggedChange, type BalanceLog } from './measuring';
import { attendeeOf, MOST, type Entered } from './seeding';
import type { Meeting, PersonId } from './types';

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
  const happens = state.meeting === null ? null : afterHappening(state.meeting, happened, now);
  const meeting = what.kind === 'time' ? withoutForgotten(happens, room.private.balance, now) : happens;
  const named = what.kind === 'joined' && !Object.hasOwn(state.names, what.person.id);
  if (meeting === state.meeting && entered === before && !named) return room;
  const log = room.private.balance;
  return {
    state: {
      ...state,
      meeting,
      ...(named && { names: { ...state.names, [what.person.id]: plainName(what.person.name) } }),
    },
    private: {
      ...room.private,
      entered,
      ...(log !== undefined && { balance: loggedChange(log, state.meeting, meeting, null, now) }),
    },
  };
}

/** A mark that ended by itself is taken back, so that everybody sees it; in a round the next one has the floor. */
function withoutForgotten(
  meeting: Meeting | null,
  log: BalanceLog | undefined,
  now: Instant,
): Meeting | null {
  if (log === undefined || !isOn(meeting) || meeting.floor.speaker === null || isFull(log)) return meeting;
  const ends = markEndsAt(log.events);
  return ends === null || ends > now ? meeting : withTurnEnded(meeting, now);
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
