import { Temporal } from 'temporal-polyfill';

// Days as counts since 1970-01-01 by Date, offsets by Temporal: nothing here is shared with the search's own tables.

const DAY = 86_400_000;
const QUARTER = 900_000;
const offsets = new Map<string, Map<number, number>>();

/** Every zone since 1972 changes its clock on a quarter of an hour, so a quarter has one offset. */
function offsetAt(at: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map<number, number>()));
  const quarter = Math.floor(at / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    const then = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER).toZonedDateTimeISO(zone);
    known.set(quarter, (offset = then.offsetNanoseconds / 1e6));
  }
  return offset;
}

export function dateAt(at: number, zone: string): number {
  return Math.floor((at + offsetAt(at, zone)) / DAY);
}

function onWall(date: number, time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return date * DAY + hour * 3_600_000 + minute * 60_000;
}

/** The instants at which the clock shows a time, first to last; clocks change at most once in two days. */
function showing(wall: number, zone: string): number[] {
  const both = new Set([wall - offsetAt(wall - DAY, zone), wall - offsetAt(wall + DAY, zone)]);
  return [...both].filter((at) => at + offsetAt(at, zone) === wall).sort((a, b) => a - b);
}

export function existing(date: number, time: string, zone: string): number | null {
  return showing(onWall(date, time), zone)[0] ?? null;
}

export function instant(date: number, time: string, zone: string): number {
  const wall = onWall(date, time);
  return showing(wall, zone)[0] ?? wall - offsetAt(wall - DAY, zone);
}

export function nameOf(date: number): string {
  return new Date(date * DAY).toISOString().slice(0, 10);
}

export function weekdayOf(date: number): number {
  return new Date(date * DAY).getUTCDay() || 7;
}

export function isoWeek(date: number): number {
  return date - weekdayOf(date);
}

export function yearMonth(date: number): number {
  const then = new Date(date * DAY);
  return then.getUTCFullYear() * 12 + then.getUTCMonth();
}

export function nthOf(month: number, weekday: number, nth: 1 | 2 | 3 | 4 | 'last'): number {
  const those: number[] = [];
  for (let day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY; yearMonth(day) === month; day++) {
    if (weekdayOf(day) === weekday) those.push(day);
  }
  return (nth === 'last' ? those.at(-1) : those[nth - 1]) as number;
}
