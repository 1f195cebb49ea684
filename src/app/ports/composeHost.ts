import type { Attendee, Recurrence } from './calendar';
import type { Instant, ZoneName } from '../../domain/time/types';

/** The appointment form beside which the pane runs. Contract: tests/contracts/composeHostContract.ts */
export interface ComposeHost {
  /** BCP 47, as the host shows itself: 'es-ES', 'es-CO', 'en-US'. */
  readonly locale: string;
  readonly theme: Readable<HostTheme>;
  /** The zone of the mailbox's owner, when the host knows it. */
  readonly zone: ZoneName | undefined;
  /** The form as it stands now. */
  read(): Promise<AppointmentForm>;
  /** Writes the fields given and leaves the rest; all or, when one fails, what was there before. */
  write(change: Partial<AppointmentForm>): Promise<void>;
  /** Calls `run` whenever attendees, time or recurrence change from outside the pane. Returns how to stop. */
  onChange(run: () => void): () => void;
  /** The small property of this item: at most 2,500 characters, only in the organiser's copy. */
  readProperty(): Promise<string | undefined>;
  writeProperty(value: string): Promise<void>;
  /** Graph's id of the item, once it is saved. */
  savedId(): Promise<string | undefined>;
  /** A small setting of this mailbox, across items and machines. */
  readSetting(key: string): string | undefined;
  writeSetting(key: string, value: string): Promise<void>;
  /** Closes the form without keeping it; the host may ask the person. */
  discard(): Promise<void>;
}

export type HostTheme = 'light' | 'dark' | 'contrast';

export type AppointmentForm = {
  readonly subject: string;
  readonly bodyHtml: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly attendees: readonly Attendee[];
  /** `undefined` for a single meeting; 'other' for a repetition that Cadencia does not make. */
  readonly recurrence: Recurrence | 'other' | undefined;
};

/** A value that can be read and watched. */
export interface Readable<T> {
  get(): T;
  subscribe(onChange: () => void): () => void;
}
