import type { CalendarDay, Instant, WallClock, Weekday, ZoneName } from '../domain/time/types';
import { HARD_SPACE } from './plurals';

/** Dates, times, numbers and lists as people write them. Zones are always named; the machine's own never counts. */
export type Format = {
  /** The clock has twelve hours: «5:15 p. m.» leaves no room for a second city on the line. */
  readonly twelveHours: boolean;
  /** «mar 8 dic» */
  day(day: CalendarDay): string;
  /** «martes, 8 de diciembre de 2026» */
  dayInFull(day: CalendarDay): string;
  /** «8 dic» */
  dayAndMonth(day: CalendarDay): string;
  /** «dic 26», of 'YYYY-MM' */
  month(month: string): string;
  /** «mar», «martes» */
  weekday(weekday: Weekday): string;
  weekdayInFull(weekday: Weekday): string;
  /** The day of an instant on a zone's calendar. */
  dayOf(instant: Instant, zone: ZoneName): CalendarDay;
  /** «17:15», «5:15 p. m.» */
  time(instant: Instant, zone: ZoneName): string;
  clock(time: WallClock): string;
  /** The hour alone, for the head of a narrow column: «17», «5». */
  hour(time: WallClock): string;
  /** «mar 8 dic, 17:15» */
  dayAndTime(instant: Instant, zone: ZoneName): string;
  /** «9:00–14:00» */
  span(from: WallClock, until: WallClock): string;
  /** «Catalina y Andrés» */
  list(parts: readonly string[]): string;
  /** Of an ISO 3166-1 code; an unknown code stays what it is. */
  country(code: string): string;
  /** Every zone this browser knows. */
  zones(): readonly ZoneName[];
  number(value: number): string;
  /** Of a share between 0 and 1. */
  percent(share: number): string;
  /** «35 min», «2 h», «1 h 30 min» */
  minutes(minutes: number): string;
  /** How long to wait: whole seconds below a minute, whole minutes above, rounded up. */
  wait(milliseconds: number): string;
};

const DAY_MS = 86_400_000;
/** CLDR has half of Spanish America on 24 hours in some versions and on 12 in others; people there read 12. */
const TWELVE_HOURS = ['es-CO', 'es-MX'];

/** `tag` is BCP 47, as the host tells it. A tag that nobody knows formats as its language does. */
export function createFormat(tag: string): Format {
  const time = timeFormat(tag);
  const dates = dateFormats(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' });
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });

  const clock = (wall: WallClock) =>
    wall === '24:00' && !time.twelveHours ? '24:00' : time.utc(utcOf(wall));
  const timeOf = (instant: Instant, zone: ZoneName) => time.zoned(instant, zone);
  const dayOf = (instant: Instant, zone: ZoneName) => dates.dayOf(instant, zone);
  const minutesOf = (minutes: number) => {
    if (minutes < 120) return `${numbers.format(minutes)}${HARD_SPACE}min`;
    const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
    const whole = `${numbers.format(hours)}${HARD_SPACE}h`;
    return rest === 0 ? whole : `${whole} ${rest}${HARD_SPACE}min`;
  };
  return {
    twelveHours: time.twelveHours,
    day: (day) => dates.short(noonOf(day)),
    dayInFull: (day) => dates.full(noonOf(day)),
    dayAndMonth: (day) => dates.dayAndMonth(noonOf(day)),
    month: (month) => dates.month(noonOf(`${month}-01`)),
    weekday: (weekday) => dates.weekday(weekdayDate(weekday)),
    weekdayInFull: (weekday) => dates.weekdayInFull(weekdayDate(weekday)),
    dayOf,
    time: timeOf,
    clock,
    hour: (wall) => time.hour(utcOf(wall)),
    dayAndTime: (instant, zone) => `${dates.short(noonOf(dayOf(instant, zone)))}, ${timeOf(instant, zone)}`,
    span: (from, until) => `${clock(from)}–${clock(until)}`,
    list: (parts) => lists.format(parts),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    zones: () => Intl.supportedValuesOf('timeZone'),
    number: (value) => numbers.format(value),
    percent: (share) => `${Math.round(share * 100)}${isSpanish(tag) ? HARD_SPACE : ''}%`,
    minutes: minutesOf,
    wait: (milliseconds) =>
      milliseconds < 60_000
        ? `${Math.max(1, Math.ceil(milliseconds / 1000))}${HARD_SPACE}s`
        : minutesOf(Math.ceil(milliseconds / 60_000)),
  };
}

const isSpanish = (tag: string) => /^es\b/i.test(tag);
const noonOf = (day: CalendarDay) => Date.parse(`${day}T12:00:00Z`);
/** 1 January 2024 was a Monday. */
const weekdayDate = (weekday: Weekday) => Date.UTC(2024, 0, weekday, 12);

function utcOf(wall: WallClock): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  return ((hours * 60 + minutes) * 60_000) % DAY_MS;
}

type Part = Intl.DateTimeFormatPart;
const partOf = (parts: readonly Part[], type: Part['type']) =>
  parts.find((part) => part.type === type)?.value ?? '';

function timeFormat(tag: string) {
  const hours = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hourCycle;
  const twelveHours = TWELVE_HOURS.includes(tag) || hours === 'h12' || hours === 'h11';
  const options = { hour: 'numeric', minute: '2-digit', hourCycle: twelveHours ? 'h12' : 'h23' } as const;
  const formats = new Map<ZoneName, Intl.DateTimeFormat>();
  const zoned = (instant: Instant, zone: ZoneName) => {
    const format = formats.get(zone) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
    formats.set(zone, format);
    const parts = format.formatToParts(instant);
    const text = `${partOf(parts, 'hour')}:${partOf(parts, 'minute')}`;
    if (!twelveHours) return text;
    const half = partOf(parts, 'dayPeriod');
    const spanish = /^p/i.test(half) ? `p.${HARD_SPACE}m.` : `a.${HARD_SPACE}m.`;
    return `${text}${HARD_SPACE}${isSpanish(tag) ? spanish : half}`;
  };
  return {
    twelveHours,
    zoned,
    utc: (instant: Instant) => zoned(instant, 'UTC'),
    hour: (instant: Instant) => /^\d+/.exec(zoned(instant, 'UTC'))?.[0] ?? '',
  };
}

function dateFormats(tag: string) {
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  const parts = utc({ weekday: 'short', day: 'numeric', month: 'short' });
  const month = utc({ month: 'short', year: '2-digit' });
  const full = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = utc({ weekday: 'short' });
  const weekdayInFull = utc({ weekday: 'long' });
  const days = new Map<ZoneName, Intl.DateTimeFormat>();

  const dayAndMonthOf = (shown: readonly Part[]) => {
    const [day, month] = [partOf(shown, 'day'), bare(partOf(shown, 'month'))];
    const monthFirst =
      shown.findIndex(({ type }) => type === 'month') < shown.findIndex(({ type }) => type === 'day');
    return monthFirst ? `${month} ${day}` : `${day} ${month}`;
  };
  return {
    /** Parts in the language's order, without its commas and prepositions: there is no room for them. */
    short: (instant: Instant) => {
      const shown = parts.formatToParts(instant);
      return `${bare(partOf(shown, 'weekday'))} ${dayAndMonthOf(shown)}`;
    },
    dayAndMonth: (instant: Instant) => dayAndMonthOf(parts.formatToParts(instant)),
    month: (instant: Instant) => {
      const shown = month.formatToParts(instant);
      return `${bare(partOf(shown, 'month'))} ${partOf(shown, 'year')}`;
    },
    full: (instant: Instant) => full.format(instant),
    weekday: (instant: Instant) => bare(weekday.format(instant)),
    weekdayInFull: (instant: Instant) => weekdayInFull.format(instant),
    dayOf: (instant: Instant, zone: ZoneName): CalendarDay => {
      const format =
        days.get(zone) ??
        new Intl.DateTimeFormat('en-US', {
          timeZone: zone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        });
      days.set(zone, format);
      const shown = format.formatToParts(instant);
      return `${partOf(shown, 'year').padStart(4, '0')}-${partOf(shown, 'month')}-${partOf(shown, 'day')}`;
    },
  };
}

/** Some versions of CLDR end short names with a full stop. */
const bare = (text: string) => text.replace(/\.$/, '');
