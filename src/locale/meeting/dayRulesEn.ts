import {
  anyOf,
  coming,
  comingFriday,
  dated,
  dayOfMonth,
  days,
  endOfMonth,
  endOfNamed,
  endOfQuarter,
  endOfWeek,
  inWeek,
  months,
  type DayGrammar,
  type Said,
} from './dayRules';
import { lastOfMonth, mondayOf, yearOf, type DayNumber } from './civil';
import { numberRules } from './numberRules';

const WEEKDAYS = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 };
const SHORT_WEEKDAYS = { mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7 };
const EVERY_WEEKDAY: Readonly<Record<string, number>> = { ...WEEKDAYS, ...SHORT_WEEKDAYS };
const FULL_MONTHS = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
};
/** Words of their own before a number: "may 4 people join". */
const { march: _march, may: _may, ...CLEAR_MONTHS } = FULL_MONTHS;
const SHORT_MONTHS = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const MONTHS: Readonly<Record<string, number>> = { ...FULL_MONTHS, ...SHORT_MONTHS };
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};
const DAYS_IN: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

const ON = 'on|for|this|this coming|coming';
const UNIT = '(?<unit>day|week|fortnight|month)s?';

const weekday = ({ week = '' }: Said) => EVERY_WEEKDAY[week] ?? 0;
const date = (said: Said, today: DayNumber) =>
  dated(
    {
      day: Number(said.day),
      month: MONTHS[said.month ?? ''] ?? 0,
      year: said.year,
      weekday: said.week === undefined ? undefined : weekday(said),
    },
    today,
  );
const later = ({ n = '', unit = '' }: Said, today: DayNumber) => {
  const many = NUMBERS[n] ?? Number(n);
  return unit === 'month' ? months(many, today) : days((DAYS_IN[unit] ?? 0) * many, today);
};
const monthThenDay = (of: Readonly<Record<string, number>>) =>
  `(?:(?<week>${anyOf(EVERY_WEEKDAY)})\\.?,? )?(?<month>${anyOf(of)})\\.? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?`;

/** Days as English says them. */
export const dayGrammarEn = (monthFirst: boolean): DayGrammar => ({
  by: 'by|before|no(?:t)? later than|until|till|due(?: on| by)?:?|deadline:?',
  notBefore:
    'of|the|on|this|next|coming|every|each|all|last|past|previous|since|from|after|black|good|cyber|easter|in|within|a|an',
  notBehind: "(?:['’]s| morning report| (?:quarter|floor|time|of)(?![\\p{L}\\p{N}])| ?%)",
  tail: ' (?:at the latest|latest)',
  rules: [
    ...numberRules(monthFirst, ON),
    { mark: ON, core: monthThenDay({ ...CLEAR_MONTHS, ...SHORT_MONTHS }), day: date },
    { mark: ON, bare: 'end', core: monthThenDay({ may: 5, march: 3 }), day: date },
    {
      mark: ON,
      bare: 'end',
      core: `(?:(?<week>${anyOf(EVERY_WEEKDAY)})\\.?,? )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${anyOf(MONTHS)})\\.?(?:,? (?<year>\\d{4}))?`,
      day: date,
    },
    {
      mark: ON,
      bare: 'end',
      core: '(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)',
      day: ({ day }, today) => dayOfMonth(Number(day), today),
    },
    {
      mark: 'on|for',
      core: `(?:(?<week>${anyOf(WEEKDAYS)}),? (?:of )?next week)`,
      day: (said, today) => inWeek(weekday(said), 1, today),
    },
    {
      core: `next week,? (?:on )?(?<week>${anyOf(WEEKDAYS)})`,
      day: (said, today) => inWeek(weekday(said), 1, today),
    },
    {
      mark: 'on|for',
      core: `next (?<week>${anyOf(EVERY_WEEKDAY)})`,
      day: (said, today) => inWeek(weekday(said), 1, today),
    },
    {
      mark: 'on|for',
      core: `(?<week>${anyOf(WEEKDAYS)}),? (?:of )?this week`,
      day: (said, today) => inWeek(weekday(said), 0, today),
    },
    {
      core: `a week (?:on|from) (?<week>${anyOf(WEEKDAYS)})`,
      day: (said, today) => coming(weekday(said), today) + 7,
    },
    {
      mark: ON,
      bare: 'end',
      core: `(?<week>${anyOf(WEEKDAYS)})`,
      day: (said, today) => coming(weekday(said), today),
    },
    {
      mark: ON,
      bare: 'never',
      core: `(?<week>${anyOf(SHORT_WEEKDAYS)})\\.?`,
      day: (said, today) => coming(weekday(said), today),
    },
    { core: 'today|tonight', day: (_, today) => today },
    { core: 'tomorrow', day: (_, today) => today + 1 },
    { core: '(?:the )?day after tomorrow', day: (_, today) => today + 2 },
    { core: `(?:in|within) (?<n>\\d{1,3}|${anyOf(NUMBERS)}) ${UNIT}`, day: later },
    { core: `(?<n>\\d{1,3}|${anyOf(NUMBERS)}) ${UNIT} from (?:now|today)`, day: later },
    {
      core: '(?:at )?(?:the )?end of (?:the |this )?(?<unit>month|quarter|year)',
      day: endOf,
    },
    { core: '(?<unit>month|quarter|year)[ -]end|eo(?<n>[mqy])', day: endOf },
    { core: '(?:at )?(?:the )?end of next month', day: (_, today) => endOfMonth(1, today) },
    { core: '(?:at )?(?:the )?end of next week', day: (_, today) => endOfWeek(1, today) },
    {
      core: '(?:at )?(?:the )?end of (?:the |this )?week|eow',
      day: (_, today) => comingFriday(today),
    },
    { bare: 'never', core: '(?:the )?weekend', day: (_, today) => comingFriday(today) },
    {
      core: `(?:at )?(?:the )?end of (?<month>${anyOf(FULL_MONTHS)})`,
      day: ({ month = '' }, today) => endOfNamed(MONTHS[month] ?? 0, today),
    },
    {
      core: 'next week',
      day: ({ by }, today) => (by === 'before' ? Math.max(today, mondayOf(today) + 4) : endOfWeek(1, today)),
    },
    { core: 'this week', day: (_, today) => endOfWeek(0, today) },
    { core: 'next month', day: ({ by }, today) => endOfMonth(by === 'before' ? 0 : 1, today) },
    { core: 'this month', day: (_, today) => endOfMonth(0, today) },
  ],
});

function endOf({ unit, n }: Said, today: DayNumber): DayNumber {
  const [first] = unit ?? n ?? '';
  if (first === 'm') return endOfMonth(0, today);
  return first === 'q' ? endOfQuarter(today) : lastOfMonth(yearOf(today), 12);
}
