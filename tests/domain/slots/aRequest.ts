import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../../src/domain/refusal';
import { searchSlots } from '../../../src/domain/slots/search';
import type { BusyInterval, SlotArea, SlotPerson, SlotRequest } from '../../../src/domain/slots/types';
import type { Interval } from '../../../src/domain/time/types';

export const MADRID = 'Europe/Madrid';

/** '2026-12-01 10:00' on the wall of a zone. */
export function at(wall: string, zone = MADRID): number {
  return Temporal.PlainDateTime.from(wall.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
}

export function between(from: string, until: string, zone = MADRID): Interval {
  return { from: at(from, zone), until: at(until, zone) };
}

export function busy(
  from: string,
  until: string,
  status: BusyInterval['status'] = 'busy',
  zone = MADRID,
): BusyInterval {
  return { ...between(from, until, zone), status };
}

/** The same hours every day of the week. */
export function daily(...stretches: readonly (readonly [string, string])[]): SlotPerson['hours'] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    stretches.map(([from, until]) => ({ weekday, from, until })),
  );
}

/** Optional, of area m, in Madrid from 9 to 17, without appointments. */
export function person(id: string, other: Partial<SlotPerson> = {}): SlotPerson {
  const hours = daily(['09:00', '17:00']);
  return { id, area: 'm', role: 'optional', zone: MADRID, hours, busy: [], ...other };
}

export function area(id: string, other: Partial<SlotArea> = {}): SlotArea {
  return { id, quorum: 1, protectedTimes: [], ...other };
}

/** Tuesday 2026-12-01 in Madrid, an hour by the hour, Ana alone. */
export function request(other: Partial<SlotRequest> = {}): SlotRequest {
  return {
    window: between('2026-12-01 00:00', '2026-12-02 00:00'),
    zone: MADRID,
    minutes: 60,
    stepMinutes: 60,
    top: 1000,
    areas: [area('m')],
    people: [person('ana')],
    ...other,
  };
}

/** Starts on the organiser's wall, in order of time. */
export function startsOf(asked: SlotRequest): readonly string[] {
  return searchSlots(asked)
    .slots.map(({ start }) => start)
    .sort((a, b) => a - b)
    .map((start) => wall(start, asked.zone));
}

export function wall(instant: number, zone = MADRID): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return shown.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** The code with which a question is refused. */
export function refusalOf(asked: SlotRequest): string {
  try {
    searchSlots(asked);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}
