import type { Instant } from '../../domain/time/types';

/** What this device holds of a room until the server has it. Never fails: where nothing can be kept, nothing is. */
export interface RoomKeep {
  read(room: string): Promise<KeptRoom | undefined>;
  write(room: string, kept: KeptRoom): Promise<void>;
  drop(room: string): Promise<void>;
  /** Drops every room kept before that. */
  dropOlder(than: Instant): Promise<void>;
}

export type KeptRoom = {
  /** When something last changed. */
  readonly at: Instant;
  readonly main: Uint8Array;
  readonly internal: Uint8Array;
  /** JSON of what waits: changes of notes, commands, the state of a device that works alone. */
  readonly waiting: string;
};
