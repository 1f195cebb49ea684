// HO: public holidays (rules in tests/contracts/holidaysContract.ts); HO5 what the sample company needs, HO6 the tables.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { addDays, weekdayOf } from '../../src/domain/time/calendarDays';
import { holidayTables, holidayYears } from '../../src/hosts/holidays';
import { holidaysContract } from '../contracts/holidaysContract';
import { NEVER } from '../contracts/outcome';
import { fakeHolidays } from '../support/fakes/fakeHolidays';

holidaysContract('the tables of the build', holidayTables);
holidaysContract('the fake', () =>
  fakeHolidays({
    ES: [{ date: '2026-12-25', name: 'Navidad' }],
    'ES-MD': [{ date: '2026-12-07', name: 'Trasladado' }],
  }),
);

const FROM = '2026-11-23';
const UNTIL = '2027-05-24';
const inWeek = async (country: string, region?: string) =>
  (await holidayTables().of(country, region, FROM, UNTIL, NEVER)).filter(({ date }) => weekdayOf(date) <= 5);

test.each([
  [
    'ES',
    'MD',
    [
      '2026-12-07',
      '2026-12-08',
      '2026-12-25',
      '2027-01-01',
      '2027-01-06',
      '2027-03-25',
      '2027-03-26',
      '2027-05-03',
    ],
  ],
  [
    'CO',
    undefined,
    [
      '2026-12-08',
      '2026-12-25',
      '2027-01-01',
      '2027-01-11',
      '2027-03-22',
      '2027-03-25',
      '2027-03-26',
      '2027-05-10',
    ],
  ],
  ['MX', undefined, ['2026-12-25', '2027-01-01', '2027-02-01', '2027-03-15', '2027-03-25', '2027-03-26']],
])(
  'HO5 %s %s has exactly the working days off that the sample company has',
  async (country, region, dates) => {
    expect((await inWeek(country, region)).map(({ date }) => date)).toEqual(dates);
  },
);

test('HO5 corrected names: Ascension in Colombia', async () => {
  expect((await inWeek('CO')).find(({ date }) => date === '2027-05-10')?.name).toBe('La Ascensión');
});

test('HO5 12 December, a bank holiday on a weekday, is a working day in Mexico', async () => {
  const dates = (await holidayTables().of('MX', undefined, '2028-12-01', '2028-12-20', NEVER)).map(
    ({ date }) => date,
  );
  expect(dates).not.toContain('2028-12-12');
});

test('HO5 a holiday of several days closes each, in part a day closes none', async () => {
  const dates = async (country: string, from: string, until: string) =>
    (await holidayTables().of(country, undefined, from, until, NEVER)).map(({ date }) => date);
  expect(await dates('TR', '2027-05-10', '2027-05-19')).toEqual(['2027-05-16', '2027-05-17', '2027-05-18']);
  expect(await dates('DE', '2026-12-24', '2026-12-27')).toEqual(['2026-12-25', '2026-12-26']);
});

test('HO6 every country has a table that stays small, over the years it names', async () => {
  const folder = path.resolve(__dirname, '../../src/hosts/generated/holidays');
  const countries = await holidayTables().countries(NEVER);
  expect(countries.length).toBeGreaterThan(200);
  expect(readdirSync(folder).sort()).toEqual(countries.map(({ code }) => `${code}.json`).sort());
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).size).toBeLessThan(40_000);
  for (const year of [holidayYears.from, addDays(holidayYears.until, -365)]) {
    const until = addDays(year, 365);
    expect((await holidayTables().of('ES', 'MD', year, until, NEVER)).length).toBeGreaterThan(10);
  }
});
