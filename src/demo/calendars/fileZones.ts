import ICAL from 'ical.js';
import { IANAZone } from 'luxon';
import { wallClockOf, type LocalMs, type WallClock } from '../company/wallClock';
import type { EpochMs } from '../company/types';
import type { Block } from './icsBlocks';
import { readProperty, textOf } from './icsProperty';
import { MAX_ZONE_LENGTH, MAX_ZONES } from './limits';
import { ianaOfDisplayName } from './displayZones';
import { ianaOfWindows } from './windowsZones';

/** A zone of a file: what its wall shows, and the IANA name that says nearly or exactly the same. */
export interface FileZone {
  readonly iana: string;
  readonly clock: WallClock;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The zones of one file by TZID; `undefined` for a name that says nothing to anybody. */
export type ZoneLookup = (tzid: string) => FileZone | undefined;

/**
 * A known name counts more than the file's own rules for it: old exports carry rules that no longer hold (Mexico).
 * Rules of an unknown name are used as they stand.
 */
export function zonesOf(blocks: readonly Block[], around: EpochMs): ZoneLookup {
  const own = new Map<string, Block>();
  for (const block of blocks) own.set(tzidOf(block), block);
  const found = new Map<string, FileZone | undefined>();
  return (tzid) => {
    if (found.has(tzid)) return found.get(tzid);
    const known = ianaOf(tzid);
    const block = found.size < MAX_ZONES ? own.get(tzid) : undefined;
    const zone =
      known !== undefined
        ? { iana: known, clock: wallClockOf(known) }
        : block === undefined
          ? undefined
          : customZone(block, around);
    found.set(tzid, zone);
    return zone;
  };
}

/** IANA, Windows and Exchange's display names, with or without the prefix that some programs put before them. */
export function ianaOf(tzid: string): string | undefined {
  const name = tzid.replace(/^\/?(?:freeassociation\.sourceforge\.net|[^/]+\/Olson_[^/]+)\//, '').trim();
  if (/^(utc|gmt|z|etc\/utc|coordinated universal time)$/i.test(name)) return 'UTC';
  return ianaOfWindows(name) ?? (isIana(name) ? name : ianaOfDisplayName(name));
}

function isIana(name: string): boolean {
  return (
    /^[A-Za-z]+\/|^(EST5EDT|CST6CDT|MST7MDT|PST8PDT|CET|EET|WET|MET)$/.test(name) &&
    IANAZone.isValidZone(name)
  );
}

function tzidOf(block: Block): string {
  const line = block.lines.find(({ text }) => /^TZID[;:]/i.test(text));
  return line === undefined ? '' : textOf(readProperty(line));
}

function customZone(block: Block, around: EpochMs): FileZone | undefined {
  if (block.text.length > MAX_ZONE_LENGTH || !block.text.split(/\r\n/).every(isSteady)) return undefined;
  try {
    const timezone = new ICAL.Timezone(ICAL.Component.fromString(block.text));
    const clock: WallClock = (local) => local - timezone.utcOffset(icalTime(local)) * 1000;
    return { iana: likest(clock, around), clock };
  } catch {
    return undefined;
  }
}

/** The IANA zone whose clock agrees on most days of the year around; Etc/GMT±n when several or none do it well. */
function likest(clock: WallClock, around: EpochMs): string {
  const days = Array.from({ length: 52 }, (_, week) => around + (week - 8) * 7 * DAY_MS);
  const instants = days.map(clock);
  const agreeing = CANDIDATES.map((zone) => ({
    zone,
    same: days.filter((day, index) => wallClockOf(zone)(day) === instants[index]).length,
  })).sort((a, b) => b.same - a.same);
  const best = agreeing[0];
  if (best !== undefined && best.same >= 46) return best.zone;
  const hours = Math.round((days[0] ?? 0) - (instants[0] ?? 0)) / HOUR_MS;
  return Number.isInteger(hours) && hours !== 0 && Math.abs(hours) <= 12
    ? `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
    : 'UTC';
}

// In the order in which the demo's people live; the first of equals is taken.
const CANDIDATES = [
  ...['Europe/Madrid', 'America/Bogota', 'America/Mexico_City', 'Europe/London', 'Europe/Athens'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Caracas'],
  ...['America/Santiago', 'America/Sao_Paulo', 'America/Halifax', 'America/St_Johns', 'UTC', 'Asia/Dubai'],
  ...[
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Shanghai',
    'Asia/Tokyo',
    'Australia/Sydney',
    'Pacific/Auckland',
  ],
];

/** False for a rule that need not come once a year: a mistake, or one that the library would look for without end. */
function isSteady(line: string): boolean {
  const [, rule] = /^RRULE[^:]*:(.*)$/i.exec(line) ?? [];
  if (rule === undefined) return true;
  const known = rule.split(';').every((part) => part === '' || RULE_PART.test(part));
  const ordinal = /BYDAY=[+-]?\d/i.test(rule);
  return known && /FREQ=YEARLY/i.test(rule) && !(ordinal && /BYMONTHDAY=/i.test(rule));
}

const RULE_PART =
  /^(FREQ=YEARLY|INTERVAL=1|BYDAY=[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)|BYMONTH=(0?[1-9]|1[0-2])|BYMONTHDAY=([1-9]|1\d|2[0-8])(,([1-9]|1\d|2[0-8]))*|UNTIL=[\dTZ]+|COUNT=\d+|WKST=\w\w)$/i;

export function icalTime(local: LocalMs): InstanceType<typeof ICAL.Time> {
  const at = new Date(local);
  return new ICAL.Time(
    {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      isDate: false,
    },
    ICAL.Timezone.localTimezone,
  );
}
