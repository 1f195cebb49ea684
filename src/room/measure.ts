import { markEndsAt } from '../domain/balance/stints';
import type { BalanceEvent, BalanceMode, MyBalance } from '../domain/balance/types';
import type { Room } from '../domain/meeting/applyRoom';
import { isFull, isOn, stateUnderCap, withSignal, type BalanceLog } from '../domain/meeting/measuring';
import { balanceFor, readingOf, withNudge, type Reading } from '../domain/meeting/myBalance';
import type { PersonId } from '../domain/meeting/types';
import type { Instant } from '../domain/time/types';

/** What a keeper does beside the documents where the meeting measures. */
export type Measure = {
  heard(panel: object, on: boolean | null, now: Instant): void;
  /** Takes the signal into the log; to be said after whatever may have begun or ended the meeting. */
  hear(now: Instant): void;
  look(now: Instant): void;
  balanceOf(person: PersonId, now: Instant): MyBalance | null;
  /** When the mark that stands is to be taken back as forgotten. */
  readonly forgottenAt: () => Instant | null;
};

/** `set` is handed the room with another private part. */
export function createMeasure(get: () => Room, set: (room: Room) => void): Measure {
  /** The panels whose host has told anything, and whether it hears somebody. */
  const hosts = new Map<object, boolean>();
  let reading: { readonly of: Room; readonly now: Instant; readonly is: Reading | null } | null = null;
  let ends: { readonly of: readonly BalanceEvent[]; readonly at: Instant | null } | null = null;

  const put = (balance: BalanceLog | null | undefined): void => {
    const room = get();
    if (balance !== room.private.balance && balance !== null && balance !== undefined)
      set({ ...room, private: { ...room.private, balance } });
  };
  // Everybody is told at one moment: it is read once for all.
  const readAt = (now: Instant): Reading | null => {
    const room = get();
    if (reading?.of !== room || reading.now !== now) reading = { of: room, now, is: readingOf(room, now) };
    return reading.is;
  };
  const hear = (now: Instant): void => {
    const { state, private: kept } = get();
    if (kept.balance !== undefined)
      put(withSignal(kept.balance, state.meeting, [...hosts.values()].includes(true), now));
  };

  return {
    heard(panel, on, now) {
      if (on === null) hosts.delete(panel);
      else hosts.set(panel, on);
      hear(now);
    },
    hear,
    look(now) {
      const read = readAt(now);
      if (read !== null) put(withNudge(get(), read));
    },
    balanceOf(person, now) {
      const read = readAt(now);
      return read === null ? null : balanceFor(get(), read, person);
    },
    forgottenAt() {
      const { state, private: kept } = get();
      const log = kept.balance;
      if (log === undefined || !isOn(state.meeting) || state.meeting.floor.speaker === null || isFull(log))
        return null;
      if (ends?.of !== log.events) ends = { of: log.events, at: markEndsAt(log.events) };
      return ends.at;
    },
  };
}

/**
 * A room as it was read, under what the tenant allows today: where nothing may be measured any more the log is gone. Whom a
 * process that is no more heard last was heard until its last word, and nobody since.
 */
export function roomUnderCap(room: Room, cap: BalanceMode): Room {
  const state = stateUnderCap(room.state, cap);
  const { balance: log, ...kept } = room.private;
  if (log === undefined || state.balance === undefined) return { state, private: kept };
  const last = log.events.at(-1)?.at;
  const balance = last === undefined ? log : withSignal(log, state.meeting, false, last);
  return { state, private: { ...kept, balance } };
}
