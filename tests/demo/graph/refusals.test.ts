// What the service would not take: the requests are wrong on purpose.
import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ log: LOG });
});
afterAll(() => bed.close());

const codeOf = (body: Json) => (body['error'] as { code: string }).code;
const at = (dateTime: string, timeZone = 'Romance Standard Time') => ({ dateTime, timeZone });
const EVENT = { subject: 'x', start: at('2026-12-01T10:00:00'), end: at('2026-12-01T10:35:00') };
const WEEKLY = { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' };
const RANGE = { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 3 };
const repeated = (pattern: object, range: object) => ({
  ...EVENT,
  recurrence: { pattern: { ...WEEKLY, ...pattern }, range: { ...RANGE, ...range } },
});

test.each([
  ['GET', '/me/nothing', 'BadRequest', 'nothing'],
  ['GET', '/planets', 'BadRequest', 'planets'],
  ['GET', '/me/events/AAMk/instances/what', 'BadRequest', 'what'],
])('EM4 %s %s leads nowhere', async (method, path, code, segment) => {
  const { status, body } = await bed.call('m01', method, path);
  expect([status, codeOf(body)]).toEqual([400, code]);
  expect((body['error'] as Json)['message']).toContain(`'${segment}'`);
});

test('EM4 a method that a path does not take is 405', async () => {
  expect((await bed.call('m01', 'DELETE', '/me')).status).toBe(405);
  expect((await bed.call('m01', 'GET', '/me/calendar/getSchedule')).status).toBe(405);
});

test.each([
  ['an unknown property', { ...EVENT, colour: 'red' }, 'RequestBodyRead'],
  ['an unknown property inside', { ...EVENT, start: { ...EVENT.start, offset: 1 } }, 'RequestBodyRead'],
  ['no member of an enumeration', { ...EVENT, showAs: 'asleep' }, 'RequestBodyRead'],
  ['a wrong kind', { ...EVENT, subject: 7 }, 'RequestBodyRead'],
  ['no start', { subject: 'x' }, 'ErrorPropertyValidationFailure'],
  [
    'an end before the start',
    { ...EVENT, end: at('2026-12-01T09:00:00') },
    'ErrorCalendarEndDateIsEarlierThanStartDate',
  ],
  ['a day that does not exist', { ...EVENT, start: at('2026-02-30T10:00:00') }, 'ErrorInvalidParameter'],
  [
    'an attendee without an address',
    { ...EVENT, attendees: [{ type: 'required', emailAddress: { name: 'A' } }] },
    'ErrorInvalidRecipients',
  ],
  [
    'Skype',
    { ...EVENT, isOnlineMeeting: true, onlineMeetingProvider: 'skypeForBusiness' },
    'ErrorPropertyValidationFailure',
  ],
  [
    'a whole day that does not begin at midnight',
    { ...EVENT, isAllDay: true },
    'ErrorPropertyValidationFailure',
  ],
  [
    'an odd custom property',
    { ...EVENT, singleValueExtendedProperties: [{ id: 'cecp', value: 'x' }] },
    'ErrorInvalidExtendedProperty',
  ],
])('EM5 a create with %s is refused', async (_, event, code) => {
  const { status, body } = await bed.call('m01', 'POST', '/me/events', event);
  expect([status, codeOf(body)]).toEqual([400, code]);
});

test('EM5 what is no JSON is refused', async () => {
  expect((await bed.call('m01', 'POST', '/me/events', '{"subject":')).status).toBe(400);
  expect((await bed.call('m01', 'POST', '/me/events', '[]')).status).toBe(400);
});

test.each(['Greenwich Mean Time', 'GMT+6:30', 'Europe/Nowhere', '+02:00', ''])(
  'EM8 nobody knows the zone %p',
  async (zone) => {
    const event = { ...EVENT, start: at('2026-12-01T10:00:00', zone) };
    const { status, body } = await bed.call('m01', 'POST', '/me/events', event);
    expect([status, codeOf(body)]).toEqual([400, 'TimeZoneNotSupportedException']);
    const view = '/me/calendarView?startDateTime=2026-11-23&endDateTime=2026-11-24';
    if (zone !== '') {
      const read = await bed.call('m01', 'GET', view, undefined, { prefer: `outlook.timezone="${zone}"` });
      expect([read.status, codeOf(read.body)]).toEqual([400, 'TimeZoneNotSupportedException']);
    }
  },
);

test.each([
  ['another first date than the event’s', {}, { startDate: '2026-12-08' }],
  ['no days', { daysOfWeek: [] }, {}],
  ['no interval', { interval: 0 }, {}],
  ['a month that is none, though weeks have no months', { month: 13 }, {}],
  ['a day of the month that is none', { type: 'absoluteMonthly', dayOfMonth: 0 }, {}],
  ['no count', {}, { type: 'numbered', numberOfOccurrences: 0 }],
  ['an end before its start', {}, { type: 'endDate', endDate: '2026-11-30' }],
  ['no end that it needs', {}, { type: 'endDate' }],
  ['a thousand dates', {}, { numberOfOccurrences: 1000 }],
])('EM8 a repetition with %s is refused', async (_, pattern, range) => {
  const { status, body } = await bed.call('m01', 'POST', '/me/events', repeated(pattern, range));
  expect([status, codeOf(body)]).toEqual([400, 'ErrorPropertyValidationFailure']);
});

test('EM5 what an event does not have can neither be selected nor expanded', async () => {
  for (const query of ['$select=id,colour', '$expand=friends', '$expand=(', '$orderby=,'])
    expect((await bed.call('m01', 'GET', `/me/events?${query}`)).status).toBe(400);
});

const BODY = {
  schedules: ['a@valdeolmo.example'],
  startTime: at('2026-11-23T00:00:00', 'UTC'),
  endTime: at('2026-11-30T00:00:00', 'UTC'),
};

test.each([
  [
    '101 addresses',
    { schedules: Array.from({ length: 101 }, (_, nth) => `p${nth}@valdeolmo.example`) },
    'ErrorMailboxDataArrayTooBig',
  ],
  ['62 days', { endTime: at('2027-01-24T00:00:00', 'UTC') }, 'ErrorTimeIntervalTooBig'],
  ['no time at all', { endTime: BODY.startTime }, 'ErrorInvalidTimeInterval'],
  ['an interval of four minutes', { availabilityViewInterval: 4 }, 'ErrorInvalidMergedFreeBusyInterval'],
  ['another parameter', { people: [] }, 'RequestBodyRead'],
  ['no addresses', { schedules: null }, 'ErrorInvalidParameter'],
])('EM15 a schedule of %s is refused', async (_, change, code) => {
  const { status, body } = await bed.call('m01', 'POST', '/me/calendar/getSchedule', { ...BODY, ...change });
  expect([status, codeOf(body)]).toEqual([400, code]);
});

const EVENTUAL = { consistencylevel: 'eventual' };

test.each([
  ['a search without its header', '$search="displayName:ana"', {}, 400],
  ['a search without quotes', '$search=displayName:ana', EVENTUAL, 400],
  ['ne without the header', "$filter=mail ne 'x'&$count=true", {}, 400],
  ['ne without $count', "$filter=mail ne 'x'", EVENTUAL, 400],
  ['endsWith without the header', "$filter=endsWith(mail,'x')", {}, 400],
  ['a filter that breaks off', '$filter=mail eq', {}, 400],
  ['a sorted filter without the header', "$filter=startsWith(mail,'x')&$orderby=displayName", {}, 400],
  ['an unknown field', '$select=shoeSize', {}, 400],
  ['a page of none', '$top=0', {}, 400],
  ['a page of a thousand', '$top=1000', {}, 400],
  ['an option twice', '$top=1&$top=2', {}, 400],
])('EM16 of people, %s is refused', async (_, query, headers, status) => {
  expect((await bed.call('m01', 'GET', `/users?${query}`, undefined, headers)).status).toBe(status);
});

test('EM16 more than fifteen alternatives are too many', async () => {
  const of = (count: number) =>
    `/users?$filter=${Array.from({ length: count }, (_, nth) => `mail eq 'p${nth}@x.example'`).join(' or ')}`;
  expect((await bed.call('m01', 'GET', of(15))).status).toBe(200);
  expect((await bed.call('m01', 'GET', of(16))).status).toBe(400);
});

test.each([
  ['no requests', { requests: [] }],
  [
    'twenty-one',
    { requests: Array.from({ length: 21 }, (_, nth) => ({ id: `${nth}`, method: 'GET', url: '/me' })) },
  ],
  ['an id twice', { requests: ['a', 'A'].map((id) => ({ id, method: 'GET', url: '/me' })) }],
  ['a batch inside', { requests: [{ id: '1', method: 'POST', url: '/$batch' }] }],
  ['a whole address', { requests: [{ id: '1', method: 'GET', url: 'http://localhost/me' }] }],
  ['a body without its type', { requests: [{ id: '1', method: 'POST', url: '/me/events', body: EVENT }] }],
  [
    'a dependency that stands behind',
    {
      requests: [
        { id: '1', method: 'GET', url: '/me', dependsOn: ['2'] },
        { id: '2', method: 'GET', url: '/me' },
      ],
    },
  ],
])('EM18 a batch with %s is refused', async (_, batch) => {
  expect((await bed.call('m01', 'POST', '/$batch', batch)).status).toBe(400);
});

schemaCheck('wrong on purpose');
