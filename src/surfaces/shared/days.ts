import type { CalendarDay } from '../../domain/time/types';

const DAY_MS = 86_400_000;

/** The day so many days later, or the same text when it is no date yet. */
export function shiftDay(day: CalendarDay, days: number): CalendarDay {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + days * DAY_MS).toISOString().slice(0, 10);
}

/** What a date field holds: empty while somebody is typing. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** A day that is typed to its end: a year passes through 0002 and 0202. */
export const isWholeDay = (text: string): boolean => isDay(text) && text >= '2000';

/** What is said of a day, with its year where that is not the present one: what is kept goes back for years. */
export const withYear = (said: string, day: CalendarDay, today: CalendarDay): string =>
  day.slice(0, 4) === today.slice(0, 4) ? said : `${said} ${day.slice(0, 4)}`;
