import { closedDaysOf } from '../../domain/rhythm/toSlotRequest';
import type { Member, Series } from '../../domain/rhythm/series';
import type { RankedSlot, SlotAnswer, SlotOccurrence } from '../../domain/slots/types';
import { localTime } from '../../domain/time/calendarDays';
import type { CalendarDay, Instant, WallClock } from '../../domain/time/types';
import type { Holiday } from '../ports/holidays';
import type { PlanOption } from './planView';

export type HolidaysBySite = Readonly<Record<string, readonly Holiday[]>>;

/** How many options stand above the fold; these differ from one another. */
export const SHOWN = 3;
const CLEARLY_OTHER_MINUTES = 60;

/**
 * The ranked answers as options: the best one, then clearly different ones (another weekday, or an hour apart), then
 * the rest by rank. `contrast` is the answer without the rule of reach; it takes the third place when more of its
 * occurrences are held, because people will ask why it is not the first.
 */
export function optionsOf(
  series: Series,
  answer: SlotAnswer,
  contrast: RankedSlot | undefined,
  holidays: HolidaysBySite,
): readonly PlanOption[] {
  const varied: RankedSlot[] = [];
  for (const slot of answer.slots) {
    if (varied.length < SHOWN && varied.every((other) => clearlyOther(slot, other))) varied.push(slot);
  }
  const best = answer.slots[0];
  const worthIt =
    contrast !== undefined &&
    best !== undefined &&
    contrast.held > best.held &&
    !varied.some((slot) => samePattern(slot, contrast));
  const first = worthIt ? [...varied.slice(0, SHOWN - 1), contrast] : varied;
  const rest = answer.slots.filter((slot) => !first.some((other) => samePattern(slot, other)));
  return [...first, ...rest].map((slot) => ({
    ...optionOf(series, slot, holidays),
    ...(worthIt && slot === contrast && { contrast: true as const }),
  }));
}

function optionOf(series: Series, slot: RankedSlot, holidays: HolidaysBySite): PlanOption {
  const absent = slot.reasons.flatMap((reason) => (reason.kind === 'never' ? reason.people : []));
  const unknown = new Set(
    slot.occurrences.flatMap(({ missing }) =>
      missing.flatMap(({ person, why }) => (why === 'unknown' ? [person] : [])),
    ),
  );
  const never = absent.filter((id) => !unknown.has(id));
  const membersOf = (ids: readonly string[]) => series.people.filter(({ id }) => ids.includes(id));
  return {
    slot,
    of: slot.occurrences.filter(({ paused }) => !paused).length,
    ends: slot.start + series.minutes * 60_000,
    elsewhere: elsewhereOf(series, slot, absent),
    never: membersOf(never),
    noData: membersOf(absent.filter((id) => unknown.has(id))),
    reasons: [
      ...(never.length > 0 ? [{ kind: 'never' as const, people: never }] : []),
      ...slot.reasons.filter(({ kind }) => kind !== 'never'),
    ],
    holidays: slot.occurrences.filter((one) => holidayOf(series, one, holidays) !== undefined).length,
  };
}

/** Each other clock on which somebody lives who can ever come, with every time that it shows over the series. */
function elsewhereOf(series: Series, slot: RankedSlot, never: readonly string[]): PlanOption['elsewhere'] {
  const coming = { ...series, people: series.people.filter(({ id }) => !never.includes(id)) };
  return otherSites(coming).map(({ city, zone }) => {
    const times: { from: CalendarDay; time: WallClock }[] = [];
    for (const { start, date } of slot.occurrences) {
      if (start === null) continue;
      const { time } = localTime(start, zone);
      if (times.at(-1)?.time !== time) times.push({ from: date, time });
    }
    return { city, times };
  });
}

/** Sites of invited people on another clock than the organiser's, each zone once. */
export function otherSites(series: Series): readonly { readonly city: string; readonly zone: string }[] {
  const used = new Set(series.people.flatMap(({ role, site }) => (role === 'informed' ? [] : [site])));
  const seen = new Set([series.zone]);
  return series.sites.flatMap(({ id, city, zone }) => {
    if (!used.has(id) || seen.has(zone)) return [];
    seen.add(zone);
    return [{ city, zone }];
  });
}

/** The holiday or company day that keeps somebody from an occurrence that is not held. */
export function holidayOf(
  series: Series,
  occurrence: SlotOccurrence,
  holidays: HolidaysBySite,
): { readonly name: string } | undefined {
  if (occurrence.held || occurrence.paused) return undefined;
  for (const { person, why } of occurrence.missing) {
    const member = why === 'hours' ? series.people.find(({ id }) => id === person) : undefined;
    const closed = member && closedOn(series, member, occurrence, holidays);
    if (closed !== undefined) return closed;
  }
  return undefined;
}

/** Whether a member's site is closed on the day of an occurrence, and why; a company day has no name. */
export function closedOn(
  series: Series,
  member: Member,
  { start, date }: Pick<SlotOccurrence, 'start' | 'date'>,
  holidays: HolidaysBySite,
): { readonly name: string } | undefined {
  const site = series.sites.find(({ id }) => id === member.site);
  if (site === undefined) return undefined;
  const day = start === null ? date : localTime(start as Instant, site.zone).day;
  const table = holidays[site.id] ?? [];
  if (
    !closedDaysOf(
      site,
      table.map((holiday) => holiday.date),
    ).includes(day)
  )
    return undefined;
  return { name: table.find((holiday) => holiday.date === day)?.name ?? '' };
}

function samePattern(a: RankedSlot, b: RankedSlot): boolean {
  return (
    a.start === b.start &&
    a.pattern?.weekday === b.pattern?.weekday &&
    a.pattern?.time === b.pattern?.time &&
    a.pattern?.nth === b.pattern?.nth
  );
}

function clearlyOther(a: RankedSlot, b: RankedSlot): boolean {
  if (a.pattern === undefined || b.pattern === undefined) return a.start !== b.start;
  const apart = Math.abs(minutesOf(a.pattern.time) - minutesOf(b.pattern.time));
  return a.pattern.weekday !== b.pattern.weekday || apart >= CLEARLY_OTHER_MINUTES;
}

function minutesOf(time: WallClock): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
