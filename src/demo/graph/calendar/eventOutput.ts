import type { Expand } from '../odata/options';
import { dateTimeIn, wallTime } from '../zones';
import { textOf } from './bodyHtml';
import { expandedProperties } from './extendedProperties';
import { iCalUidOf, idOf } from './ids';
import { type Copy, type Invitee, isOrganiser, type Meeting, type Placed, type Recurrence } from './model';

export type Shape = {
  /** The zone that `Prefer: outlook.timezone` names. */
  readonly zoneName: string;
  readonly asText: boolean;
  readonly expand: readonly Expand[];
  readonly now: number;
};

/** Every field of an event, for $select. */
export const EVENT_FIELDS = [
  ...[
    'id',
    'createdDateTime',
    'lastModifiedDateTime',
    'changeKey',
    'categories',
    'transactionId',
    'originalStartTimeZone',
  ],
  ...[
    'originalEndTimeZone',
    'iCalUId',
    'reminderMinutesBeforeStart',
    'isReminderOn',
    'hasAttachments',
    'subject',
  ],
  ...[
    'bodyPreview',
    'importance',
    'sensitivity',
    'isAllDay',
    'isCancelled',
    'isOrganizer',
    'responseRequested',
  ],
  ...[
    'seriesMasterId',
    'showAs',
    'type',
    'webLink',
    'onlineMeetingUrl',
    'isOnlineMeeting',
    'onlineMeetingProvider',
  ],
  ...[
    'allowNewTimeProposals',
    'isDraft',
    'hideAttendees',
    'originalStart',
    'responseStatus',
    'body',
    'start',
    'end',
  ],
  ...[
    'location',
    'locations',
    'recurrence',
    'attendees',
    'organizer',
    'onlineMeeting',
    'cancelledOccurrences',
  ],
  ...['singleValueExtendedProperties', 'extensions'],
];

function changeKeyOf({ copy, day }: Placed): string {
  const { key, revision, meeting } = copy;
  return Buffer.from(`${key.slice(0, 12)} ${day ?? ''} ${meeting.revision} ${revision}`).toString('base64');
}

export const etagOf = (placed: Placed): string => `W/"${changeKeyOf(placed)}"`;

/** The event as the service shows it to the owner of the copy. */
export function eventJson(placed: Placed, shape: Shape): Readonly<Record<string, unknown>> {
  const { copy, details, day, kind } = placed;
  const { meeting } = copy;
  const date = (instant: number) => `${wallTime(instant, 'Etc/UTC')}Z`;
  const mine = isOrganiser(copy);
  const zoneName = details.isAllDay ? details.start.zoneName : shape.zoneName;
  const joinUrl = meeting.joinUrlSince <= shape.now ? meeting.joinUrl : undefined;
  const id = idOf(copy.key, day);
  const location = locationJson(details.location);
  return {
    '@odata.etag': etagOf(placed),
    id,
    createdDateTime: date(meeting.created),
    lastModifiedDateTime: date(meeting.modified),
    changeKey: changeKeyOf(placed),
    categories: details.categories,
    transactionId: mine ? (meeting.transactionId ?? null) : null,
    originalStartTimeZone: details.start.zoneName,
    originalEndTimeZone: details.end.zoneName,
    iCalUId: iCalUidOf(meeting.key, day),
    reminderMinutesBeforeStart: details.reminderMinutes,
    isReminderOn: details.isReminderOn,
    hasAttachments: false,
    subject: details.subject,
    bodyPreview: textOf(details.bodyHtml).slice(0, 255),
    importance: details.importance,
    sensitivity: details.sensitivity,
    isAllDay: details.isAllDay,
    isCancelled: false,
    isOrganizer: mine,
    responseRequested: details.responseRequested,
    seriesMasterId: day === undefined ? null : idOf(copy.key),
    showAs: showAsOf(placed),
    type: kind,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: meeting.joinUrl !== undefined,
    onlineMeetingProvider: meeting.joinUrl === undefined ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: details.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: details.hideAttendees,
    ...(placed.originalStart !== undefined && { originalStart: date(placed.originalStart) }),
    responseStatus: responseJson(copy),
    body: shape.asText
      ? { contentType: 'text', content: textOf(details.bodyHtml) }
      : { contentType: 'html', content: details.bodyHtml },
    start: dateTimeIn(details.start.instant, zoneName),
    end: dateTimeIn(details.end.instant, zoneName),
    location,
    locations: details.location === '' ? [] : [location],
    recurrence:
      kind === 'seriesMaster' && meeting.recurrence !== undefined ? recurrenceJson(meeting.recurrence) : null,
    attendees:
      details.hideAttendees && !mine ? [] : details.attendees.map((one) => attendeeJson(one, meeting)),
    organizer: { emailAddress: meeting.organiser },
    onlineMeeting: joinUrl === undefined ? null : { joinUrl },
    ...expandedProperties(copy.properties, shape.expand),
  };
}

/** Nobody is busy with what they have not answered; they are perhaps. */
export function showAsOf({ copy, details }: Placed): Placed['details']['showAs'] {
  if (isOrganiser(copy) || copy.response.kind === 'accepted' || details.showAs === 'free')
    return details.showAs;
  return copy.response.kind === 'declined' ? 'free' : 'tentative';
}

function responseJson(copy: Copy) {
  if (isOrganiser(copy)) return { response: 'organizer', time: '0001-01-01T00:00:00Z' };
  const { kind, at } = copy.response;
  return { response: kind, time: at === 0 ? '0001-01-01T00:00:00Z' : new Date(at).toISOString() };
}

function attendeeJson({ type, name, address }: Invitee, meeting: Meeting) {
  const copy = meeting.copies.find((one) => one.address === address.toLowerCase());
  const status =
    copy === undefined || isOrganiser(copy) || copy.response.at === 0
      ? { response: 'none', time: '0001-01-01T00:00:00Z' }
      : responseJson(copy);
  return { type, status, emailAddress: { name, address } };
}

function locationJson(displayName: string) {
  return displayName === ''
    ? { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} }
    : { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' };
}

function recurrenceJson({ pattern, range }: Recurrence) {
  return {
    pattern: { ...pattern },
    range: {
      type: range.type,
      startDate: range.startDate,
      endDate: range.endDate ?? '0001-01-01',
      recurrenceTimeZone: range.zoneName,
      numberOfOccurrences: range.numberOfOccurrences ?? 0,
    },
  };
}
