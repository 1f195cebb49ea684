import type { WeekWindow, ZoneName } from '../time/types';
import { cityOfZone } from './cityOfZone';
import type { Site } from './series';

/** From, start of lunch, end of lunch, until; on Fridays until another time. */
type CountryHours = {
  readonly day: readonly [string, string, string, string];
  readonly friday?: readonly [string, string];
};

/** How offices of a country work when nobody said otherwise; people correct it by site (SPEC RH1). */
const HOURS: Readonly<Record<string, CountryHours>> = {
  // Short Fridays end at three, and the last hour is lunch as on any other day.
  ES: { day: ['09:00', '14:00', '15:00', '18:00'], friday: ['09:00', '14:00'] },
  PT: { day: ['09:00', '13:00', '14:00', '18:00'] },
  CO: { day: ['08:00', '12:30', '13:30', '17:00'] },
  MX: { day: ['09:00', '14:00', '15:30', '18:00'] },
  AR: { day: ['09:00', '13:00', '14:00', '18:00'] },
  CL: { day: ['09:00', '13:00', '14:00', '18:00'] },
  PE: { day: ['09:00', '13:00', '14:00', '18:00'] },
  GB: { day: ['09:00', '12:30', '13:30', '17:30'] },
  US: { day: ['09:00', '12:00', '13:00', '17:00'] },
};
const ELSEWHERE: CountryHours = { day: ['09:00', '13:00', '14:00', '18:00'] };

/** Working hours of a country's offices with lunch left out, Monday to Friday. */
export function hoursOfCountry(country: string): readonly WeekWindow[] {
  const { day, friday } = HOURS[country] ?? ELSEWHERE;
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    weekday === 5 && friday !== undefined
      ? [{ weekday, from: friday[0], until: friday[1] }]
      : [
          { weekday, from: day[0], until: day[1] },
          { weekday, from: day[2], until: day[3] },
        ],
  );
}

/** A site as it is proposed: the country's hours, no days of its own. An empty city is read from the zone's name. */
export function proposedSite(id: string, zone: ZoneName, country: string, city = '', region?: string): Site {
  return {
    id,
    city: city === '' ? cityOfZone(zone) : city,
    zone,
    country,
    ...(region !== undefined && { region }),
    hours: hoursOfCountry(country),
    closedDays: [],
    openDays: [],
    halfDays: [],
  };
}
