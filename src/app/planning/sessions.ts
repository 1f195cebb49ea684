import type { Series } from '../../domain/rhythm/series';
import type { SlotOccurrence } from '../../domain/slots/types';
import { localTime } from '../../domain/time/calendarDays';
import type { Instant } from '../../domain/time/types';
import { closedOn, type HolidaysBySite, holidayOf, otherSites } from './options';
import type { PlanOption, Session } from './planView';

/** The occurrences of an option as people read them: their state, what stands in the way, and the alternative. */
export function sessionsOf(
  series: Series,
  option: PlanOption,
  moves: ReadonlySet<Instant>,
  holidays: HolidaysBySite,
): readonly Session[] {
  return option.slot.occurrences.map((occurrence) => sessionOf(series, occurrence, moves, holidays));
}

function sessionOf(
  series: Series,
  occurrence: SlotOccurrence,
  moves: ReadonlySet<Instant>,
  holidays: HolidaysBySite,
): Session {
  const { start, date, repair } = occurrence;
  const moveChosen = start !== null && repair !== undefined && moves.has(start);
  const label = occurrence.paused
    ? series.pauses.find(({ from, until }) => from <= date && date < until)?.label
    : holidayOf(series, occurrence, holidays)?.name;
  return {
    date,
    start,
    state: occurrence.paused ? 'paused' : occurrence.held ? 'held' : moveChosen ? 'moved' : 'broken',
    ...(label !== undefined && label !== '' && { label }),
    missing: occurrence.missing.flatMap(({ person, why }) => {
      const member = series.people.find(({ id }) => id === person);
      if (member === undefined) return [];
      const closed = why === 'hours' && closedOn(series, member, occurrence, holidays) !== undefined;
      return [{ name: member.name, why: closed ? ('holiday' as const) : why }];
    }),
    ...(repair !== undefined && {
      repair: {
        start: repair.start,
        elsewhere: otherSites(series).map(({ city, zone }) => ({
          city,
          time: localTime(repair.start, zone).time,
        })),
      },
    }),
    moveChosen,
  };
}
