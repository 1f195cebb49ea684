import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Occurrence } from '../../app/ports/meetings';
import { plainName } from '../../domain/plainName';
import type { Instant, ZoneName } from '../../domain/time/types';
import { DATE_TIME, instantOfDateTime, PREFER_UTC } from '../calendar/dateTimes';
import { type Graph, type Operation, path } from '../client/call';
import { ask, askAll } from '../client/json';
import { canonicalZone, toIana, toWindows } from '../zoneNames';
import { AHEAD, BEHIND, linkKeyOf, nearestOf } from './nearest';

const PLACED = {
  id: v.pipe(v.string(), v.minLength(1)),
  start: DATE_TIME,
  end: DATE_TIME,
};
const LISTED = v.object({
  ...PLACED,
  isCancelled: v.nullish(v.boolean()),
  onlineMeeting: v.nullish(v.object({ joinUrl: v.nullish(v.string()) })),
});
const ADDRESS = v.nullish(v.object({ address: v.nullish(v.string()), name: v.nullish(v.string()) }));
const WHOLE = v.object({
  ...PLACED,
  type: v.nullish(v.string()),
  seriesMasterId: v.nullish(v.string()),
  subject: v.nullish(v.string()),
  originalStart: v.nullish(v.string()),
  originalStartTimeZone: v.nullish(v.string()),
  isOrganizer: v.nullish(v.boolean()),
  organizer: v.nullish(v.object({ emailAddress: ADDRESS })),
  location: v.nullish(v.object({ displayName: v.nullish(v.string()) })),
  body: v.nullish(v.object({ content: v.nullish(v.string()) })),
  attendees: v.nullish(
    v.array(
      v.object({
        type: v.nullish(v.string()),
        status: v.nullish(v.object({ response: v.nullish(v.string()) })),
        emailAddress: ADDRESS,
      }),
    ),
  ),
});
type Whole = v.InferOutput<typeof WHOLE>;

const FIELDS = [
  ...['id', 'type', 'seriesMasterId', 'subject', 'start', 'end', 'originalStart', 'originalStartTimeZone'],
  ...['isOrganizer', 'organizer', 'location', 'body', 'attendees'],
].join(',');
const PREFER = { Prefer: 'outlook.timezone="UTC", outlook.body-content-type="html"' };
/** More events than a calendar holds in eight days. */
const MOST_EVENTS = 2000;
/** More of a body is not read (DESIGN section 5). */
const LONGEST_BODY = 1024 * 1024;

/**
 * My own copy of the occurrence of that meeting nearest to `now` (GM3, GM4). The calendar is read without bodies, which
 * are large, and the one that counts again by itself.
 */
export async function occurrenceOf(
  graph: Graph,
  joinUrl: string,
  now: Instant,
  elsewhere: ZoneName,
  operation: Operation,
): Promise<Occurrence | null> {
  const call = {
    method: 'GET',
    path: '/me/calendarView',
    query: {
      startDateTime: new Date(now - BEHIND).toISOString(),
      endDateTime: new Date(now + AHEAD).toISOString(),
      $select: 'id,start,end,isCancelled,onlineMeeting',
      $top: 100,
    },
    headers: PREFER_UTC,
  } as const;
  const listed = await askAll(graph, LISTED, call, operation, MOST_EVENTS);
  const wanted = linkKeyOf(joinUrl);
  const leadsThere = (url: string | null | undefined) => Boolean(url) && linkKeyOf(url ?? '') === wanted;
  const mine = listed
    .filter(({ isCancelled }) => isCancelled !== true)
    .filter(({ onlineMeeting }) => leadsThere(onlineMeeting?.joinUrl))
    .map((event) => ({ id: event.id, time: timeOf(event) }));
  const found = nearestOf(mine, now);
  if (found === undefined) return null;
  const whole = await ask(
    graph,
    WHOLE,
    { method: 'GET', path: path`/me/events/${found.id}`, query: { $select: FIELDS }, headers: PREFER },
    operation,
  );
  return readWhole(whole, elsewhere);
}

const timeOf = ({ start, end }: Pick<Whole, 'start' | 'end'>) => ({
  from: instantOfDateTime(start),
  until: instantOfDateTime(end),
});

function readWhole(event: Whole, elsewhere: ZoneName): Occurrence {
  return {
    eventId: event.id,
    ...(event.seriesMasterId && { seriesEventId: event.seriesMasterId }),
    subject: plainName(event.subject ?? ''),
    time: timeOf(event),
    original: originalOf(event),
    zone: zoneOf(event.originalStartTimeZone ?? '', elsewhere),
    isOrganiser: event.isOrganizer === true,
    organiserMail: event.organizer?.emailAddress?.address?.toLowerCase() ?? '',
    bodyHtml: (event.body?.content ?? '').slice(0, LONGEST_BODY),
    place: plainName(event.location?.displayName ?? ''),
    attendees: (event.attendees ?? []).flatMap(attendeeOf),
  };
}

/** A Windows name means several zones: this machine's, where it is one of them. */
function zoneOf(named: string, machine: ZoneName): ZoneName {
  const zone = toIana(named);
  if (zone === undefined) return machine;
  const isWindows = canonicalZone(named) === undefined;
  return isWindows && toWindows(zone) === toWindows(machine) ? machine : zone;
}

/** An occurrence in its place may leave out its original start; a moved one without it cannot be told apart. */
function originalOf({ type, originalStart, start }: Whole): Instant {
  if (type?.toLowerCase() === 'exception' && !originalStart) throw new PortFailure({ kind: 'malformed' });
  return instantOfDateTime(originalStart ? { dateTime: originalStart } : start);
}

function attendeeOf({
  type,
  status,
  emailAddress,
}: NonNullable<Whole['attendees']>[number]): Occurrence['attendees'] {
  const mail = emailAddress?.address?.toLowerCase();
  if (!mail) return [];
  return [
    { mail, name: plainName(emailAddress?.name ?? '') || mail, type: typeOf(type), answer: answerOf(status) },
  ];
}

function typeOf(type: string | null | undefined): 'required' | 'optional' | 'room' {
  const plain = type?.toLowerCase();
  return plain === 'resource' ? 'room' : plain === 'optional' ? 'optional' : 'required';
}

function answerOf(
  status: { readonly response?: string | null | undefined } | null | undefined,
): Occurrence['attendees'][number]['answer'] {
  switch (status?.response?.toLowerCase()) {
    case 'accepted':
    case 'organizer':
      return 'accepted';
    case 'tentativelyaccepted':
      return 'tentative';
    case 'declined':
      return 'declined';
    default:
      return 'none';
  }
}
