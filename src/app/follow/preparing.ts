import type { Member, Series } from '../../domain/rhythm/series';
import { linksByStart, type Session } from '../../domain/rhythm/sessions';
import { addDays, instantOf, localTime, weekdayOf } from '../../domain/time/calendarDays';
import type { CalendarDay, Instant, Interval, ZoneName } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { PortFailure } from '../ports/failure';
import type { FollowPorts } from './followPorts';
import { meetingLinkOf } from './meetingChat';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** So far back a working day is looked for; then it is the day before. */
const MOST_DAYS = 14;

export type PreparePorts = Pick<FollowPorts, 'seriesCalendar' | 'holidays' | 'wording'>;

/**
 * Enters "prepare the weekly" into my own calendar, on my working day before the session; by its key it stands there once,
 * however often and from wherever it is entered. Needs no more than these ports: the meeting's end may use it too.
 */
export async function enterPrepare(
  ports: PreparePorts,
  series: Series,
  session: Pick<Session, 'original' | 'start' | 'minutes'>,
  me: string,
  now: Instant,
): Promise<void> {
  const member = series.people.find(({ id }) => id === me);
  const { time, zone } = await timeFor(ports, series, member, session.start, now);
  const link = meetingLinkOf(linksByStart(series).get(session.original));
  const { start, minutes } = session;
  const words = ports.wording.prepareEntry(series, { start, minutes, ...(link !== null && { link }) });
  const entry = { ...words, time, zone };
  await ports.seriesCalendar.enter(entry, `cadencia-prepare-${series.id}-${session.original}`, cancellable());
}

/** At the beginning of the working day before; where that is over, at the next quarter of an hour before the session. */
async function timeFor(
  ports: PreparePorts,
  series: Series,
  member: Member | undefined,
  start: Instant,
  now: Instant,
): Promise<{ readonly time: Interval; readonly zone: ZoneName }> {
  const site = series.sites.find(({ id }) => id === member?.site);
  const zone = site?.zone ?? series.zone;
  const last = localTime(start, zone).day;
  const free = site === undefined ? new Set<CalendarDay>() : await closedDays(ports, site, last);
  const hours = member?.hours ?? site?.hours ?? [];
  let day = addDays(last, -1);
  for (let back = 0; back < MOST_DAYS && !worksOn(day, hours, free); back++) day = addDays(day, -1);
  if (!worksOn(day, hours, free)) day = addDays(last, -1);
  const from = instantOf(day, beginOf(day, hours), zone);
  const soon = Math.ceil(now / QUARTER) * QUARTER;
  const begin = from >= now ? from : Math.min(soon, start - QUARTER);
  return { time: { from: begin, until: begin + QUARTER }, zone };
}

type Hours = Member['hours'] & object;

const worksOn = (day: CalendarDay, hours: Hours, closed: ReadonlySet<CalendarDay>): boolean =>
  !closed.has(day) && hours.some(({ weekday }) => weekday === weekdayOf(day));

function beginOf(day: CalendarDay, hours: Hours): string {
  const [first] = hours
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ from }) => from)
    .sort();
  return first ?? '09:00';
}

/** Holidays and days on which the site is closed; without the tables there are no holidays, and that stops nobody. */
async function closedDays(
  { holidays }: PreparePorts,
  { country, region, closedDays: closed, openDays }: Series['sites'][number],
  until: CalendarDay,
): Promise<ReadonlySet<CalendarDay>> {
  try {
    const from = addDays(until, -MOST_DAYS - 1);
    const known = await holidays.of(country, region, from, until, cancellable());
    return new Set([...closed, ...known.map(({ date }) => date).filter((date) => !openDays.includes(date))]);
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    return new Set(closed);
  }
}
