import { badRequest } from '../http/errors';
import { type Json, memberOf, Reader } from '../http/body';
import { zoneNamed } from '../zones';
import { DAYS, type DayOfWeek, type Pattern, type Range, type Recurrence } from './model';

const TYPES = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
] as const;
const RANGES = ['endDate', 'noEnd', 'numbered'] as const;
const INDEXES = ['first', 'second', 'third', 'fourth', 'last'] as const;
const MOST_OCCURRENCES = 999;

export const invalid = (why: string): Error =>
  badRequest(`At least one property failed validation. ${why}`, 'ErrorPropertyValidationFailure');

/** The repetition in a request; `startDate` is the date on which the event itself starts, under `zoneName`. */
export function recurrenceOf(value: Json, startDate: string, zoneName: string): Recurrence {
  const reader = new Reader(value, 'patternedRecurrence', ['pattern', 'range']);
  const pattern = reader.object('pattern');
  const range = reader.object('range');
  if (pattern === undefined || range === undefined) throw invalid('Recurrence needs a pattern and a range.');
  return { pattern: patternOf(pattern), range: rangeOf(range, startDate, zoneName) };
}

function patternOf(value: Json): Pattern {
  const reader = new Reader(value, 'recurrencePattern', [
    'type',
    'interval',
    'month',
    'dayOfMonth',
    'daysOfWeek',
    'firstDayOfWeek',
    'index',
  ]);
  const type = reader.member('type', TYPES);
  const interval = reader.whole('interval');
  if (type === undefined || interval === undefined) throw invalid('Pattern needs type and interval.');
  const daysOfWeek = (reader.texts('daysOfWeek') ?? []).map((day): DayOfWeek =>
    memberOf(day, DAYS, 'microsoft.graph.dayOfWeek'),
  );
  const month = reader.whole('month') ?? 0;
  const dayOfMonth = reader.whole('dayOfMonth') ?? 0;
  if (interval < 1 || interval > (type === 'daily' ? 999 : 99)) throw invalid('Pattern.Interval');
  // Fields that do not belong to the type are checked all the same.
  if (month < 0 || month > 12) throw invalid('Pattern.Month');
  if (dayOfMonth < 0 || dayOfMonth > 31) throw invalid('Pattern.DayOfMonth');
  if ((type === 'weekly' || type.startsWith('relative')) && daysOfWeek.length === 0)
    throw invalid('Pattern.DaysOfWeek');
  if (type.startsWith('absolute') && dayOfMonth === 0) throw invalid('Pattern.DayOfMonth');
  if (type.endsWith('Yearly') && month === 0) throw invalid('Pattern.Month');
  return {
    type,
    interval,
    month,
    dayOfMonth,
    daysOfWeek: [...new Set(daysOfWeek)],
    firstDayOfWeek: reader.member('firstDayOfWeek', DAYS) ?? 'sunday',
    index: reader.member('index', INDEXES) ?? 'first',
  };
}

function rangeOf(value: Json, starts: string, eventZone: string): Range {
  const reader = new Reader(value, 'recurrenceRange', [
    'type',
    'startDate',
    'endDate',
    'numberOfOccurrences',
    'recurrenceTimeZone',
  ]);
  const type = reader.member('type', RANGES);
  const startDate = dateOf(reader, 'startDate');
  const endDate = dateOf(reader, 'endDate');
  const numberOfOccurrences = reader.whole('numberOfOccurrences');
  const zoneName = reader.text('recurrenceTimeZone') ?? eventZone;
  zoneNamed(zoneName);
  if (type === undefined || startDate === undefined) throw invalid('Range needs type and startDate.');
  if (startDate !== starts) throw invalid('Range.StartDate must be the date of the start of the event.');
  switch (type) {
    case 'endDate':
      if (endDate === undefined || endDate < startDate) throw invalid('Range.EndDate');
      return { type, startDate, endDate, zoneName };
    case 'numbered':
      if (
        numberOfOccurrences === undefined ||
        numberOfOccurrences < 1 ||
        numberOfOccurrences > MOST_OCCURRENCES
      )
        throw invalid('Range.NumberOfOccurrences');
      return { type, startDate, numberOfOccurrences, zoneName };
    case 'noEnd':
      return { type, startDate, zoneName };
  }
}

function dateOf(reader: Reader, name: string): string | undefined {
  const text = reader.text(name);
  if (text === undefined || text === '0001-01-01') return undefined;
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text)
    throw badRequest(
      `Cannot convert the literal '${text}' to the expected type 'Edm.Date'.`,
      'RequestBodyRead',
    );
  return text;
}
