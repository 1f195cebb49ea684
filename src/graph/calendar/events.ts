import * as v from 'valibot';
import type { Attendee, Calendar, CreatedEvent } from '../../app/ports/calendar';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import { pause } from '../client/abort';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { orFail, serviceErrorOf, succeed } from '../client/failures';
import { ask, askAll, parseAs } from '../client/json';
import { backOffMs } from '../client/retryAfter';
import type { Timing } from '../client/timing';
import { DATE_TIME, instantOfDateTime, PREFER_UTC, zonedStretch } from './dateTimes';
import { eventBodyOf } from './eventBody';

const CREATED = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  iCalUId: v.string(),
  webLink: v.nullish(v.string()),
  onlineMeeting: v.nullish(v.object({ joinUrl: v.nullish(v.string()) })),
});
const CREATED_FIELDS = 'id,iCalUId,webLink,onlineMeeting';
const BODY = v.object({ contentType: v.string(), content: v.string() });
const DETAILS = v.object({
  ...CREATED.entries,
  subject: v.nullish(v.string()),
  body: BODY,
  isOrganizer: v.nullish(v.boolean()),
  start: DATE_TIME,
  end: DATE_TIME,
  attendees: v.nullish(
    v.array(
      v.object({
        type: v.nullish(v.string()),
        emailAddress: v.nullish(v.object({ address: v.nullish(v.string()), name: v.nullish(v.string()) })),
      }),
    ),
  ),
});
const OCCURRENCE = v.object({
  id: v.string(),
  type: v.nullish(v.string()),
  originalStart: v.nullish(v.string()),
  start: DATE_TIME,
  end: DATE_TIME,
});
const PLACED = v.object({ start: DATE_TIME, end: DATE_TIME });
const TEXT = v.object({ '@odata.etag': v.optional(v.string()), body: BODY });

const PREFER = { Prefer: 'outlook.timezone="UTC", outlook.body-content-type="html"' };
/** More occurrences of one series than the product ever makes. */
const MOST_OCCURRENCES = 1000;
const JOIN_URL_READS = 4;
const MERGE_TRIES = 5;

type Events = Omit<Calendar, 'schedules'>;

/** The organiser's own events (GE6 to GE10). */
export function eventsOver(graph: Graph, timing: Timing): Events {
  const plan = (cancel: Cancellation): Operation => ({ tier: 'plan', cancel });
  const readEvent = (eventId: string, $select: string): Call => ({
    method: 'GET',
    path: path`/me/events/${eventId}`,
    query: { $select },
    headers: PREFER,
  });

  /** The service makes the Teams meeting after it has answered (GE7). */
  const withJoinUrl = async (created: CreatedEvent, operation: Operation): Promise<CreatedEvent> => {
    let event = created;
    for (let reads = 0; reads < JOIN_URL_READS && event.joinUrl === undefined; reads++) {
      await pause(
        backOffMs(reads, 1000, () => timing.random()),
        operation.cancel,
        timing,
      );
      event = createdOf(await ask(graph, CREATED, readEvent(event.id, CREATED_FIELDS), operation));
    }
    return event;
  };

  const placeOf = async (id: string, operation: Operation) => {
    const { start, end } = await ask(graph, PLACED, readEvent(id, 'start,end'), operation);
    return { from: instantOfDateTime(start), until: instantOfDateTime(end) };
  };

  return {
    async create(event, transactionId, cancel) {
      const operation = plan(cancel);
      const call: Call = {
        method: 'POST',
        path: '/me/events',
        headers: PREFER,
        body: eventBodyOf(event, transactionId),
        repeatable: true,
      };
      const answer = await graph.send(call, operation);
      const existing = answer.status === 409 ? serviceErrorOf(answer.text).existingEventId : undefined;
      const created =
        existing === undefined
          ? parseAs(CREATED, orFail(answer, call, operation).text)
          : await ask(graph, CREATED, readEvent(existing, CREATED_FIELDS), operation);
      return event.teamsMeeting ? withJoinUrl(createdOf(created), operation) : createdOf(created);
    },

    async read(eventId, cancel) {
      const fields = `${CREATED_FIELDS},subject,body,isOrganizer,start,end,attendees`;
      const event = await ask(graph, DETAILS, readEvent(eventId, fields), plan(cancel));
      return {
        ...createdOf(event),
        subject: event.subject ?? '',
        bodyHtml: htmlOf(event.body),
        isOrganiser: event.isOrganizer === true,
        start: instantOfDateTime(event.start),
        end: instantOfDateTime(event.end),
        attendees: (event.attendees ?? []).flatMap(attendeeOf),
      };
    },

    async occurrences(eventId, window, cancel) {
      const call: Call = {
        method: 'GET',
        path: path`/me/events/${eventId}/instances`,
        query: {
          startDateTime: new Date(window.from).toISOString(),
          endDateTime: new Date(window.until).toISOString(),
          $select: 'id,type,originalStart,start,end',
          $top: 100,
        },
        headers: PREFER_UTC,
      };
      const found = await askAll(graph, OCCURRENCE, call, plan(cancel), MOST_OCCURRENCES);
      return found.map(occurrenceOf);
    },

    async moveOccurrence(occurrenceId, to, zone, cancel) {
      const operation = plan(cancel);
      const call: Call = {
        method: 'PATCH',
        path: path`/me/events/${occurrenceId}`,
        body: zonedStretch(to, zone),
      };
      // Each change is a mail to everybody, so one that stands already, or arrived without an answer, is not sent again.
      for (let tries = 1; ; tries++) {
        const now = await placeOf(occurrenceId, operation);
        if (now.from === to.from && now.until === to.until) return;
        try {
          await succeed(graph, call, operation);
          return;
        } catch (error) {
          if (tries >= 2 || !isUnclear(error)) throw error;
        }
      }
    },

    async mergeBody(eventId, merge, cancel) {
      const operation = plan(cancel);
      for (let tries = 1; ; tries++) {
        const read = await ask(graph, TEXT, readEvent(eventId, 'body'), operation);
        const before = htmlOf(read.body);
        const after = merge(before);
        if (after === before) return;
        const etag = read['@odata.etag'];
        const call: Call = {
          method: 'PATCH',
          path: path`/me/events/${eventId}`,
          body: { body: { contentType: 'html', content: after } },
          // With the version a repetition of what was done changes nothing; without one it writes the same again.
          ...(etag !== undefined && { headers: { 'If-Match': etag } }),
          repeatable: true,
        };
        const answer = await graph.send(call, operation);
        const conflict = answer.status === 412 || answer.status === 409;
        if (!conflict || tries >= MERGE_TRIES) {
          orFail(answer, call, operation);
          return;
        }
        await pause(
          backOffMs(tries - 1, 500, () => timing.random()),
          cancel,
          timing,
        );
      }
    },
  };
}

function createdOf(event: v.InferOutput<typeof CREATED>): CreatedEvent {
  const joinUrl = event.onlineMeeting?.joinUrl;
  return {
    id: event.id,
    iCalUId: event.iCalUId,
    ...(event.webLink && { webLink: event.webLink }),
    ...(joinUrl && { joinUrl }),
  };
}

/** An occurrence in its place may leave out its original start; a moved one without it cannot be told apart. */
function occurrenceOf({ id, type, originalStart, start, end }: v.InferOutput<typeof OCCURRENCE>) {
  const moved = type?.toLowerCase() === 'exception';
  if (moved && !originalStart) throw new PortFailure({ kind: 'malformed' });
  return {
    id,
    original: instantOfDateTime(originalStart ? { dateTime: originalStart } : start),
    start: instantOfDateTime(start),
    end: instantOfDateTime(end),
  };
}

/** Rooms and other things are no people. */
function attendeeOf(
  attendee: NonNullable<v.InferOutput<typeof DETAILS>['attendees']>[number],
): readonly Attendee[] {
  const mail = attendee.emailAddress?.address?.toLowerCase();
  const type = attendee.type?.toLowerCase();
  if (!mail || type === 'resource') return [];
  return [
    { mail, name: attendee.emailAddress?.name ?? mail, type: type === 'optional' ? 'optional' : 'required' },
  ];
}

/** A body of plain text as the HTML that shows the same. */
function htmlOf({ contentType, content }: v.InferOutput<typeof BODY>): string {
  if (contentType.toLowerCase() !== 'text') return content;
  const escaped = content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.replace(/\r?\n/g, '<br>');
}

function isUnclear(error: unknown): boolean {
  return error instanceof PortFailure && ['offline', 'unavailable'].includes(error.failure.kind);
}
