import { IANAZone } from 'luxon';
import { ianaOfWindows, windowsOfIana } from '../calendars/windowsZones';
import { wallClockOf } from '../company/wallClock';
import { badRequest } from './http/errors';

/** The zone of a Windows or IANA name, as requests write it; other names are refused in the service's words. */
export function zoneNamed(name: string): string {
  const known = named.get(name);
  if (known !== undefined) return known;
  const zone = checkedZone(name);
  named.set(name, zone);
  return zone;
}

/** Asking whether a zone exists costs more than all else; there are only so many that do. */
const named = new Map<string, string>();

function checkedZone(name: string): string {
  const zone = name.toLowerCase() === 'tzone://microsoft/utc' ? 'Etc/UTC' : (ianaOfWindows(name) ?? name);
  if (/^[A-Za-z]/.test(zone) && !/^(utc|gmt)[+-]/i.test(zone) && IANAZone.isValidZone(zone)) return zone;
  throw badRequest(
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: ''${name}''.`,
    'TimeZoneNotSupportedException',
  );
}

/** The Windows name where there is one: what mailboxes tell. */
export function nameOfZone(iana: string): string {
  return windowsOfIana(iana) ?? iana;
}

/** 'YYYY-MM-DDTHH:MM:SS.0000000' on the wall of a zone. */
export function wallTime(instant: number, zone: string): string {
  return `${new Date(localAt(instant, zone)).toISOString().slice(0, 23)}0000`;
}

export type DateTimeTimeZone = { readonly dateTime: string; readonly timeZone: string };

/** A moment as answers write it, under the name that was asked for. */
export function dateTimeIn(instant: number, name: string): DateTimeTimeZone {
  return { dateTime: wallTime(instant, zoneNamed(name)), timeZone: name };
}

/** A wall-clock moment of a request as the milliseconds its wall shows; undefined for what is none. */
export function localMsOf(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?$/.exec(text);
  if (match === null) return undefined;
  const [, day = '', time = '00:00', seconds = '00', fraction = '0'] = match;
  const ms = Date.parse(`${day}T${time}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  const back = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  return back.startsWith(`${day}T${time}`) ? ms : undefined;
}

/** When the wall of a zone shows it: a skipped time moves forward, a repeated one is its first. */
export function instantAt(localMs: number, zone: string): number {
  return wallClockOf(zone)(localMs);
}

/** What the wall of a zone shows, as milliseconds of a UTC that shows the same. */
export function localAt(instant: number, zone: string): number {
  // Asking the zone costs more than all else, and schedules speak UTC.
  return zone === 'Etc/UTC' ? instant : instant + IANAZone.create(zone).offset(instant) * 60_000;
}
