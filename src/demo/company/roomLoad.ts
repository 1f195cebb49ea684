import { pick, randomOf } from './random';
import { dayOf, FIRST_WEEK, LAST_WEEK, type Place } from './sampleDates';
import { SITES, type SiteId } from './sites';
import { DOMAIN } from './staff';
import type { CalendarItem } from './types';

const MINUTE_MS = 60_000;
const SLOT_MINUTES = 60;
/** Of the hours outside the standing Monday morning, so that a third of the week is taken with it. */
const TAKEN = 0.28;

/** Rooms fill by the hour: Mondays from 9 to 12 always, about a third of the working hours in all; lunch is not spared. */
export function roomItems(
  short: string,
  siteId: SiteId,
  seed: number,
  place: Place,
): readonly CalendarItem[] {
  const site = SITES[siteId];
  const items: CalendarItem[] = [];
  for (let week = FIRST_WEEK; week <= LAST_WEEK; week += 1) {
    const random = randomOf(seed, short, week);
    const add = (from: number, minutes: number, subject: string) =>
      items.push({
        uid: `room-${from}@${DOMAIN}`,
        subject,
        from,
        until: from + minutes * MINUTE_MS,
        zone: site.zone,
        allDay: false,
        status: 'busy',
        isPrivate: false,
      });
    for (const weekday of [1, 2, 3, 4, 5]) {
      const hours = site.hours[weekday];
      const day = dayOf(week, weekday);
      if (hours === undefined || site.holidays.includes(day)) continue;
      const standing = { from: place(day, '09:00', site.zone), until: place(day, '12:00', site.zone) };
      if (weekday === 1) add(standing.from, 180, 'Reunión fija');
      const end = place(day, hours[1], site.zone);
      for (let from = place(day, hours[0], site.zone); from < end; from += SLOT_MINUTES * MINUTE_MS) {
        const inStanding = weekday === 1 && from >= standing.from && from < standing.until;
        if (!inStanding && random() < TAKEN)
          add(from, SLOT_MINUTES, pick(random, ['Reserva', 'Visita', 'Formación']));
      }
    }
  }
  return items;
}
