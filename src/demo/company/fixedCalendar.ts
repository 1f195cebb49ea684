import { AWAY, BUSY_DAYS, EXCEPTIONS, STANDING, type Standing } from './fixedItems';
import { addDays, dayOf, daysBetween, FIRST_WEEK, LAST_WEEK, type Place } from './sampleDates';
import { SITES } from './sites';
import { DOMAIN, type Staff } from './staff';
import type { CalendarItem } from './types';

const MINUTE_MS = 60_000;

/** Standing meetings with their exceptions, fairs, absences: all that does not depend on the seed, unsorted. */
export function fixedItems(staff: Staff, place: Place): readonly CalendarItem[] {
  return [
    ...STANDING.flatMap((standing, index) =>
      standing.who.includes(staff.short) ? occurrences(standing, index, place) : [],
    ),
    ...busyDays(staff, place),
    ...absences(staff, place),
  ];
}

function occurrences(standing: Standing, index: number, place: Place): readonly CalendarItem[] {
  const { zone } = SITES[standing.site];
  const seriesUid = `standing-${index}@${DOMAIN}`;
  const items: CalendarItem[] = [];
  for (let week = FIRST_WEEK; week <= LAST_WEEK; week += 1) {
    if (week % standing.every !== 0) continue;
    const day = dayOf(week, standing.weekday);
    const exception = EXCEPTIONS.find((one) => one.title === standing.title && one.day === day);
    if (exception !== undefined && exception.movedTo === undefined) continue;
    const when = exception?.movedTo ?? { day, at: standing.at };
    const from = place(when.day, when.at, zone);
    items.push({
      uid: `standing-${index}-${day}@${DOMAIN}`,
      seriesUid,
      subject: standing.title,
      from,
      until: from + standing.minutes * MINUTE_MS,
      zone,
      allDay: false,
      status: standing.status,
      isPrivate: standing.isPrivate,
    });
  }
  return items;
}

function busyDays(staff: Staff, place: Place): readonly CalendarItem[] {
  return BUSY_DAYS.filter(({ who }) => who.includes(staff.short)).flatMap((range) => {
    const { zone } = SITES[range.site];
    return daysBetween(range.from, addDays(range.to, 1)).map((day): CalendarItem => ({
      uid: `busy-${day}@${DOMAIN}`,
      subject: range.title,
      from: place(day, range.hours[0], zone),
      until: place(day, range.hours[1], zone),
      zone,
      allDay: false,
      status: 'busy',
      isPrivate: false,
    }));
  });
}

function absences(staff: Staff, place: Place): readonly CalendarItem[] {
  const { zone } = SITES[staff.site];
  return AWAY.filter(({ who }) => who === staff.short).map((away): CalendarItem => ({
    uid: `away-${away.from}@${DOMAIN}`,
    subject: away.why,
    from: place(away.from, '00:00', zone),
    until: place(away.to, '24:00', zone),
    zone,
    allDay: true,
    status: 'oof',
    isPrivate: false,
    ...(away.known !== undefined && { knownSince: place(away.known.day, away.known.at, zone) }),
  }));
}
