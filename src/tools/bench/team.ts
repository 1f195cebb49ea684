import type { BusyInterval, SlotPerson, SlotRequest } from '../../domain/slots/types';
import { instantOf, addDays } from '../../domain/time/calendarDays';
import type { CalendarDay, Interval, WallClock } from '../../domain/time/types';

const ZONES = ['Europe/Madrid', 'America/Bogota', 'America/Mexico_City', 'America/St_Johns'] as const;
const FIRST_DAY = '2026-11-30';
const MINUTE_MS = 60_000;

export type TeamSize = { readonly people: number; readonly weeks: number; readonly eventsADay: number };

/** A question about an invented team in four zones, and what its people's hours are as plain windows. */
export type Team = {
  readonly request: SlotRequest;
  /** By person, in order of time. */
  readonly windows: readonly (readonly Interval[])[];
};

/** The same team for the same seed: lunch, short Fridays, and events at random quarters of the working days. */
export function teamOf({ people, weeks, eventsADay }: TeamSize, seed = 1): Team {
  const random = numbers(seed);
  const windowsIn = new Map(ZONES.map((zone) => [zone, windowsOf(zone, weeks)]));
  const crowd = Array.from({ length: people }, (_, i): SlotPerson => {
    const zone = ZONES[i % ZONES.length] as (typeof ZONES)[number];
    return {
      id: `p${i}`,
      area: i % 2 === 0 ? 'marketing' : 'sales',
      role: i < 4 ? 'key' : 'optional',
      ...(i >= 4 && i < 8 ? { standsInFor: `p${i - 4}` } : {}),
      zone,
      hours: HOURS,
      closedDays: CLOSED,
      busy: eventsOf(zone, weeks, eventsADay, random),
    };
  });
  const quorum = Math.ceil(people / 8);
  return {
    windows: crowd.map(({ zone }) => windowsIn.get(zone as (typeof ZONES)[number]) ?? []),
    request: {
      window: {
        from: instantOf(FIRST_DAY, '00:00', ZONES[0]),
        until: instantOf(addDays(FIRST_DAY, 7 * weeks), '00:00', ZONES[0]),
      },
      zone: ZONES[0],
      minutes: 35,
      stepMinutes: 15,
      top: 20,
      reach: 0.5,
      areas: [
        { id: 'marketing', quorum, protectedTimes: [{ weekday: 4, from: '09:00', until: '12:00' }] },
        { id: 'sales', quorum, protectedTimes: [{ weekday: 2, from: '10:00', until: '12:00' }] },
      ],
      people: crowd,
      repeat: { kind: 'weekly', every: 1, times: weeks },
    },
  };
}

const CLOSED = ['2026-12-08', '2026-12-25'];

const HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', until: '13:00' },
  ...(weekday === 5 ? [] : [{ weekday, from: '14:00', until: '20:00' }]),
]);

function windowsOf(zone: string, weeks: number): Interval[] {
  const at = (day: CalendarDay, time: WallClock) => instantOf(day, time, zone);
  return workingDays(weeks).flatMap(({ day, weekday }) =>
    CLOSED.includes(day)
      ? []
      : HOURS.filter((one) => one.weekday === weekday).map(({ from, until }) => ({
          from: at(day, from),
          until: at(day, until),
        })),
  );
}

function eventsOf(zone: string, weeks: number, eventsADay: number, random: () => number): BusyInterval[] {
  return workingDays(weeks)
    .flatMap(({ day }) => {
      const eight = instantOf(day, '08:00', zone);
      return Array.from({ length: eventsADay }, (): BusyInterval => {
        const from = eight + Math.floor(random() * 40) * 15 * MINUTE_MS;
        const until = from + (1 + Math.floor(random() * 4)) * 15 * MINUTE_MS;
        return { from, until, status: random() < 0.15 ? 'tentative' : 'busy' };
      });
    })
    .sort((a, b) => a.from - b.from);
}

function workingDays(weeks: number): { readonly day: CalendarDay; readonly weekday: number }[] {
  return Array.from({ length: weeks * 5 }, (_, i) => ({
    day: addDays(FIRST_DAY, 7 * Math.floor(i / 5) + (i % 5)),
    weekday: 1 + (i % 5),
  }));
}

/** Numbers from 0 up to 1, the same for the same seed (a linear congruence is random enough for calendars). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
