// EM36 to EM39: src/demo/graph/SPEC.md
import { type Bed, type Json, openBed } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { errorOf, meetingWithChat, TEAMS_SCOPES, valuesOf } from './teamsBed';

const SCOPES = [
  ...TEAMS_SCOPES,
  ...['OnlineMeetings.Read', 'OnlineMeetingArtifact.Read.All', 'OnlineMeetingTranscript.Read.All'],
];
const START = Date.UTC(2026, 10, 24, 15, 15);
const VTT = { accept: 'text/vtt' };

let bed: Bed;
let joinUrl: string;
let thread: string;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  const { event } = await meetingWithChat(bed);
  joinUrl = String((event['onlineMeeting'] as Json)['joinUrl']);
  thread = bed.emulator.chats.all()[0]?.id ?? '';
  bed.emulator.switches.set({ transcripts: true, attribution: true });
});
afterEach(() => bed.close());

const call = (as: string, path: string, headers = {}, scopes = SCOPES) =>
  bed.call(bed.token(as, scopes), 'GET', path, undefined, headers);
const byUrl = (url: string) =>
  `/me/onlineMeetings?$filter=${encodeURIComponent(`JoinWebUrl eq '${url.replaceAll("'", "''")}'`)}`;
const meetingId = async () => String(valuesOf((await call('m01', byUrl(joinUrl))).body)[0]?.['id']);
const at = async () => `/me/onlineMeetings/${encodeURIComponent(await meetingId())}`;
async function text(as: string, path: string, headers: Readonly<Record<string, string>> = VTT) {
  const authorization = `Bearer ${bed.token(as, SCOPES)}`;
  const response = await fetch(bed.base + path, { headers: { authorization, ...headers } });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const inner = (body: Json) => (errorOf(body)['innerError'] as Json)['code'];

function transcript(change: object = {}) {
  return bed.emulator.artefacts.addTranscript({
    thread,
    from: START,
    until: START + 600_000,
    language: 'es-es',
    arrives: 0,
    cues: [
      { name: 'Vidal & Roca, Irene', from: START + 5320, until: START + 17_090, text: 'a <b> c d e f' },
      { name: null, from: START - 1500, until: START + 80_002, text: 'nadie' },
    ],
    ...change,
  });
}

test('EM36 the organiser finds the meeting by its address, as it stands; it has its chat', async () => {
  const { status, body } = await call('m01', byUrl(joinUrl));
  expect(status).toBe(200);
  expect(valuesOf(body)).toMatchObject([
    {
      joinWebUrl: joinUrl,
      subject: 'Semanal',
      chatInfo: { threadId: thread },
      participants: { organizer: { identity: { user: { id: bed.person('m01').id } } } },
    },
  ]);
  expect(valuesOf((await call('m01', byUrl(decodeURIComponent(joinUrl)))).body)).toEqual([]);
  expect((await call('m01', '/me/onlineMeetings')).status).toBe(400);
  expect((await call('m01', "/me/onlineMeetings?$filter=subject eq 'Semanal'")).status).toBe(400);
  expect((await call('m01', byUrl(joinUrl), {}, ['User.Read'])).status).toBe(403);
});

test('EM36 by its address others are refused, unless the tenant lets them; by its id whoever is invited reads it', async () => {
  expect((await call('s01', byUrl(joinUrl))).status).toBe(403);
  const stranger = await call('x01', byUrl(joinUrl));
  expect([stranger.status, errorOf(stranger.body)['message']]).toEqual([
    404,
    expect.stringContaining('Organizer Id mismatch'),
  ]);
  expect((await call('s01', await at())).status).toBe(200);
  expect((await call('x01', await at())).status).toBe(404);
  expect((await call('s01', `/users/${bed.person('m01').id}/onlineMeetings/x`)).status).toBe(403);
  bed.emulator.switches.set({ attendees: true });
  expect(valuesOf((await call('s01', byUrl(joinUrl))).body)).toHaveLength(1);
  expect((await call('x01', byUrl(joinUrl))).status).toBe(404);
});

test('EM37 transcripts of all dates hang on the meeting, page by page, once they have come', async () => {
  const late = transcript({ arrives: Infinity });
  for (let week = 0; week < 12; week++) transcript({ from: START + week * 1000 });
  const first = await call('s01', `${await at()}/transcripts?$select=createdDateTime,endDateTime`);
  expect(valuesOf(first.body)).toHaveLength(10);
  expect(valuesOf(first.body)[0]).toEqual({
    id: expect.any(String),
    createdDateTime: '2026-11-24T15:15:11.000Z',
    endDateTime: '2026-11-24T15:25:00.000Z',
  });
  const next = String(first.body['@odata.nextLink']).slice(bed.base.length);
  expect(valuesOf((await call('s01', next)).body)).toHaveLength(2);
  expect((await call('m01', `${await at()}/transcripts/${late.id}`)).status).toBe(404);
  expect(bed.emulator.artefacts.arrive(thread)).toBe(1);
  const one = await call('m01', `${await at()}/transcripts/${late.id}`);
  expect(one.body).toMatchObject({ meetingId: await meetingId(), contentCorrelationId: late.correlationId });
  const where = encodeURIComponent(`contentCorrelationId eq '${late.correlationId}'`);
  expect(valuesOf((await call('m01', `${await at()}/transcripts?$filter=${where}`)).body)).toHaveLength(1);
  const wrong = await call(
    'm01',
    `${await at()}/transcripts?$filter=createdDateTime gt 2026-01-01T00:00:00Z`,
  );
  expect(wrong.status).toBe(400);
});

test('EM37 both switches are off in a new tenant, and stop what each of them is for', async () => {
  const { id } = transcript();
  const content = `${await at()}/transcripts/${id}/content`;
  bed.emulator.switches.set({ transcripts: false, attribution: false });
  for (const path of [`${await at()}/transcripts`, content]) {
    const { status, body } = await call('m01', path, VTT);
    expect([status, inner(body)]).toEqual([403, 'GraphAccessToTranscriptsDisabled']);
  }
  bed.emulator.switches.set({ transcripts: true });
  for (const path of [content, content.replace('/content', '/metadataContent')]) {
    const { status, body } = await call('m01', path, VTT);
    expect([status, inner(body)]).toEqual([403, 'SpeakerAttributionNotAllowed']);
  }
  const plain = await text('m01', content, { accept: 'application/vnd.microsoft.graph.transcript+text' });
  expect(plain.status).toBe(200);
  expect(plain.text).toMatch(/^0:0:5\.320 --> /);
  expect(plain.text).not.toMatch(/Irene|WEBVTT/);
  bed.emulator.switches.set({ attribution: true, metered: true });
  expect((await call('m01', content, VTT)).status).toBe(402);
  bed.emulator.switches.set({ consent: false });
  const refused = await call('m01', '/me/onlineMeetings/x/transcripts');
  expect([refused.status, errorOf(refused.body)['message']]).toEqual([
    403,
    'Missing scope permissions on the request.',
  ]);
  expect((await openedAnew()).switches.now()).toMatchObject({ transcripts: false, attribution: false });
});

test('EM38 a text is given for the type that is asked for, and for nothing else', async () => {
  const { id } = transcript();
  const content = `${await at()}/transcripts/${id}/content`;
  for (const accept of ['*/*', 'application/json', 'application/vnd.openxmlformats-officedocument'])
    expect((await call('m01', content, { accept })).status).toBe(400);
  expect((await text('m01', `${content}?$format=text/vtt`, { accept: '*/*' })).status).toBe(200);
  expect((await call('x01', content, VTT)).status).toBe(404);
  expect((await call('m01', content.replace(id, 'MSMjMCMjnone'), VTT)).status).toBe(404);
});

test('EM38 text/vtt is written as Teams writes it: cut cues, times without padding, entities in names', async () => {
  const { id } = transcript();
  const { type, text: vtt } = await text('m01', `${await at()}/transcripts/${id}/content`);
  expect(type).toBe('text/vtt');
  const guid = /([0-9a-f-]{36})\/1-0/.exec(vtt)?.[1] ?? '';
  expect(vtt.split('\r\n').slice(0, 18)).toEqual([
    'WEBVTT',
    '',
    ...[`${guid}/1-0`, '0:0:5.320 --> 0:0:9.243', '<v Vidal &amp; Roca, Irene>a &lt;b&gt;</v>', ''],
    ...[`${guid}/1-1`, '0:0:9.243 --> 0:0:13.167', '<v Vidal &amp; Roca, Irene>c d</v>', ''],
    ...[`${guid}/1-2`, '0:0:13.167 --> 0:0:17.90', '<v Vidal &amp; Roca, Irene>e f</v>', ''],
    ...[`${guid}/2-0`, '-0:0:1.500 --> 0:0:3.294', '', ''],
  ]);
  expect(vtt).toContain('--> 0:1:20.2');
});

test('EM38 metadataContent tells absolute times and the same turns', async () => {
  const { id } = transcript();
  const { text: vtt } = await text('m01', `${await at()}/transcripts/${id}/metadataContent`);
  const payloads = vtt
    .split('\r\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Json);
  expect(payloads[0]).toEqual({
    startDateTime: '2026-11-24T15:15:05.3200000Z',
    endDateTime: '2026-11-24T15:15:09.2430000Z',
    speakerName: 'Vidal & Roca, Irene',
    spokenText: 'a <b>',
    spokenLanguage: 'es-es',
  });
  expect(payloads.at(-1)).toMatchObject({ speakerName: '', endDateTime: '2026-11-24T15:16:20.0020000Z' });
});

test('EM39 a report for each call tells who was there; its people are in the report alone', async () => {
  bed.emulator.artefacts.addReport({
    thread,
    from: START,
    until: START + 600_000,
    attendees: [
      {
        name: bed.person('m01').name,
        personId: bed.person('m01').id,
        mail: bed.person('m01').mail,
        role: 'Organizer',
        spans: [
          { from: START, until: START + 60_000 },
          { from: START + 90_000, until: START + 600_000 },
        ],
      },
      { name: 'Sala Tajo', role: 'Attendee', spans: [{ from: START, until: START + 600_000 }] },
    ],
  });
  const listed = valuesOf((await call('m01', `${await at()}/attendanceReports`)).body);
  expect(listed).toMatchObject([{ totalParticipantCount: 2, attendanceRecords: [] }]);
  const one = `${await at()}/attendanceReports/${String(listed[0]?.['id'])}`;
  expect((await call('m01', one)).body['attendanceRecords']).toBeUndefined();
  expect((await call('m01', `${one}?$expand=attendanceRecords`)).body['attendanceRecords']).toMatchObject([
    {
      emailAddress: bed.person('m01').mail,
      identity: { id: bed.person('m01').id, displayName: bed.person('m01').name },
      totalAttendanceInSeconds: 570,
      attendanceIntervals: [{ durationInSeconds: 60 }, { leaveDateTime: '2026-11-24T15:25:00.000Z' }],
    },
    { emailAddress: null, identity: { id: null, displayName: 'Sala Tajo' } },
  ]);
  expect((await call('x01', one)).status).toBe(404);
  expect((await call('m01', one, {}, ['OnlineMeetings.Read'])).status).toBe(403);
});

async function openedAnew() {
  const { emulator, close } = await openBed();
  await close();
  return emulator;
}

schemaCheck();
