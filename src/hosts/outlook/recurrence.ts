import type { Recurrence } from '../../app/ports/calendar';
import { addDays, addMonths, instantOf, localTime, weekdayOf } from '../../domain/time/calendarDays';
import type { CalendarDay, Instant, ZoneName } from '../../domain/time/types';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NTH = ['first', 'second', 'third', 'fourth', 'last'];
const MINUTE = 60_000;
/** More dates than anybody plans; a longer series is none of ours. */
const MOST = 400;

/** A series as Office.js tells it. */
export type OfficeSeries = Pick<
  Office.Recurrence,
  'recurrenceType' | 'recurrenceProperties' | 'recurrenceTimeZone'
> & { readonly seriesTime: Office.SeriesTime };

export type SeriesTimes = {
  readonly start: Instant;
  readonly end: Instant;
  readonly recurrence: Recurrence | 'other';
};

/** The first occurrence and the repetition; 'other' for what Cadencia does not make. */
export function readSeries(series: OfficeSeries, zone: ZoneName): SeriesTimes {
  const time = series.seriesTime;
  const pattern = patternOf(series);
  const from = time.getStartDate();
  // The date that the series starts on need not be one that it falls on.
  const first = pattern === undefined ? from : firstFrom(pattern, from);
  const start = instantOf(first, time.getStartTime().slice(1, 6), zone);
  // Null for a series without an end, whatever the declaration says (Office.js 1.1.110).
  const until = time.getEndDate() as string | null;
  const times = pattern === undefined || until === null ? undefined : countUntil(pattern, first, until);
  return {
    start,
    end: start + time.getDuration() * MINUTE,
    recurrence: pattern === undefined || times === undefined ? 'other' : { ...pattern, times },
  };
}

/** What Office.js is told. Dates go as text, which counts months from 1; its three numbers count them from 0. */
export function writeSeries(
  recurrence: Recurrence,
  start: Instant,
  end: Instant,
  zone: ZoneName,
  zoneName: string,
  seriesTime: Office.SeriesTime,
): OfficeSeries {
  const { day } = localTime(start, zone);
  setTimes(seriesTime, start, end, zone);
  seriesTime.setEndDate(lastOf(recurrence, day));
  const weekday = DAYS[recurrence.weekday - 1] as Office.MailboxEnums.Days;
  const { every: interval, nth } = recurrence;
  return {
    seriesTime,
    recurrenceTimeZone: { name: zoneName },
    ...(nth === undefined
      ? {
          recurrenceType: 'weekly' as Office.MailboxEnums.RecurrenceType,
          recurrenceProperties: {
            interval,
            days: [weekday],
            firstDayOfWeek: 'mon' as Office.MailboxEnums.Days,
          },
        }
      : {
          recurrenceType: 'monthly' as Office.MailboxEnums.RecurrenceType,
          recurrenceProperties: {
            interval,
            dayOfWeek: weekday,
            weekNumber: NTH[nth === 'last' ? 4 : nth - 1] as Office.MailboxEnums.WeekNumber,
          },
        }),
  };
}

/** The same repetition at another time; the date of its end stays. `time` is an empty one. */
export function moved(
  series: OfficeSeries,
  start: Instant,
  end: Instant,
  zone: ZoneName,
  time: Office.SeriesTime,
): OfficeSeries {
  setTimes(time, start, end, zone);
  const until = series.seriesTime.getEndDate() as string | null;
  if (until !== null) time.setEndDate(until);
  return { ...series, seriesTime: time };
}

/** The class is there at run time; the declarations (1.0.612) know only its shape. */
export function newSeriesTime(office: typeof Office): Office.SeriesTime {
  return new (office as unknown as { readonly SeriesTime: new () => Office.SeriesTime }).SeriesTime();
}

function setTimes(time: Office.SeriesTime, start: Instant, end: Instant, zone: ZoneName): void {
  const local = localTime(start, zone);
  time.setStartDate(local.day);
  time.setStartTime(`T${local.time}:00.000`);
  time.setDuration(Math.round((end - start) / MINUTE));
}

type Pattern = Omit<Recurrence, 'times'>;

function patternOf({ recurrenceType, recurrenceProperties }: OfficeSeries): Pattern | undefined {
  const told = (recurrenceProperties ?? {}) as Partial<Office.RecurrenceProperties>;
  const every = told.interval ?? 1;
  if (String(recurrenceType) === 'weekly' && told.days?.length === 1) {
    const weekday = DAYS.indexOf(String(told.days[0])) + 1;
    return weekday === 0 ? undefined : { every, weekday };
  }
  if (String(recurrenceType) !== 'monthly' || told.dayOfMonth) return undefined;
  const weekday = DAYS.indexOf(String(told.dayOfWeek)) + 1;
  const nth = NTH.indexOf(String(told.weekNumber)) + 1;
  if (weekday === 0 || nth === 0) return undefined;
  return { every, weekday, nth: nth === 5 ? 'last' : (nth as 1 | 2 | 3 | 4) };
}

function firstFrom(pattern: Pattern, day: CalendarDay): CalendarDay {
  if (pattern.nth === undefined) return addDays(day, (pattern.weekday - weekdayOf(day) + 7) % 7);
  const here = inMonth(pattern, day);
  return here < day ? inMonth(pattern, addMonths(monthOf(day), 1)) : here;
}

/** The pattern's date in the month of a day. */
function inMonth({ weekday, nth }: Pattern, day: CalendarDay): CalendarDay {
  if (nth === 'last') {
    const end = addDays(addMonths(monthOf(day), 1), -1);
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  }
  const first = monthOf(day);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * ((nth ?? 1) - 1));
}

const monthOf = (day: CalendarDay): CalendarDay => `${day.slice(0, 7)}-01`;

function after(pattern: Pattern, day: CalendarDay): CalendarDay {
  return pattern.nth === undefined
    ? addDays(day, 7 * pattern.every)
    : inMonth(pattern, addMonths(monthOf(day), pattern.every));
}

function lastOf(recurrence: Recurrence, first: CalendarDay): CalendarDay {
  let day = first;
  for (let count = 1; count < recurrence.times; count++) day = after(recurrence, day);
  return day;
}

function countUntil(pattern: Pattern, first: CalendarDay, until: CalendarDay): number | undefined {
  let count = 0;
  for (let day = first; day <= until; day = after(pattern, day)) {
    count += 1;
    if (count > MOST) return undefined;
  }
  return count === 0 ? undefined : count;
}
