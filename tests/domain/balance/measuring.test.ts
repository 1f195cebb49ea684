import { measuredTalk, type MeasuringInput, type TalkPerson } from '../../../src/domain/balance/measuring';
import type { Cue, NameMeans, Speech, Talk } from '../../../src/domain/balance/types';
import { Refusal } from '../../../src/domain/refusal';

const START = Date.UTC(2026, 11, 1, 9);
const SECOND = 1000;
const MINUTE = 60_000;
const SESSION = { from: START, until: START + 35 * MINUTE };

const person = (id: string, area: string, other: Partial<TalkPerson> = {}): TalkPerson => ({
  ...{ id, name: `${id} soto`, area, how: 'panel' },
  ...other,
});
/** From and until in seconds of the session. */
const cue = (speaker: string | null, from: number, until: number): Cue => ({
  speaker,
  from: from * SECOND,
  until: until * SECOND,
});
const speech = (...cues: Cue[]): Speech => ({ cues, absolute: false, exact: true });

const ANA = person('ana', 'marketing');
const LUIS = person('luis', 'sales');
const input = (other: Partial<MeasuringInput> = {}): MeasuringInput => ({
  ...{ speeches: [], session: SESSION, people: [ANA, LUIS], attended: [], names: {}, declined: [] },
  ...other,
});
const measure = (cues: readonly Cue[], other: Partial<MeasuringInput> = {}) =>
  measuredTalk(input({ speeches: [{ speech: speech(...cues), from: START }], ...other }));
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test('TR11 areas are the sums of their people, each voice once', () => {
  const { talk, people, unknown } = measure(
    [
      cue('Ana Soto', 0, 30),
      cue('Luis Soto', 20, 40),
      cue('Soto, Ana (Guest)', 25, 50),
      cue('Eva Soto', 50, 60),
    ],
    { people: [ANA, LUIS, person('eva', 'sales'), person('noa', 'marketing')] },
  );
  expect(talk).toMatchObject({
    source: 'measured',
    areas: { marketing: 50_000, sales: 30_000 },
    fair: { marketing: 0.5, sales: 0.5 },
    unattributed: 0,
  });
  expect(Object.keys(talk).sort()).toEqual(['areas', 'fair', 'picture', 'source', 'unattributed']);
  expect(people).toEqual({
    ana: { milliseconds: 50_000, share: 50 / 80, fair: 0.25 },
    luis: { milliseconds: 20_000, share: 20 / 80, fair: 0.25 },
    eva: { milliseconds: 10_000, share: 10 / 80, fair: 0.25 },
    noa: { milliseconds: 0, share: 0, fair: 0.25 },
  });
  expect(unknown).toEqual([]);
});

test('TR8 several transcripts of one session join; what both have counts once; absolute ones stand where they say', () => {
  const absolute = {
    ...speech(),
    absolute: true,
    cues: [{ speaker: 'Ana Soto', from: START + 5000, until: START + 20_000 }],
  };
  const { talk } = measuredTalk(
    input({
      speeches: [
        { speech: speech(cue('Ana Soto', 0, 10), cue('Luis Soto', 10, 15)), from: START },
        { speech: absolute, from: 0 },
        { speech: speech(cue('Luis Soto', 0, 5)), from: START + 12_000 },
      ],
    }),
  );
  expect(talk.areas).toEqual({ marketing: 20_000, sales: 7000 });
});

test('TR11 only speech within the session counts', () => {
  const { talk } = measure([
    cue('Ana Soto', -20, 10),
    cue('Luis Soto', 34 * 60 + 50, 36 * 60),
    cue('Luis Soto', 36 * 60, 37 * 60),
    cue('Ana Soto', -60, -40),
  ]);
  expect(talk.areas).toEqual({ marketing: 10_000, sales: 10_000 });
});

test('TR11 who declined, outsiders, people of no area, unknown names and nobody are unattributed', () => {
  const names: Record<string, NameMeans> = { Visita: { kind: 'nobody' } };
  const { talk, people, unknown } = measure(
    [
      cue('Ana Soto', 0, 100),
      cue('Luis Soto', 100, 101),
      cue('Guest Soto', 110, 112),
      cue('Nova Soto', 120, 124),
      cue('Quién Sabe', 130, 138),
      cue('Otra', 140, 141),
      cue('Visita', 150, 166),
      cue(null, 160, 192),
    ],
    {
      people: [ANA, LUIS, person('guest', 'sales', { outsider: true }), person('nova', '')],
      declined: ['luis'],
      names,
    },
  );
  expect(talk.areas).toEqual({ marketing: 100_000 });
  expect(talk.fair).toEqual({ marketing: 1 });
  expect(talk.unattributed).toBe(1000 + 2000 + 4000 + 8000 + 1000 + 16_000 + 32_000);
  expect(Object.keys(people)).toEqual(['ana']);
  expect(unknown).toEqual([
    { name: 'Quién Sabe', milliseconds: 8000, guesses: [] },
    { name: 'Otra', milliseconds: 1000, guesses: [] },
  ]);
});

test('TR11 a name is asked for as it can be shown and kept, and known by that again', () => {
  const long = `${'Muy Largo '.repeat(60)}`;
  const cues = [
    cue('Ana Soto', 0, 1),
    cue('\u202eQuién\u0007\n<b>', 10, 12),
    cue('Quién <b>', 11, 14),
    cue(`${long}Uno`, 20, 21),
    cue('\u0000', 30, 31),
  ];
  const { unknown, talk } = measure(cues);
  expect(unknown.map(({ name, milliseconds }) => [name, milliseconds])).toEqual([
    ['Quién <b>', 4000],
    [`${long.slice(0, 199)}…`, 1000],
  ]);
  expect(talk.unattributed).toBe(6000);
  const names = Object.fromEntries(
    unknown.map(({ name }) => [name, { kind: 'person', person: 'luis' } as const]),
  );
  const again = measure(cues, { names });
  expect(again.unknown).toEqual([]);
  expect(again.talk.areas).toEqual({ marketing: 1000, sales: 5000 });
});

test('TR12 a transcript of another meeting is refused', () => {
  const refused = (cues: readonly Cue[], other: Partial<MeasuringInput> = {}) =>
    codeOf(() => measure(cues, other));
  expect(refused([cue('Marta Gil', 0, 10), cue(null, 10, 20)])).toBe('talk/other-meeting');
  expect(refused([cue('Ana Soto', 36 * 60, 40 * 60)])).toBe('talk/other-meeting');
  expect(refused([cue('Ana Soto', -40, 0)])).toBe('talk/other-meeting');
  expect(refused([])).toBe('talk/other-meeting');
  // One word in common is no sign of ours; a name that fits from end to end is, and is asked for.
  expect(refused([cue('Ana Gil', 0, 10)])).toBe('talk/other-meeting');
  expect(refused([cue('Marta Gil', 0, 10)], { names: { 'Marta Gil': { kind: 'nobody' } } })).toBe(
    'talk/other-meeting',
  );
  expect(measure([cue('Ana', 0, 10)])).toMatchObject({
    talk: { areas: { marketing: 0, sales: 0 }, unattributed: 10_000 },
    unknown: [{ name: 'Ana', milliseconds: 10_000, guesses: ['ana'] }],
  });
  expect(measure([cue('Luis Soto', 0, 10)], { declined: ['luis'] }).talk.areas).toEqual({ marketing: 0 });
});

const estimate = (other: Partial<Talk> = {}): Talk => ({
  source: 'estimate',
  areas: { marketing: 60_000, sales: 40_000 },
  ...other,
});

test('TR16 off is the largest difference of an area, in percentage points; only a first estimate tells it', () => {
  const cues = [cue('Ana Soto', 0, 70), cue('Luis Soto', 70, 100)];
  expect(measure(cues, { estimate: estimate() }).talk.off).toBeCloseTo(10);
  expect(measure(cues, { estimate: estimate({ areas: { other: 1 } }) }).talk.off).toBeCloseTo(100);
  expect(
    measure(cues, { estimate: estimate({ areas: { marketing: 0, sales: 0 } }) }).talk,
  ).not.toHaveProperty('off');
  expect(measure(cues, { estimate: { ...estimate(), source: 'measured' } }).talk).not.toHaveProperty('off');
  expect(measure(cues).talk).not.toHaveProperty('off');
  expect(measure([cue('Ana', 0, 10)], { estimate: estimate() }).talk).not.toHaveProperty('off');
});

test('TR16 a file that told beginnings only makes it rough', () => {
  const rough = { ...speech(cue('Ana Soto', 0, 10)), exact: false };
  expect(measuredTalk(input({ speeches: [{ speech: rough, from: START }] })).talk.rough).toBe(true);
});

test('TR14 fair is by presence: as told, by attendance, or the whole session of who was here or was heard', () => {
  const span = (from: number, until: number) => ({
    from: START + from * MINUTE,
    until: START + until * MINUTE,
  });
  const people = [
    person('ana', 'marketing', { present: 7 * MINUTE, how: 'away' }),
    // A roster has a mail as somebody wrote it.
    person('luis', 'sales', { mail: 'Luis@Muelle.example', how: 'away' }),
    person('eva', 'marketing', { how: 'room' }),
    person('noa', 'sales', { how: 'unknown' }),
    person('gil', 'sales', { how: 'unknown' }),
    person('pia', 'marketing', { how: 'away' }),
  ];
  const attended = [
    { name: 'Otra', mail: 'luis@muelle.example', spans: [span(-5, 10), span(5, 14), span(30, 40)] },
    // The name of somebody under an account that is not theirs.
    { name: 'Pia Soto', person: 'x', spans: [span(0, 35)] },
  ];
  const { talk, people: own } = measure([cue('Ana Soto', 0, 1), cue('Noa Soto', 1, 2)], { people, attended });
  // 7 + 35 + 0 against 19 + 35 + 0.
  expect(talk.fair?.['marketing']).toBeCloseTo(42 / 96);
  expect(talk.fair?.['sales']).toBeCloseTo(54 / 96);
  expect(own['luis']).toEqual({ milliseconds: 0, share: 0, fair: 19 / 96 });
  const byName = measure([cue('Ana Soto', 0, 1)], {
    people,
    attended: [{ name: 'Soto, Pia', spans: [span(0, 14)] }],
  });
  expect(byName.people['pia']?.fair).toBeCloseTo(14 / 56);
});

test('TR14 the fair shares of an area are never more than all, however they are rounded', () => {
  const presents = [1_259_043, 1_884_011, 97_213, 1_733_377, 402_839, 911_111, 2_000_003];
  for (let nth = 0; nth < 200; nth++) {
    const people = presents.map((present, at) =>
      person(`p${at}`, 'marketing', { present: present + nth * (at + 1) * 7 }),
    );
    const { talk } = measure([cue('P0 Soto', 0, 1)], { people });
    expect(talk.fair?.['marketing']).toBeLessThanOrEqual(1);
  }
});

const picture = (other: Partial<NonNullable<Talk['picture']>> = {}): NonNullable<Talk['picture']> => ({
  ...{ start: START, step: MINUTE, areas: {}, items: [{ item: 'i1', from: START + 1 }] },
  ...other,
});

test('TR15 the picture keeps the steps, items and marks of the live one', () => {
  const before = picture({ shared: { sales: [1, 2, 3] } });
  const { talk } = measure([cue('Ana Soto', 50, 130)], { estimate: estimate({ picture: before }) });
  const { areas, ...rest } = talk.picture ?? picture();
  expect(rest).toMatchObject({ start: START, step: MINUTE, items: before.items });
  expect(areas['marketing']).toEqual([10_000, 60_000, 10_000, ...new Array(32).fill(0)]);
  expect(areas['sales']).toEqual(new Array(35).fill(0));
  expect(rest.shared?.['sales']?.slice(0, 4)).toEqual([1, 2, 3, 0]);
});

test('TR15 a session that begins before the live picture has steps before it', () => {
  const before = picture({ start: START + 90 * SECOND, shared: { sales: [5] } });
  const { talk } = measure([cue('Ana Soto', 0, 45)], { estimate: estimate({ picture: before }) });
  expect(talk.picture?.start).toBe(START - 30 * SECOND);
  expect(talk.picture?.areas['marketing']?.slice(0, 3)).toEqual([30_000, 15_000, 0]);
  expect(talk.picture?.shared?.['sales']?.slice(0, 4)).toEqual([0, 0, 5, 0]);
});

test.each([
  { step: 1 },
  { step: 1500.5 },
  { step: NaN },
  { start: START + 0.5 },
  { start: NaN },
  { start: 0 },
])('TR15 a live picture with %j is not believed: 120 steps, and the items', (wrong) => {
  const before = picture({ ...wrong, shared: { sales: [5] } });
  const { talk } = measure([cue('Ana Soto', 0, 45)], { estimate: estimate({ picture: before }) });
  expect(talk.picture).toMatchObject({ start: START, step: 18 * SECOND, items: before.items });
  expect(talk.picture).not.toHaveProperty('shared');
  expect(talk.picture?.areas['marketing']).toHaveLength(117);
});
