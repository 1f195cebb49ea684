import path from 'node:path';
import { guidOf } from '../company/naming';
import type { CalendarItem, Language, Person } from '../company/types';

/** Of the zones in which the demo's words differ; elsewhere English. */
const PLACES: Readonly<
  Record<string, { readonly country: string; readonly city: string; readonly language: Language }>
> = {
  'Europe/Madrid': { country: 'ES', city: 'Madrid', language: 'es-ES' },
  'Atlantic/Canary': { country: 'ES', city: 'Las Palmas', language: 'es-ES' },
  'America/Bogota': { country: 'CO', city: 'Bogotá', language: 'es-CO' },
  'America/Mexico_City': { country: 'MX', city: 'Ciudad de México', language: 'es-MX' },
  'America/Monterrey': { country: 'MX', city: 'Monterrey', language: 'es-MX' },
  'Europe/London': { country: 'GB', city: 'London', language: 'en-GB' },
  'America/New_York': { country: 'US', city: 'New York', language: 'en-US' },
  'America/Chicago': { country: 'US', city: 'Chicago', language: 'en-US' },
  'America/Los_Angeles': { country: 'US', city: 'Los Angeles', language: 'en-US' },
};
const ELSEWHERE_ES = /^America\/(Argentina|Lima|Santiago|Guayaquil|Montevideo|Caracas|La_Paz|Asuncion)/;

/** A colleague as their calendar file tells: the name is the file's, the place the zone's, the hours are not in it. */
export function personOf(
  from: {
    readonly area: string;
    readonly name: string;
    readonly key: string;
    readonly usable: boolean;
    readonly zone: string;
    readonly domain: string;
  },
  items: readonly CalendarItem[],
): Person {
  const words =
    path
      .parse(from.name)
      .name.split('@')[0]
      ?.split(/[\s._-]+/)
      .filter((word) => word !== '')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1)) ?? [];
  const [givenName = from.key, ...rest] = words;
  const area = from.area.charAt(0).toUpperCase() + from.area.slice(1);
  const mail = `${from.key}@${from.domain}`;
  const place = PLACES[from.zone] ?? {
    country: '',
    city: (from.zone.split('/').at(-1) ?? '').replaceAll('_', ' '),
    language: ELSEWHERE_ES.test(from.zone) ? 'es-CO' : 'en-GB',
  };
  return {
    id: guidOf(from.domain, from.key),
    key: from.key,
    name: words.length === 0 ? from.key : words.join(' '),
    givenName,
    surname: rest.join(' '),
    mail,
    upn: mail,
    jobTitle: '',
    department: area,
    city: place.city,
    country: place.country,
    officeLocation: '',
    guest: false,
    zone: from.zone,
    language: place.language,
    workingHours: undefined,
    ...(!from.usable && { fails: true as const }),
    items,
  };
}
