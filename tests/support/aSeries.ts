import fc from 'fast-check';
import type { BalanceAgreement } from '../../src/domain/rhythm/followUp';
import type { Area, CalendarSeries, Member, Series, Site } from '../../src/domain/rhythm/series';

/** A small series of two areas that is right in itself; a test names what matters to it. */
export function aSeries(change: Partial<Series> = {}): Series {
  return {
    id: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
    kind: 'weekly',
    title: 'Semanal de Marketing y Ventas',
    language: 'es',
    minutes: 35,
    every: 1,
    times: 25,
    zone: 'Europe/Madrid',
    areas: [anArea('marketing'), anArea('sales')],
    people: [
      aMember('m01', 'marketing', { role: 'key' }),
      aMember('m02', 'marketing', { standsInFor: 'm01' }),
      aMember('s01', 'sales', { role: 'key' }),
      aMember('s02', 'sales'),
    ],
    sites: [aSite('madrid'), aSite('bogota', { city: 'Bogotá', zone: 'America/Bogota', country: 'CO' })],
    pauses: [{ from: '2026-12-21', until: '2027-01-07', label: 'Navidad' }],
    chain: [],
    ...change,
  };
}

export function anArea(id: string, change: Partial<Area> = {}): Area {
  return { id, name: '', quorum: 1, protectedTimes: [], protectedPeriods: [], ...change };
}

export function aMember(id: string, area: string, change: Partial<Member> = {}): Member {
  const mail = `${id}@valdeolmo.example`;
  return { id, name: `Persona ${id}`, mail, area, role: 'optional', site: 'madrid', ...change };
}

export function aSite(id: string, change: Partial<Site> = {}): Site {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '18:00' }));
  return {
    id,
    city: 'Madrid',
    zone: 'Europe/Madrid',
    country: 'ES',
    hours,
    closedDays: [],
    openDays: [],
    halfDays: [],
    ...change,
  };
}

export function aLink(change: Partial<CalendarSeries> = {}): CalendarSeries {
  return { organiser: 'm01', starts: [Date.UTC(2026, 11, 1, 16, 15)], alternatives: [], ...change };
}

/** Both heads said yes to areas; one of sales does not take part, and one more thing is asked. */
export function anAgreement(change: Partial<BalanceAgreement> = {}): BalanceAgreement {
  return {
    since: Date.UTC(2026, 9, 1),
    asked: { mode: 'persons', by: 'm01', at: Date.UTC(2026, 10, 2), yes: ['m01'] },
    people: { s01: 'declined', m02: 'shown' },
    nudge: true,
    names: { 'Sala 3': { kind: 'shared' }, 'Gil, Hugo': { kind: 'person', person: 's02' } },
    ...change,
  };
}

const DAY = fc
  .date({ min: new Date(Date.UTC(2026, 0)), max: new Date(Date.UTC(2028, 0)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const TEXT = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\p{Cc}/gu, ' '));
const TIME = fc.nat(95).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
const WINDOW = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: TIME, until: TIME });
const PERIOD = fc.record({ from: DAY, until: DAY, label: TEXT });
const INSTANT = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) });
const ZONE = fc.constantFrom('Europe/Madrid', 'America/Bogota', 'Asia/Kathmandu', 'Australia/Lord_Howe');

const AREA = fc.record({
  name: TEXT,
  quorum: fc.integer({ min: 1, max: 8 }),
  protectedTimes: fc.array(fc.record({ ...windowFields(), label: TEXT }), { maxLength: 3 }),
  protectedPeriods: fc.array(PERIOD, { maxLength: 2 }),
});
const SITE = fc.record(
  {
    city: TEXT,
    zone: ZONE,
    country: fc.constantFrom('ES', 'CO', 'MX'),
    region: fc.constantFrom('MD', 'CT'),
    hours: fc.array(WINDOW, { maxLength: 6 }),
    closedDays: fc.uniqueArray(DAY, { maxLength: 3 }),
    openDays: fc.uniqueArray(DAY, { maxLength: 2 }),
    halfDays: fc.uniqueArray(fc.record({ date: DAY, until: TIME }), {
      selector: ({ date }) => date,
      maxLength: 2,
    }),
  },
  { requiredKeys: ['city', 'zone', 'country', 'hours', 'closedDays', 'openDays', 'halfDays'] },
);
const LINK = fc.record(
  {
    eventId: fc.string({ unit: fc.constantFrom(...'AbZ09=-_'), minLength: 1, maxLength: 12 }),
    joinUrl: fc.constant('https://teams.example/l/meetup-join/1'),
    organiser: fc.constantFrom('m01', 's01'),
    minutes: fc.integer({ min: 15, max: 60 }),
    starts: fc.uniqueArray(INSTANT, { minLength: 1, maxLength: 4 }),
    alternatives: fc.uniqueArray(
      fc.record({
        original: INSTANT,
        start: INSTANT,
        state: fc.constantFrom('chosen' as const, 'applied' as const),
      }),
      { selector: ({ original }) => original, maxLength: 3 },
    ),
  },
  { requiredKeys: ['organiser', 'starts', 'alternatives'] },
);

function windowFields() {
  return { weekday: fc.integer({ min: 1, max: 7 }), from: TIME, until: TIME };
}

/** Any series that is right in itself, over few ids, so that two of them share a lot. */
export const anySeries: fc.Arbitrary<Series> = fc
  .record({
    settings: fc.record({
      kind: fc.constantFrom('weekly' as const, 'monthly' as const),
      title: TEXT,
      language: fc.constantFrom('es' as const, 'en' as const),
      minutes: fc.integer({ min: 15, max: 60 }),
      every: fc.integer({ min: 1, max: 3 }),
      times: fc.integer({ min: 1, max: 52 }),
      zone: ZONE,
    }),
    areas: fc.dictionary(fc.constantFrom('marketing', 'sales', 'product'), AREA, { minKeys: 1 }),
    sites: fc.dictionary(fc.constantFrom('a', 'b', 'c'), SITE, { minKeys: 1 }),
    people: fc.dictionary(
      fc.constantFrom('m01', 'm02', 's01', 's02', 'x@out.example'),
      fc.record({
        name: TEXT,
        area: fc.nat(),
        site: fc.nat(),
        standsInFor: fc.option(fc.nat()),
        role: fc.constantFrom('key' as const, 'optional' as const, 'informed' as const),
        hours: fc.option(fc.array(WINDOW, { maxLength: 2 })),
        siteChosen: fc.boolean(),
        outsider: fc.boolean(),
      }),
    ),
    pauses: fc.array(PERIOD, { maxLength: 3 }),
    chain: fc.array(LINK, { maxLength: 2 }),
  })
  .map(({ settings, areas, sites, people, pauses, chain }) => {
    const ids = { areas: Object.keys(areas), sites: Object.keys(sites), people: Object.keys(people) };
    const at = (list: readonly string[], nth: number) => list[nth % list.length] as string;
    return aSeries({
      ...settings,
      areas: Object.entries(areas).map(([id, area]) => ({ id, ...area })),
      sites: Object.entries(sites).map(([id, site]) => ({ id, ...site }) as Site),
      people: Object.entries(people).map(([id, person]) => ({
        id,
        name: person.name,
        mail: `${id.replace('@', '.')}@valdeolmo.example`,
        area: at(ids.areas, person.area),
        site: at(ids.sites, person.site),
        role: person.role,
        ...(person.standsInFor !== null && { standsInFor: at(ids.people, person.standsInFor) }),
        ...(person.hours !== null && { hours: person.hours }),
        ...(person.siteChosen && { siteChosen: true as const }),
        ...(person.outsider && { outsider: true as const }),
      })),
      pauses,
      chain,
    });
  });
