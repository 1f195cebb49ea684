import { openBed, PLAN_SCOPES, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ log: LOG });
});
afterAll(() => bed.close());

const errorOf = (body: Json) =>
  body['error'] as { code: string; message: string; innerError: Record<string, string> };

test('EM1 without a token, with an expired or unreadable one it is 401 with a challenge', async () => {
  for (const token of ['', 'expired', 'no-token-at-all']) {
    const response = await fetch(`${bed.base}/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(errorOf((await response.json()) as Json).code).toBe('InvalidAuthenticationToken');
  }
  expect((await fetch(`${bed.base}/me`)).status).toBe(401);
});

test('EM1 the token says who I am', async () => {
  for (const short of ['m01', 's05', 'g01']) {
    const { body, status } = await bed.call(short, 'GET', '/me?$select=id,displayName');
    expect([status, body['id'], body['displayName']]).toEqual([
      200,
      bed.person(short).id,
      bed.person(short).name,
    ]);
  }
});

test.each([
  ['/me/events', ['User.Read'], 'ErrorAccessDenied'],
  ['/users', ['User.Read'], 'Authorization_RequestDenied'],
  ['/me/drive/special/approot', ['User.Read'], 'accessDenied'],
])('EM2 %s with the scopes %j is refused as %s', async (path, scopes, code) => {
  const { status, body } = await bed.call(bed.token('m01', scopes), 'GET', path);
  expect([status, errorOf(body).code]).toEqual([403, code]);
});

test('EM2 reading is no leave to write', async () => {
  const token = bed.token('m01', ['Calendars.Read']);
  expect((await bed.call(token, 'GET', '/me/events?$top=1')).status).toBe(200);
  expect((await bed.call(token, 'POST', '/me/events', { subject: 'x' })).status).toBe(403);
});

test('EM2 somebody else’s calendar, drive and app folder stay theirs', async () => {
  const other = bed.person('s01').id;
  for (const path of [
    `/users/${other}/events`,
    `/users/${other}/calendarView?startDateTime=2026-11-23&endDateTime=2026-11-24`,
  ]) {
    expect((await bed.call('m01', 'GET', path)).status).toBe(403);
  }
  const everything = bed.token('m01', ['Files.ReadWrite.All']);
  expect((await bed.call(everything, 'GET', `/users/${other}/drive`)).status).toBe(403);
  expect((await bed.call(everything, 'GET', `/users/${other}/drive/special/approot`)).status).toBe(403);
});

test('EM3 a refusal names itself, its moment and the request, whose own id comes back', async () => {
  const { status, body, headers } = await bed.call('m01', 'GET', '/me/events/AAMkAGnothing', undefined, {
    'client-request-id': 'my-own-id',
  });
  expect(status).toBe(404);
  expect(errorOf(body)).toEqual({
    code: 'ErrorItemNotFound',
    message: expect.any(String) as string,
    innerError: {
      date: '2026-11-23T08:00:00',
      'request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'client-request-id': 'my-own-id',
    },
  });
  expect(headers.get('client-request-id')).toBe('my-own-id');
});

test('EM4 paths are compared without case, ids apart', async () => {
  expect(
    (await bed.call('m01', 'GET', '/ME/CalendarVIEW?STARTDATETIME=2026-11-23&enddatetime=2026-11-24')).status,
  ).toBe(200);
  expect((await bed.call('m01', 'GET', `/Users('${bed.person('s01').id}')?$select=id`)).status).toBe(200);
});

test('EM6 pages go on until the end, with all options, and nothing twice', async () => {
  const all =
    '/me/calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-21T00:00:00Z&$select=id,subject';
  const whole = (await bed.call('m01', 'GET', `${all}&$top=500`)).body['value'] as readonly Json[];
  const first = await bed.call('m01', 'GET', all);
  expect(first.body['value']).toHaveLength(10);
  const ids: unknown[] = [];
  let next: string | undefined = `${bed.base}${all}`;
  for (; next !== undefined;) {
    expect(next.startsWith(`${bed.base}/`)).toBe(true);
    const { body } = await bed.call('m01', 'GET', next.slice(bed.base.length));
    for (const one of body['value'] as readonly Json[]) {
      expect(Object.keys(one).sort()).toEqual(['@odata.etag', 'id', 'subject']);
      ids.push(one['id']);
    }
    next = body['@odata.nextLink'] as string | undefined;
  }
  expect(ids).toEqual(whole.map((one) => one['id']));
  expect(new Set(ids).size).toBe(ids.length);
});

test('EM6 the directory’s pages go on by a token', async () => {
  const ids: unknown[] = [];
  for (let next: string | undefined = '/users?$top=7&$select=id'; next !== undefined;) {
    const { body } = await bed.call('m01', 'GET', next);
    ids.push(...(body['value'] as readonly Json[]).map(({ id }) => id));
    next = (body['@odata.nextLink'] as string | undefined)?.slice(bed.base.length);
  }
  const everybody = [...bed.company.people, ...bed.company.rooms].map(({ id }) => id);
  expect([...ids].sort()).toEqual([...everybody].sort());
});

test('EM7 a fifth request at a time into a mailbox is 429, into another one it is not', async () => {
  const slow = await openBed({ latencyMs: 60 });
  const ask = (short: string) => slow.call(short, 'GET', '/me/events?$top=1');
  const answers = await Promise.all(['m01', 'm01', 'm01', 'm01', 'm01', 'm01', 'm02'].map(ask));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
  for (const { body, headers } of refused) {
    expect(errorOf(body)).toMatchObject({
      code: 'ApplicationThrottled',
      message: expect.stringContaining('MailboxConcurrency') as string,
    });
    expect(headers.get('retry-after')).toBe('1');
  }
  expect((await ask('m01')).status).toBe(200);
  await slow.close();
});

test('EM22 a page of any origin may ask after a preflight, and read what it needs', async () => {
  const preflight = await fetch(`${bed.base}/me/events`, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://ana.localhost:3978',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,if-match,prefer',
    },
  });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,if-match,prefer');
  const refused = await fetch(`${bed.base}/me`);
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  const exposed = refused.headers.get('access-control-expose-headers') ?? '';
  for (const name of ['Retry-After', 'WWW-Authenticate', 'ETag']) expect(exposed).toContain(name);
});

test('EM2 the scopes of the plan tier are enough for planning', async () => {
  const token = bed.token('m01', PLAN_SCOPES);
  const { mail } = bed.person('s01');
  const schedule = await bed.call(token, 'POST', '/me/calendar/getSchedule', {
    schedules: [mail],
    startTime: { dateTime: '2026-11-23T00:00:00', timeZone: 'UTC' },
    endTime: { dateTime: '2026-11-24T00:00:00', timeZone: 'UTC' },
  });
  expect(schedule.status).toBe(200);
  expect((await bed.call(token, 'GET', "/users?$filter=startsWith(displayName,'Rod')")).status).toBe(200);
});

schemaCheck();
