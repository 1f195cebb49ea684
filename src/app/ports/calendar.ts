import type { BusyInterval } from '../../domain/slots/types';
import type { Instant, Interval, WeekWindow, ZoneName } from '../../domain/time/types';
import type { Cancellation } from './cancellation';

/** Other people's hours and the organiser's own events. Contract: tests/contracts/calendarContract.ts */
export interface Calendar {
  /**
   * What is known of each mailbox inside `window`; one entry for each address asked, in that order. A mailbox that
   * cannot be read is an entry, not a failure. `arrived` is called with each part as it comes: whole mailboxes, each once.
   * Fails with throttled, consent, signIn, offline, unavailable, malformed, cancelled.
   */
  schedules(
    mails: readonly string[],
    window: Interval,
    zone: ZoneName,
    arrived: (part: readonly MailboxSchedule[]) => void,
    cancel: Cancellation,
  ): Promise<readonly MailboxSchedule[]>;

  /**
   * Creates the event with its recurrence, as a Teams meeting when asked. `transactionId` makes a repetition harmless:
   * asked twice with the same one, it answers the same event.
   */
  create(event: NewEvent, transactionId: string, cancel: Cancellation): Promise<CreatedEvent>;

  read(eventId: string, cancel: Cancellation): Promise<EventDetails>;

  /** Original starts and present times of the occurrences of a series inside `window`. */
  occurrences(eventId: string, window: Interval, cancel: Cancellation): Promise<readonly EventOccurrence[]>;

  /** Moves one occurrence; the service mails its attendees once. */
  moveOccurrence(occurrenceId: string, to: Interval, zone: ZoneName, cancel: Cancellation): Promise<void>;

  /** Reads the body, lets `merge` change it, writes it back; repeats when somebody else wrote between. */
  mergeBody(eventId: string, merge: (html: string) => string, cancel: Cancellation): Promise<void>;
}

export type MailboxSchedule =
  | {
      readonly kind: 'known';
      readonly mail: string;
      readonly busy: readonly BusyInterval[];
      /** Missing when the mailbox tells none, or tells a zone that nobody knows. */
      readonly hours?: MailboxHours;
    }
  | { readonly kind: 'unknown'; readonly mail: string; readonly why: 'notFound' | 'failed' };

/** One window for all days, as mailboxes have it: no lunch, no short Friday. */
export type MailboxHours = { readonly zone: ZoneName; readonly windows: readonly WeekWindow[] };

export type NewEvent = {
  readonly subject: string;
  readonly bodyHtml: string;
  readonly start: Instant;
  readonly minutes: number;
  readonly zone: ZoneName;
  readonly attendees: readonly Attendee[];
  readonly recurrence?: Recurrence;
  readonly teamsMeeting: boolean;
};

export type Attendee = {
  readonly mail: string;
  readonly name: string;
  readonly type: 'required' | 'optional';
};

/** A repetition without exceptions, on the wall clock of the event's zone. */
export type Recurrence = {
  readonly every: number;
  readonly times: number;
  readonly weekday: number;
  /** Monthly when present. */
  readonly nth?: 1 | 2 | 3 | 4 | 'last';
};

export type CreatedEvent = {
  readonly id: string;
  readonly iCalUId: string;
  readonly webLink?: string;
  readonly joinUrl?: string;
};

export type EventDetails = CreatedEvent & {
  readonly subject: string;
  readonly bodyHtml: string;
  readonly isOrganiser: boolean;
  readonly start: Instant;
  readonly end: Instant;
  readonly attendees: readonly Attendee[];
};

export type EventOccurrence = {
  readonly id: string;
  readonly original: Instant;
  readonly start: Instant;
  readonly end: Instant;
};
