import { dated, numeric, type Rule } from './dayRules';

/** Dates in figures, the same in both languages but for the order of a country. */
export const numberRules = (monthFirst: boolean, mark: string): readonly Rule[] => [
  {
    mark,
    core: '(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})',
    day: ({ year, month, day }, today) => dated({ year, month: Number(month), day: Number(day) }, today),
  },
  {
    mark,
    // With full stops two figures would be a version, not a year.
    core: '(?<a>\\d{1,2})(?:/(?<b>\\d{1,2})/(?<year>\\d{4}|\\d{2}))',
    day: (said, today) => numeric(said, monthFirst, today),
  },
  {
    mark,
    core: '(?<a>\\d{1,2})(?<unit>[.-])(?<b>\\d{1,2})\\k<unit>(?<year>\\d{4})',
    day: (said, today) => numeric(said, monthFirst, today),
  },
  {
    mark,
    bare: 'end',
    // Round the clock is no day.
    core: '(?!24/7(?!\\d))(?<a>\\d{1,2})/(?<b>\\d{1,2})',
    day: (said, today) => numeric(said, monthFirst, today),
  },
];
