import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import { instantOf, localTime } from '../../domain/time/calendarDays';
import type { Instant, Interval, ZoneName } from '../../domain/time/types';
import { toIana, toWindows } from '../zoneNames';

/** Graph's moments: a wall-clock time without an offset, and beside it the name of the zone. */
export const DATE_TIME = v.object({ dateTime: v.string(), timeZone: v.nullish(v.string()) });
export type DateTime = v.InferOutput<typeof DATE_TIME>;

/** Moments that come back are in UTC; HTML stays HTML. */
export const PREFER_UTC = { Prefer: 'outlook.timezone="UTC"' };

/** Fails with malformed for what is no time, or is on a clock that nobody knows. */
export function instantOfDateTime({ dateTime, timeZone }: DateTime): Instant {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(dateTime);
  if (match === null) throw new PortFailure({ kind: 'malformed' });
  const [, day = '', time = '', seconds = ':00', offset] = match;
  const zone = offset === undefined && !isUtc(timeZone) ? toIana(timeZone ?? '') : 'UTC';
  if (zone === undefined) throw new PortFailure({ kind: 'malformed' });
  const instant =
    zone === 'UTC'
      ? Date.parse(`${day}T${time}${seconds.slice(0, 7)}${offset ?? 'Z'}`)
      : instantInZone(day, time, zone) + Number(seconds.slice(1)) * 1000;
  if (!Number.isFinite(instant)) throw new PortFailure({ kind: 'malformed' });
  return Math.floor(instant);
}

/** The moment in UTC, as requests take it. */
export function utcDateTime(instant: Instant): { readonly dateTime: string; readonly timeZone: string } {
  return { dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' };
}

/**
 * The stretch on a zone's wall clock under its Windows name, so that repetitions keep their local time. Fails as
 * refused with `unknown-zone` where Windows has no name for it.
 */
export function zonedStretch(
  { from, until }: Interval,
  zone: ZoneName,
): { readonly start: DateTime; readonly end: DateTime } {
  const timeZone = toWindows(zone);
  if (timeZone === undefined) throw new PortFailure({ kind: 'refused', code: 'unknown-zone' });
  const at = (instant: Instant) => {
    const { day, time } = localTime(instant, zone);
    return { dateTime: `${day}T${time}:00`, timeZone };
  };
  return { start: at(from), end: at(until) };
}

function isUtc(timeZone: string | null | undefined): boolean {
  return (
    timeZone === null || timeZone === undefined || /^(utc|etc\/utc|tzone:\/\/microsoft\/utc)$/i.test(timeZone)
  );
}

function instantInZone(day: string, time: string, zone: ZoneName): Instant {
  try {
    return instantOf(day, time, zone);
  } catch {
    throw new PortFailure({ kind: 'malformed' });
  }
}
