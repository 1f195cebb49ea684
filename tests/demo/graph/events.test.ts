import fc from 'fast-check';
import { DateTime } from 'luxon';
import { joinBlockAt } from '../../../src/domain/agenda/joinBlock';
import { readBody } from '../../../src/domain/agenda/body';
import { storedHtml } from '../../../src/demo/graph/calendar/bodyHtml';
import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
});
afterEach(() => bed.close());

const ROMANCE = 'Romance Standard Time';
const at = (dateTime: string, timeZone = ROMANCE) => ({ dateTime, timeZone });
const invite = (...shorts: readonly string[]) =>
  shorts.map((short) => ({
    type: 'required',
    emailAddress: { address: bed.person(short).mail, name: bed.person(short).name },
  }));
const anEvent = (change: Json = {}): Json => ({
  subject: 'Semanal',
  body: { contentType: 'html', content: '<p>Orden del día</p>' },
  start: at('2026-12-01T17:15:00'),
  end: at('2026-12-01T17:50:00'),
  ...change,
});
const weekly = (change: Json = {}, range: Json = {}): Json =>
  anEvent({
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 25, ...range },
    },
    ...change,
  });
const create = async (event: Json, as = 'm01') => {
  const { status, body } = await bed.call(as, 'POST', '/me/events', event);
  expect(status).toBe(201);
  return body;
};
const read = async (id: unknown, query = '', as = 'm01') =>
  (await bed.call(as, 'GET', `/me/events/${String(id)}${query}`)).body;
const change = (id: unknown, body: Json, headers = {}) =>
  bed.call('m01', 'PATCH', `/me/events/${String(id)}`, body, headers);
const valueOf = (body: Json) => body['value'] as readonly Json[];
const instances = async (id: unknown, from = '2026-11-01', until = '2027-12-31', zone = ROMANCE) =>
  valueOf(
    (
      await bed.call(
        'm01',
        'GET',
        `/me/events/${String(id)}/instances?startDateTime=${from}T00:00:00Z&endDateTime=${until}T00:00:00Z&$top=200`,
        undefined,
        { prefer: `outlook.timezone="${zone}"` },
      )
    ).body,
  );
const startsOf = (events: readonly Json[]) => events.map(({ start }) => (start as Json)['dateTime']);
const htmlOf = (event: Json) => String((event['body'] as Json)['content']);
const joinUrlOf = (event: Json) => (event['onlineMeeting'] as Json | null)?.['joinUrl'];

test('EM8 the same transaction id makes one event', async () => {
  const first = await create(anEvent({ transactionId: 'one' }));
  const second = await create(anEvent({ transactionId: 'one', subject: 'Otra' }));
  expect(second['id']).toBe(first['id']);
  expect(second['subject']).toBe('Semanal');
  expect((await create(anEvent({ transactionId: 'one' }), 'm02'))['id']).not.toBe(first['id']);
});

test('EM8 Windows and IANA names are the same moment; the answer speaks the zone that is preferred', async () => {
  const windows = await create(anEvent());
  const iana = await create(
    anEvent({
      start: at('2026-12-01T17:15:00', 'Europe/Madrid'),
      end: at('2026-12-01T17:50:00', 'europe/madrid'),
    }),
  );
  for (const event of [windows, iana])
    expect(event['start']).toEqual(at('2026-12-01T16:15:00.0000000', 'UTC'));
  expect([windows['originalStartTimeZone'], iana['originalStartTimeZone']]).toEqual([
    ROMANCE,
    'Europe/Madrid',
  ]);
  const { body, headers } = await bed.call('m01', 'GET', `/me/events/${String(windows['id'])}`, undefined, {
    prefer: 'outlook.timezone="SA Pacific Standard Time"',
  });
  expect(body['start']).toEqual(at('2026-12-01T11:15:00.0000000', 'SA Pacific Standard Time'));
  expect(headers.get('preference-applied')).toBe('outlook.timezone="SA Pacific Standard Time"');
});

test('EM8 what does not fall on its pattern moves to the first date that does', async () => {
  const { recurrence } = weekly() as { recurrence: Json };
  const event = await create(
    weekly({
      recurrence: {
        ...recurrence,
        pattern: { ...(recurrence['pattern'] as Json), daysOfWeek: ['thursday'] },
      },
    }),
  );
  expect(event['start']).toEqual(at('2026-12-03T16:15:00.0000000', 'UTC'));
});

test('EM8 answers fill in what a pattern leaves out', async () => {
  const event = await create(weekly());
  expect(event['recurrence']).toEqual({
    pattern: {
      type: 'weekly',
      interval: 1,
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: ['tuesday'],
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: 'numbered',
      startDate: '2026-12-01',
      endDate: '0001-01-01',
      numberOfOccurrences: 25,
      recurrenceTimeZone: ROMANCE,
    },
  });
});

test('EM9 dates keep their wall clock over the clock change, in their own zone', async () => {
  const { id } = await create(weekly());
  const dates = await instances(id);
  expect(dates).toHaveLength(25);
  expect(new Set(startsOf(dates).map((start) => String(start).slice(11)))).toEqual(
    new Set(['17:15:00.0000000']),
  );
  const bogota = startsOf(await instances(id, undefined, undefined, 'America/Bogota')).map((start) =>
    String(start).slice(11, 16),
  );
  expect(new Set(bogota)).toEqual(new Set(['11:15', '10:15']));
  for (const date of dates) {
    expect(date).toMatchObject({ type: 'occurrence', seriesMasterId: id, recurrence: null });
    expect(Date.parse(String(date['originalStart']))).toBe(
      DateTime.fromISO(String((date['start'] as Json)['dateTime']), { zone: 'Europe/Madrid' }).toMillis(),
    );
  }
});

test.each([
  [{ type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }, ['12-31', '01-31', '02-28', '03-31']],
  [
    { type: 'relativeMonthly', interval: 1, daysOfWeek: ['wednesday'], index: 'last' },
    ['12-30', '01-27', '02-24', '03-31'],
  ],
  [{ type: 'relativeMonthly', interval: 2, daysOfWeek: ['tuesday'] }, ['12-01', '02-02', '04-06', '06-01']],
  [{ type: 'daily', interval: 3 }, ['12-01', '12-04', '12-07', '12-10']],
  [
    { type: 'weekly', interval: 2, daysOfWeek: ['tuesday', 'sunday'], firstDayOfWeek: 'monday' },
    ['12-01', '12-06', '12-15', '12-20'],
  ],
  [
    { type: 'weekly', interval: 2, daysOfWeek: ['tuesday', 'sunday'], firstDayOfWeek: 'sunday' },
    ['12-01', '12-13', '12-15', '12-27'],
  ],
  [{ type: 'absoluteYearly', interval: 1, dayOfMonth: 1, month: 12 }, ['12-01', '12-01']],
])('EM9 %j falls on %j', async (pattern, days) => {
  const event = anEvent({
    recurrence: {
      pattern,
      range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: days.length },
    },
  });
  const { id } = await create(event);
  expect(
    startsOf(await instances(id, '2026-11-01', '2028-01-01')).map((start) => String(start).slice(5, 10)),
  ).toEqual(days);
});

test('EM9 an end date is the last day on which it may fall; without an end the window ends it', async () => {
  const { id } = await create(weekly({}, { type: 'endDate', endDate: '2026-12-22', numberOfOccurrences: 0 }));
  expect(await instances(id)).toHaveLength(4);
  const endless = await create(weekly({}, { type: 'noEnd' }));
  expect(await instances(endless['id'], '2027-06-01', '2027-07-01')).toHaveLength(5);
});

test('EM9 a changed date is an exception with its original start, a deleted one is gone, a new time drops both', async () => {
  const { id } = await create(weekly());
  const [, second, third] = await instances(id);
  const moved = await change(second?.['id'], {
    start: at('2026-12-10T09:00:00'),
    end: at('2026-12-10T09:35:00'),
  });
  expect(moved.body).toMatchObject({
    type: 'exception',
    originalStart: '2026-12-08T16:15:00.0000000Z',
    id: second?.['id'],
  });
  expect((await bed.call('m01', 'DELETE', `/me/events/${String(third?.['id'])}`)).status).toBe(204);
  const now = await instances(id);
  expect(now).toHaveLength(24);
  expect(startsOf(now).slice(0, 3)).toEqual([
    '2026-12-01T17:15:00.0000000',
    '2026-12-10T09:00:00.0000000',
    '2026-12-22T17:15:00.0000000',
  ]);
  expect((await bed.call('m01', 'GET', `/me/events/${String(third?.['id'])}`)).status).toBe(404);
  await change(id, { start: at('2026-12-01T16:00:00'), end: at('2026-12-01T16:35:00') });
  const again = await instances(id);
  expect(again).toHaveLength(25);
  expect(new Set(startsOf(again).map((start) => String(start).slice(11, 16)))).toEqual(new Set(['16:00']));
});

test('EM9 a moved date is found where it went, not where it was', async () => {
  const { id } = await create(weekly());
  const [, second] = await instances(id);
  await change(second?.['id'], { start: at('2027-08-10T09:00:00'), end: at('2027-08-10T09:35:00') });
  expect(await instances(id, '2026-12-08', '2026-12-09')).toEqual([]);
  expect(startsOf(await instances(id, '2027-08-10', '2027-08-11'))).toEqual(['2027-08-10T09:00:00.0000000']);
});

test('EM10 a Teams meeting has an address for all dates and its block in the body, in the organiser’s language', async () => {
  const event = await create(weekly({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }));
  const joinUrl = String(joinUrlOf(event));
  expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_/);
  expect(event).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
  for (const date of await instances(event['id'])) expect(joinUrlOf(date)).toBe(joinUrl);
  const html = htmlOf(event);
  expect(html).toContain('Unirse a la reunión');
  expect(html.indexOf('Orden del día')).toBeLessThan(joinBlockAt(readBody(html)) ?? -1);
  expect(joinUrlOf(await create(anEvent({ isOnlineMeeting: true })))).not.toBe(joinUrl);
});

test('EM10 a body without the link makes it an ordinary event, one with it does not', async () => {
  const event = await create(anEvent({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }));
  const kept = htmlOf(event).replace('Orden del día', 'Otra cosa');
  const still = await change(event['id'], { body: { contentType: 'html', content: kept } });
  expect(still.body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: event['onlineMeeting'] });
  const lost = await change(event['id'], { body: { contentType: 'html', content: '<p>Orden del día</p>' } });
  expect(lost.body).toMatchObject({
    isOnlineMeeting: false,
    onlineMeeting: null,
    onlineMeetingProvider: 'unknown',
  });
});

test('EM10 the address may be told later', async () => {
  bed.emulator.faults.add({ kind: 'lateMeeting', ms: 5000, times: 1 });
  const event = await create(anEvent({ isOnlineMeeting: true }));
  expect(event).toMatchObject({ isOnlineMeeting: true, onlineMeeting: null });
  bed.clock.now += 6000;
  expect(joinUrlOf(await read(event['id']))).toMatch(/^https:/);
});

test('EM11 a body loses what mail systems drop and keeps what is visible', async () => {
  const content =
    '<style>p{color:red}</style><!-- x --><p class="a" id="b" style="color:red" onclick="x()" data-x="1">Uno &amp; dos</p><script>alert(1)</script><a href="https://x.example/?a=1&amp;b=2">ver</a><a href="javascript:x()">no</a>';
  const html = htmlOf(await create(anEvent({ body: { contentType: 'HTML', content } })));
  expect(html).toMatch(/^<html><head>/);
  expect(html).toContain('<p>Uno &amp; dos</p><a href="https://x.example/?a=1&amp;b=2">ver</a><a>no</a>');
  const text = await create(anEvent({ body: { contentType: 'text', content: 'uno\n<dos>' } }));
  expect(htmlOf(text)).toContain('uno<br>\r\n&lt;dos&gt;');
  const plain = await bed.call('m01', 'GET', `/me/events/${String(text['id'])}`, undefined, {
    prefer: 'outlook.body-content-type="text"',
  });
  expect(plain.body['body']).toEqual({ contentType: 'text', content: 'uno\r\n<dos>' });
});

test('EM11 what was kept is kept the same when it is written again', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b class=x>',
      '</b>',
      '<br/>',
      '&nbsp;',
      '&lt;',
      '<table><td>',
      '</body>',
      '<html>',
      '<!--',
      '-->',
      '<ul><li>',
      '"',
      '\u00a0',
      '\r\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const once = storedHtml(pieces.join(''));
      expect(storedHtml(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('EM12 custom properties come only when asked for, in any case of the set, and never to attendees', async () => {
  const id = bed.emulator.customPropertyId;
  expect(id).toMatch(/^String \{00020329-0000-0000-c000-000000000046\} Name cecp-/i);
  const event = await create(
    anEvent({ attendees: invite('s01'), singleValueExtendedProperties: [{ id, value: '{"seriesId":"a"}' }] }),
  );
  expect(event['singleValueExtendedProperties']).toBeUndefined();
  const expand = (one: string) =>
    `?$expand=singleValueExtendedProperties($filter=id eq '${encodeURIComponent(one)}')`;
  for (const asked of [
    id,
    id.toUpperCase().replace(/STRING (.*) NAME CECP-.*/, `String $1 Name ${id.split(' Name ')[1]}`),
  ]) {
    expect((await read(event['id'], expand(asked)))['singleValueExtendedProperties']).toEqual([
      { id, value: '{"seriesId":"a"}' },
    ]);
  }
  expect((await read(event['id'], expand(`${id}x`)))['singleValueExtendedProperties']).toBeUndefined();
  await change(event['id'], { singleValueExtendedProperties: [{ id, value: 'new' }] });
  const view = await bed.call(
    'm01',
    'GET',
    `/me/calendarView${expand(id)}&startDateTime=2026-12-01T16:00:00Z&endDateTime=2026-12-01T17:00:00Z&$select=id,subject`,
  );
  expect(valueOf(view.body).find((one) => one['id'] === event['id'])).not.toHaveProperty(
    'singleValueExtendedProperties',
  );
  const wide = await bed.call(
    'm01',
    'GET',
    `/me/calendarView${expand(id)}&startDateTime=2026-12-01T16:00:00Z&endDateTime=2026-12-01T17:00:00Z`,
  );
  expect(valueOf(wide.body).find((one) => one['id'] === event['id'])).toHaveProperty(
    'singleValueExtendedProperties',
    [{ id, value: 'new' }],
  );
  const copy = valueOf(
    (await bed.call('s01', 'GET', `/me/events${expand(id)}&$filter=subject eq 'Semanal'`)).body,
  )[0];
  expect(copy).toMatchObject({ subject: 'Semanal', isOrganizer: false });
  expect(copy?.['singleValueExtendedProperties']).toBeUndefined();
});

test('EM12 an event is found by a custom property, and by its iCalUId', async () => {
  const id = bed.emulator.customPropertyId;
  const event = await create(anEvent({ singleValueExtendedProperties: [{ id, value: "it's" }] }));
  await create(anEvent());
  const find = async (filter: string) =>
    valueOf((await bed.call('m01', 'GET', `/me/events?$filter=${encodeURIComponent(filter)}`)).body).map(
      (one) => one['id'],
    );
  expect(
    await find(`singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq 'it''s')`),
  ).toEqual([event['id']]);
  expect(await find(`iCalUId eq '${String(event['iCalUId'])}'`)).toEqual([event['id']]);
  expect(await find("start/dateTime ge '2026-12-01T16:00:00' and subject eq 'Semanal'")).toHaveLength(2);
});

test('EM13 an old version changes nothing; the present one and a star do', async () => {
  const event = await create(anEvent());
  const etag = String(event['@odata.etag']);
  const first = await change(event['id'], { subject: 'A' }, { 'if-match': etag });
  expect(first.status).toBe(200);
  expect(first.body['@odata.etag']).not.toBe(etag);
  const old = await change(event['id'], { subject: 'B' }, { 'if-match': etag });
  expect([old.status, (old.body['error'] as Json)['code']]).toEqual([412, 'ErrorIrresolvableConflict']);
  expect((await read(event['id']))['subject']).toBe('A');
  expect((await change(event['id'], { subject: 'C' }, { 'if-match': '*' })).status).toBe(200);
});

test('EM14 everybody invited has a copy of their own, and sees changes; rooms answer by themselves', async () => {
  const room = bed.company.rooms[0];
  const attendees = [
    ...invite('s01', 'g01'),
    { type: 'resource', emailAddress: { address: room?.mail, name: room?.name } },
  ];
  const event = await create(
    weekly({ attendees, start: at('2026-12-01T19:00:00'), end: at('2026-12-01T19:35:00') }),
  );
  const copies = async () =>
    valueOf((await bed.call('s01', 'GET', "/me/events?$filter=subject eq 'Semanal'")).body);
  const [copy] = await copies();
  expect(copy).toMatchObject({
    iCalUId: event['iCalUId'],
    isOrganizer: false,
    showAs: 'tentative',
    responseStatus: { response: 'notResponded' },
    type: 'seriesMaster',
  });
  expect(copy?.['id']).not.toBe(event['id']);
  expect(
    (await bed.call('s01', 'POST', `/me/events/${String(copy?.['id'])}/accept`, { sendResponse: true }))
      .status,
  ).toBe(202);
  const statuses = async () =>
    ((await read(event['id']))['attendees'] as readonly Json[]).map(
      ({ status }) => (status as Json)['response'],
    );
  expect(await statuses()).toEqual(['accepted', 'none', 'accepted']);
  expect(
    (await bed.call('s01', 'PATCH', `/me/events/${String(copy?.['id'])}`, { subject: 'Mía' })).status,
  ).toBe(403);
  await change(event['id'], { subject: 'Otra' });
  expect(await read(copy?.['id'], '', 's01')).toMatchObject({ subject: 'Otra', showAs: 'busy' });
  await change(event['id'], { attendees: invite('s02') });
  expect((await bed.call('s01', 'GET', `/me/events/${String(copy?.['id'])}`)).status).toBe(404);
  expect((await bed.call('m01', 'DELETE', `/me/events/${String(event['id'])}`)).status).toBe(204);
  expect(valueOf((await bed.call('s02', 'GET', "/me/events?$filter=subject eq 'Otra'")).body)).toEqual([]);
});

test('EM14 the invitation and each change that attendees see is a mail, nothing else is', async () => {
  const event = await create(weekly({ attendees: invite('s01') }));
  const mails = () => bed.emulator.mails(bed.person('m01').id, String(event['id']));
  expect(mails()).toBe(1);
  await change(event['id'], {
    categories: ['Cadencia'],
    singleValueExtendedProperties: [{ id: bed.emulator.customPropertyId, value: 'x' }],
  });
  await change(event['id'], { reminderMinutesBeforeStart: 5, showAs: 'busy' });
  expect(mails()).toBe(1);
  await change(event['id'], { subject: 'Otra' });
  const [first] = await instances(event['id']);
  await change(first?.['id'], { body: { contentType: 'html', content: '<p>x</p>' } });
  await bed.call('m01', 'DELETE', `/me/events/${String(first?.['id'])}`);
  expect(mails()).toBe(4);
  const alone = await create(anEvent());
  expect(bed.emulator.mails(bed.person('m01').id, String(alone['id']))).toBe(0);
});

test('EM14 an item of the company is one meeting for all who have it, and its organiser may move it', async () => {
  const week = '/me/calendarView?startDateTime=2026-11-23&endDateTime=2026-11-28&$top=100';
  const standing = async (short: string) =>
    valueOf((await bed.call(short, 'GET', week)).body).filter(
      ({ subject }) => subject === 'Comité de dirección',
    );
  const [mine] = await standing('m01');
  expect(mine).toMatchObject({
    isOrganizer: true,
    attendees: expect.arrayContaining([
      expect.objectContaining({
        emailAddress: { name: bed.person('s01').name, address: bed.person('s01').mail },
      }),
    ]) as unknown,
  });
  expect(await standing('s01')).toHaveLength(1);
  await change(mine?.['id'], { start: at('2026-11-24T08:00:00'), end: at('2026-11-24T09:30:00') });
  for (const short of ['m01', 's01', 'x02'])
    expect(startsOf(await standing(short))).toEqual(['2026-11-24T07:00:00.0000000']);
});

schemaCheck();
