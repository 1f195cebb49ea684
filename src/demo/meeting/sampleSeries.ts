import { SITES, type SiteId } from '../company/sites';
import type { Company, Person } from '../company/types';
import type { Weekly } from './weeklyPeople';

export type SeriesInput = {
  readonly id: string;
  readonly kind: 'weekly' | 'monthly';
  readonly minutes: number;
  readonly language: 'es' | 'en';
  readonly title: string;
  readonly organiser: Person;
  readonly people: readonly Weekly[];
  readonly outsider?: Person;
  readonly event: { readonly id: string; readonly joinUrl: string; readonly starts: readonly number[] };
  /** Without them the Christmas of this year. */
  readonly pauses?: readonly { readonly from: string; readonly until: string; readonly label: string }[];
  /** How it is followed up, where somebody has said so. */
  readonly followUp?: Readonly<Record<string, unknown>>;
};

const CALLS = [2, 3, 4].map((weekday) => ({ weekday, from: '10:00', until: '12:00' }));
/** Each area's own protected time, by what the sample sheet says. */
const PROTECTED: Readonly<Record<string, readonly { weekday: number; from: string; until: string }[]>> = {
  marketing: [{ weekday: 4, from: '09:00', until: '12:00' }],
  sales: CALLS,
};
const LABELS: Readonly<Record<string, Readonly<Record<'es' | 'en', string>>>> = {
  marketing: { es: 'mañana de contenidos', en: 'content morning' },
  sales: { es: 'bloque de llamadas', en: 'calls' },
};
const PAUSE = { es: 'Navidad', en: 'Christmas' };

/** The text of a series' file as the product keeps it in its home, written by the demo as data. */
export function sampleSeriesFile(company: Company, input: SeriesInput): string {
  const { id, kind, minutes, language, title, organiser, people, outsider, event } = input;
  const year = Number(company.today.slice(0, 4));
  const members = people.map(({ person, area, role, standsInFor }) => ({
    ...memberOf(person, area),
    role,
    ...(standsInFor !== undefined && { standsInFor }),
  }));
  const series = {
    id,
    kind,
    title,
    language,
    minutes,
    every: 1,
    times: event.starts.length,
    zone: organiser.zone,
    areas: company.areas.map(({ id: area }) => ({
      id: area,
      name: area in PROTECTED ? '' : (company.areas.find((one) => one.id === area)?.name ?? ''),
      quorum: quorumOf(people.filter((one) => one.area === area && one.role !== 'informed').length, kind),
      protectedTimes: (PROTECTED[area] ?? []).map((time) => ({
        ...time,
        label: LABELS[area]?.[language] ?? '',
      })),
      protectedPeriods: [],
    })),
    people:
      outsider === undefined
        ? members
        : [
            ...members,
            {
              ...memberOf(outsider, company.areas[0]?.id ?? ''),
              id: outsider.mail.toLowerCase(),
              role: 'optional',
              outsider: true,
            },
          ],
    sites: sitesOf([organiser, ...people.map(({ person }) => person), ...(outsider ? [outsider] : [])]),
    pauses: input.pauses ?? [{ from: `${year}-12-24`, until: `${year + 1}-01-07`, label: PAUSE[language] }],
    chain: [
      {
        eventId: event.id,
        joinUrl: event.joinUrl,
        organiser: organiser.id,
        minutes,
        starts: event.starts,
        alternatives: [],
      },
    ],
    ...(input.followUp !== undefined && { followUp: input.followUp }),
  };
  return JSON.stringify({ format: 'cadencia-series', version: 3, series }, undefined, 1);
}

const quorumOf = (invited: number, kind: SeriesInput['kind']): number =>
  invited > 3 ? (kind === 'weekly' ? 3 : 2) : 1;

function memberOf(person: Person, area: string) {
  return { id: person.id, name: person.name, mail: person.mail.toLowerCase(), area, site: siteIdOf(person) };
}

const siteIdOf = ({ zone }: Person): string => zone.toLowerCase().replace(/[^a-z]+/g, '-');

/** One site for each zone of its people, with the hours that the sample's offices really keep. */
function sitesOf(people: readonly Person[]) {
  const byZone = new Map(people.map((person) => [siteIdOf(person), person]));
  return [...byZone].map(([id, { zone, city, country }]) => {
    const sample = Object.values(SITES).find((one) => one.zone === zone);
    return {
      id,
      city: city || zone,
      zone,
      country: /^[A-Z]{2}$/.test(country) ? country : '',
      hours: hoursOf(sample ?? SITES.ES),
      closedDays: [],
      openDays: [],
      halfDays: (sample?.halfDays ?? []).map((date) => ({ date, until: sample?.lunch[0] ?? '14:00' })),
    };
  });
}

/** The day's window without lunch. */
function hoursOf({ hours, lunch }: (typeof SITES)[SiteId]) {
  return Object.entries(hours).flatMap(([day, [from, until]]) =>
    [
      { weekday: Number(day), from, until: until < lunch[0] ? until : lunch[0] },
      { weekday: Number(day), from: lunch[1], until },
    ].filter((part) => part.from < part.until),
  );
}
