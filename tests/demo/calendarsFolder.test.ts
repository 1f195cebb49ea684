// CF a company from a folder: CF1 people and areas · CF2 files that cannot be used · CF3 the words for them · CF4 limits
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { companyFromCalendars } from '../../src/demo/calendars/companyFromCalendars';
import { problemText } from '../../src/demo/calendars/problemText';

const SAMPLE = path.join(__dirname, 'ics/company');
const today = '2026-11-23';
const company = companyFromCalendars(SAMPLE, { today });
const person = (key: string) => company.people.find((one) => one.key === key);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cadencia-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const meeting = ['BEGIN:VEVENT', 'DTSTART:20261124T090000', 'DURATION:PT1H', 'END:VEVENT'];
const read = () => companyFromCalendars(folder, { today });

test('CF1 areas are folders, people are files, the first of all organises', () => {
  expect(company.areas.map(({ id, name, people }) => [id, name, people.length])).toEqual([
    ['marketing', 'Marketing', 3],
    ['ventas', 'Ventas', 3],
  ]);
  expect(company.people.map(({ key }) => key)).toEqual([
    'ana',
    'carmen',
    'diego',
    'elena',
    'felipe',
    'gloria',
  ]);
  expect(company.organiser).toBe(person('ana')?.id);
  expect(company.areas[1]?.head).toBe(person('elena')?.id);
  expect(company.team?.members).toHaveLength(6);
});

test('CF1 place and language come from the zone of the file, hours from nowhere', () => {
  expect(person('ana')).toMatchObject({
    name: 'Ana',
    zone: 'Europe/Madrid',
    city: 'Madrid',
    country: 'ES',
    language: 'es-ES',
    department: 'Marketing',
    workingHours: undefined,
  });
  expect(person('felipe')).toMatchObject({ zone: 'America/Bogota', country: 'CO', city: 'Bogotá' });
});

test('CF1 dates stay where they are, endless series reach fourteen months ahead', () => {
  const items = person('ana')?.items ?? [];
  const committee = items.filter(({ subject }) => subject === 'Comité de dirección');
  const days = committee.map(({ from }) => new Date(from).toISOString().slice(0, 10));
  expect(days[0]).toBe('2026-10-05');
  expect(days).not.toContain('2026-12-28');
  expect(days.at(-1)).toBe('2028-01-24');
  expect(items.find(({ subject }) => subject === 'Vacaciones')).toMatchObject({
    status: 'oof',
    allDay: true,
  });
  expect(items.find(({ subject }) => subject === 'Cumpleaños de Carmen')).toMatchObject({ status: 'free' });
  expect(items.find(({ subject }) => subject === 'Concentración')).toMatchObject({ status: 'tentative' });
});

test('CF1 the same folder gives the same people again', () => {
  expect(companyFromCalendars(SAMPLE, { today })).toEqual(company);
});

test('CF2 a damaged file is named with its line, its person stays without a calendar, the others are used', () => {
  expect(company.problems).toEqual([{ code: 'badLine', file: 'ventas/gloria.ics', line: 23 }]);
  expect(person('gloria')).toMatchObject({ fails: true, items: [], zone: 'Europe/Madrid' });
  for (const key of ['ana', 'carmen', 'diego', 'elena', 'felipe']) {
    expect(person(key)?.fails).toBeUndefined();
    expect(person(key)?.items.length).toBeGreaterThan(20);
  }
});

test('CF2 whoever’s file is damaged does not organise', () => {
  write('marketing/ana.ics', 'not a calendar');
  write('marketing/luis.ics', calendar(...meeting));
  const found = read();
  expect(found.organiser).toBe(found.people[1]?.id);
});

test('CF2 no folder, an empty one, one without areas', () => {
  const missing = companyFromCalendars(path.join(folder, 'none'), { today });
  expect(missing).toMatchObject({
    people: [],
    team: undefined,
    problems: [{ code: 'folderMissing', file: 'none' }],
  });
  write('ana.ics', calendar(...meeting));
  expect(read()).toMatchObject({
    people: [],
    problems: [{ code: 'folderEmpty', file: path.basename(folder) }],
  });
});

test('CF2 a folder with the name of a file is nobody’s calendar; hidden and other files are not looked at', () => {
  mkdirSync(path.join(folder, 'ventas/luis.ics'), { recursive: true });
  write('ventas/.ana.ics', 'x');
  write('ventas/notes.txt', 'x');
  write('.git/hooks.ics', 'x');
  expect(read()).toMatchObject({
    people: [{ key: 'luis', fails: true }],
    problems: [{ code: 'unreadable', file: 'ventas/luis.ics' }],
  });
});

test('CF2 links that lead nowhere or to themselves are nobody’s calendar', () => {
  write('ventas/luis.ics', calendar(...meeting));
  symlinkSync('ana.ics', path.join(folder, 'ventas/ana.ics'));
  symlinkSync('nowhere.ics', path.join(folder, 'ventas/eva.ics'));
  symlinkSync('self', path.join(folder, 'self'));
  expect(read()).toMatchObject({
    people: [{ key: 'ana', fails: true }, { key: 'eva', fails: true }, { key: 'luis' }],
    problems: [
      { code: 'unreadable', file: 'ventas/ana.ics' },
      { code: 'unreadable', file: 'ventas/eva.ics' },
    ],
  });
});

test('CF1 a calendar without a zone takes that of its colleagues', () => {
  write('ventas/ana.ics', calendar('X-WR-TIMEZONE:America/Bogota', ...meeting));
  write('ventas/luis.ics', calendar(...meeting));
  const [, luis] = read().people;
  expect(luis).toMatchObject({ zone: 'America/Bogota', items: [{ from: Date.parse('2026-11-24T14:00Z') }] });
});

test('CF1 names with accents, blanks, addresses; the same name in two areas', () => {
  write('Marketing España/José Núñez.ics', calendar(...meeting));
  write('Marketing España/ana.garcia@firma.example.ics', calendar(...meeting));
  write('ventas/José Núñez.ics', calendar(...meeting));
  write('ventas/王.ics', calendar(...meeting));
  const found = read();
  expect(found.people.map(({ key, name, surname }) => [key, name, surname])).toEqual([
    ['jose-nunez', 'José Núñez', 'Núñez'],
    ['ana-garcia', 'Ana Garcia', 'Garcia'],
    ['jose-nunez-2', 'José Núñez', 'Núñez'],
    ['persona', '王', ''],
  ]);
  expect(new Set(found.people.map(({ id }) => id)).size).toBe(4);
  expect(found.areas.map(({ id, name }) => [id, name])).toEqual([
    ['marketing-espana', 'Marketing España'],
    ['ventas', 'Ventas'],
  ]);
});

test('CF4 a file that is too large is not read', () => {
  write('ventas/ana.ics', calendar(...meeting));
  truncateSync(path.join(folder, 'ventas/ana.ics'), 20_000_001);
  expect(read()).toMatchObject({
    people: [{ fails: true }],
    problems: [{ code: 'tooLarge', file: 'ventas/ana.ics', limit: 20_000_000 }],
  });
});

test('CF4 of more files than any company of this size has, the first are read', () => {
  for (let index = 0; index < 201; index += 1) write(`ventas/p${String(index).padStart(3, '0')}.ics`, 'x');
  const found = read();
  expect(found.people).toHaveLength(200);
  expect(found.problems[0]).toMatchObject({ code: 'tooManyFiles', limit: 200 });
});

test('CF3 a problem is one line that names file and line number, in both languages', () => {
  const [problem] = company.problems;
  if (problem === undefined) throw new Error('no problem');
  expect(problemText(problem, 'es')).toBe(
    'ventas/gloria.ics, línea 23: el archivo está dañado aquí; esta persona queda sin datos de calendario.',
  );
  expect(problemText(problem, 'en')).toBe(
    'ventas/gloria.ics, line 23: the file is damaged here; there is no calendar data for this person.',
  );
});

test('CF3 what a file says of itself cannot break the line', () => {
  const problem = {
    code: 'unknownZone',
    file: 'a/b.ics',
    line: 3,
    zone: 'X\u001b[31m\nY'.repeat(40),
    more: 2,
  } as const;
  for (const language of ['es', 'en'] as const) {
    const text = problemText(problem, language);
    expect(text).not.toMatch(/[\u0000-\u001f]/);
    expect(text.length).toBeLessThan(200);
    expect(text).toMatch(/\(.+ 2 .+\)/);
  }
});
