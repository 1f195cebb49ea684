import { type AppointmentState, type LocalTime, type Person } from './appointment';
import type { CalendarEntry, OpenedEvent } from './mailbox';
import { DAY_NAMES, lastDateOf, type DayName, type Repeat, type WeekNumber } from './repeat';
import { windowsOf } from './zones';

// Events as Graph writes them, read and written for one zone: the wall clock that the form shows.

type Moment = { readonly dateTime: string; readonly timeZone: string };
type Address = { readonly emailAddress: { readonly name?: string; readonly address?: string } };
type Property = { readonly id: string; readonly value: string };

export type GraphEvent = {
  readonly id: string;
  readonly subject?: string | null;
  readonly start: Moment;
  readonly end: Moment;
  readonly isAllDay?: boolean;
  readonly showAs?: string;
  readonly sensitivity?: string;
  readonly seriesMasterId?: string | null;
  readonly location?: { readonly displayName?: string };
  readonly body?: { readonly content?: string };
  readonly attendees?: readonly (Address & { readonly type?: string })[];
  readonly organizer?: Address;
  readonly isOrganizer?: boolean;
  readonly isOnlineMeeting?: boolean;
  readonly onlineMeeting?: { readonly joinUrl?: string } | null;
  readonly recurrence?: GraphRecurrence | null;
  readonly singleValueExtendedProperties?: readonly Property[];
};

export type GraphRecurrence = {
  readonly pattern: {
    readonly type: string;
    readonly interval: number;
    readonly daysOfWeek?: readonly string[];
    readonly dayOfMonth?: number;
    readonly index?: string;
    readonly firstDayOfWeek?: string;
  };
  readonly range: {
    readonly type: string;
    readonly startDate: string;
    readonly endDate?: string;
    readonly numberOfOccurrences?: number;
    readonly recurrenceTimeZone?: string;
  };
};

const ADD_INS = '{00020329-0000-0000-C000-000000000046}';
/** Where an add-in's custom properties of an item stand. */
export const propertyId = (appId: string): string => `String ${ADD_INS} Name cecp-${appId}`;
/** People who were typed but not yet invited: this tenant would invite them as soon as they stand in the event. */
export const UNSENT_ID = `String ${ADD_INS} Name demo-not-yet-sent`;

const FULL_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayOf = (full: string): DayName | undefined => DAY_NAMES[FULL_DAYS.indexOf(full.toLowerCase())];
const fullOf = (day: DayName): string => FULL_DAYS[DAY_NAMES.indexOf(day)] as string;

const local = ({ dateTime }: Moment): LocalTime => dateTime.slice(0, 16);

export function entryOf(event: GraphEvent): CalendarEntry {
  const status = event.showAs ?? 'busy';
  return {
    id: event.id,
    ...(event.seriesMasterId ? { seriesId: event.seriesMasterId } : {}),
    subject: event.subject ?? '',
    start: local(event.start),
    end: local(event.end),
    allDay: event.isAllDay === true,
    status: (['free', 'tentative', 'oof', 'workingElsewhere'].includes(status)
      ? status
      : 'busy') as CalendarEntry['status'],
    location: event.location?.displayName ?? '',
    isPrivate: event.sensitivity === 'private',
  };
}

/** The event in a form; `master` is its series when `event` is one date of it. */
export function openedOf(
  event: GraphEvent,
  zone: string,
  appId: string,
  master: GraphEvent | undefined,
): OpenedEvent {
  const unsent = unsentOf(propertyOf(event, UNSENT_ID));
  const people = (type: string): Person[] =>
    (event.attendees ?? []).flatMap(({ type: told, emailAddress: { address, name } }) =>
      address !== undefined && (told === 'optional') === (type === 'optional') && told !== 'resource'
        ? [{ mail: address, name: name ?? address }]
        : [],
    );
  const { emailAddress } = event.organizer ?? { emailAddress: {} };
  const repeat = repeatOf((master ?? event).recurrence);
  const joinUrl = event.onlineMeeting?.joinUrl;
  return {
    mine: event.isOrganizer !== false,
    organiser: { name: emailAddress.name ?? '', mail: emailAddress.address ?? '' },
    state: {
      eventId: event.id,
      ...(event.seriesMasterId ? { seriesId: event.seriesMasterId } : {}),
      subject: event.subject ?? '',
      required: [...people('required'), ...unsent.required],
      optional: [...people('optional'), ...unsent.optional],
      location: event.location?.displayName ?? '',
      bodyHtml: event.body?.content ?? '',
      start: local(event.start),
      end: local(event.end),
      zone,
      repeat,
      invited: (event.attendees ?? []).length > 0,
      teams: event.isOnlineMeeting === true,
      ...(joinUrl === undefined ? {} : { joinUrl }),
      properties: recordOf(propertyOf(event, propertyId(appId))),
      notices: [],
    },
  };
}

/** The event as a request writes it. */
export function graphOf(
  state: AppointmentState,
  appId: string,
  send: boolean,
): Readonly<Record<string, unknown>> {
  const timeZone = windowsOf(state.zone) ?? state.zone;
  const attendees = [
    ...state.required.map((person) => attendeeOf(person, 'required')),
    ...state.optional.map((person) => attendeeOf(person, 'optional')),
  ];
  const unsent =
    send || attendees.length === 0 ? '' : JSON.stringify(state, ['required', 'optional', 'name', 'mail']);
  const properties = Object.keys(state.properties).length === 0 ? '' : JSON.stringify(state.properties);
  return {
    subject: state.subject,
    body: { contentType: 'html', content: state.bodyHtml },
    start: { dateTime: `${state.start}:00`, timeZone },
    end: { dateTime: `${state.end}:00`, timeZone },
    location: { displayName: state.location },
    attendees: send ? attendees : [],
    isOnlineMeeting: state.teams,
    ...(state.teams && { onlineMeetingProvider: 'teamsForBusiness' }),
    ...(state.seriesId === undefined && { recurrence: graphRecurrence(state, timeZone) }),
    singleValueExtendedProperties: [
      { id: propertyId(appId), value: properties },
      { id: UNSENT_ID, value: unsent },
    ],
  };
}

const attendeeOf = ({ name, mail }: Person, type: string) => ({
  type,
  emailAddress: { name, address: mail },
});

function graphRecurrence(
  { repeat, start }: Pick<AppointmentState, 'repeat' | 'start'>,
  recurrenceTimeZone: string,
): GraphRecurrence | null {
  if (repeat === undefined) return null;
  const startDate = start.slice(0, 10);
  const range =
    repeat.until === undefined
      ? { type: 'noEnd', startDate, recurrenceTimeZone }
      : { type: 'endDate', startDate, endDate: repeat.until, recurrenceTimeZone };
  return { pattern: patternOf(repeat), range };
}

function patternOf(repeat: Repeat): GraphRecurrence['pattern'] {
  const interval = repeat.every;
  switch (repeat.kind) {
    case 'daily':
      return { type: 'daily', interval };
    case 'weekly':
      return { type: 'weekly', interval, daysOfWeek: repeat.days.map(fullOf), firstDayOfWeek: 'monday' };
    case 'monthlyOn':
      return { type: 'absoluteMonthly', interval, dayOfMonth: repeat.day };
    case 'monthlyThe':
      return { type: 'relativeMonthly', interval, daysOfWeek: [fullOf(repeat.day)], index: repeat.week };
  }
}

function repeatOf(recurrence: GraphRecurrence | null | undefined): Repeat | undefined {
  if (!recurrence) return undefined;
  const { pattern, range } = recurrence;
  const repeat = withoutEnd(pattern);
  if (repeat === undefined) return undefined;
  if (range.type === 'numbered' && range.numberOfOccurrences !== undefined)
    return { ...repeat, until: lastDateOf(repeat, range.startDate, range.numberOfOccurrences) };
  return range.type === 'endDate' && range.endDate !== undefined
    ? { ...repeat, until: range.endDate }
    : repeat;
}

/** Yearly repetitions have no place in this form. */
function withoutEnd({
  type,
  interval,
  daysOfWeek = [],
  dayOfMonth,
  index,
}: GraphRecurrence['pattern']): Repeat | undefined {
  const days = daysOfWeek.flatMap((day) => dayOf(day) ?? []);
  const [first] = days;
  switch (type) {
    case 'daily':
      return { kind: 'daily', every: interval };
    case 'weekly':
      return first === undefined ? undefined : { kind: 'weekly', every: interval, days };
    case 'absoluteMonthly':
      return dayOfMonth === undefined ? undefined : { kind: 'monthlyOn', every: interval, day: dayOfMonth };
    case 'relativeMonthly':
      return first === undefined
        ? undefined
        : { kind: 'monthlyThe', every: interval, day: first, week: (index ?? 'first') as WeekNumber };
    default:
      return undefined;
  }
}

/** The set's GUID comes back in the service's own spelling. */
const propertyOf = (event: GraphEvent, id: string): string | undefined =>
  event.singleValueExtendedProperties?.find((one) => one.id.toLowerCase() === id.toLowerCase())?.value;

function recordOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Somebody else wrote there: an add-in sees no properties then.
    return {};
  }
}

function unsentOf(text: string | undefined): {
  readonly required: readonly Person[];
  readonly optional: readonly Person[];
} {
  const { required = [], optional = [] } = recordOf(text) as { required?: Person[]; optional?: Person[] };
  return { required, optional };
}
