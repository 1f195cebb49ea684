import type { Failure } from '../../../src/app/ports/failure';
import { settle } from '../meeting/testTime';
import { aTalk, END, ESTIMATE, MINUTE, START, TURNS, vttOf } from './aTalk';

const HOUR = 60 * MINUTE;

test('TL2 a press reads the transcript of this session: what is measured takes the place of the estimate, and says how far that was off', async () => {
  const talk = aTalk();
  talk.arrives();
  // The session a week before hangs on the same meeting.
  talk.arrives(vttOf([['Sergio Manrique', 1, 30]]), START - 7 * 24 * HOUR, END - 7 * 24 * HOUR);
  expect(talk.view()).toEqual({ kept: ESTIMATE, state: { kind: 'offered' }, own: null });
  expect(talk.asked).toEqual([]);
  await talk.read();
  expect(talk.talks).toHaveLength(1);
  const [kept] = talk.talks;
  expect(kept).toMatchObject({
    source: 'measured',
    areas: { marketing: 12 * MINUTE, sales: 8 * MINUTE },
  });
  expect(kept?.off).toBeCloseTo(15);
  expect(kept?.picture?.items).toEqual(ESTIMATE.picture?.items);
  expect(talk.view()).toMatchObject({ kept, state: { kind: 'done' } });
  expect(talk.states).toEqual(['reading', 'keeping', 'done']);
  expect(talk.tokens).toEqual([true]);
});

test('TL2 several transcripts of one session are joined; what two of them tell counts once', async () => {
  const talk = aTalk();
  talk.arrives(vttOf([['Irene Valcárcel', 1, 11]]), START, START + 15 * MINUTE);
  talk.arrives(
    vttOf([
      ['Irene Valcárcel', 0, 2],
      ['Rodrigo Beltrán', 4, 14],
    ]),
    START + 10 * MINUTE,
    END,
  );
  await talk.read();
  expect(talk.talks[0]?.areas).toEqual({ marketing: 11 * MINUTE, sales: 10 * MINUTE });
});

test('TL2 a transcript that tells nothing keeps no other from being read; when none tells anything, it is said why', async () => {
  const NOBODY = 'WEBVTT\n\n0:0:1.0 --> 0:0:5.0\nSubtítulos';
  const talk = aTalk();
  talk.arrives('', START, START + MINUTE);
  talk.arrives(NOBODY, START + MINUTE, START + 2 * MINUTE);
  talk.arrives(vttOf([['Rodrigo Beltrán', 1, 9]]), START + 2 * MINUTE, END);
  await talk.read();
  expect(talk.talks[0]?.areas).toMatchObject({ sales: 8 * MINUTE });
  expect(talk.state()).toEqual({ kind: 'done' });

  const none = aTalk();
  none.arrives('', START, START + MINUTE);
  none.arrives(NOBODY, START + MINUTE, END);
  await none.read();
  expect(none.state()).toMatchObject({ kind: 'refused', code: 'talk/no-speakers' });
  expect(none.talks).toEqual([]);
});

test('TL3 a transcript that is not there yet is asked for by itself, after 2, 4, 8, 16 and then each 30 minutes', async () => {
  const talk = aTalk();
  await talk.read();
  const waits: number[] = [];
  for (let round = 0; round < 7; round++) {
    const state = talk.state();
    if (state.kind !== 'waiting') throw new Error(state.kind);
    const wait = state.again - talk.time.now();
    waits.push(wait / MINUTE);
    await talk.time.pass(wait - 1);
    expect(talk.asked.filter((one) => one === 'list')).toHaveLength(round + 1);
    await talk.time.pass(1);
  }
  expect(waits).toEqual([2, 4, 8, 16, 30, 30, 30]);
  talk.arrives();
  await talk.time.pass(30 * MINUTE);
  expect(talk.view()).toMatchObject({ kept: { source: 'measured' }, state: { kind: 'done' } });
  expect(talk.tokens[0]).toBe(true);
  // Nobody has pressed: no window may open.
  expect(talk.tokens.slice(1)).not.toContain(true);
  expect(talk.time.waiting()).toBe(0);
});

test('TL3 a press asks at once while it waits, and the waiting begins anew', async () => {
  const talk = aTalk();
  await talk.read();
  await talk.time.pass(2 * MINUTE);
  await talk.time.pass(MINUTE);
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'waiting', again: talk.time.now() + 2 * MINUTE });
  expect(talk.time.waiting()).toBe(1);
});

test('TL3 none comes later than 72 hours after the end: then that is said, and nothing is asked any more', async () => {
  const talk = aTalk({}, END + 72 * HOUR - MINUTE);
  await talk.read();
  expect(talk.state().kind).toBe('waiting');
  await talk.time.pass(2 * MINUTE);
  expect(talk.state()).toEqual({ kind: 'none' });
  expect(talk.time.waiting()).toBe(0);
});

test('TL3 what a surface asked for ends with it', async () => {
  const talk = aTalk();
  await talk.read();
  talk.reading.end();
  expect(talk.time.waiting()).toBe(0);
  const again = aTalk();
  again.arrives();
  let go = (): void => undefined;
  again.service.hold = new Promise((resolve) => (go = resolve));
  await again.read();
  again.reading.end();
  go();
  await settle();
  expect(again.talks).toEqual([]);
  expect(again.faults).toEqual([]);
});

test.each([{ kind: 'offline' }, { kind: 'unavailable' }, { kind: 'throttled', retryAfterMs: 1 }] as const)(
  'TL4 a service that is %o while it is asked by itself is asked again later',
  async (failure: Failure) => {
    const talk = aTalk();
    await talk.read();
    talk.service.failing.list = failure;
    await talk.time.pass(2 * MINUTE);
    expect(talk.state()).toEqual({ kind: 'waiting', again: talk.time.now() + 4 * MINUTE });
    talk.service.failing = {};
    talk.arrives();
    await talk.time.pass(4 * MINUTE);
    expect(talk.state().kind).toBe('done');
  },
);

test('TL4 any other refusal while it is asked by itself is told', async () => {
  const talk = aTalk();
  await talk.read();
  talk.service.failing.list = { kind: 'refused', code: 'transcriptsOff' };
  await talk.time.pass(2 * MINUTE);
  expect(talk.state()).toEqual({ kind: 'failed', failure: { kind: 'refused', code: 'transcriptsOff' } });
  expect(talk.time.waiting()).toBe(0);
});

test('TL5 a name that nobody can place is asked before anything is kept, once, and the series learns it', async () => {
  const talk = aTalk();
  talk.arrives(vttOf([...TURNS, ['Sala Encina', 22, 24], ['Iphone de R', 24, 30]]));
  await talk.read();
  const state = talk.state();
  if (state.kind !== 'names') throw new Error(state.kind);
  expect(talk.talks).toEqual([]);
  const unknown = state.names.map(({ name }) => name);
  expect(unknown).toContain('Iphone de R');
  // Who spoke how much is told by neither a figure nor the order.
  expect(unknown).toEqual([...unknown].sort());
  expect(state.names.every((one) => !('milliseconds' in one))).toBe(true);
  // Not before each of them means something.
  talk.reading.goOn();
  expect(talk.state().kind).toBe('names');
  for (const name of unknown)
    talk.reading.name(name, name === 'Iphone de R' ? { kind: 'person', person: 's01' } : { kind: 'nobody' });
  talk.reading.goOn();
  await settle();
  expect(talk.state()).toEqual({ kind: 'done' });
  expect(talk.talks[0]?.areas).toMatchObject({ sales: 14 * MINUTE });
  expect(talk.learned).toEqual([
    Object.fromEntries(
      unknown.map((name) => [
        name,
        name === 'Iphone de R' ? { kind: 'person', person: 's01' } : { kind: 'nobody' },
      ]),
    ),
  ]);
});

test('TL5 what the series has learned is not asked again', async () => {
  const talk = aTalk({ names: { 'Iphone de R': { kind: 'person', person: 's01' } } });
  talk.arrives(vttOf([...TURNS, ['Iphone de R', 24, 30]]));
  await talk.read();
  expect(talk.talks[0]?.areas).toMatchObject({ sales: 14 * MINUTE });
  expect(talk.learned).toEqual([]);
});

test('TL5 names that cannot be remembered are said; the record has what was measured', async () => {
  const talk = aTalk();
  talk.service.failing = { learn: { kind: 'denied' }, own: { kind: 'offline' } };
  talk.arrives(vttOf([...TURNS, ['Iphone de R', 24, 30]]));
  await talk.read();
  talk.reading.name('Iphone de R', { kind: 'person', person: 's02' });
  talk.reading.goOn();
  await settle();
  expect(talk.state()).toEqual({ kind: 'done', missed: ['names', 'own'] });
  expect(talk.talks).toHaveLength(1);
  expect(talk.faults).toEqual([]);
});

test('TL6 a dropped file needs nothing of the service: its zero is the beginning of the session', async () => {
  const talk = aTalk({ joinUrl: undefined });
  const denied = { kind: 'consent', tier: 'transcripts' } as const;
  talk.service.failing = { token: denied, list: denied, read: denied };
  await talk.drop(vttOf(TURNS));
  expect(talk.talks[0]).toMatchObject({
    source: 'measured',
    areas: { marketing: 12 * MINUTE, sales: 8 * MINUTE },
  });
  expect(talk.state()).toEqual({ kind: 'done' });
  expect(talk.asked).toEqual(['keep', 'own']);
});

test('TL6 a file takes the place of a reading, of a waiting and of a refusal', async () => {
  const waiting = aTalk();
  await waiting.read();
  await waiting.drop(vttOf(TURNS));
  expect(waiting.state().kind).toBe('done');
  expect(waiting.time.waiting()).toBe(0);

  const reading = aTalk();
  let go = (): void => undefined;
  reading.service.hold = new Promise((resolve) => (go = resolve));
  reading.arrives(vttOf([['Sergio Manrique', 1, 30]]));
  await reading.read();
  reading.service.hold = undefined;
  await reading.drop(vttOf(TURNS));
  go();
  await settle();
  expect(reading.talks).toHaveLength(1);
  expect(reading.talks[0]?.areas).toMatchObject({ marketing: 12 * MINUTE });
});

test('TL7 a file of more than 16 MB is refused before anything of it is read', async () => {
  const talk = aTalk();
  const file = await talk.drop(vttOf(TURNS), 100 * 1024 * 1024);
  expect(file.opened()).toBe(false);
  expect(talk.state()).toMatchObject({ kind: 'refused', code: 'talk/too-large' });
  expect((await talk.drop(vttOf(TURNS), 16 * 1024 * 1024)).opened()).toBe(true);
});

test.each([
  ['', 'talk/empty'],
  ['Buenos días', 'talk/no-transcript'],
  ['WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nUna película', 'talk/no-speakers'],
  [vttOf([['Alguien De Fuera', 1, 9]]), 'talk/other-meeting'],
])('TL8 a file that is none is refused by its name, and nothing is kept: %#', async (text, code) => {
  const talk = aTalk();
  await talk.drop(text);
  expect(talk.state()).toMatchObject({ kind: 'refused', code });
  expect(talk.view().kept).toEqual(ESTIMATE);
  expect(talk.asked).toEqual([]);
});

test.each([
  { kind: 'consent', tier: 'transcripts' },
  { kind: 'refused', code: 'transcriptsOff' },
  { kind: 'refused', code: 'attributionOff' },
  { kind: 'refused', code: 'notOrganiser' },
  { kind: 'refused', code: 'metered' },
  { kind: 'notFound' },
  { kind: 'malformed' },
] as const)('TL8 the service refuses with %o: that is told, and the estimate stays', async (failure) => {
  const talk = aTalk();
  talk.arrives();
  talk.service.failing.read = failure;
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'failed', failure });
  expect(talk.view().kept).toEqual(ESTIMATE);
  expect(talk.talks).toEqual([]);
  expect(talk.view().consentLink).toBe(
    failure.kind === 'consent' ? 'https://login.example/adminconsent' : undefined,
  );
  // A press later on asks again, and the link goes with what it was for.
  talk.service.failing = {};
  await talk.read();
  expect(talk.view()).not.toHaveProperty('consentLink');
  expect(talk.state().kind).toBe('done');
});

test('TL8 a session without a Teams meeting says so and asks nobody', async () => {
  const talk = aTalk({ joinUrl: undefined });
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'failed', failure: { kind: 'notFound' } });
  expect(talk.asked).toEqual([]);
});

test("TL9 my own share is told to me and remembered where I want it; nobody else's leaves the reading", async () => {
  const talk = aTalk();
  talk.arrives();
  await talk.read();
  const { own } = talk.view();
  expect(own).toEqual({ milliseconds: 12 * MINUTE, share: 0.6, fair: 0.25 });
  expect(talk.own).toEqual([
    {
      series: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
      title: 'Semanal de Marketing y Ventas',
      start: START,
      source: 'measured',
      ...own,
    },
  ]);
  expect(JSON.stringify([talk.view(), talk.talks])).not.toContain('s01');
});

test('TL9 until a transcript says better my own estimate is remembered; where it cannot be, nothing is said', async () => {
  const own = { milliseconds: 10 * MINUTE, share: 0.5, fair: 0.25 };
  const talk = aTalk({ own });
  await settle();
  expect(talk.own).toEqual([expect.objectContaining({ source: 'estimate', start: START, ...own })]);
  expect(talk.view()).toEqual({ kept: ESTIMATE, state: { kind: 'offered' }, own: null });
  talk.arrives();
  await talk.read();
  expect(talk.own.map(({ source }) => source)).toEqual(['estimate', 'measured']);
  const measured = aTalk({ own, kept: { ...ESTIMATE, source: 'measured' } });
  await settle();
  expect([measured.own, measured.faults]).toEqual([[], []]);
});

test('TL9 whoever does not take part has no share and is counted nowhere', async () => {
  const talk = aTalk({ declined: ['m01'] });
  talk.arrives();
  await talk.read();
  expect(talk.view().own).toBeNull();
  expect(talk.own).toEqual([]);
  expect(talk.talks[0]?.areas).toEqual({ marketing: 0, sales: 8 * MINUTE });
  expect(talk.talks[0]?.unattributed).toBe(12 * MINUTE);
});

test('TL9 whoever says so in a panel of their own while this one is open is counted nowhere; while nobody knows, nothing is kept', async () => {
  const talk = aTalk();
  talk.arrives();
  talk.service.declined = ['s01'];
  talk.service.failing = { declined: { kind: 'offline' } };
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'failed', failure: { kind: 'offline' } });
  expect(talk.talks).toEqual([]);
  talk.service.failing = {};
  await talk.read();
  expect(talk.talks).toEqual([
    expect.objectContaining({
      areas: { marketing: 12 * MINUTE, sales: 0 },
      unattributed: 8 * MINUTE,
    }),
  ]);
});

test('TL9 who cannot keep anything of their own is told nothing of it', async () => {
  const talk = aTalk();
  talk.arrives();
  talk.service.failing.own = { kind: 'consent', tier: 'followUp' };
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'done' });
});

test('TL10 what is cancelled stops and leaves everything as it was', async () => {
  const talk = aTalk();
  talk.arrives();
  let go = (): void => undefined;
  talk.service.hold = new Promise((resolve) => (go = resolve));
  await talk.read();
  talk.reading.cancel();
  go();
  await settle();
  expect(talk.view()).toEqual({ kept: ESTIMATE, state: { kind: 'offered' }, own: null });
  expect(talk.talks).toEqual([]);
  const waiting = aTalk();
  await waiting.read();
  waiting.reading.cancel();
  expect(waiting.time.waiting()).toBe(0);
});

test('TL10 while something is kept no press does anything', async () => {
  const talk = aTalk();
  talk.arrives();
  let go = (): void => undefined;
  await talk.read();
  talk.service.hold = new Promise((resolve) => (go = resolve));
  void talk.drop(vttOf(TURNS));
  await settle();
  expect(talk.state().kind).toBe('keeping');
  talk.reading.read();
  talk.reading.cancel();
  await talk.drop(vttOf([['Sergio Manrique', 1, 30]]));
  expect(talk.state().kind).toBe('keeping');
  go();
  await settle();
  expect(talk.talks).toHaveLength(2);
});

test('TL11 a keeping that failed is tried again without reading anything again', async () => {
  const talk = aTalk();
  talk.arrives();
  talk.service.failing.keep = { kind: 'offline' };
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'failed', failure: { kind: 'offline' } });
  expect(talk.view().kept).toEqual(ESTIMATE);
  talk.service.failing = {};
  await talk.read();
  expect(talk.state()).toEqual({ kind: 'done' });
  expect(talk.asked.filter((one) => one === 'read')).toHaveLength(1);
});

test('TL12 measured a second time, it still says how far the estimate was off', async () => {
  const talk = aTalk();
  talk.arrives();
  await talk.read();
  const { off } = talk.talks[0] ?? {};
  await talk.drop(vttOf([...TURNS, ['Sergio Manrique', 22, 30]]));
  expect(talk.talks[1]?.areas).toEqual({ marketing: 12 * MINUTE, sales: 16 * MINUTE });
  expect(talk.talks[1]?.off).toBe(off);
});

test('TL20 what somebody else has kept meanwhile is shown; measured there, nothing is waited for here', async () => {
  const talk = aTalk({ kept: null });
  await talk.read();
  talk.reading.keptIs(ESTIMATE);
  expect(talk.view()).toMatchObject({ kept: ESTIMATE, state: { kind: 'waiting' } });
  const measured = { ...ESTIMATE, source: 'measured' as const };
  talk.reading.keptIs(measured);
  expect(talk.view()).toEqual({ kept: measured, state: { kind: 'offered' }, own: null });
  expect(talk.time.waiting()).toBe(0);
});

test('TL20 an estimate that comes after the record is what the transcript is compared with', async () => {
  const talk = aTalk({ kept: null });
  talk.arrives();
  talk.reading.keptIs(ESTIMATE);
  await talk.read();
  expect(talk.talks[0]?.off).toBeCloseTo(15);
});

test('TL13 a fault of ours is reported and reads as an answer that made no sense', async () => {
  const talk = aTalk();
  talk.reading.drop({ name: 'a.vtt', size: 3, arrayBuffer: () => Promise.reject(new Error('moved')) });
  await settle();
  expect(talk.state()).toEqual({ kind: 'failed', failure: { kind: 'notFound' } });
  expect(talk.faults).toEqual([]);
  const broken = aTalk({ people: null as never });
  broken.arrives();
  await broken.read();
  expect(broken.state()).toEqual({ kind: 'failed', failure: { kind: 'malformed' } });
  expect(broken.faults).toHaveLength(1);
});
