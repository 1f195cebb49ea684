import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { companyFromCalendars } from '../../../src/demo/calendars/companyFromCalendars';
import { meetingDoor } from '../../../src/demo/meeting/meetingHttp';
import { createSampleMeeting } from '../../../src/demo/meeting/sampleMeeting';
import { agendaFromHtml } from '../../../src/domain/agenda/html';
import { sumOf } from '../../../src/domain/agenda/edit';
import { readSeriesFile } from '../../../src/graph/seriesFile';
import { openBed, type Bed, type Json } from '../graph/bed';
import { LOG, schemaCheck } from '../graph/schemaCheck';
import { valuesOf } from '../graph/teamsBed';

let bed: Bed;
let server: Server;
let origin: string;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  const { company, emulator, clock } = bed;
  const door = meetingDoor({ company, emulator, now: () => clock.now });
  server = createServer((request, response) => void door(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await bed.close();
});

const send = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
};
const make = async (body: object = {}) => {
  const { status, body: made } = await send('/demo/meeting', body);
  expect(status).toBe(201);
  return made;
};
const eventOf = async (made: Json) =>
  (await bed.call('m01', 'GET', `/me/events/${encodeURIComponent(String(made['eventId']))}`)).body;

test.each(['es', 'en'] as const)(
  'EM29 the product reads the agenda and the series that it makes (%s)',
  async (language) => {
    const made = await make({ start: '2026-11-24T15:15:00Z', language, guest: true });
    const event = await eventOf(made);
    const agenda = agendaFromHtml(String((event['body'] as Json)['content']));
    expect(agenda).toMatchObject({ language });
    expect(agenda?.items.map(({ kind }) => kind)).toEqual([
      'openTasks',
      'problem',
      'ideas',
      'decision',
      'tasks',
      'round',
    ]);
    expect(sumOf(agenda?.items ?? [])).toBe(35);
    const site = bed.company.team?.siteId ?? '';
    const drive = String((await bed.call('s01', 'GET', `/sites/${site}/drive`)).body['id']);
    const listed = await bed.call('s01', 'GET', `/drives/${drive}/root:/Cadencia:/children`);
    const [file] = valuesOf(listed.body);
    expect(file?.['name']).toBe(`series-${String(made['series'])}.json`);
    const content = await (await fetch(String(file?.['@microsoft.graph.downloadUrl']))).text();
    const read = readSeriesFile(content);
    if (read.kind !== 'series') throw new Error(read.kind);
    const { series } = read;
    expect(series).toMatchObject({ id: made['series'], kind: 'weekly', language, minutes: 35 });
    expect(series.areas.map(({ id, quorum }) => [id, quorum])).toEqual([
      ['marketing', 3],
      ['sales', 3],
    ]);
    expect(series.people.find(({ id }) => id === bed.person('m04').id)?.standsInFor).toBe(
      bed.person('m02').id,
    );
    expect(series.people.find(({ outsider }) => outsider)?.mail).toBe(bed.person('g01').mail);
    const [link] = series.chain;
    expect(link).toMatchObject({ joinUrl: made['joinUrl'], eventId: made['eventId'] });
    expect(link?.starts).toHaveLength(8);
    expect(link?.starts[0]).toBe(Date.UTC(2026, 10, 24, 15, 15));
  },
);

test('EM29 it is a Teams meeting whose people see it today, with their part in it', async () => {
  bed.clock.now = Date.UTC(2026, 10, 24, 9, 30, 42);
  const made = await make();
  expect(made['start']).toBe('2026-11-24T09:30:00.000Z');
  const list = async (person: string) => {
    const { body } = await send(`/demo/meetings?person=${person}`);
    return body as unknown as readonly Json[];
  };
  expect(await list('irene')).toMatchObject([
    {
      chat: made['chat'],
      subject: 'Semanal de Marketing y Ventas',
      end: '2026-11-24T10:05:00.000Z',
      organiser: bed.person('m01').name,
      role: 'organiser',
      installed: false,
    },
  ]);
  expect(await list('rodrigo')).toMatchObject([{ chat: made['chat'], role: 'presenter' }]);
  expect(await list('teresa')).toEqual([]);
  expect((await send('/demo/meetings?person=nobody')).status).toBe(404);
});

test('EM29 attendees’ calendars hold their own copy of each date, with the agenda and the answer', async () => {
  const made = await make({ start: '2026-11-24T15:15:00Z' });
  const window = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-13T00:00:00Z';
  for (const [short, response] of [
    ['s01', 'accepted'],
    ['s05', 'notResponded'],
  ] as const) {
    const { body } = await bed.call(short, 'GET', `/me/calendarView?${window}&$top=200`);
    const mine = valuesOf(body).filter(
      (one) => (one['onlineMeeting'] as Json | null)?.['joinUrl'] === made['joinUrl'],
    );
    expect(mine.map((one) => one['originalStart'])).toEqual([
      '2026-11-24T15:15:00.0000000Z',
      '2026-12-01T15:15:00.0000000Z',
      '2026-12-08T15:15:00.0000000Z',
    ]);
    expect(mine[0]).toMatchObject({
      isOrganizer: false,
      type: 'occurrence',
      responseStatus: { response },
      organizer: { emailAddress: { address: bed.person('m01').mail } },
    });
    expect(mine[0]?.['seriesMasterId']).not.toBe(made['eventId']);
    expect(agendaFromHtml(String((mine[0]?.['body'] as Json)['content']))?.items).toHaveLength(6);
  }
});

test('EM29 a company of own calendars gets its meeting too, its series in the organiser’s app folder', async () => {
  const folder = path.resolve(__dirname, '../ics/company');
  const company = companyFromCalendars(folder, { today: '2026-11-23' });
  const own = await openBed({ log: LOG, company });
  const tenant = { company, emulator: own.emulator, now: () => own.clock.now };
  const options = { start: own.clock.now, language: 'es', adHoc: false, guest: true } as const;
  const made = await createSampleMeeting(tenant, options);
  const act = (at: string) => own.emulator.act(company.organiser, 'GET', at);
  const where =
    company.team === undefined
      ? '/me/drive/special/approot'
      : `/sites/${company.team.siteId}/drive/root:/Cadencia:`;
  const { body } = await act(`${where}/children`);
  const file = valuesOf(body as Json).find(({ name }) => name === `series-${made.series}.json`);
  const read = readSeriesFile(await (await fetch(String(file?.['@microsoft.graph.downloadUrl']))).text());
  await own.close();
  expect(read).toMatchObject({ kind: 'series', series: { id: made.series } });
});

test('EM29 a meeting that nobody prepared has no agenda, no series and one date', async () => {
  const made = await make({ adHoc: true, language: 'en' });
  expect(made['series']).toBeNull();
  const event = await eventOf(made);
  expect(event).toMatchObject({ type: 'singleInstance', isOnlineMeeting: true });
  expect(agendaFromHtml(String((event['body'] as Json)['content']))).toBeUndefined();
});

test('EM30 somebody joins a meeting, or is taken out of its chat', async () => {
  const { chat } = await make();
  const joined = await send('/demo/meeting/join', { chat, person: 'elena' });
  expect(joined.body['members']).toContain('elena');
  const left = await send('/demo/meeting/leave', { chat, person: 'elena' });
  expect(left.body['members']).not.toContain('elena');
  expect((await send('/demo/meeting/join', { chat: 'none', person: 'elena' })).status).toBe(404);
});

test.each([
  ['nonsense', '{'],
  ['an unknown wish', { place: 'x' }],
  ['no moment', { start: 'tomorrow' }],
  ['an unknown language', { language: 'fr' }],
])('EM30 %s makes no meeting', async (_what, body) => {
  expect((await send('/demo/meeting', body)).status).toBe(400);
});

test('EM30 a page of another origin makes no meeting', async () => {
  expect((await send('/demo/meeting', {}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await send('/demo/elsewhere')).status).toBe(405);
});

schemaCheck();
