// CX real exports, when they are beside the project
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decoded } from '../../src/demo/calendars/icsLines';
import { readCalendar } from '../../src/demo/calendars/readCalendar';

const FOLDER = path.resolve(__dirname, '../../../shared/data/calendars');
const here = existsSync(FOLDER);
// eslint-disable-next-line no-console -- a skipped check has to be heard
if (!here) console.warn('CX skipped: no real calendars in ../shared/data/calendars');
const files = here ? readdirSync(FOLDER).filter((name) => name.endsWith('.ics')) : [];
const day = (text: string) => Date.parse(`${text}T00:00Z`);
const read = (name: string, from = '2015-01-01', until = '2027-01-01') =>
  readCalendar(decoded(readFileSync(path.join(FOLDER, name))), {
    file: `ventas/${name}`,
    key: 'ana',
    zone: 'Europe/Madrid',
    horizon: { from: day(from), until: day(until) },
  });
const starts = (name: string, subject?: string) =>
  read(name)
    .items.filter((item) => subject === undefined || item.subject === subject)
    .map(({ from }) => new Date(from).toISOString().slice(0, 16));
const real = here ? test : test.skip;

real('CX1 every real export can be read, none has a problem', () => {
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    const calendar = read(name);
    expect({ name, usable: calendar.usable, problems: calendar.problems }).toEqual({
      name,
      usable: true,
      problems: [],
    });
    expect(calendar.items.length).toBeGreaterThan(0);
  }
});

real('CX2 zones by the names that Exchange shows to people, without rules in the file', () => {
  expect(starts('Office-2012-owa.ics', 'TEST Syd')).toEqual(['2020-10-28T02:30']);
  expect(starts('Office-2012-owa.ics', 'TEST')).toEqual(['2020-10-28T17:30']);
  expect(starts('Office-2012-owa.ics', 'TEST 3')).toEqual(['2020-11-02T18:30']);
  expect(starts('exchange-custom-tz.ics')).toEqual(['2019-04-30T02:00']);
});

real('CX3 a whole day that was moved by one, with a midnight in a zone as its original', () => {
  const items = read('exchange_whole_day_moved_recurrence.ics').items;
  const days = items.map(({ from }) => new Date(from + 43_200_000).toISOString().slice(0, 10));
  expect(days.slice(0, 4)).toEqual(['2026-02-19', '2026-02-24', '2026-02-27', '2026-03-03']);
  expect(items.every(({ allDay, status }) => allDay && status === 'free')).toBe(true);
});

real('CX4 an exception that stands before its series, and one at its own time', () => {
  expect(starts('google-recurrence-order.ics')).toEqual([
    '2026-02-10T17:00',
    '2026-02-11T17:30',
    '2026-02-12T17:00',
  ]);
  expect(starts('google-calendar-kiev-tz.ics')).toHaveLength(4);
  expect(starts('google-calendar-kiev-tz.ics', 'bla bla')).toEqual(['2016-08-26T11:00']);
});

real('CX5 excluded dates in a list, folded; excluded times that fit nothing exclude nothing', () => {
  const found = starts('biweekly-exdate-until.ics', 'Example of comma-separated exdates');
  for (const gone of ['2017-07-06', '2017-07-17', '2017-07-20', '2017-08-03']) {
    expect(found.some((one) => one.startsWith(gone))).toBe(false);
  }
  expect(found[0]).toBe('2017-02-16T15:00');
  // The rule ends on Sunday evening in Chicago: the Monday after is out.
  expect(found.at(-1)).toBe('2017-07-31T14:00');
});

real('CX6 a zone in quotes together with its value', () => {
  expect(starts('ms_timezones.ics', "Log Yesterday's Jira time")[0]).toBe('2020-06-09T07:00');
});
