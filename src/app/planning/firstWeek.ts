import { addDays, localTime, nextMonday, weekdayOf } from '../../domain/time/calendarDays';
import type { CalendarDay, Instant, ZoneName } from '../../domain/time/types';

/** The Monday from which a series is planned: next week's, or that of the appointment form when it stands later. */
export function firstWeek(now: Instant, formStart: Instant, zone: ZoneName): CalendarDay {
  const next = nextMonday(localTime(now, zone).day);
  const formDay = localTime(formStart, zone).day;
  const formMonday = addDays(formDay, 1 - weekdayOf(formDay));
  return formMonday > next ? formMonday : next;
}
