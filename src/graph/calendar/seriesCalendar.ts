import * as v from 'valibot';
import type { Attendee } from '../../app/ports/calendar';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { OwnEntry, SeriesCalendar } from '../../app/ports/seriesCalendar';
import { addDays, instantOf } from '../../domain/time/calendarDays';
import type { CalendarDay, ZoneName } from '../../domain/time/types';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { orFail, serviceErrorOf, succeed } from '../client/failures';
import { ask, askAll } from '../client/json';
import type { Timing } from '../client/timing';
import { toIana } from '../zoneNames';
import { DATE_TIME, instantOfDateTime, PREFER_UTC, zonedStretch } from './dateTimes';
import { eventsOver } from './events';
import { patternSentAgain, RECURRENCE, type StoredRecurrence } from './recurrence';

const MINUTE = 60_000;
/** The service lists dates of a series over five years at most. */
const FAR = 1825 * 24 * 60 * MINUTE;
const TRIES = 2;

const MINE = v.object({ isOrganizer: v.nullish(v.boolean()), isCancelled: v.nullish(v.boolean()) });
const SERIES = v.object({
  isOrganizer: v.nullish(v.boolean()),
  start: DATE_TIME,
  end: DATE_TIME,
  originalStartTimeZone: v.nullish(v.string()),
  recurrence: v.nullish(RECURRENCE),
});
const INVITED = v.object({
  isOrganizer: v.nullish(v.boolean()),
  attendees: v.nullish(
    v.array(
      v.object({
        type: v.nullish(v.string()),
        emailAddress: v.object({ address: v.nullish(v.string()), name: v.nullish(v.string()) }),
      }),
    ),
  ),
});
const DATED = v.object({
  isOrganizer: v.nullish(v.boolean()),
  isCancelled: v.nullish(v.boolean()),
  seriesMasterId: v.nullish(v.string()),
  subject: v.nullish(v.string()),
  start: DATE_TIME,
  onlineMeeting: v.nullish(v.object({ joinUrl: v.nullish(v.string()) })),
});
/** More than anybody has at one moment. */
const MOST_AT_ONCE = 100;
const SOME = v.object({ value: v.array(v.object({ id: v.string() })) });

/** What an organiser does to a series in their own calendar (GS1 to GS8). */
export function createSeriesCalendar(graph: Graph, timing: Timing): SeriesCalendar {
  const plan = (cancel: Cancellation): Operation => ({ tier: 'plan', cancel });
  const read = <S extends v.GenericSchema>(schema: S, id: string, $select: string, operation: Operation) =>
    ask(
      graph,
      schema,
      { method: 'GET', path: path`/me/events/${id}`, query: { $select }, headers: PREFER_UTC },
      operation,
    );
  const patch = (id: string, body: unknown): Call => ({
    method: 'PATCH',
    path: path`/me/events/${id}`,
    body,
  });

  /**
   * Each change is a mail to everybody: `next` looks at what stands, and answers what is to be sent, or nothing when it
   * stands already. After a lost answer it looks again before anything is sent once more.
   */
  const change = async (next: () => Promise<Call | undefined>, operation: Operation): Promise<void> => {
    for (let tries = 1; ; tries++) {
      const call = await next();
      if (call === undefined) return;
      try {
        await succeed(graph, call, operation);
        return;
      } catch (error) {
        if (tries >= TRIES || !isUnclear(error)) throw error;
      }
    }
  };

  const cancelEvent = async (id: string, comment: string, operation: Operation): Promise<void> =>
    change(async () => {
      const event = await read(MINE, id, 'isOrganizer,isCancelled', operation).catch(unlessGone);
      if (event === undefined || event.isCancelled === true) return undefined;
      mineOnly(event);
      const body = { Comment: comment };
      return { method: 'POST', path: path`/me/events/${id}/cancel`, body };
    }, operation);

  /** Whether the series has a date on or after that day. */
  const goesOn = async (
    id: string,
    day: CalendarDay,
    zone: ZoneName,
    operation: Operation,
  ): Promise<boolean> => {
    const from = instantOf(day, '00:00', zone);
    const query = {
      startDateTime: new Date(from).toISOString(),
      endDateTime: new Date(from + FAR).toISOString(),
      $select: 'id',
      $top: 1,
    };
    const call: Call = { method: 'GET', path: path`/me/events/${id}/instances`, query, headers: PREFER_UTC };
    return (await ask(graph, SOME, call, operation)).value.length > 0;
  };

  return {
    async find(start, subject, cancel) {
      const query = {
        startDateTime: new Date(start).toISOString(),
        endDateTime: new Date(start + MINUTE).toISOString(),
        $select: 'isOrganizer,isCancelled,seriesMasterId,subject,start,onlineMeeting',
        $top: MOST_AT_ONCE,
      };
      const call: Call = { method: 'GET', path: '/me/calendarView', query, headers: PREFER_UTC };
      const dates = await askAll(graph, DATED, call, plan(cancel), MOST_AT_ONCE);
      const found = dates.filter(
        (one) =>
          one.isOrganizer === true &&
          one.isCancelled !== true &&
          one.subject?.trim() === subject.trim() &&
          instantOfDateTime(one.start) === start,
      );
      const [id, ...more] = new Set(found.flatMap(({ seriesMasterId }) => seriesMasterId ?? []));
      if (id === undefined || more.length > 0) return null;
      const joinUrl = found[0]?.onlineMeeting?.joinUrl;
      return { id, ...(joinUrl && { joinUrl }) };
    },

    moveOccurrence: eventsOver(graph, timing).moveOccurrence,

    cancelOccurrence: (occurrenceId, comment, cancel) => cancelEvent(occurrenceId, comment, plan(cancel)),

    async resize(eventId, minutes, cancel) {
      const operation = plan(cancel);
      await change(async () => {
        const fields = 'isOrganizer,start,end,originalStartTimeZone,recurrence';
        const series = await read(SERIES, eventId, fields, operation);
        const from = instantOfDateTime(series.start);
        if (instantOfDateTime(series.end) - from === minutes * MINUTE) return undefined;
        mineOnly(series);
        return patch(eventId, zonedStretch({ from, until: from + minutes * MINUTE }, zoneOf(series)));
      }, operation);
    },

    async endBefore(eventId, day, cancel) {
      const operation = plan(cancel);
      let over = false;
      await change(async () => {
        const fields = 'isOrganizer,start,end,originalStartTimeZone,recurrence';
        const series = await read(SERIES, eventId, fields, operation).catch(unlessGone);
        if (series === undefined) return undefined;
        mineOnly(series);
        const { recurrence } = series;
        // What repeats nowhere has one date only: the one it stands on.
        over = recurrence ? recurrence.range.startDate >= day : true;
        if (over || !recurrence) return undefined;
        const { range } = recurrence;
        if (range.type.toLowerCase() === 'enddate' && (range.endDate ?? '') < day) return undefined;
        if (!(await goesOn(eventId, day, zoneOf(series), operation))) return undefined;
        return patch(eventId, { recurrence: endedBefore(recurrence, day) });
      }, operation);
      if (over) await cancelEvent(eventId, '', operation);
    },

    async invite(eventId, attendees, cancel) {
      const operation = plan(cancel);
      await change(async () => {
        const event = await read(INVITED, eventId, 'isOrganizer,attendees', operation);
        mineOnly(event);
        const before = event.attendees ?? [];
        // Rooms are nobody of the roster, and stay booked.
        const rooms = before.filter(({ type }) => type?.toLowerCase() === 'resource');
        const people = before.filter((one) => !rooms.includes(one));
        const asIs = people.map(({ type, emailAddress: { address } }) => keyOf(address ?? '', type ?? ''));
        const wanted = attendees.map(({ mail, type }) => keyOf(mail, type));
        if (asIs.length === wanted.length && wanted.every((one) => asIs.includes(one))) return undefined;
        return patch(eventId, { attendees: [...attendees.map(attendeeBodyOf), ...rooms] });
      }, operation);
    },

    async enter(entry, key, cancel) {
      const operation = plan(cancel);
      const call: Call = {
        method: 'POST',
        path: '/me/events',
        body: entryBody(entry, key),
        repeatable: true,
      };
      const answer = await graph.send(call, operation);
      const before = answer.status === 409 && serviceErrorOf(answer.text).existingEventId !== undefined;
      if (!before) orFail(answer, call, operation);
    },
  };
}

function endedBefore({ pattern, range }: StoredRecurrence, day: CalendarDay) {
  const { startDate, recurrenceTimeZone } = range;
  return {
    pattern: patternSentAgain(pattern),
    range: {
      type: 'endDate',
      startDate,
      endDate: addDays(day, -1),
      ...(recurrenceTimeZone && { recurrenceTimeZone }),
    },
  };
}

/** The wall clock on which the series stands; without it nothing of it may be written anew. */
function zoneOf({ recurrence, originalStartTimeZone }: v.InferOutput<typeof SERIES>): ZoneName {
  const zone =
    toIana(recurrence?.range.recurrenceTimeZone ?? '') ?? toIana(originalStartTimeZone ?? '') ?? undefined;
  if (zone === undefined) throw new PortFailure({ kind: 'refused', code: 'unknown-zone' });
  return zone;
}

/** Only the organiser's calendar can change it for everybody; asked before, since the service's refusals look alike. */
function mineOnly({ isOrganizer }: { readonly isOrganizer?: boolean | null | undefined }): void {
  if (isOrganizer !== true) throw new PortFailure({ kind: 'denied' });
}

const keyOf = (mail: string, type: string): string =>
  `${type.toLowerCase() === 'optional' ? 'optional' : 'required'} ${mail.toLowerCase()}`;

const attendeeBodyOf = ({ mail, name, type }: Attendee) => ({ type, emailAddress: { address: mail, name } });

function entryBody({ subject, html, time, zone }: OwnEntry, transactionId: string) {
  return {
    subject,
    body: { contentType: 'html', content: html },
    ...zonedStretch(time, zone),
    showAs: 'free',
    isReminderOn: false,
    transactionId,
  };
}

function unlessGone(error: unknown): undefined {
  if (error instanceof PortFailure && error.failure.kind === 'notFound') return undefined;
  throw error;
}

function isUnclear(error: unknown): boolean {
  return error instanceof PortFailure && ['offline', 'unavailable'].includes(error.failure.kind);
}
