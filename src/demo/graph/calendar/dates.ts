import { DAYS, type Pattern, type Recurrence } from './model';

const DAY_MS = 86_400_000;
const INDEXES = ['first', 'second', 'third', 'fourth'];
/** Further than any calendar looks. */
const MOST_DATES = 5000;

const weekdayOf = (day: number): number => new Date(day).getUTCDay();
export const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`);
export const dateOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** The dates of a series in order, as midnights in local milliseconds, up to `last`; its own end counts. */
export function* datesOf({ pattern, range }: Recurrence, last: number): Generator<number> {
  const start = dayOf(range.startDate);
  const end = range.endDate === undefined ? last : Math.min(last, dayOf(range.endDate));
  const most = range.numberOfOccurrences ?? MOST_DATES;
  let count = 0;
  for (const day of matches(pattern, start)) {
    if (day > end || count >= most) return;
    count++;
    yield day;
  }
}

/** All dates of a pattern from `start` on, without an end. */
function* matches(pattern: Pattern, start: number): Generator<number> {
  switch (pattern.type) {
    case 'daily':
      for (let day = start; ; day += pattern.interval * DAY_MS) yield day;
    case 'weekly':
      return yield* weeks(pattern, start);
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return yield* months(pattern, start, pattern.interval, undefined);
    case 'absoluteYearly':
    case 'relativeYearly':
      return yield* months(pattern, start, 12 * pattern.interval, pattern.month);
  }
}

function* weeks({ interval, daysOfWeek, firstDayOfWeek }: Pattern, start: number): Generator<number> {
  const first = DAYS.indexOf(firstDayOfWeek);
  const offsets = daysOfWeek.map((name) => (DAYS.indexOf(name) - first + 7) % 7).sort((a, b) => a - b);
  let week = start - ((weekdayOf(start) - first + 7) % 7) * DAY_MS;
  for (; ; week += interval * 7 * DAY_MS) {
    for (const offset of offsets) if (week + offset * DAY_MS >= start) yield week + offset * DAY_MS;
  }
}

function* months(pattern: Pattern, start: number, step: number, only: number | undefined): Generator<number> {
  const from = new Date(start);
  const month = only === undefined ? from.getUTCMonth() : only - 1;
  for (let at = 0; at < MOST_DATES * 12; at += step) {
    const day = inMonth(pattern, from.getUTCFullYear(), month + at);
    if (day >= start) yield day;
  }
}

/** Exchange takes the last day of a month that is too short. */
function inMonth({ type, dayOfMonth, daysOfWeek, index }: Pattern, year: number, month: number): number {
  const first = Date.UTC(year, month, 1);
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  if (type.startsWith('absolute')) return first + (Math.min(dayOfMonth, days) - 1) * DAY_MS;
  const wanted = Array.from({ length: days }, (_, nth) => first + nth * DAY_MS).filter((day) =>
    daysOfWeek.some((name) => DAYS.indexOf(name) === weekdayOf(day)),
  );
  return (index === 'last' ? wanted.at(-1) : wanted[INDEXES.indexOf(index)]) ?? first;
}
