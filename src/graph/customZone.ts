import { localTime } from '../domain/time/calendarDays';
import type { Instant, ZoneName } from '../domain/time/types';

/**
 * A mailbox's own zone as Graph sends it (`customTimeZone`). `bias` is minutes from local time to UTC, as in Windows:
 * UTC = local + bias, so Mexico City has 360; the prose of Graph's documentation says the opposite, its examples say this.
 */
export type CustomZone = {
  readonly bias: number;
  readonly standardOffset?: ClockChange;
  readonly daylightOffset?: ClockChange & { readonly daylightBias: number };
};

/** When a clock changes, on the wall clock before the change. `month` 0: never. `dayOccurrence` 5: the last of the month. */
export type ClockChange = {
  readonly time: string;
  readonly dayOccurrence: number;
  /** 'sunday' … 'saturday', in any case. */
  readonly dayOfWeek: string;
  /** 1 = January. */
  readonly month: number;
  /** 0: every year. */
  readonly year: number;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAYS_OF_WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The first candidate whose clock shows the same as the mailbox's over two years from `from`, changes to the minute;
 * undefined when none does or the rules are not understood, never a zone that is nearly right (rule GZ5).
 */
export function zoneLike(
  custom: CustomZone,
  candidates: readonly ZoneName[],
  from: Instant,
): ZoneName | undefined {
  const changes = changesOf(custom, from);
  if (changes === undefined) return undefined;
  const probes = probesOf(changes, from);
  return candidates.find((zone) =>
    probes.every((instant) => offsetOf(zone, instant) === customOffset(custom, changes, instant)),
  );
}

type Change = { readonly at: Instant; readonly offset: number };

/** Sorted changes over the years around `from`; none without daylight saving; undefined when the rules make no sense. */
function changesOf(custom: CustomZone, from: Instant): readonly Change[] | undefined {
  const { bias, standardOffset: standard, daylightOffset: daylight } = custom;
  if (!Number.isFinite(bias)) return undefined;
  const never = (change?: ClockChange) => change === undefined || change.month === 0;
  if (never(standard) && never(daylight)) return [];
  if (standard === undefined || daylight === undefined || never(standard) || never(daylight))
    return undefined;
  const daylightBias = bias + daylight.daylightBias;
  const thisYear = Number(localTime(from, 'UTC').day.slice(0, 4));
  const changes: Change[] = [];
  for (let year = thisYear - 1; year <= thisYear + 3; year++) {
    const toDaylight = wallInstant(daylight, year);
    const toStandard = wallInstant(standard, year);
    if (toDaylight === undefined || toStandard === undefined) return undefined;
    changes.push({ at: toDaylight + bias * MINUTE, offset: -daylightBias });
    changes.push({ at: toStandard + daylightBias * MINUTE, offset: -bias });
  }
  return changes.sort((a, b) => a.at - b.at);
}

/** The wall-clock time of a change as if it were UTC. Rules for single years are not understood: they say nothing of the next. */
function wallInstant(change: ClockChange, year: number): Instant | undefined {
  const dayOfWeek = DAYS_OF_WEEK.indexOf(change.dayOfWeek.toLowerCase());
  const clock = /^(\d\d):(\d\d)/.exec(change.time);
  const { month, dayOccurrence } = change;
  if (change.year !== 0 || dayOfWeek < 0 || clock === null) return undefined;
  if (!(month >= 1 && month <= 12) || !(dayOccurrence >= 1 && dayOccurrence <= 5)) return undefined;
  const first = Date.UTC(year, month - 1, 1);
  const weekdayOfFirst = (((first / DAY + 4) % 7) + 7) % 7;
  const daysInMonth = (Date.UTC(year, month, 1) - first) / DAY;
  let day = ((dayOfWeek - weekdayOfFirst + 7) % 7) + (dayOccurrence - 1) * 7;
  if (day >= daysInMonth) day -= 7;
  return first + day * DAY + (Number(clock[1]) * 60 + Number(clock[2])) * MINUTE;
}

/** Every day, and both sides of each change. */
function probesOf(changes: readonly Change[], from: Instant): readonly Instant[] {
  const until = from + 731 * DAY;
  const around = changes.flatMap(({ at }) => [at - MINUTE, at]).filter((at) => at >= from && at < until);
  return [...around, ...Array.from({ length: 731 }, (_, day) => from + day * DAY)];
}

function customOffset(custom: CustomZone, changes: readonly Change[], instant: Instant): number {
  return changes.filter(({ at }) => at <= instant).at(-1)?.offset ?? -custom.bias;
}

/** Minutes that the zone's clock is ahead of UTC. */
function offsetOf(zone: ZoneName, instant: Instant): number {
  const { day, time } = localTime(instant, zone);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const local = Date.UTC(year, month - 1, date, hours, minutes);
  return Math.round((local - Math.floor(instant / MINUTE) * MINUTE) / MINUTE);
}
