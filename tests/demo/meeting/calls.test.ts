// EM40 and EM41: src/demo/graph/SPEC.md
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import { meetingDoor } from '../../../src/demo/meeting/meetingHttp';
import { type Bed, openBed } from '../graph/bed';
import { LOG, schemaCheck } from '../graph/schemaCheck';
import { meetingWithChat } from '../graph/teamsBed';
import { answerOf } from './doorAnswer';

const START = Date.UTC(2026, 10, 24, 15, 15);
const SECOND = 1000;

let bed: Bed;
let chat: string;
let door: ReturnType<typeof meetingDoor>;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  await meetingWithChat(bed);
  chat = bed.emulator.chats.all()[0]?.id ?? '';
  door = meetingDoor({ company: bed.company, emulator: bed.emulator, now: () => bed.clock.now });
});
afterEach(() => bed.close());

const post = async (path: string, body: object) =>
  (await answerOf(door, [{ path, body: { chat, ...body } }]))[0];
async function tell(seconds: number, people: string[], speaking: string[], more = {}) {
  bed.clock.now = START + seconds * SECOND;
  expect(await post('/demo/call', { people, speaking, ...more })).toMatchObject({ status: 200 });
}
const left = () => bed.emulator.artefacts.all(chat);
const transcribing = { transcribing: true };

test('EM40 whoever spoke while it was transcribed is in the transcript, and who was there in the report', async () => {
  await tell(0, ['irene'], ['irene']);
  await tell(10, ['irene', 'rodrigo'], ['irene'], transcribing);
  await tell(14, ['irene', 'rodrigo'], ['irene', 'rodrigo'], transcribing);
  await tell(20, ['irene', 'rodrigo'], [], { ...transcribing, somebody: true });
  await tell(20.1, ['irene', 'rodrigo'], ['rodrigo'], transcribing);
  await tell(31, ['rodrigo'], ['rodrigo']);
  await tell(40, ['irene', 'rodrigo'], []);
  bed.clock.now = START + 60 * SECOND;
  expect((await post('/demo/call/end', { arrives: true }))?.body).toEqual({ transcripts: 1 });
  const irene = bed.person('m01').name;
  const [other, ...rest] = bed.company.people.filter(({ key }) => key === 'rodrigo');
  expect(rest).toEqual([]);
  const [transcript] = left();
  expect(transcript).toMatchObject({ from: START + 10 * SECOND, until: START + 31 * SECOND });
  const at = ({ from, until }: { from: number; until: number }) => [from - START, until - START];
  // A tenth of a second is a slip of the finger.
  expect(transcript?.cues.map((cue) => [cue.name, ...at(cue)])).toEqual([
    [irene, 10_000, 20_000],
    [other?.name, 14_000, 20_000],
    [other?.name, 20_100, 31_000],
  ]);
  const [report] = bed.emulator.artefacts.reportsOf(chat);
  expect(report?.attendees.map(({ name, role, spans }) => [name, role, spans.map(at)])).toEqual([
    [
      irene,
      'Organizer',
      [
        [0, 31_000],
        [40_000, 60_000],
      ],
    ],
    [other?.name, 'Presenter', [[10_000, 60_000]]],
  ]);
  // What begins after the end is another call.
  expect((await post('/demo/call/end', {}))?.body).toEqual({ transcripts: 0 });
});

test('EM40 a transcript comes two minutes after the end, when somebody says so, or at once', async () => {
  const call = async (arrives?: boolean) => {
    const now = (bed.clock.now - START) / SECOND;
    await tell(now, ['irene'], ['irene'], transcribing);
    bed.clock.now += 9 * SECOND;
    await post('/demo/call/end', arrives === undefined ? {} : { arrives });
  };
  const there = async () => {
    const [answer] = await answerOf(door, [{ path: `/demo/transcripts?chat=${encodeURIComponent(chat)}` }]);
    return (answer?.body as { there: boolean }[]).map((one) => one.there);
  };
  bed.clock.now = START;
  await call();
  expect(await there()).toEqual([false]);
  bed.clock.now += 120 * SECOND;
  expect(await there()).toEqual([true]);
  await call(false);
  bed.clock.now += 86_400 * SECOND;
  expect(await there()).toEqual([false, true]);
  expect((await post('/demo/transcript/arrive', {}))?.body).toEqual({ arrived: 1 });
  expect(await there()).toEqual([true, true]);
  await call(true);
  expect(await there()).toEqual([true, true, true]);
});

test('EM41 a transcript is left without a call, of people and of names; its report beside it', async () => {
  const cues = [
    { person: 'irene', from: 5320, until: 9000 },
    { name: 'Sala Tajo', from: 4000, until: 12_000, text: 'desde la sala' },
  ];
  const made = await post('/demo/transcript', { start: '2026-11-24T15:15:00Z', cues, arrives: true });
  expect(made?.status).toBe(201);
  expect(left()).toMatchObject([
    {
      from: START,
      until: START + 12_000,
      cues: [{ name: bed.person('m01').name }, { name: 'Sala Tajo', text: 'desde la sala' }],
    },
  ]);
  expect(bed.emulator.artefacts.reportsOf(chat)).toMatchObject([
    { attendees: [{ personId: bed.person('m01').id, spans: [{ from: START, until: START + 12_000 }] }] },
  ]);
  const attended = [{ name: 'Sala Tajo', mail: 'sala@valdeolmo.example', until: 60_000 }];
  await post('/demo/transcript', { start: START, cues: [], attended, until: 90_000, arrives: false });
  expect(bed.emulator.artefacts.reportsOf(chat)[0]).toMatchObject({
    until: START + 90_000,
    attendees: [{ mail: 'sala@valdeolmo.example', spans: [{ until: START + 60_000 }] }],
  });
});

test('EM41 the doors take what they know and nothing else', async () => {
  const wrong: readonly [string, object][] = [
    ['/demo/call', { people: 'irene' }],
    ['/demo/call', { people: [], transcribing: 1 }],
    ['/demo/transcript', { start: 'soon', cues: [] }],
    ['/demo/transcript', { start: START, cues: [{ who: 'irene' }] }],
    ['/demo/transcript', { start: START, cues: [], attended: [1] }],
  ];
  for (const [path, body] of wrong) expect((await post(path, body))?.status).toBe(400);
  expect((await post('/demo/call', { chat: 'none', people: [] }))?.status).toBe(404);
  const [switched, odd, now, foreign] = await answerOf(door, [
    { path: '/demo/switches', body: { transcripts: true, metered: true } },
    { path: '/demo/switches', body: { transcripts: 'yes' } },
    { path: '/demo/switches' },
    { path: '/demo/switches', headers: { origin: 'https://evil.example' } },
  ]);
  const state = { transcripts: true, attribution: false, metered: true, attendees: false, consent: true };
  expect([switched, odd?.status, now?.body, foreign?.status]).toEqual([
    { status: 200, body: state },
    400,
    state,
    403,
  ]);
});

test('EM41 the last transcript can be downloaded as text and as the Word file that Teams offers', async () => {
  const file = (as: string) => `/demo/transcript/file?chat=${encodeURIComponent(chat)}&as=${as}`;
  expect((await answerOf(door, [{ path: file('vtt') }]))[0]?.status).toBe(404);
  const cues = [{ person: 'irene', from: 63_400, until: 70_000, text: 'uno & <dos>' }];
  await post('/demo/transcript', { start: START, cues, arrives: true });
  const server = createServer((request, response) => void door(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [vtt, docx] = [await fetch(origin + file('vtt')), await fetch(origin + file('docx'))];
  expect(vtt.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Semanal.vtt");
  expect(await vtt.text()).toMatch(/^WEBVTT\r\n\r\n[0-9a-f-]{36}\/1-0\r\n0:1:3\.400 --> /);
  const names = contentsOf(Buffer.from(await docx.arrayBuffer()));
  expect([...names.keys()]).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
  const paragraphs = [...(names.get('word/document.xml') ?? '').matchAll(/<w:p>(.*?)<\/w:p>/g)].map(
    ([, inside = '']) => [...inside.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, text]) => text),
  );
  expect(paragraphs).toEqual([
    ['Semanal-Transcripción de la reunión'],
    ['24 de noviembre de 2026, 15:15'],
    ['1m 10s'],
    [`${bed.person('m01').name}   1:03`, 'uno &amp; &lt;dos&gt;'],
  ]);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Read by the directory at the end, as other programs do. */
function contentsOf(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  const files = new Map<string, string>();
  for (let nth = 0; nth < zip.readUInt16LE(end + 10); nth++) {
    const [packed, size, length] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
    ];
    const name = zip.subarray(at + 46, at + 46 + length).toString('utf8');
    const local = zip.readUInt32LE(at + 42);
    expect(zip.subarray(local, local + 4).toString('latin1')).toBe('PK\x03\x04');
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(from, from + packed));
    expect(content.length).toBe(size);
    files.set(name, content.toString('utf8'));
    at += 46 + length;
  }
  return files;
}

schemaCheck();
