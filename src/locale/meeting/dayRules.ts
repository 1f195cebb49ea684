import type { DayNumber } from './civil';
import { dateOf, dayIn, lastOfMonth, mondayOf, monthOf, monthsOn, weekdayOf, yearOf } from './civil';

/** What a phrase says, in fields that both languages fill. */
export type Said = Readonly<Partial<Record<Field, string>>>;
export type Field = 'by' | 'mark' | 'year' | 'month' | 'day' | 'week' | 'n' | 'unit' | 'a' | 'b';

export type Rule = {
  /** What may stand before it and marks it as a day: «el», "on". */
  readonly mark?: string;
  /** The phrase itself; fields are its named groups. */
  readonly core: string;
  /** Where it means a day without `by` and `mark`: everywhere, or at the end; 'never' with the mark at the end alone. */
  readonly bare?: 'end' | 'never';
  /** Null for a day that is past or that does not exist. */
  readonly day: (said: Said, today: DayNumber) => DayNumber | null;
};

export type DayGrammar = {
  /** What makes a phrase the day by which something is due: «antes del», "by". */
  readonly by: string;
  /** What may not stand right before a phrase: «los viernes», "every Friday". */
  readonly notBefore: string;
  /** Nor right behind it: «viernes santo», "Friday's". */
  readonly notBehind: string;
  /** What a phrase takes along: "at the latest". */
  readonly tail: string;
  readonly rules: readonly Rule[];
};

const notPast = (day: DayNumber | null, today: DayNumber): DayNumber | null =>
  day === null || day < today ? null : day;

/** The first such weekday after today. */
export const coming = (weekday: number, today: DayNumber): DayNumber =>
  today + ((weekday - weekdayOf(today) + 6) % 7) + 1;

/** That weekday of the week that begins so many weeks after this one. */
export const inWeek = (weekday: number, weeks: number, today: DayNumber): DayNumber | null =>
  notPast(mondayOf(today) + 7 * weeks + weekday - 1, today);

/** The end of a working week; at the weekend this week's end is its Sunday. */
export const endOfWeek = (weeks: number, today: DayNumber): DayNumber =>
  inWeek(5, weeks, today) ?? mondayOf(today) + 6;

/** On Saturdays and Sundays the week that ends is the next one. */
export const comingFriday = (today: DayNumber): DayNumber => inWeek(5, 0, today) ?? coming(5, today);

export const endOfMonth = (months: number, today: DayNumber): DayNumber =>
  lastOfMonth(yearOf(today), monthOf(today) + months);

export const endOfQuarter = (today: DayNumber): DayNumber =>
  lastOfMonth(yearOf(today), Math.ceil(monthOf(today) / 3) * 3);

/** The last day of a named month that is not over. */
export const endOfNamed = (month: number, today: DayNumber): DayNumber =>
  lastOfMonth(yearOf(today) + (month < monthOf(today) ? 1 : 0), month);

/** A date without its year is the next one; with it, it may be past. A weekday that contradicts it makes it none. */
export function dated(
  date: {
    readonly day: number;
    readonly month: number;
    readonly year?: string | undefined;
    readonly weekday?: number | undefined;
  },
  today: DayNumber,
): DayNumber | null {
  const { day, month, year, weekday } = date;
  const found =
    year === undefined ? nextDate(month, day, today) : notPast(dayIn(fullYear(year), month, day), today);
  return found !== null && weekday !== undefined && weekdayOf(found) !== weekday ? null : found;
}

const fullYear = (said: string): number => Number(said) + (said.length === 2 ? 2000 : 0);

function nextDate(month: number, day: number, today: DayNumber): DayNumber | null {
  // 29 February comes within eight years.
  for (let year = yearOf(today); year <= yearOf(today) + 8; year++) {
    const found = notPast(dayIn(year, month, day), today);
    if (found !== null) return found;
  }
  return null;
}

/** «el 4»: of this month, or of the next that has it. */
export function dayOfMonth(day: number, today: DayNumber): DayNumber | null {
  if (day < 1 || day > 31) return null;
  for (let months = 0; months < 3; months++) {
    const first = monthsOn(today - dateOf(today) + 1, months);
    const found = notPast(dayIn(yearOf(first), monthOf(first), day), today);
    if (found !== null) return found;
  }
  return null;
}

/** «4/12», in the order of the country; the other order where only that is a date. */
export function numeric(said: Said, monthFirst: boolean, today: DayNumber): DayNumber | null {
  const [a, b] = [Number(said.a), Number(said.b)];
  const [day, month] = monthFirst ? (a > 12 ? [a, b] : [b, a]) : b > 12 ? [b, a] : [a, b];
  return dated({ day, month, year: said.year }, today);
}

export const days = (n: number, today: DayNumber): DayNumber | null => (n > 3660 ? null : today + n);
export const months = (n: number, today: DayNumber): DayNumber | null =>
  n > 120 ? null : monthsOn(today, n);

/** Any of the words, the longest first. */
export const anyOf = (words: Readonly<Record<string, number>>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');
