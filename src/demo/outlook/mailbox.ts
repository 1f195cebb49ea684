import type { AppointmentState, LocalTime, Person } from './appointment';

/** One entry of the calendar as the week shows it; times on the wall clock of the mailbox's zone. */
export type CalendarEntry = {
  readonly id: string;
  readonly seriesId?: string;
  readonly subject: string;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly allDay: boolean;
  readonly status: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly location: string;
  readonly isPrivate: boolean;
};

/** An event as its form shows it. */
export type OpenedEvent = {
  readonly state: AppointmentState;
  readonly organiser: Person;
  /** Only the organiser's own copy can be edited. */
  readonly mine: boolean;
};

/** The signed-in person's calendar. Every call may fail with MailboxFailed. */
export type Mailbox = {
  /** What lies between two days, 'YYYY-MM-DD', half-open. */
  week(from: string, until: string): Promise<readonly CalendarEntry[]>;
  open(id: string): Promise<OpenedEvent>;
  /** Stores the item; with `send`, attendees hear of it. Answers the event's id. */
  store(state: AppointmentState, before: AppointmentState | undefined, send: boolean): Promise<string>;
};

/** The tenant did not do it; `code` is its own. */
export class MailboxFailed extends Error {
  override readonly name = 'MailboxFailed';

  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}
