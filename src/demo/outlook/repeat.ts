import { DateTime } from 'luxon';

export type DayName = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type WeekNumber = 'first' | 'second' | 'third' | 'fourth' | 'last';

export const DAY_NAMES: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const WEEK_NUMBERS: readonly WeekNumber[] = ['first', 'second', 'third', 'fourth', 'last'];

/** How an appointment repeats; dates are 'YYYY-MM-DD', `until` is the last day on which it may fall. */
export type Repeat = { readonly every: number; readonly until?: string | undefined } & (
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; readonly days: readonly DayName[] }
  | { readonly kind: 'monthlyOn'; readonly day: number }
  | { readonly kind: 'monthlyThe'; readonly week: WeekNumber; readonly day: DayName }
);

const dayNumber = (day: DayName): number => DAY_NAMES.indexOf(day) + 1;

/** The `week` such weekday of the month of `month`. */
function nthOfMonth(month: DateTime, week: WeekNumber, day: DayName): DateTime {
  if (week === 'last') {
    const end = month.endOf('month').startOf('day');
    return end.minus({ days: (end.weekday - dayNumber(day) + 7) % 7 });
  }
  const first = month.startOf('month');
  return first.plus({ days: ((dayNumber(day) - first.weekday + 7) % 7) + 7 * WEEK_NUMBERS.indexOf(week) });
}

/** The first date on or after `from` on which the repetition falls. */
export function firstDateOf(repeat: Repeat, from: string): string {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  return dateIn(repeat, start).toISODate() ?? from;
}

function dateIn(repeat: Repeat, start: DateTime): DateTime {
  switch (repeat.kind) {
    case 'daily':
      return start;
    case 'weekly': {
      const ahead = repeat.days.map((day) => (dayNumber(day) - start.weekday + 7) % 7);
      return start.plus({ days: Math.min(...ahead) });
    }
    case 'monthlyOn': {
      const inMonth = (month: DateTime) => month.set({ day: Math.min(repeat.day, month.daysInMonth ?? 28) });
      const here = inMonth(start);
      return here < start ? inMonth(start.startOf('month').plus({ months: 1 })) : here;
    }
    case 'monthlyThe': {
      const here = nthOfMonth(start, repeat.week, repeat.day);
      return here < start
        ? nthOfMonth(start.startOf('month').plus({ months: 1 }), repeat.week, repeat.day)
        : here;
    }
  }
}

/** The next date of the repetition behind `at`, which is one of them. */
export function after(repeat: Repeat, at: DateTime): DateTime {
  switch (repeat.kind) {
    case 'daily':
      return at.plus({ days: repeat.every });
    case 'weekly': {
      const inWeek = repeat.days.map(dayNumber).filter((day) => day > at.weekday);
      if (inWeek.length > 0) return at.set({ weekday: Math.min(...inWeek) as 1 });
      return at.plus({ weeks: repeat.every }).set({ weekday: Math.min(...repeat.days.map(dayNumber)) as 1 });
    }
    case 'monthlyOn': {
      const month = at.startOf('month').plus({ months: repeat.every });
      return month.set({ day: Math.min(repeat.day, month.daysInMonth ?? 28) });
    }
    case 'monthlyThe':
      return nthOfMonth(at.startOf('month').plus({ months: repeat.every }), repeat.week, repeat.day);
  }
}

/** The date of the `times`th repetition from `first`, which is one of them. */
export function lastDateOf(repeat: Repeat, first: string, times: number): string {
  let at = DateTime.fromISO(first, { zone: 'utc' });
  for (let count = 1; count < times; count++) at = after(repeat, at);
  return at.toISODate() ?? first;
}
