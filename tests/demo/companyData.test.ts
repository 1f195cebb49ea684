// CO1 people · CO2 ad-hoc load · CO3 standing and away · CO4 the same for a seed · CO5 whole weeks · CO6 rooms
import { DateTime } from 'luxon';
import { sampleCompany, personId, SAMPLE_SEED } from '../../src/demo/company/sampleCompany';
import { SITES, type SiteId } from '../../src/demo/company/sites';
import type { CalendarItem, Company, Person } from '../../src/demo/company/types';

const DAY_MS = 86_400_000;
const company = sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED });
const person = (short: string, of: Company = company): Person => {
  const found = of.people.find(({ id }) => id === personId(short));
  if (found === undefined) throw new Error(`no ${short}`);
  return found;
};
const isAdHoc = ({ uid }: CalendarItem) => uid.startsWith('adhoc-');
const local = (ms: number, zone: string) => DateTime.fromMillis(ms, { zone });
const at = (text: string, zone: string) => DateTime.fromISO(text, { zone }).toMillis();
const mondays = (weeks: number) => at('2026-11-23', 'Europe/Madrid') + weeks * 7 * DAY_MS;
const titled = (short: string, subject: string, of?: Company) =>
  person(short, of).items.filter((item) => item.subject === subject);
const starts = (items: readonly CalendarItem[], zone: string) =>
  items.map(({ from }) => local(from, zone).toFormat('yyyy-MM-dd HH:mm'));

test('CO1 24 people in two areas and three zones, three more who are informed, two guests', () => {
  expect(company.areas.map(({ id, people }) => [id, people.length])).toEqual([
    ['marketing', 11],
    ['sales', 13],
  ]);
  expect(company.people).toHaveLength(29);
  expect(new Set(company.people.map(({ zone }) => zone)).size).toBe(3);
  expect(person('m01')).toMatchObject({
    key: 'irene',
    mail: 'irene.valcarcel@valdeolmo.example',
    department: 'Marketing',
    country: 'ES',
  });
  expect(company.organiser).toBe(person('m01').id);
});

test('CO1 ids, keys and mail addresses are unique, and keys are labels of a host name', () => {
  for (const read of [(p: Person) => p.id, (p: Person) => p.key, (p: Person) => p.mail]) {
    expect(new Set(company.people.map(read)).size).toBe(company.people.length);
  }
  for (const { key, id } of company.people) {
    expect(key).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});

test('CO1 mailboxes are odd where the sample says so, and only there', () => {
  expect(person('m10').workingHours?.zone).toMatchObject({ custom: { bias: 360 } });
  expect(person('m11').workingHours).toBeUndefined();
  expect(company.people.filter(({ fails }) => fails === true).map(({ id }) => id)).toEqual([personId('s09')]);
  expect(company.people.filter(({ guest }) => guest).map(({ items }) => items.length)).toEqual([0, 0]);
  expect(person('m01').workingHours).toMatchObject({ end: '18:00', days: [1, 2, 3, 4, 5] });
});

test('CO1 uids are unique in a calendar, and items are in order and not empty', () => {
  for (const { items } of company.people) {
    expect(new Set(items.map(({ uid }) => uid)).size).toBe(items.length);
    items.forEach((item, index) => {
      expect(item.until).toBeGreaterThan(item.from);
      expect(item.from).toBeGreaterThanOrEqual(items[index - 1]?.from ?? 0);
    });
  }
});

test('CO2 calendars fill late: ad-hoc hours thin out from week to week down to the floor', () => {
  const hours = (area: number, week: number) => {
    const ids = company.areas[area]?.people ?? [];
    const items = company.people.filter(({ id }) => ids.includes(id)).flatMap((p) => p.items.filter(isAdHoc));
    const inWeek = items.filter(({ from }) => from >= mondays(week) && from < mondays(week + 1));
    return inWeek.reduce((sum, { from, until }) => sum + until - from, 0) / 3_600_000 / ids.length;
  };
  for (const [area, base, floor] of [
    [0, 6, 1],
    [1, 9, 1.5],
  ] as const) {
    expect(hours(area, 0)).toBeGreaterThan(base - 0.6);
    expect(hours(area, 0)).toBeLessThanOrEqual(base);
    expect(hours(area, 2)).toBeLessThan(hours(area, 0) * 0.75);
    expect(hours(area, 4)).toBeLessThan(hours(area, 2));
    for (const week of [8, 12, 40, 60]) {
      expect(hours(area, week)).toBeLessThanOrEqual(floor);
      expect(hours(area, week)).toBeGreaterThan(floor / 2);
    }
    expect(hours(area, -8)).toBeGreaterThan(base - 0.6);
  }
});

test.each([SAMPLE_SEED, 1, 2])(
  'CO2 seed %i: no ad-hoc item outside true hours, at lunch, on a holiday',
  (seed) => {
    const other = sampleCompany({ today: '2026-11-23', seed });
    for (const { items, country, id } of other.people) {
      const site = SITES[country as SiteId];
      for (const item of items.filter(isAdHoc)) {
        const from = local(item.from, site.zone);
        const [start, end] = [from.toFormat('HH:mm'), local(item.until, site.zone).toFormat('HH:mm')];
        const hours = id === personId('m11') ? ['09:00', '14:00'] : site.hours[from.weekday];
        expect(hours).toBeDefined();
        expect(start >= (hours?.[0] ?? '') && end <= (hours?.[1] ?? '')).toBe(true);
        expect(start >= site.lunch[1] || end <= site.lunch[0]).toBe(true);
        expect(site.holidays).not.toContain(from.toISODate());
        expect(from.minute % 15).toBe(0);
        expect([30, 45, 60, 90]).toContain((item.until - item.from) / 60_000);
      }
    }
  },
);

test('CO2 no ad-hoc item lies over another item that people knew of', () => {
  for (const { items } of company.people) {
    const known = items.filter(({ knownSince }) => knownSince === undefined);
    for (const item of items.filter(isAdHoc)) {
      const over = known.filter((one) => one !== item && one.from < item.until && one.until > item.from);
      expect(over).toEqual([]);
    }
  }
});

test('CO2 about 15 % are tentative and one in ten private', () => {
  const items = company.people.flatMap((p) => p.items.filter(isAdHoc));
  const part = (of: (item: CalendarItem) => boolean) => items.filter(of).length / items.length;
  expect(part(({ status }) => status === 'tentative')).toBeCloseTo(0.15, 1);
  expect(part(({ isPrivate }) => isPrivate)).toBeCloseTo(0.1, 1);
});

test('CO3 standing meetings keep the clock of their own site over the change of 28 March', () => {
  const [before, after] = [
    titled('s07', 'Ventas Colombia: equipo')[20],
    titled('s07', 'Ventas Colombia: equipo')[35],
  ];
  expect(local(before?.from ?? 0, 'America/Bogota').toFormat('c HH:mm')).toBe('1 08:00');
  expect(local(after?.from ?? 0, 'America/Bogota').toFormat('c HH:mm')).toBe('1 08:00');
  const dates = starts(titled('s07', 'Ventas: revisión de oportunidades'), 'America/Bogota');
  expect(dates).toContain('2027-03-22 10:00');
  expect(dates).toContain('2027-03-29 09:00');
});

test('CO3 exceptions move or cancel one date', () => {
  const committee = starts(titled('m01', 'Comité de dirección'), 'Europe/Madrid');
  expect(committee).toContain('2026-12-09 09:30');
  for (const gone of ['2026-12-07 09:30', '2026-12-28 09:30', '2027-01-04 09:30']) {
    expect(committee).not.toContain(gone);
  }
  expect(starts(titled('s01', 'Comité de precios'), 'Europe/Madrid')).toEqual(
    expect.arrayContaining(['2026-11-25 17:00', '2026-12-23 17:00']),
  );
});

test('CO3 the sick leave is hidden until that morning at 08:10, holidays are not', () => {
  const [leave] = titled('m02', 'Baja médica');
  expect(leave).toMatchObject({
    allDay: true,
    status: 'oof',
    from: at('2027-01-25', 'Europe/Madrid'),
    until: at('2027-02-13', 'Europe/Madrid'),
    knownSince: at('2027-01-25T08:10', 'Europe/Madrid'),
  });
  expect(titled('m01', 'Vacaciones')[0]?.knownSince).toBeUndefined();
});

test('CO4 the same seed gives the same company, another one other ad-hoc items and the same rest', () => {
  expect(sampleCompany({ today: '2026-11-23', seed: SAMPLE_SEED })).toEqual(company);
  const other = sampleCompany({ today: '2026-11-23', seed: 7 });
  const rest = (of: Company) => of.people.map(({ items }) => items.filter((item) => !isAdHoc(item)));
  expect(rest(other)).toEqual(rest(company));
  expect(person('m01', other).items).not.toEqual(person('m01').items);
});

test.each(['2026-11-23', '2026-11-29', '2026-10-01'])('CO5 on %s nothing has moved', (today) => {
  const other = sampleCompany({ today, seed: SAMPLE_SEED });
  expect({ ...other, today: company.today }).toEqual(company);
});

test('CO5 later the company moves by whole weeks and keeps its wall clocks, also over a change of the clock', () => {
  const later = sampleCompany({ today: '2027-04-07', seed: SAMPLE_SEED });
  const moved = (of: Company, plus: number) =>
    titled('s01', 'Ventas: revisión de oportunidades', of).map(({ from }) =>
      local(from, 'Europe/Madrid').plus({ weeks: plus }).toFormat('yyyy-MM-dd HH:mm'),
    );
  expect(moved(later, 0)).toEqual(moved(company, 19));
});

test('CO5 calendars reach from two months before today to fourteen months after it, wherever it stands', () => {
  for (const today of ['2026-11-23', '2027-02-14', '2028-06-30']) {
    const { items } = person('s01', sampleCompany({ today, seed: SAMPLE_SEED }));
    const day = at(today, 'Europe/Madrid');
    const last = items.at(-1)?.from ?? 0;
    expect(
      local(items[0]?.from ?? 0, 'Europe/Madrid') < local(day, 'Europe/Madrid').minus({ months: 2 }),
    ).toBe(true);
    expect(local(last, 'Europe/Madrid') > local(day, 'Europe/Madrid').plus({ months: 14 })).toBe(true);
  }
});

test('CO6 rooms are taken for about a third of the working hours and every Monday morning', () => {
  for (const room of company.rooms) {
    const weeks = 72;
    const hours = room.items.reduce((sum, { from, until }) => sum + until - from, 0) / 3_600_000 / weeks;
    expect(hours).toBeGreaterThan(11);
    expect(hours).toBeLessThan(17);
    const monday = room.items.filter(({ subject }) => subject === 'Reunión fija');
    expect(new Set(monday.map(({ from }) => local(from, room.zone).toFormat('c HH:mm')))).toEqual(
      new Set(['1 09:00']),
    );
  }
});
