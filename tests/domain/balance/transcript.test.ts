import fc from 'fast-check';
import { talkTimeFromVtt } from '../../../src/domain/balance/transcript';
import { speechFromVtt } from '../../../src/domain/balance/vtt';
import { Refusal } from '../../../src/domain/refusal';

const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.data];
    throw error;
  }
};
const vtt = (...cues: string[]): string => ['WEBVTT', ...cues].join('\n\n');

test('TR1 the time of a speaker is the union of the cues: cut ones touch, overlap counts once for each', () => {
  const text = vtt(
    'a1/1-0\n0:0:1.000 --> 0:0:3.500\n<v Ana>uno</v>',
    'a1/1-1\n0:0:3.500 --> 0:0:4.000\n<v Ana>dos</v>',
    'a1/2-0\n0:0:3.000 --> 0:0:6.000\n<v Luis>tres</v>',
    'a1/3-0\n0:0:2.000 --> 0:0:2.500\n<v Ana>cuatro</v>',
  );
  expect(talkTimeFromVtt(text)).toEqual({ Ana: 3000, Luis: 3000 });
});

test('TR1 cues in any order are the same, reversed and empty ones are nothing', () => {
  const text = vtt(
    '0:0:9.000 --> 0:0:10.000\n<v Ana>luego</v>',
    '0:0:1.000 --> 0:0:2.000\n<v Ana>antes</v>',
    '0:0:5.000 --> 0:0:4.000\n<v Ana>al revés</v>',
    '0:0:6.000 --> 0:0:6.000\n<v Ana>nada</v>',
  );
  expect(talkTimeFromVtt(text)).toEqual({ Ana: 2000 });
});

test('TR1 names are own keys, whatever somebody is called', () => {
  const text = vtt(
    '00:01.000 --> 00:02.000\n<v __proto__>a</v>',
    '00:02.000 --> 00:04.000\n<v constructor>a</v>',
  );
  const time = talkTimeFromVtt(text);
  expect(Object.entries(time)).toEqual([
    ['__proto__', 1000],
    ['constructor', 2000],
  ]);
  expect(Object.getPrototypeOf(time)).toBe(Object.prototype);
});

test('TR1 nobody is named: nothing; too much is refused', () => {
  for (const text of ['', '\uFEFF', 'WEBVTT', 'Hola', vtt('00:01.000 --> 00:02.000\nsin nombre')])
    expect(talkTimeFromVtt(text)).toEqual({});
  expect(refusalOf(() => talkTimeFromVtt('x'.repeat(16 * 1024 * 1024 + 1)))).toEqual([
    'talk/too-large',
    { longest: 16 * 1024 * 1024 },
  ]);
});

/** How Teams and others write one instant, and what it is. */
const TIMES: readonly (readonly [string, number])[] = [
  ['0:0:5.320', 5320],
  ['00:00:05.320', 5320],
  ['00:05.320', 5320],
  ['0:5.320', 5320],
  ['0:0:0.90', 90],
  ['0:0:6.90', 6090],
  ['0:0:6.9', 6009],
  ['0:0:6.009', 6009],
  ['0:0:6', 6000],
  ['0:0:6.5000000', 6500],
  ['00:00:06,090', 6090],
  ['1:2:3.4', 3_723_004],
  ['100:00:00.001', 360_000_001],
  ['1234:00:00.000', 1234 * 3_600_000],
  ['-0:0:1.500', -1500],
  ['-00:01.500', -1500],
  ['0:0:-1.-500', -1500],
  ['0:0:-1.0', -1000],
  ['0:-1:0.0', -60_000],
  ['-1:0:0.0', -3_600_000],
  ['0:-1:-2.-30', -62_030],
];

test.each(TIMES)('TR2 a time written %s is read to the millisecond', (written, milliseconds) => {
  const text = vtt(`${written} --> 2000:0:0.0\n<v Ana>x</v>`);
  const cue = { speaker: 'Ana', from: milliseconds, until: 2000 * 3_600_000 };
  expect(speechFromVtt(text)).toEqual({ cues: [cue], absolute: false, exact: true });
  const ends = vtt(`-2000:0:0.0 --> ${written} align:start position:0%\n<v Ana>x</v>`);
  expect(speechFromVtt(ends).cues).toEqual([
    { speaker: 'Ana', from: -2000 * 3_600_000, until: milliseconds },
  ]);
});

test('TR2 a file may begin with a mark, have any line ends, and have no header', () => {
  const cues = ['g/1-0', '0:0:1.0 --> 0:0:2.0', '<v Ana>uno</v>', '', '0:0:2.0 --> 0:0:3.0', '<v Luis>dos'];
  for (const end of ['\n', '\r\n', '\r'])
    for (const start of ['', '\uFEFF', `WEBVTT${end}${end}`, `\uFEFFWEBVTT - Reunión${end}X: y${end}${end}`])
      expect(talkTimeFromVtt(start + cues.join(end))).toEqual({ Ana: 1000, Luis: 1000 });
});

test('TR2 notes, styles, ids and lines that are no times are passed over', () => {
  const text = vtt(
    'NOTE <v Eva>una nota</v>\n<v Eva>más</v>',
    'STYLE\n::cue(v[voice="Eva"]) { color: red }',
    'REGION\nid:fred',
    '0:0:7.0 --> 0:0:8.0',
    'NOTE <v Eva>detrás de una vacía</v>',
    '0:0:8.0 --> 0:0:9.0',
    '0:0:x --> 0:0:y\n<v Eva>detrás de otra</v>',
    '0:0:1.0 --> \n<v Eva>sin fin</v>',
    'luego --> después\n<v Eva>palabras</v>',
    '5\n0:0:1.0 --> 0:0:2.0\n<v Ana>de aquí --> allí</v>',
  );
  expect(talkTimeFromVtt(text)).toEqual({ Ana: 1000 });
});

test('TR2 times end the cue before them, with or without an empty line', () => {
  const text = 'WEBVTT\n0:0:1.0 --> 0:0:2.0\n<v Ana>uno\n0:0:3.0 --> 0:0:5.0\n<v Luis>dos';
  expect(talkTimeFromVtt(text)).toEqual({ Ana: 1000, Luis: 2000 });
  const apart = 'WEBVTT\n\n0:0:1.0 --> 0:0:2.0\n\n<v Ana>uno</v>\n\n<v Eva>nadie</v>';
  expect(talkTimeFromVtt(apart)).toEqual({ Ana: 1000 });
});

/** What stands in a cue, and whose it is. */
const VOICES: readonly (readonly [string, readonly (string | null)[]])[] = [
  ['<v Ana García>hola</v>', ['Ana García']],
  ['<v Ana García>hola', ['Ana García']],
  ['<v.loud Ana>hola</v>', ['Ana']],
  ['<v.loud.first  Ana >hola</v>', ['Ana']],
  ['<v\tAna>hola</v>', ['Ana']],
  ['<v Ana\nGarcía>hola</v>', ['Ana García']],
  ['<v García, Ana>hola</v>', ['García, Ana']],
  ['una línea\n<v Ana>otra</v>', ['Ana']],
  ['<v Ana>hola</v>\n<v Luis>adiós</v>', ['Ana', 'Luis']],
  ['<v Ana>hola <v Luis>adiós', ['Ana', 'Luis']],
  ['<v Mart&iacute;n &amp; C&#237;a &lt;b&gt; &#x41;>hola</v>', ['Martín & Cía <b> A']],
  ['<v Ana&amp;lt;>hola</v>', ['Ana&lt;']],
  ['<v A <b &amp; c>hola</v>', ['A <b & c']],
  ['<v A <b>x</b>', ['A <b']],
  ['<v Ana></v>', ['Ana']],
  ['<v Ana><v Luis>', ['Ana', 'Luis']],
  ['<v><v Luis>', [null, 'Luis']],
  ['<v>hola</v>', [null]],
  ['<v >hola</v>', [null]],
  ['<vera>hola</vera>', [null]],
  ['hola', [null]],
  ['', [null]],
  ['<v Ana hola', [null]],
];

test.each(VOICES)('TR3 the voices of %j', (payload, speakers) => {
  const text = vtt(`0:0:1.0 --> 0:0:2.0\n${payload}`, '0:0:3.0 --> 0:0:4.0\n<v Otra>fin</v>');
  const cues = speechFromVtt(text).cues.filter(({ from }) => from === 1000);
  expect(cues).toEqual(speakers.map((speaker) => ({ speaker, from: 1000, until: 2000 })));
});

test('TR3 cues stand oldest first, empty ones are left out', () => {
  const text = vtt(
    '0:0:9.0 --> 0:0:10.0\n<v Ana>luego</v>',
    '0:0:6.0 --> 0:0:6.0\n<v Ana>nada</v>',
    '0:0:1.0 --> 0:0:2.0\n<v Luis>antes</v>',
  );
  expect(speechFromVtt(text).cues.map(({ speaker, from }) => [speaker, from])).toEqual([
    ['Luis', 1000],
    ['Ana', 9000],
  ]);
});

test('TR5 what is no transcript is refused, each by its name', () => {
  const codeOf = (text: string) => (refusalOf(() => speechFromVtt(text)) as unknown[])[0];
  for (const text of ['', ' \r\n\t', '\uFEFF', 'WEBVTT', '\uFEFFWEBVTT - Reunión\n\n'])
    expect(codeOf(text)).toBe('talk/empty');
  expect(codeOf(vtt('0:0:2.0 --> 0:0:1.0\n<v Ana>x</v>'))).toBe('talk/empty');
  for (const text of ['Hola a todos', '{"a": 1}', 'WEBVTT\n\nNOTE nada', '<html>', '\u0000\u0001PK'])
    expect(codeOf(text)).toBe('talk/no-transcript');
  expect(
    codeOf('1\n00:00:01,000 --> 00:00:02,500\n¿Quién eres?\n\n2\n00:00:03,000 --> 00:00:04,000\nYo.'),
  ).toBe('talk/no-speakers');
  expect(codeOf(vtt('0:0:1.0 --> 0:0:2.0\n\nsin nombre', '0:0:3.0 --> 0:0:4.0\n\notra'))).toBe(
    'talk/no-speakers',
  );
});

test('TR5 more cues than a day has are refused', () => {
  const cue = '0:0:1.0 --> 0:0:2.0\n<v A>x\n';
  expect(refusalOf(() => speechFromVtt(cue.repeat(200_001)))).toEqual(['talk/too-large', { cues: 200_000 }]);
});

test('TR5 texts made to take long are read in time that grows with their length', () => {
  // None of them ends if a reader goes over it once for each of its places.
  const size = 2_000_000;
  for (const hostile of ['<v ', '<v.', '<v', '0:0:1.0 --> ', '&', '\r', '\n', ' ', '-->', '9'])
    expect(talkTimeFromVtt(`0:0:1.0 --> 0:0:2.0\n${hostile.repeat(size / hostile.length)}`)).toEqual({});
  expect(Object.keys(talkTimeFromVtt(`0:0:1.0 --> 0:0:2.0\n<v ${'&amp'.repeat(size / 4)}>`))).toEqual([
    '&'.repeat(size / 4),
  ]);
});

type Said = { speaker: string; from: number; length: number };
const said: fc.Arbitrary<Said> = fc.record({
  speaker: fc.constantFrom('Ana García', 'García, Ana', 'Íñigo & Co <x>', '__proto__', 'Luis'),
  from: fc.integer({ min: -400, max: 4000 }),
  length: fc.integer({ min: -20, max: 900 }),
});

/** One of the ways in which a time is written. */
function written(milliseconds: number, way: number): string {
  const all = Math.abs(milliseconds);
  const [ms, s, m] = [all % 1000, Math.floor(all / 1000) % 60, Math.floor(all / 60_000)];
  const pad = (value: number, length: number) =>
    way % 2 === 0 ? String(value).padStart(length, '0') : value;
  const hours = way % 3 === 0 ? '' : `${pad(0, 2)}:`;
  return `${milliseconds < 0 ? '-' : ''}${hours}${pad(m, 2)}:${pad(s, 2)}.${pad(ms, 3)}`;
}
const escaped = (name: string): string =>
  name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

test('TR1 TR2 whatever is said and however it is written, every millisecond is counted once for each speaker', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(said, fc.nat(5)), { maxLength: 30 }), (all) => {
      const text = vtt(
        ...all.map(
          ([{ speaker, from, length }, way]) =>
            `${written(from, way)} --> ${written(from + length, way + 1)}\n<v ${escaped(speaker)}>x${way > 2 ? '</v>' : ''}`,
        ),
      );
      const heard = new Map<string, Set<number>>();
      for (const [{ speaker, from, length }] of all) {
        const own = heard.get(speaker) ?? new Set();
        heard.set(speaker, own);
        for (let at = from; at < from + length; at++) own.add(at);
      }
      expect(new Map(Object.entries(talkTimeFromVtt(text)))).toEqual(
        new Map([...heard].map(([speaker, own]) => [speaker, own.size])),
      );
    }),
  );
});
