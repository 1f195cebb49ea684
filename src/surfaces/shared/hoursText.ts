import type { WallClock, Weekday, WeekWindow } from '../../domain/time/types';

/** The hours of one weekday as people type them: «9:00-14:00, 15:00-18:00». */
export function hoursText(hours: readonly WeekWindow[], weekday: Weekday): string {
  return hours
    .filter((window) => window.weekday === weekday)
    .map(({ from, until }) => `${from}-${until}`)
    .join(', ');
}

/** The windows that a text means; undefined when it means nothing, or when one ends before it begins. */
export function readHours(text: string, weekday: Weekday): readonly WeekWindow[] | undefined {
  if (text.trim() === '') return [];
  const windows = text.split(/[,;]/).map((part) => {
    const [from, until, more] = part.split(/[-–—]/).map(readClock);
    if (from === undefined || until === undefined || more !== undefined || from >= until) return undefined;
    return { weekday, from, until };
  });
  return windows.every((window) => window !== undefined) ? windows : undefined;
}

function readClock(text: string): WallClock | undefined {
  const [, hours = '', minutes = '00'] = /^\s*(\d{1,2})(?:[:.](\d\d))?\s*$/.exec(text) ?? [];
  if (hours === '' || Number(minutes) > 59) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  return total > 1440 ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}
