import { startOf } from '../../../src/domain/balance/joining';
import { speechFromMetadata } from '../../../src/domain/balance/metadata';
import type { Speech } from '../../../src/domain/balance/types';
import { speechFromLines } from '../../../src/domain/balance/wordLines';
import { Refusal } from '../../../src/domain/refusal';

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const TEN = Date.UTC(2026, 11, 1, 9, 0, 0);
const MINUTE = 60_000;

type Told = { startDateTime?: string; endDateTime?: string; speakerName?: unknown; spokenText?: string };
const cueOf = (times: string, told: Told, space?: number): string =>
  `${times}\n${JSON.stringify({ ...told, spokenLanguage: 'es-es' }, null, space)}`;
const metadata = (...cues: string[]): string => ['WEBVTT', ...cues].join('\r\n\r\n');

test('TR4 metadata has absolute times, whatever the clock of the file says', () => {
  const text = metadata(
    cueOf('00:00:16.246 --> 00:00:17.726', {
      startDateTime: '2026-12-01T09:00:16.2461234Z',
      endDateTime: '2026-12-01T10:00:17.726+01:00',
      speakerName: ' Ana  García ',
    }),
    cueOf(
      '0:0:30.0 --> 0:0:31.0',
      {
        startDateTime: '2026-12-01T09:01:00.5Z',
        endDateTime: '2026-12-01T09:01:02.25Z',
        speakerName: 'Luis <b>',
      },
      2,
    ),
  );
  expect(speechFromMetadata(text)).toEqual({
    absolute: true,
    exact: true,
    cues: [
      { speaker: 'Ana García', from: TEN + 16_246, until: TEN + 17_726 },
      { speaker: 'Luis <b>', from: TEN + 60_500, until: TEN + 62_250 },
    ],
  });
});

test('TR4 stamps of whole seconds are made exact by the clock of the file, if it agrees with them', () => {
  const stamps = (from: string, until: string) => ({
    startDateTime: `2026-12-01T09:00:${from}Z`,
    endDateTime: `2026-12-01T09:00:${until}`,
    speakerName: 'Ana',
  });
  const agreeing = metadata(
    cueOf('0:0:1.900 --> 0:0:2.300', stamps('11', '12')),
    cueOf('0:0:2.850 --> 0:0:3.100', stamps('12', '13')),
    cueOf('0:0:4.000 --> 0:0:4.400', stamps('14', '14')),
  );
  expect(speechFromMetadata(agreeing).cues.map(({ from, until }) => [from - TEN, until - TEN])).toEqual([
    [11_900, 12_300],
    [12_850, 13_100],
    [14_000, 14_400],
  ]);
  const another = metadata(
    cueOf('0:0:1.900 --> 0:0:2.300', stamps('11', '12')),
    cueOf('0:0:2.850 --> 0:0:3.100', stamps('42', '43')),
  );
  expect(speechFromMetadata(another).cues.map(({ from, until }) => [from - TEN, until - TEN])).toEqual([
    [11_000, 12_000],
    [42_000, 43_000],
  ]);
});

test('TR4 a cue without stamps stands where the clock of the file puts it; without any all are relative', () => {
  const bare = cueOf('0:0:5.0 --> 0:0:7.0', { speakerName: 'Luis' });
  const stamped = cueOf('0:0:1.000 --> 0:0:2.000', {
    startDateTime: '2026-12-01T09:00:01.250Z',
    endDateTime: '2026-12-01T09:00:02.250Z',
    speakerName: 'Ana',
  });
  expect(speechFromMetadata(metadata(bare, stamped)).cues).toEqual([
    { speaker: 'Ana', from: TEN + 1250, until: TEN + 2250 },
    { speaker: 'Luis', from: TEN + 5250, until: TEN + 7250 },
  ]);
  expect(speechFromMetadata(metadata(bare))).toEqual({
    absolute: false,
    exact: true,
    cues: [{ speaker: 'Luis', from: 5000, until: 7000 }],
  });
});

test('TR4 TR5 metadata that is none is refused by its name', () => {
  const read = (text: string) => codeOf(() => speechFromMetadata(text));
  expect(read('')).toBe('talk/empty');
  expect(read('WEBVTT\r\n')).toBe('talk/empty');
  expect(read('{"startDateTime": 1}')).toBe('talk/no-transcript');
  for (const payload of ['<v Ana>hola</v>', '"Ana"', 'null', '{"speakerName": "Ana"', ''])
    expect(read(`WEBVTT\n\n0:0:1.0 --> 0:0:2.0\n${payload}`)).toBe('talk/no-speakers');
  for (const speakerName of ['', '  ', 7, null, ['Ana']])
    expect(read(metadata(cueOf('0:0:1.0 --> 0:0:2.0', { speakerName })))).toBe('talk/no-speakers');
});

test('TR6 the older Word file: a line of times, a name, and what was said', () => {
  const cues = [
    { speaker: 'Ana García', from: 0, until: 1720 },
    { speaker: 'Pérez, Luis', from: 1090, until: 4000 },
  ];
  const asParagraphs = [
    '0:0:0.0 --> 0:0:1.720\nAna  García\nHola a todos',
    '\n0:0:1.90 --> 0:0:4.0\nPérez, Luis\nBuenos días\nde nuevo',
  ];
  const expected = { absolute: false, exact: true, cues };
  expect(speechFromLines(asParagraphs)).toEqual(expected);
  expect(speechFromLines(asParagraphs.flatMap((one) => one.split('\n')))).toEqual(expected);
});

test('TR6 an older Word file without names says so', () => {
  const lines = ['0:0:0.0 --> 0:0:1.720', 'Hola a todos', '0:0:2.0 --> 0:0:4.0', 'Buenos días'];
  expect(codeOf(() => speechFromLines(lines))).toBe('talk/no-speakers');
});

/** As Teams offers it today. */
const NEWER = [
  'Alineación-20261201_100003-Grabación de la reunión',
  '1 de diciembre de 2026, 9:00a.\u00a0m.',
  '35m 12s',
  'Ana García inició la transcripción',
  '\nAna García   0:03\nHola a todos, empezamos por las listas de la feria.',
  '\nPérez, Luis   0:09\nSí.\nClaro.',
  '\nAna García   1:02:03\nGracias.',
  'Ana García detuvo la transcripción',
];

test('TR6 TR7 the newer Word file tells when turns begin: their ends come from the words', () => {
  expect(speechFromLines(NEWER)).toEqual({
    absolute: false,
    exact: false,
    begun: Date.UTC(2026, 11, 1, 9, 0),
    cues: [
      // Ten words need between 3.3 and 5 seconds; six were there.
      { speaker: 'Ana García', from: 3000, until: 8000 },
      { speaker: 'Pérez, Luis', from: 9000, until: 10_000 },
      // The line about the end is taken for speech: nothing tells it from a paragraph of it.
      { speaker: 'Ana García', from: 3_723_000, until: 3_726_000 },
    ],
  });
});

test('TR7 a turn into which others speak lasts as its words need when they are said fast', () => {
  const words = Array.from({ length: 70 }, () => 'palabra').join(' ');
  const { cues } = speechFromLines([
    `Ana   0:10\n${words}`,
    'Luis   0:12\nSí.',
    `Ana   1:00\n${words}`,
    'Luis   1:25\nSí.',
  ]);
  expect(cues.map(({ speaker, from, until }) => [speaker, from, until - from])).toEqual([
    ['Ana', 10_000, 23_333],
    ['Luis', 12_000, 500],
    // Neither fast nor slow: until the next one.
    ['Ana', 60_000, 25_000],
    ['Luis', 85_000, 500],
  ]);
});

test('TR6 a time at the end of what was said begins no turn', () => {
  const { cues } = speechFromLines(['Ana   0:03\nNos vemos a las 10:30\nSí', '\nLuis   0:09\nVale, 11:00']);
  expect(cues.map(({ speaker }) => speaker)).toEqual(['Ana', 'Luis']);
});

test('TR6 with its spaces closed up, or line by line, a Word file is still read', () => {
  const lines = ['Ana García 0:03', 'Hola', 'Luis\u00a0\u00a00:09', 'Sí'];
  expect(speechFromLines(lines.slice(0, 2)).cues).toEqual([
    { speaker: 'Ana García', from: 3000, until: 3500 },
  ]);
  // Only at the start of a paragraph: elsewhere it is what somebody said.
  expect(speechFromLines(['Ana 0:03\nMañana a las 10:30', 'Luis 0:09\nVale']).cues).toHaveLength(2);
  expect(speechFromLines(lines.slice(2)).cues).toEqual([{ speaker: 'Luis', from: 9000, until: 9500 }]);
});

test('TR6 a newer Word file without names says so; one without turns is none; an empty one is empty', () => {
  expect(codeOf(() => speechFromLines(['0:03\nHola', '0:09\nSí']))).toBe('talk/no-speakers');
  expect(codeOf(() => speechFromLines(['Acta de la reunión', 'Ana: hola']))).toBe('talk/no-transcript');
  for (const empty of [[], ['', ' \n\t']]) expect(codeOf(() => speechFromLines(empty))).toBe('talk/empty');
  expect(codeOf(() => speechFromLines(['x'.repeat(9_000_000), 'x'.repeat(9_000_000)]))).toBe(
    'talk/too-large',
  );
  expect(codeOf(() => speechFromLines(['Ana   0:03\n'.repeat(200_001)]))).toBe('talk/too-large');
});

const DATES: readonly (readonly [string, number | undefined])[] = [
  ['December 1, 2026, 9:05AM', 5],
  ['1 December 2026, 09:05am', 5],
  ['1 de diciembre de 2026, 9:05', 5],
  ['1 de dic de 2026, 9:05 a. m.', 5],
  ['1 de diciembre de 2026, 9:05p.m.', 12 * 60 + 5],
  ['December 1, 2026, 12:05PM', 3 * 60 + 5],
  ['December 1, 2026, 12:05 AM', -9 * 60 + 5],
  ['1. Dezember 2026, 09:05', undefined],
  ['Feria de 2026, 9:05', undefined],
];

test.each(DATES)('TR6 a Word file that says "%s" began then', (line, minutes) => {
  const { begun } = speechFromLines(['Alineación', line, 'Ana   0:03\nHola']);
  expect(begun).toBe(minutes === undefined ? undefined : TEN + minutes * MINUTE);
});

const SESSION = { from: TEN, until: TEN + 35 * MINUTE };
const speech = (from: number, until: number, other: Partial<Speech> = {}): Speech => ({
  cues: [{ speaker: 'Ana', from: from * MINUTE, until: until * MINUTE }],
  absolute: false,
  exact: true,
  ...other,
});

test('TR9 a dropped file begins with the session, by its zero or by what is earlier still', () => {
  expect(startOf(speech(1, 30), SESSION)).toBe(TEN);
  expect(startOf(speech(-2, 30), SESSION)).toBe(TEN + 2 * MINUTE);
  expect(startOf(speech(0, 30, { absolute: true }), SESSION)).toBe(0);
});

test('TR9 a file that tells its minute begins then; another hour may be of another zone, another day is another meeting', () => {
  const begun = (minutes: number) => speech(0, 30, { begun: TEN + minutes * MINUTE });
  expect(startOf(begun(-4), SESSION)).toBe(TEN - 4 * MINUTE);
  expect(startOf(begun(6 * 60), SESSION)).toBe(TEN);
  expect(codeOf(() => startOf(begun(7 * 24 * 60), SESSION))).toBe('talk/other-meeting');
});

test('TR9 a file much longer than the session is of another meeting', () => {
  expect(startOf(speech(0, 65), SESSION)).toBe(TEN);
  expect(codeOf(() => startOf(speech(0, 66), SESSION))).toBe('talk/other-meeting');
  expect(codeOf(() => startOf(speech(-31, 35), SESSION))).toBe('talk/other-meeting');
});
