import { weekdayOfDay, wallOfMinute } from '../time/civilDays';
import type { WallClock, Weekday } from '../time/types';
import { fillBits, hasBit, noBits, type Bits } from './bits';
import { breachesAt } from './breaches';
import { evaluate, type Evaluation } from './evaluation';
import type { SlotRequest } from './types';

/** Who can when: a typical week, hour by hour on the organiser's wall, counted over all weeks of the window. */
export type WeekPicture = {
  /** Only weekdays and hours in which somebody works. */
  readonly weekdays: readonly Weekday[];
  readonly hours: readonly WallClock[];
  /** One for each of these weekdays and hours. */
  readonly cells: readonly WeekCell[];
};

export type WeekCell = {
  readonly weekday: Weekday;
  readonly time: WallClock;
  readonly areas: readonly {
    readonly area: string;
    /** Dates on which the area is complete enough: its quorum and its key people or their stand-ins. */
    readonly ready: number;
    /** Mean number of available people, over the dates. */
    readonly available: number;
  }[];
  /** Dates of this weekday in the window on which the time exists and that no pause touches. */
  readonly of: number;
  /** Dates on which every area is ready at once. */
  readonly held: number;
};

const HOURS = 24;

type Tally = {
  of: number;
  held: number;
  works: boolean;
  readonly areas: { ready: number; available: number }[];
};

/** Meetings of the request's length that start on the full hour, counted by weekday and hour (SPEC SL15). */
export function weekPicture(request: SlotRequest): WeekPicture {
  const evaluation = evaluate({ ...request, stepMinutes: 60 });
  const tallies = tally(evaluation);
  const at = (weekday: Weekday, hour: number): Tally => tallies[(weekday - 1) * HOURS + hour] as Tally;
  const weekdays = upTo(7, 1).filter((weekday) => upTo(HOURS, 0).some((hour) => at(weekday, hour).works));
  const hours = upTo(HOURS, 0).filter((hour) => weekdays.some((weekday) => at(weekday, hour).works));
  const cells = hours.flatMap((hour) =>
    weekdays.map((weekday): WeekCell => {
      const { of, held, areas } = at(weekday, hour);
      return {
        weekday,
        time: wallOfMinute(hour * 60),
        areas: evaluation.areas.map(({ area }, a) => ({
          area: area.id,
          ready: areas[a]?.ready ?? 0,
          available: of === 0 ? 0 : (areas[a]?.available ?? 0) / of,
        })),
        of,
        held,
      };
    }),
  );
  return { weekdays, hours: hours.map((hour) => wallOfMinute(hour * 60)), cells };
}

function tally(evaluation: Evaluation): readonly Tally[] {
  const { areas, candidates, held, paused } = evaluation;
  const tallies = Array.from({ length: 7 * HOURS }, (): Tally => {
    return { of: 0, held: 0, works: false, areas: areas.map(() => ({ ready: 0, available: 0 })) };
  });
  const working = workingTime(evaluation);
  candidates.grid.forEach((candidate, place) => {
    if (candidate < 0 || (paused && hasBit(paused, candidate))) return;
    const weekday = weekdayOfDay(candidates.firstDay + Math.floor(place / HOURS));
    const cell = tallies[(weekday - 1) * HOURS + (place % HOURS)] as Tally;
    cell.of++;
    if (held[candidate] === 1) cell.held++;
    if (hasBit(working, candidate)) cell.works = true;
    const lacking = new Set(breachesAt(evaluation, candidate).map(({ area }) => area));
    areas.forEach((area, a) => {
      const count = cell.areas[a];
      if (count === undefined) return;
      count.available += area.counts[candidate] as number;
      if (!lacking.has(area)) count.ready++;
    });
  });
  return tallies;
}

/** Candidates that lie inside somebody's hours, also those of people whose calendar is unknown. */
function workingTime({ candidates, people }: Evaluation): Bits {
  const working = noBits(candidates.count);
  for (const shifts of new Set(people.map((state) => state.shifts))) {
    for (let w = 0; w < shifts.count; w++) {
      fillBits(working, shifts.first[w] as number, shifts.end[w] as number);
    }
  }
  return working;
}

function upTo(count: number, first: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}
