import * as v from 'valibot';

/** A repetition as the service tells it: every field is filled, whether its type has it or not. */
export const RECURRENCE = v.object({
  pattern: v.object({
    type: v.string(),
    interval: v.number(),
    month: v.nullish(v.number()),
    dayOfMonth: v.nullish(v.number()),
    daysOfWeek: v.nullish(v.array(v.string())),
    firstDayOfWeek: v.nullish(v.string()),
    index: v.nullish(v.string()),
  }),
  range: v.object({
    type: v.string(),
    startDate: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
    endDate: v.nullish(v.string()),
    recurrenceTimeZone: v.nullish(v.string()),
  }),
});
export type StoredRecurrence = v.InferOutput<typeof RECURRENCE>;

type Pattern = StoredRecurrence['pattern'];
const FIELDS: Readonly<Record<string, readonly (keyof Pattern)[]>> = {
  daily: [],
  weekly: ['daysOfWeek', 'firstDayOfWeek'],
  absolutemonthly: ['dayOfMonth'],
  relativemonthly: ['daysOfWeek', 'index'],
  absoluteyearly: ['dayOfMonth', 'month'],
  relativeyearly: ['daysOfWeek', 'index', 'month'],
};

/** The same pattern to be sent again, with the fields of its type only: the service checks all that it gets. */
export function patternSentAgain(pattern: Pattern): Readonly<Record<string, unknown>> {
  const { type, interval } = pattern;
  const rest = (FIELDS[type.toLowerCase()] ?? []).map((name) => [name, pattern[name]]);
  return { type, interval, ...Object.fromEntries(rest) };
}
