import path from 'node:path';
import { companyFromCalendars } from '../../../src/demo/calendars/companyFromCalendars';
import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

const company = companyFromCalendars(path.join(__dirname, '../ics/company'), { today: '2026-11-23' });
let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ log: LOG, company });
});
afterAll(() => bed.close());

const tokenOf = (personId: string) =>
  Buffer.from(
    JSON.stringify({
      personId,
      scopes: ['User.Read', 'User.ReadBasic.All', 'Calendars.ReadWrite', 'Files.ReadWrite.AppFolder'],
    }),
  ).toString('base64url');
const organiser = tokenOf(company.organiser);
const whole = 'startDateTime=2024-01-01T00:00:00Z&endDateTime=2028-12-01T00:00:00Z';

test('EM14 a company of calendar files is served: each item once in its own calendar', async () => {
  let items = 0;
  for (const person of company.people) {
    const { status, body } = await bed.call(tokenOf(person.id), 'GET', `/me/calendarView?${whole}&$top=1000`);
    expect(status).toBe(200);
    const events = body['value'] as readonly Json[];
    const wanted = person.items.filter(
      ({ from, until }) => from < Date.UTC(2028, 11, 1) && until > Date.UTC(2024, 0, 1),
    );
    expect(events.map(({ subject }) => subject).sort()).toEqual(wanted.map(({ subject }) => subject).sort());
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    items += events.length;
    for (const { id } of events.slice(0, 3))
      expect((await bed.call(tokenOf(person.id), 'GET', `/me/events/${String(id)}`)).body['id']).toBe(id);
  }
  expect(items).toBeGreaterThan(10);
});

test('EM15 such a company has schedules, a directory, app folders and a site for its people', async () => {
  const schedule = await bed.call(organiser, 'POST', '/me/calendar/getSchedule', {
    schedules: company.people.map(({ mail }) => mail),
    startTime: { dateTime: '2026-11-23T00:00:00', timeZone: 'UTC' },
    endTime: { dateTime: '2026-12-23T00:00:00', timeZone: 'UTC' },
  });
  // A calendar that could not be read is one that fails: unknown, never free.
  const failing = (schedule.body['value'] as readonly Json[]).map((one) => one['error'] !== undefined);
  expect(failing).toEqual(company.people.map(({ fails }) => fails === true));
  expect((await bed.call(organiser, 'GET', '/users')).body['value']).toHaveLength(
    company.people.length + company.rooms.length,
  );
  expect((await bed.call(organiser, 'GET', '/me/drive/special/approot/children')).body['value']).toEqual([]);
  const site = company.team?.siteId ?? '';
  expect((await bed.call(organiser, 'GET', `/sites/${site}`)).status).toBe(403);
  expect((await bed.call(bed.token('m01'), 'GET', `/sites/${site}`)).status).toBe(403);
});

schemaCheck();
