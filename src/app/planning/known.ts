import type { KnownCalendar } from '../../domain/rhythm/toSlotRequest';
import type { Series } from '../../domain/rhythm/series';
import { MINUTE_MS } from '../../domain/time/civilDays';
import type { CalendarDay, Interval } from '../../domain/time/types';
import type { MailboxSchedule } from '../ports/calendar';
import type { Cancellation } from '../ports/cancellation';
import type { Country, Holidays } from '../ports/holidays';
import type { HolidaysBySite } from './options';

/** Whose calendars can be read: the invited people of the company. */
export const calendarMails = ({ people }: Series): readonly string[] =>
  people.filter(({ role, outsider }) => role !== 'informed' && !outsider).map(({ mail }) => mail);

/** What was read, by mail; a mailbox that told nothing is not in it, and counts as unknown. */
export const knownCalendars = (schedules: Iterable<MailboxSchedule>): ReadonlyMap<string, KnownCalendar> =>
  new Map([...schedules].flatMap((one) => (one.kind === 'known' ? [[one.mail, one] as const] : [])));

/** Where this series stands on the calendars already, as long as it was then: no obstacle to itself when it is planned anew. */
export function ownEvents(series: Series): readonly Interval[] {
  return series.chain.flatMap(({ starts, alternatives, minutes = series.minutes }) =>
    [...starts.map((start) => ({ start, minutes })), ...alternatives.map((one) => ({ minutes, ...one }))].map(
      ({ start, minutes: long }) => ({ from: start, until: start + long * MINUTE_MS }),
    ),
  );
}

/** Holidays of every site over some days; none where there is no table of its country. */
export async function holidaysBySite(
  holidays: Holidays,
  { sites }: Series,
  { from, until }: { readonly from: CalendarDay; readonly until: CalendarDay },
  countries: readonly Country[],
  cancel: Cancellation,
): Promise<HolidaysBySite> {
  const read = await Promise.all(
    sites.map(async ({ id, country, region }) => {
      if (!countries.some(({ code }) => code === country)) return [id, []] as const;
      return [id, await holidays.of(country, region, from, until, cancel)] as const;
    }),
  );
  return Object.fromEntries(read);
}

/** The days alone, as the question to the search takes them. */
export const datesBySite = (holidays: HolidaysBySite): Readonly<Record<string, readonly CalendarDay[]>> =>
  Object.fromEntries(
    Object.entries(holidays).map(([site, days]) => [site, days.map(({ date }) => date)] as const),
  );
