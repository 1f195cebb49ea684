// GR1, GR2: src/graph/SPEC.md
import fc from 'fast-check';
import type { MeetingRecord } from '../../src/domain/meeting/record';
import {
  MAX_RECORD_LENGTH,
  readRecordFile,
  recordNameOf,
  recordsFolderOf,
  startInName,
  writeRecordFile,
} from '../../src/graph/recordFile';
import { aRecord, aTalk } from '../support/aRecord';

const fileOf = (record: unknown, more = {}) =>
  JSON.stringify({ format: 'cadencia-record', version: 3, record, ...more });
const kindOf = (content: string) => readRecordFile(content).kind;

test('GR1 what is written reads back the same, and can be read without Cadencia', () => {
  const content = writeRecordFile(aRecord());
  expect(readRecordFile(content)).toEqual({ kind: 'record', record: aRecord() });
  expect(content).toContain('"title": "Semanal de Marketing & Ventas"');
  expect(content.split('\n').length).toBeGreaterThan(50);
});

test('GR1 whatever people type reads back the same', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 100 })
    .filter((one) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(one));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [problem] = aRecord().problems;
      const record = aRecord({
        problems: [{ ...problem!, title: one }],
        people: [{ id: 'm01', name: other, area: '', how: 'unknown' }],
      });
      expect(readRecordFile(writeRecordFile(record))).toEqual({ kind: 'record', record });
    }),
  );
});

const LONG = Object.fromEntries(['marketing', 'sales'].map((id) => [id, Array<number>(1441).fill(1)]));
const pictured = (areas: Readonly<Record<string, readonly number[]>>) => ({
  ...aTalk().picture!,
  areas: { ...aTalk().picture!.areas, ...areas },
});

const [TASK] = aRecord().tasks;
const [PROBLEM] = aRecord().problems;
test.each<[string, string]>([
  ['no JSON', '<html>Inicia sesión</html>'],
  ['nothing', ''],
  ['another format', fileOf(aRecord(), { format: 'cadencia-series' })],
  ['no version', fileOf(aRecord(), { version: 0 })],
  ['half a record', fileOf({ ...aRecord(), tasks: undefined })],
  ['a task twice', fileOf(aRecord({ tasks: [TASK!, TASK!] }))],
  ['a day that does not exist', fileOf(aRecord({ tasks: [{ ...TASK!, due: '2026-02-30' }] }))],
  ['40 kB in a title', fileOf(aRecord({ problems: [{ ...PROBLEM!, title: 'x'.repeat(40_000) }] }))],
  ['a title of two lines', fileOf(aRecord({ problems: [{ ...PROBLEM!, title: 'a\nb' }] }))],
  ['a start beyond all years', fileOf(aRecord({ start: 8.64e15 }))],
  ['over a megabyte', `${fileOf(aRecord())}${' '.repeat(MAX_RECORD_LENGTH)}`],
  ['talk of longer than a day', fileOf(aRecord({ talk: aTalk({ areas: { sales: 86_400_001 } }) }))],
  ['a share of more than all', fileOf(aRecord({ talk: aTalk({ fair: { sales: 1.2 } }) }))],
  ['a picture of two lengths', fileOf(aRecord({ talk: aTalk({ picture: pictured({ sales: [1] }) }) }))],
  ['a picture of no end', fileOf(aRecord({ talk: aTalk({ picture: pictured(LONG) }) }))],
  [
    'more areas than there are',
    fileOf(
      aRecord({
        talk: aTalk({ areas: Object.fromEntries([...'abcdefghijklmnopqrstu'].map((id) => [id, 1])) }),
      }),
    ),
  ],
  [
    'ten thousand ideas',
    fileOf(
      aRecord({
        ideas: Array.from({ length: 10_000 }, (_, at) => ({ ...aRecord().ideas[0]!, id: `d${at}` })),
      }),
    ),
  ],
])('GR1 unreadable: %s', (_, content) => {
  expect(kindOf(content)).toBe('unreadable');
});

test('GR1 markup is text, what turns the direction of text is dropped, unknown fields too', () => {
  const people = [{ id: 'x', name: '<img src=x>\u202Egpj', area: '', how: 'away', shoe: 42 }];
  expect(readRecordFile(fileOf({ ...aRecord(), people, secret: 1 }))).toEqual({
    kind: 'record',
    record: aRecord({ people: [{ id: 'x', name: '<img src=x>gpj', area: '', how: 'away' }] }),
  });
});

test('GR1 a later version is known as such, and what cannot be read back is not written', () => {
  expect(kindOf(fileOf({ all: 'new' }, { version: 4 }))).toBe('newer');
  const wrong = { ...aRecord(), series: '' } satisfies MeetingRecord;
  expect(() => writeRecordFile(wrong)).toThrow('refused');
});

test('GR2 a file is named by the minute of its start, and tells it back', () => {
  expect(recordNameOf(aRecord().start)).toBe('2026-11-26T0900Z');
  expect(startInName('2026-11-26T0900Z.json')).toBe(aRecord().start);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (minute) => {
      expect(startInName(`${recordNameOf(minute * 60_000 + 59_999)}.json`)).toBe(minute * 60_000);
    }),
  );
  for (const name of [
    '2026-02-30T0900Z.json',
    '2026-11-26T0900Z.html',
    '2026-11-26T0960Z.json',
    'a.json',
    '',
  ])
    expect(startInName(name)).toBeUndefined();
});

test('GR2 each series has a folder of its own that every store takes', () => {
  expect(recordsFolderOf(aRecord().series)).toBe(`records-${aRecord().series}`);
  const room = 'chat/19:meeting_Ym8@thread.v2';
  const names = [room, room.toUpperCase(), room.replace('_', '-'), '../..', 'con', 'x'.repeat(1000)].map(
    recordsFolderOf,
  );
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^records-[A-Za-z0-9_-]{1,100}$/);
});

test('GR1 a record of the first version tells when it was to be: at its start, as long as its items', () => {
  const { planned: _, ...old } = aRecord();
  const read = readRecordFile(fileOf(old, { version: 1 }));
  expect(read).toEqual({ kind: 'record', record: aRecord({ planned: { start: old.start, minutes: 20 } }) });
  expect(kindOf(fileOf({ ...old, items: 'none' }, { version: 1 }))).toBe('unreadable');
});

test('GR1 talk, its picture and whose an item is read back the same; a record of the second version has only sums', () => {
  const [item] = aRecord().items;
  const record = aRecord({ talk: aTalk(), items: [{ ...item!, owner: 'm01' }] });
  expect(readRecordFile(writeRecordFile(record))).toEqual({ kind: 'record', record });
  const old = aRecord({ talk: { source: 'measured', areas: { marketing: 840_000, sales: 660_000 } } });
  expect(readRecordFile(fileOf(old, { version: 2 }))).toEqual({ kind: 'record', record: old });
});

test('GR1 an hour in steps of ten seconds fits with room to spare', () => {
  const steps = Array<number>(360).fill(10_000);
  const areas = Object.fromEntries(['marketing', 'sales', 'product', 'support'].map((id) => [id, steps]));
  const talk = aTalk({ picture: { ...aTalk().picture!, areas, shared: areas } });
  expect(writeRecordFile(aRecord({ talk })).length).toBeLessThan(MAX_RECORD_LENGTH / 8);
});

test('GR1 a name of a prototype is no area', () => {
  const content = fileOf(aRecord({ talk: aTalk() })).replace(
    '"areas":{"marketing"',
    '"areas":{"__proto__":{"sales":9},"constructor":1,"marketing"',
  );
  expect(content).toContain('__proto__');
  expect(readRecordFile(content)).toEqual({ kind: 'record', record: aRecord({ talk: aTalk() }) });
});
