import { adHocItems } from './adHoc';
import { fixedItems } from './fixedCalendar';
import { guidOf, labelOf } from './naming';
import { roomItems } from './roomLoad';
import { placeLater, weeksToShift, type Place } from './sampleDates';
import { CUSTOM_MEXICO, SITES } from './sites';
import { AREAS, COMPANY_NAME, DOMAIN, GUEST_DOMAIN, ORGANISER, ROOMS, STAFF, type Staff } from './staff';
import type { CalendarItem, Company, Day, Person, Room, WorkingHours } from './types';

/** The seed of the product's own demo. */
export const SAMPLE_SEED = 20261123;

/**
 * Valdeolmo Riego, S.L., its calendars filled by the seed. When `today` lies after the week of 2026-11-23, the whole
 * company moves later by whole weeks, so that its story always begins this week; an earlier `today` moves nothing.
 */
export function sampleCompany(options: { readonly today: Day; readonly seed: number }): Company {
  const place = placeLater(weeksToShift(options.today));
  const team = STAFF.filter(({ area, oddity }) => area !== undefined && oddity !== 'guest');
  return {
    name: COMPANY_NAME,
    domain: DOMAIN,
    today: options.today,
    organiser: personId(ORGANISER),
    people: STAFF.map((staff) => toPerson(staff, options.seed, place)),
    areas: AREAS.map(({ id, name, head }) => ({
      id,
      name,
      head: personId(head),
      people: team.filter(({ area }) => area === id).map(({ short }) => personId(short)),
    })),
    rooms: ROOMS.map(({ short, name, seats, site }): Room => ({
      id: personId(short),
      name,
      mail: `${labelOf(name.split('(')[0] ?? name)}@${DOMAIN}`,
      capacity: seats,
      city: SITES[site].city,
      zone: SITES[site].zone,
      items: sorted(roomItems(short, site, options.seed, place)),
    })),
    team: {
      id: guidOf(DOMAIN, 'team'),
      name: 'Marketing y Ventas',
      groupId: guidOf(DOMAIN, 'team'),
      siteId: `${DOMAIN.split('.')[0]}.sharepoint.example,${guidOf(DOMAIN, 'collection')},${guidOf(DOMAIN, 'web')}`,
      members: team.map(({ short }) => personId(short)),
    },
    problems: [],
  };
}

/** The person's or room's id by the short name in the tables. */
export function personId(short: string): string {
  return guidOf(DOMAIN, short);
}

function toPerson(staff: Staff, seed: number, place: Place): Person {
  const site = SITES[staff.site];
  const guest = staff.oddity === 'guest';
  const surname = staff.surnames.split(' ')[0] ?? staff.surnames;
  const mail = guest
    ? `${labelOf(staff.given)}@${GUEST_DOMAIN}`
    : `${labelOf(staff.given)}.${labelOf(surname)}@${DOMAIN}`;
  return {
    id: personId(staff.short),
    key: labelOf(staff.given),
    name: `${staff.given} ${staff.surnames}`,
    givenName: staff.given,
    surname: staff.surnames,
    mail,
    upn: guest ? `${mail.replace('@', '_')}#EXT#@${DOMAIN}` : mail,
    jobTitle: staff.job,
    department: guest ? '' : (AREAS.find(({ id }) => id === staff.area)?.name ?? 'Dirección'),
    city: site.city,
    country: staff.site,
    officeLocation: guest ? '' : `Oficina ${site.city}`,
    guest,
    zone: site.zone,
    language: site.language,
    workingHours: mailboxHours(staff),
    ...(staff.oddity === 'mailboxFails' && { fails: true as const }),
    items: guest ? [] : itemsOf(staff, seed, place),
  };
}

function mailboxHours(staff: Staff): WorkingHours | undefined {
  const { mailboxHours: told } = SITES[staff.site];
  if (staff.oddity === 'noWorkingHours' || staff.oddity === 'guest') return undefined;
  return staff.oddity === 'customTimeZone' ? { ...told, zone: { custom: CUSTOM_MEXICO } } : told;
}

function itemsOf(staff: Staff, seed: number, place: Place): readonly CalendarItem[] {
  const fixed = fixedItems(staff, place);
  // What nobody knew of in time did not keep others from filling the day.
  const known = fixed.filter(({ knownSince }) => knownSince === undefined);
  return sorted([...fixed, ...adHocItems(staff, seed, place, known)]);
}

function sorted(items: readonly CalendarItem[]): readonly CalendarItem[] {
  return [...items].sort((a, b) => a.from - b.from || a.until - b.until || (a.uid < b.uid ? -1 : 1));
}
