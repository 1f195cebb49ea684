import type { Company } from '../../company/types';
import { objectOf, Reader } from '../http/body';
import { badRequest, GraphError, itemNotFound } from '../http/errors';
import { deniedBy } from '../http/router';
import { filterOf } from '../odata/filter';
import { expandOf, ordered, preferencesOf, selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Params, Reply, Route } from '../types';
import { localMsOf, zoneNamed } from '../zones';
import { changeEvent, type Changing, createEvent } from './changes';
import { eventInputOf } from './eventInput';
import { etagOf, EVENT_FIELDS, eventJson, type Shape } from './eventOutput';
import { isOrganiser, type Placed } from './model';
import { placedIn, placedWhole, type Window } from './occurrences';

export type Calendaring = Changing & {
  readonly company: Company;
  readonly base: string;
  /** The id in a path as a person's: an id or a sign-in name. */
  readonly personIdOf: (idOrName: string) => string | undefined;
};

const READ = ['Calendars.Read', 'Calendars.ReadWrite'];
const WRITE = ['Calendars.ReadWrite'];
/** Of these only custom properties have something to show here. */
const EXPANDABLE = [
  ...['singleValueExtendedProperties', 'multiValueExtendedProperties', 'extensions', 'attachments'],
  ...['calendar', 'instances', 'exceptionOccurrences'],
];
const FIVE_YEARS_MS = 1826 * 86_400_000;
/** Every calendar has one; its other addresses lead to it too. */
const CALENDARS = ['users/{user}', 'users/{user}/calendar', 'users/{user}/calendars/{calendar}'];

/** Events of one's own calendar. */
export function eventRoutes(calendaring: Calendaring): readonly Route[] {
  const { mailboxes, now } = calendaring;

  const mailboxOf = (request: GraphRequest, { user, calendar }: Params): string => {
    const id = calendaring.personIdOf(user ?? '');
    if (id === undefined)
      throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`);
    if (id !== request.caller.personId) throw deniedBy('outlook');
    if (calendar !== undefined && calendar !== calendarIdOf(id)) throw itemNotFound();
    if (mailboxes.ownerWith(id) === undefined)
      throw new GraphError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      );
    return id;
  };
  const eventOf = (request: GraphRequest, params: Params): Placed => {
    const placed = mailboxes.find(mailboxOf(request, params), params['event'] ?? '');
    if (placed === undefined) throw itemNotFound();
    return placed;
  };

  const shapeOf = ({ headers, query }: GraphRequest): Shape => {
    const preferences = preferencesOf(headers['prefer']);
    const zoneName = preferences.get('outlook.timezone') ?? 'UTC';
    zoneNamed(zoneName);
    return {
      zoneName,
      asText: preferences.get('outlook.body-content-type')?.toLowerCase() === 'text',
      expand: expandOf(query, EXPANDABLE),
      now: now(),
    };
  };
  const contextOf = (ownerId: string, rest: string) =>
    `${calendaring.base}/$metadata#users('${encodeURIComponent(ownerId)}')/${rest}`;
  const applied = ({ headers }: GraphRequest): Readonly<Record<string, string>> => {
    const preferences = [...preferencesOf(headers['prefer'])].filter(([name]) => name.startsWith('outlook.'));
    return preferences.length === 0
      ? {}
      : { 'Preference-Applied': preferences.map(([name, value]) => `${name}="${value}"`).join(', ') };
  };

  const one = (request: GraphRequest, placed: Placed, status = 200): Reply => {
    const json = selected(
      eventJson(placed, shapeOf(request)),
      selectOf(request.query),
      EVENT_FIELDS,
      'event',
    );
    const context = contextOf(placed.copy.ownerId, 'events/$entity');
    return { status, headers: applied(request), body: { '@odata.context': context, ...json } };
  };
  const many = (request: GraphRequest, ownerId: string, name: string, events: readonly Placed[]): Reply => {
    const shape = shapeOf(request);
    const select = selectOf(request.query);
    const filter = request.query.get('$filter');
    const asked =
      filter === undefined && !request.query.has('$orderby')
        ? undefined
        : events.map((placed) => ({ placed, json: searchable(placed, shape) }));
    const matching = filter === undefined ? asked : asked?.filter(filterOn(filter));
    const order =
      matching &&
      ordered(
        matching.map(({ json, placed }) => ({ ...json, placed })),
        request.query,
      ).map(({ placed }) => placed);
    const page = pageOf(request, order ?? events, {
      base: calendaring.base,
      size: 10,
      most: 1000,
      by: '$skip',
    });
    const value = page.items.map((placed) =>
      selected(eventJson(placed, shape), select, EVENT_FIELDS, 'event'),
    );
    const count = request.query.get('$count') === 'true' ? { '@odata.count': (order ?? events).length } : {};
    return {
      status: 200,
      headers: applied(request),
      body: { '@odata.context': contextOf(ownerId, name), ...count, value, ...page.next },
    };
  };

  const checkVersion = ({ headers }: GraphRequest, placed: Placed) => {
    const wanted = headers['if-match'];
    if (wanted === undefined || wanted === '*' || wanted === etagOf(placed)) return;
    throw new GraphError(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
  };

  const handlers: readonly Route[] = CALENDARS.flatMap((at): readonly Route[] => [
    {
      method: 'POST',
      pattern: `${at}/events`,
      scopes: WRITE,
      denied: 'outlook',
      handle(request, params) {
        const ownerId = mailboxOf(request, params);
        const input = eventInputOf(objectOf(request.body));
        const organiser = calendaring.company.people.find(({ id }) => id === ownerId);
        if (organiser === undefined) throw itemNotFound();
        const before =
          input.transactionId === undefined ? undefined : mailboxes.madeWith(ownerId, input.transactionId);
        return one(request, before ?? placedWhole(createEvent(calendaring, organiser, input)), 201);
      },
    },
    {
      method: 'GET',
      pattern: `${at}/events`,
      scopes: READ,
      denied: 'outlook',
      handle(request, params) {
        const ownerId = mailboxOf(request, params);
        return many(request, ownerId, 'events', mailboxes.wholesOf(ownerId));
      },
    },
    {
      method: 'GET',
      pattern: `${at}/events/{event}`,
      scopes: READ,
      denied: 'outlook',
      handle: (request, params) => one(request, eventOf(request, params)),
    },
    {
      method: 'PATCH',
      pattern: `${at}/events/{event}`,
      scopes: WRITE,
      denied: 'outlook',
      handle(request, params) {
        const placed = eventOf(request, params);
        checkVersion(request, placed);
        const organiser = calendaring.company.people.find(({ id }) => id === placed.copy.ownerId);
        changeEvent(calendaring, placed, organiser, eventInputOf(objectOf(request.body)));
        return one(request, eventOf(request, params));
      },
    },
    {
      method: 'DELETE',
      pattern: `${at}/events/{event}`,
      scopes: WRITE,
      denied: 'outlook',
      handle(request, params) {
        const placed = eventOf(request, params);
        checkVersion(request, placed);
        removeEvent(calendaring, placed);
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      pattern: `${at}/events/{event}/instances`,
      scopes: READ,
      denied: 'outlook',
      handle(request, params) {
        const { copy, kind } = eventOf(request, params);
        if (kind !== 'seriesMaster')
          throw badRequest('The item is not a recurring master.', 'ErrorInvalidRequest');
        const events = placedIn(copy, windowOf(request));
        return many(request, copy.ownerId, `events('${params['event']}')/instances`, events);
      },
    },
    {
      method: 'GET',
      pattern: `${at}/calendarview`,
      scopes: ['Calendars.ReadBasic', ...READ],
      denied: 'outlook',
      handle(request, params) {
        const ownerId = mailboxOf(request, params);
        return many(request, ownerId, 'calendarView', mailboxes.viewOf(ownerId, windowOf(request)));
      },
    },
    ...(['accept', 'tentativelyaccept', 'decline', 'cancel'] as const).map((action): Route => ({
      method: 'POST',
      pattern: `${at}/events/{event}/${action}`,
      scopes: WRITE,
      denied: 'outlook',
      handle(request, params) {
        const placed = eventOf(request, params);
        checkAnswer(request.body, action);
        answer(calendaring, placed, action);
        return { status: 202 };
      },
    })),
  ]);
  return handlers;
}

/** The one calendar of a mailbox, by the id that the service gives it. */
export const calendarIdOf = (ownerId: string): string => `AAMkAGCal${ownerId.replaceAll('-', '')}AAA=`;

/** What comes with an answer or a cancellation: action parameters are taken in any case, others not at all. */
function checkAnswer(body: string, action: string): void {
  if (body === '') return;
  const known = action === 'cancel' ? ['comment'] : ['comment', 'sendresponse', 'proposednewtime'];
  const sent = Object.entries(objectOf(body)).map(([name, value]) => [name.toLowerCase(), value] as const);
  new Reader(Object.fromEntries(sent), action, known).text('comment');
}

function removeEvent({ mailboxes, now }: Calendaring, { copy, day }: Placed): void {
  const { meeting } = copy;
  mailboxes.settle(copy);
  if (!isOrganiser(copy)) return mailboxes.drop(copy);
  if (day === undefined) {
    meeting.mails++;
    return mailboxes.dropAll(meeting);
  }
  meeting.cancelledDays.add(day);
  meeting.exceptions.delete(day);
  meeting.revision++;
  meeting.modified = now();
  if (meeting.details.attendees.length > 0) meeting.mails++;
}

function answer(
  calendaring: Calendaring,
  placed: Placed,
  action: 'accept' | 'tentativelyaccept' | 'decline' | 'cancel',
): void {
  const { copy } = placed;
  if (action === 'cancel') {
    if (!isOrganiser(copy))
      throw new GraphError(403, 'ErrorAccessDenied', 'Only the organizer of the meeting can cancel it.');
    return removeEvent(calendaring, placed);
  }
  if (isOrganiser(copy))
    throw badRequest(
      "You can't respond to this meeting because you're the meeting organizer.",
      'ErrorInvalidRequest',
    );
  calendaring.mailboxes.settle(copy);
  const kinds = {
    accept: 'accepted',
    tentativelyaccept: 'tentativelyAccepted',
    decline: 'declined',
  } as const;
  copy.response = { kind: kinds[action], at: calendaring.now() };
  copy.revision++;
}

/** Offsets are honoured, none means UTC. */
function windowOf({ query }: GraphRequest): Window {
  const at = (name: 'startDateTime' | 'endDateTime') => {
    const text = query.get(name.toLowerCase());
    if (text === undefined)
      throw badRequest(
        `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.`,
        'ErrorInvalidParameter',
      );
    const offset = /(Z|[+-]\d\d:\d\d)$/i.exec(text.replace(/ (\d\d:\d\d)$/, '+$1'))?.[1];
    const whole = text.replace(/ (\d\d:\d\d)$/, '+$1');
    const local = localMsOf(offset === undefined ? whole : whole.slice(0, -offset.length));
    if (local === undefined)
      throw badRequest(`The value '${text}' of parameter '${name}' is invalid.`, 'ErrorInvalidParameter');
    return local - offsetMs(offset);
  };
  const window = { from: at('startDateTime'), until: at('endDateTime') };
  if (window.until < window.from)
    throw badRequest('The end of the time window is before its start.', 'ErrorInvalidParameter');
  if (window.until - window.from > FIVE_YEARS_MS)
    throw badRequest(
      "Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: 1825",
      'ErrorOccurrenceTimeSpanTooBig',
    );
  return window;
}

function offsetMs(offset: string | undefined): number {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(offset ?? '');
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}

/** What $filter and $orderby may speak of: the event with all its custom properties, moments in UTC. */
function searchable(placed: Placed, shape: Shape): Readonly<Record<string, unknown>> {
  const properties = [...placed.copy.properties].map(([id, value]) => ({ id, value }));
  return { ...eventJson(placed, { ...shape, zoneName: 'UTC' }), singleValueExtendedProperties: properties };
}

function filterOn(text: string): (one: { readonly json: unknown }) => boolean {
  const { matches } = filterOf(text);
  return ({ json }) => matches(json);
}
