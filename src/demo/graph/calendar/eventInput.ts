import { badRequest } from '../http/errors';
import { isObject, type Json, Reader } from '../http/body';
import { instantAt, localMsOf, zoneNamed } from '../zones';
import { htmlOfText } from './bodyHtml';
import {
  ATTENDEE_TYPES,
  type Details,
  IMPORTANCES,
  type Invitee,
  type Moment,
  SENSITIVITIES,
  STATUSES,
} from './model';
import { propertiesOf } from './extendedProperties';
import { invalid } from './recurrenceInput';

const MOST_ATTENDEES = 500;
const PROVIDERS = ['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness'] as const;
/** What an event may carry in a request; what only the service sets is read over, as the service does. */
const KNOWN = [
  ...[
    'id',
    'subject',
    'body',
    'bodyPreview',
    'start',
    'end',
    'isAllDay',
    'attendees',
    'recurrence',
    'location',
    'locations',
  ],
  ...['showAs', 'sensitivity', 'importance', 'categories', 'reminderMinutesBeforeStart', 'isReminderOn'],
  ...[
    'responseRequested',
    'allowNewTimeProposals',
    'hideAttendees',
    'isOnlineMeeting',
    'onlineMeetingProvider',
  ],
  ...[
    'onlineMeeting',
    'onlineMeetingUrl',
    'transactionId',
    'singleValueExtendedProperties',
    'organizer',
    'isOrganizer',
  ],
  ...[
    'iCalUId',
    'changeKey',
    'createdDateTime',
    'lastModifiedDateTime',
    'type',
    'seriesMasterId',
    'originalStart',
  ],
  ...[
    'originalStartTimeZone',
    'originalEndTimeZone',
    'responseStatus',
    'webLink',
    'hasAttachments',
    'isCancelled',
    'isDraft',
  ],
];

export type EventInput = {
  readonly details: Partial<Omit<Details, 'bodyHtml'>>;
  /** As it came, before the mail system rewrites it. */
  readonly bodyHtml?: string;
  /** Null takes the repetition away. */
  readonly recurrence?: Json | null;
  readonly isOnlineMeeting?: boolean;
  readonly transactionId?: string;
  readonly properties: ReadonlyMap<string, string>;
};

/** Reads the body of a create or a change; what the service would not take is 400 in its words. */
export function eventInputOf(body: Json): EventInput {
  const reader = new Reader(body, 'event', KNOWN);
  const properties = propertiesOf(reader.list('singleValueExtendedProperties'));
  const html = bodyOf(reader.object('body'));
  const isOnlineMeeting = reader.flag('isOnlineMeeting');
  const provider = reader.member('onlineMeetingProvider', PROVIDERS);
  if (isOnlineMeeting === true && (provider === 'skypeForBusiness' || provider === 'skypeForConsumer'))
    throw invalid('The meeting provider is not among the allowed ones.');
  const transactionId = reader.text('transactionId');
  const recurrence = reader.object('recurrence');
  return {
    details: detailsOf(reader, body),
    ...(html !== undefined && { bodyHtml: html }),
    ...(recurrence !== undefined && { recurrence }),
    ...(body['recurrence'] === null && { recurrence: null }),
    ...(isOnlineMeeting !== undefined && { isOnlineMeeting }),
    ...(transactionId !== undefined && { transactionId }),
    properties,
  };
}

function detailsOf(reader: Reader, body: Json): EventInput['details'] {
  const start = momentOf(reader.object('start'));
  const end = momentOf(reader.object('end'));
  const subject = reader.text('subject');
  if (subject !== undefined && subject.length > 255) throw invalid('Subject is longer than 255 characters.');
  const attendees = reader.list('attendees')?.map(inviteeOf);
  if (attendees !== undefined && attendees.length > MOST_ATTENDEES)
    throw badRequest('The number of attendees exceeds the limit.', 'ErrorRecipientsLimitExceeded');
  const location = locationOf(reader);
  return defined({
    subject: body['subject'] === null ? '' : subject,
    start,
    end,
    isAllDay: reader.flag('isAllDay'),
    attendees,
    location,
    showAs: reader.member('showAs', STATUSES),
    sensitivity: reader.member('sensitivity', SENSITIVITIES),
    importance: reader.member('importance', IMPORTANCES),
    categories: reader.texts('categories'),
    reminderMinutes: reader.whole('reminderMinutesBeforeStart'),
    isReminderOn: reader.flag('isReminderOn'),
    responseRequested: reader.flag('responseRequested'),
    allowNewTimeProposals: reader.flag('allowNewTimeProposals'),
    hideAttendees: reader.flag('hideAttendees'),
  });
}

/** Without the names that have no value. */
function defined<T extends Readonly<Record<string, unknown>>>(
  value: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function momentOf(value: Json | undefined): Moment | undefined {
  if (value === undefined) return undefined;
  const reader = new Reader(value, 'dateTimeTimeZone', ['dateTime', 'timeZone']);
  const text = reader.text('dateTime') ?? '';
  const zoneName = reader.text('timeZone') ?? 'UTC';
  const zone = zoneNamed(zoneName);
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(text)?.[1];
  const local = localMsOf(offset === undefined ? text : text.slice(0, -offset.length));
  if (local === undefined || (offset !== undefined && offset !== 'Z'))
    throw badRequest(`The value '${text}' of parameter 'dateTime' is invalid.`, 'ErrorInvalidParameter');
  return { instant: offset === undefined ? instantAt(local, zone) : local, zone, zoneName };
}

function bodyOf(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const reader = new Reader(value, 'itemBody', ['contentType', 'content']);
  const type = reader.member('contentType', ['text', 'html']) ?? 'text';
  const content = reader.text('content') ?? '';
  return type === 'html' ? content : htmlOfText(content);
}

function inviteeOf(value: unknown): Invitee {
  if (!isObject(value)) throw badRequest('Invalid attendee.', 'RequestBodyRead');
  const reader = new Reader(value, 'attendee', ['type', 'emailAddress', 'status', 'proposedNewTime']);
  const { name, address } = partyOf(reader.object('emailAddress'));
  if (!/^[^\s@]+@[^\s@]+$/.test(address))
    throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
  return { type: reader.member('type', ATTENDEE_TYPES) ?? 'required', name: name ?? address, address };
}

function partyOf(value: Json | undefined): { readonly name: string | undefined; readonly address: string } {
  if (value === undefined) return { name: undefined, address: '' };
  const reader = new Reader(value, 'emailAddress', ['name', 'address']);
  return { name: reader.text('name'), address: reader.text('address')?.trim() ?? '' };
}

const LOCATION = [
  'displayName',
  'locationEmailAddress',
  'locationType',
  'locationUri',
  'uniqueId',
  'uniqueIdType',
  'address',
  'coordinates',
];

function locationOf(reader: Reader): string | undefined {
  const one = reader.object('location');
  if (one !== undefined) return new Reader(one, 'location', LOCATION).text('displayName') ?? '';
  const many = reader.list('locations');
  return many
    ?.filter(isObject)
    .map((each) => new Reader(each, 'location', LOCATION).text('displayName') ?? '')
    .join('; ');
}
