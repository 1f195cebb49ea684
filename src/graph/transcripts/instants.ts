import * as v from 'valibot';
import type { Interval } from '../../domain/time/types';

/** A moment as Graph writes it, as an instant. */
export const instantIn = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/i),
  v.transform((text) => Date.parse(text)),
  v.check((instant) => !Number.isNaN(instant)),
);

/** Half-open: for more than zero. */
export const overlap = (a: Interval, b: Interval): boolean => a.from < b.until && b.from < a.until;
