import type { CalendarDay, Instant, Interval, ZoneName } from '../../domain/time/types';
import type { Attendee } from './calendar';
import type { Cancellation } from './cancellation';

/** What an organiser does to a series in their own calendar; each call mails its attendees once. Contract: tests/contracts/seriesCalendarContract.ts */
export interface SeriesCalendar {
  /**
   * The series of mine that has a date at this start under that subject, as a whole: an invitation that was sent by hand
   * tells nobody its id. Null when there is none, or more than one.
   */
  find(start: Instant, subject: string, cancel: Cancellation): Promise<FoundEvent | null>;
  /** Moves one occurrence, or makes it shorter. Fails with notFound when it is gone. */
  moveOccurrence(occurrenceId: string, to: Interval, zone: ZoneName, cancel: Cancellation): Promise<void>;
  /** Cancels one occurrence for everybody. One that is gone already is no mistake. */
  cancelOccurrence(occurrenceId: string, comment: string, cancel: Cancellation): Promise<void>;
  /** Another length for every occurrence; the service drops occurrences that were moved: the caller moves them again. */
  resize(eventId: string, minutes: number, cancel: Cancellation): Promise<void>;
  /** Ends the repetition: no occurrence on or after that day of the event's zone. One that has none left is cancelled. */
  endBefore(eventId: string, day: CalendarDay, cancel: Cancellation): Promise<void>;
  /** Who is invited from now on; answers of those who stay are kept. */
  invite(eventId: string, attendees: readonly Attendee[], cancel: Cancellation): Promise<void>;
  /**
   * An entry of my own without anybody else, such as "prepare the weekly": `key` (the transaction) makes a second one
   * impossible. Free time, no reminder of its own.
   */
  enter(entry: OwnEntry, key: string, cancel: Cancellation): Promise<void>;
}

export type FoundEvent = { readonly id: string; readonly joinUrl?: string };

export type OwnEntry = {
  readonly subject: string;
  readonly html: string;
  readonly time: Interval;
  readonly zone: ZoneName;
};
