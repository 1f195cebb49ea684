import type {
  Calendar,
  CreatedEvent,
  MailboxHours,
  MailboxSchedule,
  NewEvent,
  Recurrence,
} from '../../../src/app/ports/calendar';
import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { BusyInterval } from '../../../src/domain/slots/types';
import { addDays, addMonths, instantOf, localTime, weekdayOf } from '../../../src/domain/time/calendarDays';
import type { CalendarDay, Instant, Interval, ZoneName } from '../../../src/domain/time/types';

/** 'failed' is a mailbox that exists and cannot be read. */
export type FakeMailbox =
  { readonly busy: readonly BusyInterval[]; readonly hours?: MailboxHours } | 'failed';

export type FakeEvent = CreatedEvent & {
  readonly event: NewEvent;
  readonly transactionId: string;
  readonly occurrences: { readonly id: string; readonly original: Instant; start: Instant; end: Instant }[];
  bodyHtml: string;
  /** Mails that attendees got: one for the invitation, one for each change of an occurrence. */
  mails: number;
};

export type FakeCalendar = Calendar & {
  /** By lower-case address; others are not found. */
  readonly mailboxes: Map<string, FakeMailbox>;
  readonly events: Map<string, FakeEvent>;
  /** Windows that were asked for. */
  readonly asked: readonly Interval[];
  /** The next call fails like this. */
  failNext(failure: Failure): void;
  /** Schedules wait for this before anything arrives. */
  holdSchedules(until: Promise<void>): void;
  /** Runs once, between the reading and the writing of the next body. */
  beforeNextWrite(run: () => void): void;
};

/** A calendar in memory whose owner is `me`. Events block the owner's own mailbox, as they do in Exchange. */
export function fakeCalendar(
  mailboxes: Readonly<Record<string, FakeMailbox>> = {},
  me = 'ana@valdeolmo.example',
): FakeCalendar {
  const boxes = new Map(Object.entries(mailboxes).map(([mail, box]) => [mail.toLowerCase(), box]));
  const events = new Map<string, FakeEvent>();
  const asked: Interval[] = [];
  let next: Failure | undefined;
  let hold: Promise<void> = Promise.resolve();
  let between: (() => void) | undefined;

  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    const failure = next;
    next = undefined;
    if (failure !== undefined) throw new PortFailure(failure);
  };
  const known = (eventId: string): FakeEvent => {
    const found = events.get(eventId);
    if (found === undefined) throw new PortFailure({ kind: 'notFound' });
    return found;
  };
  const scheduleOf = (mail: string, window: Interval): MailboxSchedule => {
    const box = boxes.get(mail.toLowerCase());
    if (box === undefined) return { kind: 'unknown', mail, why: 'notFound' };
    if (box === 'failed') return { kind: 'unknown', mail, why: 'failed' };
    const own = mail.toLowerCase() === me ? [...events.values()] : [];
    const mine = own.flatMap(({ occurrences }) =>
      occurrences.map(({ start, end }): BusyInterval => ({ from: start, until: end, status: 'busy' })),
    );
    const busy = [...box.busy, ...mine].filter(
      ({ from, until }) => from < window.until && until > window.from,
    );
    return { kind: 'known', mail, busy, ...(box.hours && { hours: box.hours }) };
  };
  const createdOf = ({ id, iCalUId, webLink, joinUrl }: FakeEvent): CreatedEvent => ({
    id,
    iCalUId,
    ...(webLink !== undefined && { webLink }),
    ...(joinUrl !== undefined && { joinUrl }),
  });

  return {
    mailboxes: boxes,
    events,
    asked,
    failNext(failure) {
      next = failure;
    },
    holdSchedules(until) {
      hold = until;
    },
    beforeNextWrite(run) {
      between = run;
    },
    async schedules(mails, window, _zone, arrived, cancel) {
      asked.push(window);
      await begin(cancel);
      await unlessCancelled(hold, cancel);
      const all = mails.map((mail) => scheduleOf(mail, window));
      const half = Math.ceil(all.length / 2);
      for (const part of [all.slice(0, half), all.slice(half)]) {
        if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
        if (part.length > 0) arrived(part);
        await Promise.resolve();
      }
      return all;
    },
    async create(event, transactionId, cancel) {
      await begin(cancel);
      const before = [...events.values()].find((one) => one.transactionId === transactionId);
      if (before !== undefined) return createdOf(before);
      const id = `event-${events.size + 1}`;
      const made: FakeEvent = {
        id,
        iCalUId: `uid-${id}`,
        webLink: `https://outlook.example/${id}`,
        ...(event.teamsMeeting && { joinUrl: `https://teams.example/l/meetup-join/${id}` }),
        event,
        transactionId,
        occurrences: startsOf(event).map((start, at) => ({
          id: `${id}-${at}`,
          original: start,
          start,
          end: start + event.minutes * 60_000,
        })),
        bodyHtml: event.bodyHtml,
        mails: 1,
      };
      events.set(id, made);
      return createdOf(made);
    },
    async read(eventId, cancel) {
      await begin(cancel);
      const found = known(eventId);
      const { event } = found;
      return {
        ...createdOf(found),
        subject: event.subject,
        bodyHtml: found.bodyHtml,
        isOrganiser: true,
        start: event.start,
        end: event.start + event.minutes * 60_000,
        attendees: event.attendees,
      };
    },
    async occurrences(eventId, window, cancel) {
      await begin(cancel);
      return known(eventId)
        .occurrences.filter(({ start, end }) => start < window.until && end > window.from)
        .map((one) => ({ ...one }));
    },
    async moveOccurrence(occurrenceId, to, _zone, cancel) {
      await begin(cancel);
      for (const event of events.values()) {
        const found = event.occurrences.find(({ id }) => id === occurrenceId);
        if (found === undefined) continue;
        if (found.start === to.from && found.end === to.until) return;
        found.start = to.from;
        found.end = to.until;
        event.mails++;
        return;
      }
      throw new PortFailure({ kind: 'notFound' });
    },
    async mergeBody(eventId, merge, cancel) {
      await begin(cancel);
      const found = known(eventId);
      for (;;) {
        const read = found.bodyHtml;
        const merged = merge(read);
        const run = between;
        between = undefined;
        run?.();
        if (found.bodyHtml !== read) continue;
        found.bodyHtml = merged;
        return;
      }
    },
  };
}

/** Starts of a new event on the wall clock of its zone. */
export function startsOf({ start, zone, recurrence }: NewEvent): readonly Instant[] {
  if (recurrence === undefined) return [start];
  const { day, time } = localTime(start, zone);
  return Array.from({ length: recurrence.times }, (_, nth) => instantAt(day, time, zone, recurrence, nth));
}

function instantAt(
  first: CalendarDay,
  time: string,
  zone: ZoneName,
  { every, nth, weekday }: Recurrence,
  at: number,
): Instant {
  if (nth === undefined) return instantOf(addDays(first, 7 * every * at), time, zone);
  const month = addMonths(`${first.slice(0, 7)}-01`, every * at);
  const days = Array.from({ length: 31 }, (_, day) => addDays(month, day)).filter(
    (day) => day.startsWith(month.slice(0, 7)) && weekdayOf(day) === weekday,
  );
  return instantOf((nth === 'last' ? days.at(-1) : days[nth - 1]) as CalendarDay, time, zone);
}

function unlessCancelled(work: Promise<void>, cancel: Cancellation): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = cancel.onCancel(() => reject(new PortFailure({ kind: 'cancelled' })));
    work.then(resolve, reject).finally(stop);
  });
}
