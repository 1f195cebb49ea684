import type { BusyInterval, SlotArea, SlotPerson, SlotRequest } from '../slots/types';
import { addDays, addMonths, instantOf } from '../time/calendarDays';
import type { CalendarDay, Interval, ZoneName } from '../time/types';
import { memberHours, type TypicalHours } from './memberHours';
import type { Member, Period, Series, Site } from './series';

/** What is known of a member's calendar; nothing known means unknown, which is never free. */
export type KnownCalendar = { readonly busy: readonly BusyInterval[]; readonly hours?: TypicalHours };

export type PlanQuestion = {
  readonly series: Series;
  /** The first day on which an occurrence may be. */
  readonly from: CalendarDay;
  /** By lower-case mail address. */
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
  /** Public holidays by id of the site. */
  readonly holidays: Readonly<Record<string, readonly CalendarDay[]>>;
  /** The series' own events, when it is planned anew. */
  readonly ignore?: readonly Interval[];
  readonly stepMinutes?: number;
  readonly reach?: number;
  readonly top?: number;
};

/** The last Monday of a month may be the 22nd, and that of another one the 31st. */
const MOST_DAYS_LATER = 9;

/**
 * The weeks or months that a series planned from this day needs, as days, half-open. A pattern that fell just before this
 * day falls later in the month at the end: without some days more a monthly series on it would have no room.
 */
export function plannedDays(
  series: Pick<Series, 'kind' | 'every' | 'times'>,
  from: CalendarDay,
): { readonly from: CalendarDay; readonly until: CalendarDay } {
  const steps = series.every * series.times;
  const until =
    series.kind === 'weekly' ? addDays(from, 7 * steps) : addDays(addMonths(from, steps), MOST_DAYS_LATER);
  return { from, until };
}

/**
 * The question to the search (SPEC RH4): informed members are left out, outsiders and calendars nobody could read are
 * unknown, half days end in an absence, pauses and protected periods start and end at midnight in the series' zone.
 */
export function toSlotRequest(question: PlanQuestion): SlotRequest {
  const { series } = question;
  const days = plannedDays(series, question.from);
  const sites = new Map(series.sites.map((site) => [site.id, site]));
  const invited = series.people.filter(({ role }) => role !== 'informed');
  return {
    window: wholeDays(days, series.zone),
    zone: series.zone,
    minutes: series.minutes,
    stepMinutes: question.stepMinutes ?? 15,
    top: question.top ?? 20,
    reach: question.reach ?? 0.5,
    ignore: question.ignore ?? [],
    pauses: series.pauses.map((period) => wholeDays(period, series.zone)),
    areas: series.areas.map((area): SlotArea => ({
      id: area.id,
      quorum: area.quorum,
      protectedTimes: area.protectedTimes,
      protectedPeriods: area.protectedPeriods.map((period) => wholeDays(period, series.zone)),
    })),
    people: invited.flatMap((member) => {
      const site = sites.get(member.site);
      return site === undefined ? [] : [toPerson(member, site, invited, question)];
    }),
    repeat: { kind: series.kind, every: series.every, times: series.times },
  };
}

/** Public holidays on which the site does not work all the same, and the days the company closes. */
export function closedDaysOf(site: Site, holidays: readonly CalendarDay[]): readonly CalendarDay[] {
  const open = new Set(site.openDays);
  return [...new Set([...holidays.filter((day) => !open.has(day)), ...site.closedDays])].sort();
}

function toPerson(
  member: Member,
  site: Site,
  invited: readonly Member[],
  question: PlanQuestion,
): SlotPerson {
  const calendar = member.outsider ? undefined : question.calendars.get(member.mail);
  const standsIn = invited.some(
    (other) => other.id === member.standsInFor && other.area === member.area && other.role === 'key',
  );
  return {
    id: member.id,
    area: member.area,
    role: member.role === 'key' ? 'key' : 'optional',
    ...(standsIn && member.standsInFor !== undefined && { standsInFor: member.standsInFor }),
    zone: site.zone,
    hours: memberHours(member, site, calendar?.hours),
    closedDays: closedDaysOf(site, question.holidays[site.id] ?? []),
    busy: calendar === undefined ? 'unknown' : [...calendar.busy, ...restOfHalfDays(site)],
  };
}

function restOfHalfDays(site: Site): readonly BusyInterval[] {
  return site.halfDays.map(({ date, until }) => ({
    from: instantOf(date, until, site.zone),
    until: instantOf(addDays(date, 1), '00:00', site.zone),
    status: 'oof',
  }));
}

/** From midnight to midnight on the wall clock of a zone. */
export function wholeDays(days: Pick<Period, 'from' | 'until'>, zone: ZoneName): Interval {
  return { from: instantOf(days.from, '00:00', zone), until: instantOf(days.until, '00:00', zone) };
}
