import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { FoundEvent, OwnEntry, SeriesCalendar } from '../../../src/app/ports/seriesCalendar';
import { localTime } from '../../../src/domain/time/calendarDays';
import { type FakeCalendar, type FakeEvent, fakeCalendar, startsOf } from './fakeCalendar';

export type FakeSeriesCalendar = SeriesCalendar & {
  /** My own entries by their key. */
  readonly entries: Map<string, OwnEntry>;
  /** What was said with a cancellation. */
  readonly comments: string[];
  /** The next call (of that kind) fails like this, before it does anything, or with `after` once it is done. */
  failNext(failure: Failure, on?: keyof SeriesCalendar, after?: 'after'): void;
};

/** Changes the events of a calendar in memory, which belong to whoever it is; `organiser` false is somebody else's. */
export function fakeSeriesCalendar(
  calendar: FakeCalendar = fakeCalendar(),
  organiser = true,
): FakeSeriesCalendar {
  const { events } = calendar;
  const entries = new Map<string, OwnEntry>();
  const comments: string[] = [];
  let next:
    { readonly failure: Failure; readonly on: string | undefined; readonly after: boolean } | undefined;

  const doing = async (
    what: keyof SeriesCalendar,
    cancel: Cancellation,
    run: () => void | Promise<void>,
  ): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    const fault = next !== undefined && (next.on ?? what) === what ? next : undefined;
    if (fault !== undefined) next = undefined;
    if (fault?.after === false) throw new PortFailure(fault.failure);
    await run();
    if (fault?.after === true) throw new PortFailure(fault.failure);
  };
  const mine = (id: string): FakeEvent => {
    const found = events.get(id);
    if (found === undefined) throw new PortFailure({ kind: 'notFound' });
    if (!organiser) throw new PortFailure({ kind: 'denied' });
    return found;
  };
  /** As the service does it: dates that were moved or cancelled are what the series says again. */
  const anew = (event: FakeEvent, change: Partial<FakeEvent['event']>): FakeEvent => {
    const now = { ...event.event, ...change };
    const occurrences = startsOf(now).map((start, at) => ({
      id: `${event.id}-${at}`,
      original: start,
      start,
      end: start + now.minutes * 60_000,
    }));
    const next = { ...event, event: now, occurrences, mails: event.mails + 1 };
    events.set(event.id, next);
    return next;
  };
  /** One date by its id; undefined when it is gone. */
  const dateWith = (id: string) => {
    for (const event of events.values()) {
      const at = event.occurrences.findIndex((one) => one.id === id);
      if (at >= 0) return { event, at };
    }
    return undefined;
  };

  return {
    entries,
    comments,
    failNext(failure, on, after) {
      next = { failure, on, after: after === 'after' };
    },
    async find(start, subject, cancel) {
      let found: FoundEvent | null = null;
      await doing('find', cancel, () => {
        const at = [...events.values()].filter(
          (one) => one.event.subject === subject && one.occurrences.some((date) => date.start === start),
        );
        const [one] = at;
        if (!organiser || one === undefined || at.length > 1) return;
        found = { id: one.id, ...(one.joinUrl !== undefined && { joinUrl: one.joinUrl }) };
      });
      return found;
    },
    moveOccurrence: (id, to, zone, cancel) =>
      doing('moveOccurrence', cancel, () => calendar.moveOccurrence(id, to, zone, cancel)),
    cancelOccurrence: (id, comment, cancel) =>
      doing('cancelOccurrence', cancel, () => {
        if (events.has(id)) {
          mine(id);
          events.delete(id);
        }
        const found = dateWith(id);
        if (found === undefined) return;
        mine(found.event.id).occurrences.splice(found.at, 1);
        found.event.mails++;
        comments.push(comment);
      }),
    resize: (id, minutes, cancel) =>
      doing('resize', cancel, () => {
        const event = mine(id);
        if (event.event.minutes !== minutes) anew(event, { minutes });
      }),
    endBefore: (id, day, cancel) =>
      doing('endBefore', cancel, () => {
        if (!events.has(id)) return;
        const event = mine(id);
        const { recurrence, zone } = event.event;
        const left = startsOf(event.event).filter((start) => localTime(start, zone).day < day).length;
        if (recurrence === undefined || left === recurrence.times) return;
        if (left === 0) events.delete(id);
        else anew(event, { recurrence: { ...recurrence, times: left } });
      }),
    invite: (id, attendees, cancel) =>
      doing('invite', cancel, () => {
        const event = mine(id);
        const keys = (all: typeof attendees) => all.map(({ mail, type }) => `${type} ${mail}`).sort();
        if (keys(attendees).join() === keys(event.event.attendees).join()) return;
        events.set(id, { ...event, event: { ...event.event, attendees }, mails: event.mails + 1 });
      }),
    enter: (entry, key, cancel) =>
      doing('enter', cancel, () => {
        if (!entries.has(key)) entries.set(key, entry);
      }),
  };
}
