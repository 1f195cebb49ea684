import { personId, sampleCompany } from '../../src/demo/company/sampleCompany';
import { SITES, type SiteId } from '../../src/demo/company/sites';
import type { Company, Person } from '../../src/demo/company/types';
import { wallClockOf } from '../../src/demo/company/wallClock';
import type { BusyInterval, SlotPerson, SlotRequest } from '../../src/domain/slots/types';
import type { WeekWindow } from '../../src/domain/time/types';

/** What a search is told of the sample company's weekly meeting; each level knows more than the one before. */
export type Knowledge = {
  /** The mailboxes' one window, or the true hours with lunch, short Fridays, holidays and half days. */
  readonly hours: 'mailbox' | 'true';
  readonly reach: number;
  /** Whether the three weeks in which Bruno is ill are known. */
  readonly illness: boolean;
  readonly standIns: boolean;
};

export const ZONE = 'Europe/Madrid';
const ROLES: Readonly<Record<string, 'key' | 'optional'>> = {
  m01: 'key',
  m02: 'key',
  m04: 'optional',
  m07: 'optional',
  s01: 'key',
  s02: 'optional',
  s05: 'optional',
  s07: 'optional',
};
const STAND_INS: Readonly<Record<string, string>> = { m04: 'm02', s02: 's01' };
const CALLS = [2, 3, 4].map((weekday) => ({ weekday, from: '10:00', until: '12:00' }));

/** 25 sessions from 2026-11-30 with a seed of the ad-hoc load. */
export function weeklyOfSample(seed: number, knows: Knowledge): SlotRequest {
  const company = companyOf(seed);
  return {
    window: { from: at('2026-11-30', '00:00', ZONE), until: at('2027-05-24', '00:00', ZONE) },
    zone: ZONE,
    minutes: 35,
    stepMinutes: 15,
    top: 8,
    reach: knows.reach,
    areas: [
      { id: 'marketing', quorum: 3, protectedTimes: [{ weekday: 4, from: '09:00', until: '12:00' }] },
      { id: 'sales', quorum: 3, protectedTimes: CALLS },
    ],
    people: Object.keys(ROLES).map((short) => slotPerson(short, company, knows)),
    repeat: { kind: 'weekly', every: 1, times: 25 },
  };
}

const companies = new Map<number, Company>();

function companyOf(seed: number): Company {
  const company = companies.get(seed) ?? sampleCompany({ today: '2026-11-23', seed });
  companies.set(seed, company);
  return company;
}

/** Madrid's true hours with lunch left out, and its holidays. */
export function trueHours(site: SiteId): readonly WeekWindow[] {
  const { hours, lunch } = SITES[site];
  return Object.entries(hours).flatMap(([day, [from, until]]) => {
    const weekday = Number(day);
    const parts = [
      { weekday, from, until: until < lunch[0] ? until : lunch[0] },
      { weekday, from: lunch[1], until },
    ];
    return parts.filter((part) => part.from < part.until);
  });
}

export function at(day: string, time: string, zone: string): number {
  return wallClockOf(zone)(Date.parse(`${day}T${time}Z`));
}

function slotPerson(short: string, company: Company, knows: Knowledge): SlotPerson {
  const person = company.people.find(({ id }) => id === personId(short));
  if (person === undefined) throw new Error(`no ${short}`);
  const site = person.country as SiteId;
  const inFor = knows.standIns ? STAND_INS[short] : undefined;
  return {
    id: short,
    area: short.startsWith('m') ? 'marketing' : 'sales',
    role: ROLES[short] ?? 'optional',
    ...(inFor !== undefined && { standsInFor: inFor }),
    zone: person.zone,
    hours: knows.hours === 'true' ? trueHours(site) : mailboxHours(person),
    closedDays: knows.hours === 'true' ? SITES[site].holidays : [],
    busy: [...busyOf(person, knows), ...(knows.hours === 'true' ? halfDays(site) : [])],
  };
}

function mailboxHours({ workingHours }: Person): readonly WeekWindow[] {
  if (workingHours === undefined) throw new Error('no hours');
  const { days, start, end } = workingHours;
  return days.map((weekday) => ({ weekday, from: start, until: end }));
}

function busyOf({ items }: Person, { illness }: Knowledge): readonly BusyInterval[] {
  return items
    .filter(({ knownSince }) => illness || knownSince === undefined)
    .map(({ from, until, status }) => ({ from, until, status }));
}

function halfDays(site: SiteId): readonly BusyInterval[] {
  const { halfDays: days, lunch, zone } = SITES[site];
  return days.map((day) => ({
    from: at(day, lunch[0], zone),
    until: at(day, '23:59', zone),
    status: 'oof',
  }));
}
