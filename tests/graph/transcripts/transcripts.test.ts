// GT1 to GT6: src/graph/SPEC.md
import { createTranscripts } from '../../../src/graph/transcripts/transcripts';
import { failureOf, NEVER } from '../../contracts/outcome';
import { graphError, json, type Script } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const ME = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const urlOf = (organiser: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_O'B%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22${organiser}%22%7d`;
const START = Date.UTC(2026, 10, 24, 15, 15);
const TIME = { from: START, until: START + 3_600_000 };
const FILE = { id: 'T1', meeting: 'M/1=', from: START, until: START + 60_000 };
const METADATA = 'WEBVTT\n\n1\n0:0:1.0 --> 0:0:2.0\n{"speakerName":"Irene"}\n';

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  const transcripts = createTranscripts(graph, () => ME);
  const settled = <T>(work: Promise<T>) => timing.settle(work);
  return { transcripts, fetch, settled };
}
const text = (content: string) => new Response(content, { headers: { 'content-type': 'text/vtt' } });
const inner = (code: string, status = 403) => graphError(status, 'Forbidden', {}, { innerError: { code } });
const isMeeting = (path: string) => path.startsWith('/me/onlineMeetings?');
const found = () => json({ value: [{ id: 'M/1=' }] });

test('GT1 the address goes as it stands, encoded once, its quotes doubled', async () => {
  const { transcripts, fetch, settled } = open(({ path }) =>
    isMeeting(path) ? found() : json({ value: [] }),
  );
  await settled(transcripts.list(urlOf(ME), TIME, NEVER));
  const [first, second] = fetch.seen.map(({ url }) => new URL(url));
  expect(first?.searchParams.get('$filter')).toBe(`JoinWebUrl eq '${urlOf(ME).replace("'", "''")}'`);
  expect(second?.pathname).toBe('/v1.0/me/onlineMeetings/M%2F1%3D/transcripts');
});

test.each<[string, Script]>([
  ['403', () => graphError(403, 'Forbidden')],
  ['404', () => graphError(404, 'NotFound')],
  ['another organiser’s', () => graphError(404, 'NotFound', {}, { message: '3004: Organizer Id mismatch.' })],
])('GT2 a meeting that is answered as %s is not mine to read', async (_, script) => {
  const { transcripts, settled } = open(script);
  expect(await settled(failureOf(transcripts.list(urlOf(ME), TIME, NEVER)))).toEqual({
    kind: 'refused',
    code: 'notOrganiser',
  });
});

test('GT2 of an empty answer the address says whether it is somebody else’s or nobody’s', async () => {
  const { transcripts, settled } = open(() => json({ value: [] }));
  const listing = (url: string) => settled(failureOf(transcripts.list(url, TIME, NEVER)));
  expect(await listing(urlOf(OTHER))).toEqual({ kind: 'refused', code: 'notOrganiser' });
  expect(await listing(urlOf(ME.toUpperCase()))).toEqual({ kind: 'notFound' });
  expect(await listing('https://teams.live.com/meet/1')).toEqual({ kind: 'notFound' });
});

test('GT3 what the service says inside of a refusal has our names; a missing scope is consent', async () => {
  const cases: readonly [() => Response, object][] = [
    [() => inner('GraphAccessToTranscriptsDisabled'), { kind: 'refused', code: 'transcriptsOff' }],
    [() => inner('SpeakerAttributionNotAllowed'), { kind: 'refused', code: 'attributionOff' }],
    [() => graphError(402, 'PaymentRequired'), { kind: 'refused', code: 'metered' }],
    [
      () => graphError(403, 'Forbidden', {}, { message: 'Missing scope permissions on the request.' }),
      { kind: 'consent', tier: 'transcripts' },
    ],
    [() => inner('constructor'), { kind: 'denied' }],
    [() => new Response('<html>', { status: 403 }), { kind: 'denied' }],
  ];
  for (const [answer, failure] of cases) {
    const { transcripts, settled, fetch } = open(() => answer());
    expect(await settled(failureOf(transcripts.read(FILE, NEVER)))).toEqual(failure);
    expect(fetch.seen).toHaveLength(1);
  }
});

test('GT4 absolute times first; the other text where the service has none, or names nobody in it', async () => {
  const plain = 'WEBVTT\n\n0:0:1.0 --> 0:0:2.0\n<v Irene>Hola</v>\n';
  const cases: readonly [() => Response, object, number][] = [
    [() => text(METADATA), { kind: 'metadata', text: METADATA, from: START }, 1],
    [() => text(METADATA.replace('Irene', '')), { kind: 'vtt', text: plain, from: START }, 2],
    [() => graphError(404, 'NotFound'), { kind: 'vtt', text: plain, from: START }, 2],
    [() => graphError(400, 'BadRequest'), { kind: 'vtt', text: plain, from: START }, 2],
  ];
  for (const [metadata, read, calls] of cases) {
    const { transcripts, settled, fetch } = open(({ path }) =>
      path.endsWith('/metadataContent') ? metadata() : text(plain),
    );
    expect(await settled(transcripts.read(FILE, NEVER))).toEqual(read);
    expect(fetch.seen.map(({ headers }) => headers.get('accept'))).toEqual(Array(calls).fill('text/vtt'));
    expect(fetch.seen[0]?.path).toBe('/me/onlineMeetings/M/1=/transcripts/T1/metadataContent');
  }
});

test('GT4 more than sixteen megabytes are malformed', async () => {
  const { transcripts, settled } = open(() => text('x'.repeat(17 * 1024 * 1024)));
  expect(await settled(failureOf(transcripts.read(FILE, NEVER)))).toEqual({ kind: 'malformed' });
});

test('GT5 pages are read to their end; one that has no end yet lasts; another shape is malformed', async () => {
  const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
  const pages: Script = ({ path, url }) => {
    if (isMeeting(path)) return found();
    if (url.includes('skip'))
      return json({ value: [{ id: 'a', createdDateTime: at(-30), endDateTime: at(5) }] });
    return json({
      value: [
        { id: 'c', createdDateTime: at(20) },
        { id: 'late', createdDateTime: at(60), endDateTime: at(70) },
      ],
      '@odata.nextLink': 'https://graph.example/v1.0/me/onlineMeetings/M/transcripts?$skiptoken=skip',
    });
  };
  const { transcripts, settled } = open(pages);
  expect(await settled(transcripts.list(urlOf(ME), TIME, NEVER))).toEqual([
    { id: 'a', meeting: 'M/1=', from: START - 1_800_000, until: START + 300_000 },
    { id: 'c', meeting: 'M/1=', from: START + 1_200_000, until: TIME.until },
  ]);
  const odd = open(({ path }) =>
    isMeeting(path) ? found() : json({ value: [{ id: 'a', createdDateTime: 'yesterday' }] }),
  );
  expect(await odd.settled(failureOf(odd.transcripts.list(urlOf(ME), TIME, NEVER)))).toEqual({
    kind: 'malformed',
  });
});

test('GT6 people without a name, half spans and ids that are none are left out; trouble is not silence', async () => {
  const attendanceRecords = [
    {
      emailAddress: ' Irene@Valdeolmo.example ',
      identity: { id: ME.toUpperCase(), displayName: 'Irene' },
      attendanceIntervals: [
        { joinDateTime: '2026-11-24T15:15:00Z', leaveDateTime: '2026-11-24T15:20:00.5Z' },
        { joinDateTime: '2026-11-24T15:30:00Z', leaveDateTime: null },
      ],
    },
    { emailAddress: null, identity: { id: '4:+34600', displayName: '+34 600' }, attendanceIntervals: null },
    { emailAddress: 'x@out.example', identity: null },
  ];
  const { transcripts, settled } = open(({ path }) => {
    if (isMeeting(path)) return found();
    if (path.endsWith('attendanceReports')) return json({ value: [{ id: 'R' }] });
    return json({ id: 'R', attendanceRecords });
  });
  expect(await settled(transcripts.attendance(urlOf(ME), TIME, NEVER))).toEqual([
    {
      name: 'Irene',
      person: ME,
      mail: 'irene@valdeolmo.example',
      spans: [{ from: START, until: START + 300_500 }],
    },
    { name: '+34 600', spans: [] },
  ]);
  const cut = open(() => 'cut');
  expect(await cut.settled(failureOf(cut.transcripts.attendance(urlOf(ME), TIME, NEVER)))).toEqual({
    kind: 'offline',
  });
  const closed = open(() => graphError(403, 'Forbidden'));
  expect(await closed.settled(closed.transcripts.attendance(urlOf(ME), TIME, NEVER))).toEqual([]);
});
