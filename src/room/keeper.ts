import type * as Y from 'yjs';
import type { Refused } from '../app/ports/room';
import type { BalanceMode, MyBalance } from '../domain/balance/types';
import type { RoomPrivate } from '../domain/meeting/applyRoom';
import type { Happening } from '../domain/meeting/happened';
import type { RoomCommand, RoomState } from '../domain/meeting/room';
import type { PersonId } from '../domain/meeting/types';
import type { Instant } from '../domain/time/types';
import type { RoomPart } from './wire';

/** Somebody whose identity and membership were checked. */
export type Member = { readonly id: PersonId; readonly name: string; readonly outsider: boolean };

/**
 * One room as the server (or a device that works alone) keeps it: it alone writes the server's fields, and says of each
 * update of a client whether it may come in. No network, no disk, no clock.
 */
export type RoomKeeper = {
  readonly state: () => RoomState;
  /** What stays with the server: kept on disk beside the documents, handed to `createKeeper` again. */
  readonly private: () => PrivateState;
  /** Null when the update may be applied to the document of that part; it is then expected to be. */
  check(part: RoomPart, update: Uint8Array, by: Member): 'malformed' | 'refused' | 'too-large' | null;
  /** Applies in order, and publishes the result into the documents. */
  command(command: RoomCommand, by: Member, now: Instant): Refused | null;
  /** Brings somebody in, opens and closes panels, and says that time has passed. */
  joined(member: Member, now: Instant): void;
  happened(what: Exclude<Happening, { kind: 'joined' }>, now: Instant): void;
  /**
   * The host of a panel hears somebody, or nobody any more; null when the panel is gone. Panels are told apart by what they
   * are, and it counts whether any of them hears somebody.
   */
  heard(panel: object, on: boolean | null, now: Instant): void;
  /** Looks whether an area should be heard; to be said every few seconds. */
  look(now: Instant): void;
  /** What that person is told of who had the floor. */
  balanceOf(person: PersonId, now: Instant): MyBalance | null;
  /** When `happened({kind: 'time'})` is to be said next; null when never. */
  wakeAt(): Instant | null;
  /** Frees what it holds beside the documents. */
  close(): void;
};

export type PrivateState = RoomPrivate;

/** `cap` is what the tenant allows to measure. The organiser is whom Graph names; the two documents may be empty or loaded from disk. */
export type CreateKeeper = (from: {
  readonly docs: Readonly<Record<RoomPart, Y.Doc>>;
  readonly organiser: PersonId | null;
  readonly cap: BalanceMode;
  readonly private?: PrivateState;
}) => RoomKeeper;
