import * as v from 'valibot';
import type { MailboxHours } from '../../app/ports/calendar';
import type { Instant, WallClock, WeekWindow, ZoneName } from '../../domain/time/types';
import { type ClockChange, type CustomZone, zoneLike } from '../customZone';
import { toIana, toWindows, zonesOfTheWorld } from '../zoneNames';

const CHANGE = v.object({
  time: v.string(),
  dayOccurrence: v.number(),
  dayOfWeek: v.string(),
  month: v.number(),
  year: v.number(),
});
const ZONE = v.object({
  name: v.nullish(v.string()),
  bias: v.nullish(v.number()),
  standardOffset: v.nullish(CHANGE),
  daylightOffset: v.nullish(v.object({ ...CHANGE.entries, daylightBias: v.number() })),
});

export const WORKING_HOURS = v.object({
  daysOfWeek: v.array(v.string()),
  startTime: v.string(),
  endTime: v.string(),
  timeZone: v.nullish(ZONE),
});

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * A mailbox's hours (GE5); undefined when it tells none that make sense, or a zone nobody knows. Hours over midnight
 * end on the next day.
 */
export function mailboxHoursOf(
  hours: v.InferOutput<typeof WORKING_HOURS>,
  zone: ZoneName,
  now: Instant,
): MailboxHours | undefined {
  const found = zoneOf(hours.timeZone ?? {}, zone, now);
  const from = wallOf(hours.startTime);
  const end = wallOf(hours.endTime);
  if (found === undefined || from === undefined || end === undefined || from === end) return undefined;
  const until = end === '00:00' ? '24:00' : end;
  const windows = WEEKDAYS.flatMap((name, at): WeekWindow[] => {
    if (!hours.daysOfWeek.some((day) => day.toLowerCase() === name)) return [];
    if (from < until) return [{ weekday: at + 1, from, until }];
    return [
      { weekday: at + 1, from, until: '24:00' },
      { weekday: ((at + 1) % 7) + 1, from: '00:00', until },
    ];
  });
  return windows.length === 0 ? undefined : { zone: found, windows };
}

/** Of the zones that share a Windows name the organiser's own, else the one that CLDR gives the world. */
function zoneOf(
  { name, bias, standardOffset, daylightOffset }: v.InferOutput<typeof ZONE>,
  organisers: ZoneName,
  now: Instant,
): ZoneName | undefined {
  if (typeof bias === 'number') {
    const custom: CustomZone = {
      bias,
      ...(standardOffset && { standardOffset: standardOffset satisfies ClockChange }),
      ...(daylightOffset && { daylightOffset }),
    };
    return zoneLike(custom, [organisers, ...zonesOfTheWorld()], now);
  }
  const zone = name === null || name === undefined ? undefined : toIana(name);
  if (zone === undefined) return undefined;
  const isWindowsName = toWindows(zone)?.toLowerCase() === name?.trim().toLowerCase();
  return isWindowsName && toWindows(organisers) === toWindows(zone) ? organisers : zone;
}

function wallOf(time: string): WallClock | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d/.test(time) ? time.slice(0, 5) : undefined;
}
