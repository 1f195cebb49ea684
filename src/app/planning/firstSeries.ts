import { templateMinutes } from '../../domain/agenda/templates';
import { plainName } from '../../domain/plainName';
import type { Member, Series, SeriesKind } from '../../domain/rhythm/series';
import { countryOfZone } from '../../domain/rhythm/countryOfZone';
import { proposedSite } from '../../domain/rhythm/siteDefaults';
import type { ZoneName } from '../../domain/time/types';
import type { Attendee } from '../ports/calendar';
import type { Found, Me } from '../ports/directory';
import type { Country } from '../ports/holidays';
import type { Wording } from '../ports/wording';
import { addMember } from './rosterEdits';

/** How many sessions a new series has: half a year of weeks, or of months. */
export const USUAL_TIMES: Readonly<Record<SeriesKind, number>> = { weekly: 25, monthly: 6 };

type First = {
  readonly id: string;
  readonly me: Me;
  readonly zone: ZoneName;
  readonly attendees: readonly Attendee[];
  /** What the directory knows of people lately met; attendees among them bring their job. */
  readonly met: readonly Found[];
  readonly countries: readonly Country[];
  readonly wording: Wording;
};

/** The draft shown the first time: the organiser and who is invited already, each in the area that their job tells. */
export function firstSeries({ id, me, zone, attendees, met, countries, wording }: First): Series {
  const country =
    me.country ??
    countryOfZone(
      zone,
      countries.map(({ code }) => code),
    ) ??
    '';
  const region = regionOf(
    me.state ?? me.city,
    countries.find(({ code }) => code === country),
  );
  const empty: Series = {
    id,
    kind: 'weekly',
    title: wording.seriesTitle('weekly', wording.language),
    language: wording.language,
    minutes: templateMinutes('weekly'),
    every: 1,
    times: USUAL_TIMES.weekly,
    zone,
    areas: ['marketing', 'sales'].map((area) => ({
      id: area,
      name: '',
      quorum: 1,
      protectedTimes: [],
      protectedPeriods: [],
    })),
    people: [],
    sites: [proposedSite('site-1', zone, country, me.city ?? '', region)],
    pauses: [],
    chain: [],
  };
  const invited = attendees.map(({ mail, name }): Found => {
    const address = mail.toLowerCase();
    return met.find((one) => one.mail === address) ?? { id: address, name, mail: address };
  });
  const meFirst = addMember(empty, memberOf(me, areaOf(me) ?? 'marketing', empty, me.mail, 'key'));
  return invited.reduce((series, person) => {
    const area = areaOf(person);
    if (area === undefined) return series;
    const headless = !series.people.some((one) => one.area === area && one.role === 'key');
    return addMember(
      series,
      memberOf(person, area, series, me.mail, headless && leads(person) ? 'key' : 'optional'),
    );
  }, meFirst);
}

/** Somebody new in the rosters; who is only an address, and of another domain than the organiser's, is not of this company. */
export function memberOf(
  person: Found | { readonly mail: string; readonly name: string },
  area: string,
  series: Series,
  organiser: string,
  role: Member['role'] = 'optional',
): Member {
  const mail = person.mail.toLowerCase();
  const known = 'id' in person && person.id !== mail;
  const inside = known || domainOf(mail) === domainOf(organiser);
  return {
    id: known ? person.id : mail,
    name: plainName(person.name) || mail,
    mail,
    area,
    role,
    site: series.sites[0]?.id ?? '',
    ...(!inside && { outsider: true as const }),
  };
}

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase();

/** The area that a department or a job tells, in either language. */
export function areaOf(person: Found): 'marketing' | 'sales' | undefined {
  for (const text of [person.department, person.job]) {
    if (text === undefined) continue;
    const marketing = /marketing|mercadeo|marca|brand|conten|campañ|campaign/i.test(text);
    const sales = /ventas|sales|comercial|cuentas|account|prospec/i.test(text);
    if (marketing !== sales) return marketing ? 'marketing' : 'sales';
  }
  return undefined;
}

const leads = ({ job = '' }: Found): boolean =>
  /direct|head|chief|vp\b|jef[ae]|responsable|manager|lead/i.test(job);

function regionOf(place: string | undefined, country: Country | undefined): string | undefined {
  if (place === undefined) return undefined;
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return country?.regions.find(({ name }) => plain(name).includes(plain(place)))?.code;
}
