// GF1 to GF4: src/graph/SPEC.md
import fc from 'fast-check';
import { PortFailure } from '../../src/app/ports/failure';
import type { Series } from '../../src/domain/rhythm/series';
import { isSeriesId, MAX_FILE_LENGTH, readSeriesFile, writeSeriesFile } from '../../src/graph/seriesFile';
import { FOLLOW_UP } from '../../src/domain/rhythm/followUp';
import { aLink, aMember, anAgreement, anySeries, aSeries, aSite } from '../support/aSeries';

const file = (series: unknown, envelope: object = {}) =>
  JSON.stringify({ format: 'cadencia-series', version: 3, series, ...envelope });
const kindOf = (content: string) => readSeriesFile(content).kind;

test('GF1 every series reads back as it was written', () => {
  fc.assert(
    fc.property(anySeries, (series) => {
      expect(readSeriesFile(writeSeriesFile(series))).toEqual({ kind: 'series', series });
    }),
  );
});

test('GF1 two hundred people over ten years fit with room to spare', () => {
  const people = Array.from({ length: 200 }, (_, at) => aMember(`p${at}`, 'sales'));
  const starts = Array.from({ length: 520 }, (_, at) => Date.UTC(2026, 0, 1) + at * 7 * 86_400_000);
  expect(writeSeriesFile(aSeries({ people, chain: [aLink({ starts })] })).length).toBeLessThan(
    MAX_FILE_LENGTH / 4,
  );
});

test('GF2 marks that turn the direction of text are dropped, joiners of letters stay', () => {
  const read = readSeriesFile(file(aSeries({ title: 'a\u202Eb\u2066c\u200Dd' })));
  expect(read).toMatchObject({ kind: 'series', series: { title: 'abc\u200Dd' } });
  expect(kindOf(writeSeriesFile(aSeries({ title: '\u202Aequipo\u202C' })))).toBe('series');
});

test('GF2 a name of a prototype is a field that nobody knows', () => {
  const content = file(aSeries()).replace('"kind"', '"__proto__":{"admin":true},"constructor":1,"kind"');
  const read = readSeriesFile(content);
  expect(read).toEqual({ kind: 'series', series: aSeries() });
  expect('admin' in (read as object)).toBe(false);
});

test('GF1 fields that nobody knows are dropped, not refused', () => {
  expect(readSeriesFile(file({ ...aSeries(), added: 'later' }))).toEqual({
    kind: 'series',
    series: aSeries(),
  });
});

describe('GF2 anything else is unreadable and never an error', () => {
  const wrong: [string, Partial<Record<keyof Series, unknown>>][] = [
    ['no title', { title: undefined }],
    ['a kind nobody knows', { kind: 'daily' }],
    ['over an hour', { minutes: 61 }],
    ['a date of a year that no calendar has', { chain: [aLink({ starts: [Date.UTC(9999, 0, 1)] })] }],
    ['a fraction of a minute', { minutes: 30.5 }],
    ['an id that leads elsewhere', { id: '../other' }],
    ['a control character in a name', { title: 'a\u0000b' }],
    ['a name of a book', { title: 'x'.repeat(201) }],
    ['a member of no area', { people: [aMember('a', 'nowhere')] }],
    ['a member of no site', { people: [aMember('a', 'sales', { site: 'nowhere' })] }],
    ['the same person twice', { people: [aMember('a', 'sales'), aMember('a', 'sales')] }],
    ['a thousand people', { people: Array.from({ length: 1000 }, (_, at) => aMember(`p${at}`, 'sales')) }],
    ['a 30th of February', { pauses: [{ from: '2027-02-30', until: '2027-03-01', label: '' }] }],
    ['25 o’clock', { sites: [aSite('madrid', { hours: [{ weekday: 1, from: '09:00', until: '25:00' }] })] }],
    ['a link that is a script', { chain: [aLink({ joinUrl: 'javascript:alert(1)' })] }],
    ['a link with markup', { chain: [aLink({ joinUrl: 'https://x/"><img src=x>' })] }],
    ['people who are a record', { people: { length: 0 } }],
  ];
  test.each(wrong)('GF2 %s', (_, change) => {
    expect(kindOf(file({ ...aSeries({ people: [] }), ...change }))).toBe('unreadable');
  });

  test.each([
    ['a page', '<!DOCTYPE html><title>Sign in</title>'],
    ['nothing', ''],
    ['half a file', file(aSeries()).slice(0, 300)],
    ['another format', JSON.stringify({ version: 1, series: aSeries() })],
    ['no version', file(aSeries(), { version: undefined })],
    ['version zero', file(aSeries(), { version: 0 })],
    ['null', 'null'],
    ['too large', file(aSeries(), { padding: 'x'.repeat(MAX_FILE_LENGTH) })],
    ['a million brackets', '['.repeat(1_000_000)],
  ])('GF2 %s', (_, content) => {
    expect(kindOf(content)).toBe('unreadable');
  });

  test('GF2 no text whatever throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (content) => expect(kindOf(content)).toBe('unreadable')),
    );
  });

  test('GF2 markup in a name is a name: it is shown as text', () => {
    const series = aSeries({ title: '<b>Ventas</b> & "más"' });
    expect(readSeriesFile(writeSeriesFile(series))).toEqual({ kind: 'series', series });
  });
});

test('GF3 a file of a later version is known as such, whatever it holds', () => {
  expect(kindOf(file({ another: 'world' }, { version: 4 }))).toBe('newer');
});

test('GF4 what could not be read back is refused before anything is written', () => {
  expect(() => writeSeriesFile(aSeries({ title: 'x'.repeat(300) }))).toThrow(
    new PortFailure({ kind: 'refused', code: 'unwritable' }),
  );
});

test('GF4 an id is a random UUID in lower case', () => {
  expect(isSeriesId(aSeries().id)).toBe(true);
  for (const bad of ['', 'a', '../../x', '3F0E8A52-5E1C-4C67-9D4E-0A6B1D2C3E4F', `${aSeries().id}/x`]) {
    expect(isSeriesId(bad)).toBe(false);
  }
});

describe('GF1 how measuring was agreed', () => {
  const agreed = (change = {}) =>
    aSeries({ followUp: { ...FOLLOW_UP, balance: 'areas', agreement: anAgreement(change) } });

  test('GF1 reads back as it was written; a file of the second version has none', () => {
    expect(readSeriesFile(writeSeriesFile(agreed()))).toEqual({ kind: 'series', series: agreed() });
    const old = aSeries({ followUp: { ...FOLLOW_UP, balance: 'areas' } });
    expect(readSeriesFile(file(old, { version: 2 }))).toEqual({ kind: 'series', series: old });
  });

  test.each([
    ['somebody who takes part somehow', { people: { m01: 'counted' } }],
    ['a name that means nothing', { names: { 'Sala 3': { kind: 'room' } } }],
    ['a name of two lines', { names: { 'Sala\n3': { kind: 'shared' } } }],
    ['nobody asked for it', { asked: { mode: 'off', by: 'm01', at: 1, yes: [] } }],
    [
      'more names than people have',
      { names: Object.fromEntries(range(501).map((at) => [`n${at}`, { kind: 'nobody' }])) },
    ],
  ])('GF2 %s', (_, change) => {
    expect(kindOf(file(agreed(change)))).toBe('unreadable');
  });

  test('GF2 a name of a prototype is nobody’s', () => {
    const content = file(agreed()).replace('"people":{"s01"', '"people":{"__proto__":{"m01":"shown"},"s01"');
    expect(content).toContain('__proto__');
    expect(readSeriesFile(content)).toEqual({ kind: 'series', series: agreed() });
  });
});

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, at) => at);
}
