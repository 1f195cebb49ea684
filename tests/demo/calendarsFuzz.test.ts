// CZ files from strangers: whatever stands in them, the reader answers and names a line that exists
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decoded } from '../../src/demo/calendars/icsLines';
import { readCalendar, type ReadCalendar } from '../../src/demo/calendars/readCalendar';
import { workOf } from '../support/work';

const FOLDER = path.join(__dirname, 'ics');
const texts = (readdirSync(FOLDER, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ics'))
  .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'));
const HORIZON = { from: Date.parse('2026-09-22T00:00Z'), until: Date.parse('2028-01-27T00:00Z') };

function read(text: string): ReadCalendar {
  return readCalendar(text, { file: 'a/b.ics', key: 'b', zone: 'Europe/Madrid', horizon: HORIZON });
}

function check(text: string): void {
  let found: ReadCalendar | undefined;
  expect(workOf(() => (found = read(text)))).toBeLessThan(10_000);
  const { items, problems, usable } = found ?? read(text);
  const lines = text.split(/\r\n|\n|\r/).length;
  for (const { line } of problems) expect(line === undefined || (line >= 1 && line <= lines)).toBe(true);
  if (!usable) expect(items).toEqual([]);
  for (const { from, until } of items) {
    expect(Number.isInteger(from) && Number.isInteger(until) && until > from).toBe(true);
    expect(until > HORIZON.from && from < HORIZON.until).toBe(true);
  }
  expect(new Set(items.map(({ uid }) => uid)).size).toBe(items.length);
}

const anyText = fc.constantFrom(...texts);
const piece = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '\r\n',
    '\n ',
    ':',
    ';',
    '"',
    ',',
    '=',
    '0',
    '9',
    'Z',
    'T',
    '-',
    '\u0000',
    '\u2028',
    'ñ',
    '😀',
  ),
);

test('CZ1 anything may be put into a file, in place of anything', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 20 }), piece), { minLength: 1, maxLength: 6 }),
      (text, edits) => {
        let changed = text;
        for (const [at, cut, put] of edits) {
          const start = at % (changed.length + 1);
          changed = changed.slice(0, start) + put + changed.slice(start + cut);
        }
        check(changed);
      },
    ),
    { numRuns: 300 },
  );
});

test('CZ2 lines may be lost, doubled and out of order', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }),
      (text, moves) => {
        const lines = text.split('\n');
        for (const [from, to] of moves) {
          const [line = ''] = lines.slice(from % lines.length);
          if (from % 3 !== 0) lines.splice(from % lines.length, 1);
          if (from % 3 !== 1) lines.splice(to % lines.length, 0, line);
        }
        check(lines.join('\n'));
      },
    ),
    { numRuns: 200 },
  );
});

const value = fc.constantFrom(
  '',
  '0',
  '1',
  '-1',
  '2',
  '5',
  '31',
  '53',
  '366',
  '999',
  '-366',
  'MO',
  '5FR',
  '-1SU',
  'x',
);
const part = fc.tuple(
  fc.constantFrom(
    'INTERVAL',
    'COUNT',
    'BYDAY',
    'BYMONTH',
    'BYMONTHDAY',
    'BYYEARDAY',
    'BYWEEKNO',
    'BYSETPOS',
    'BYHOUR',
    'WKST',
  ),
  fc.array(value, { minLength: 1, maxLength: 3 }),
);

test('CZ3 any rule ends', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'),
      fc.array(part, { maxLength: 4 }),
      fc.constantFrom('20240229T090000', '20261124T090000', '19700101T000000'),
      (frequency, parts, start) => {
        const rule = [
          `FREQ=${frequency}`,
          ...parts.map(([name, values]) => `${name}=${values.join(',')}`),
        ].join(';');
        const lines = ['BEGIN:VEVENT', `DTSTART:${start}`, 'DURATION:PT1H', `RRULE:${rule}`, 'END:VEVENT'];
        check(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'));
      },
    ),
    { numRuns: 80 },
  );
});

test('CZ4 any bytes can be decoded and read', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => check(decoded(bytes))));
});
