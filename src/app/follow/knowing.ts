import type { Series } from '../../domain/rhythm/series';
import { type KnownCalendar, toSlotRequest } from '../../domain/rhythm/toSlotRequest';
import type { SlotRequest } from '../../domain/slots/types';
import { instantOf } from '../../domain/time/calendarDays';
import type { CalendarDay } from '../../domain/time/types';
import { calendarMails, datesBySite, holidaysBySite, knownCalendars, ownEvents } from '../planning/known';
import type { HolidaysBySite } from '../planning/options';
import type { Cancellation } from '../ports/cancellation';
import type { FollowPorts } from './followPorts';

/** What calendars and tables of holidays say of some days. */
export type Known = {
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
  readonly holidays: HolidaysBySite;
};

/** Half-open. */
export type Days = { readonly from: CalendarDay; readonly until: CalendarDay };

/** Reads the calendars of everybody who is invited, in one question, and the holidays of their sites beside it. */
export async function knowDays(
  { calendar, holidays }: FollowPorts,
  series: Series,
  { from, until }: Days,
  cancel: Cancellation,
): Promise<Known> {
  const { zone } = series;
  const window = { from: instantOf(from, '00:00', zone), until: instantOf(until, '00:00', zone) };
  const [schedules, bySite] = await Promise.all([
    calendar.schedules(calendarMails(series), window, zone, () => undefined, cancel),
    holidays
      .countries(cancel)
      .then((countries) => holidaysBySite(holidays, series, { from, until }, countries, cancel)),
  ]);
  return { calendars: knownCalendars(schedules), holidays: bySite };
}

/** The question to the search about a series whose own events are no obstacle. */
export const askAbout = (series: Series, from: CalendarDay, { calendars, holidays }: Known): SlotRequest =>
  toSlotRequest({ series, from, calendars, holidays: datesBySite(holidays), ignore: ownEvents(series) });
