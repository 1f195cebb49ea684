import type { CalendarDay } from '../../domain/time/types';
import type { Cancellation } from './cancellation';

/** Public holidays, from tables generated at build time. Contract: tests/contracts/holidaysContract.ts */
export interface Holidays {
  /** Countries that have a table, and the regions of each. */
  countries(cancel: Cancellation): Promise<readonly Country[]>;
  /** The holidays of a country (and region) with `from` ≤ date < `until`, sorted; none for an unknown country. */
  of(
    country: string,
    region: string | undefined,
    from: CalendarDay,
    until: CalendarDay,
    cancel: Cancellation,
  ): Promise<readonly Holiday[]>;
}

export type Country = {
  /** ISO 3166-1, upper case. */
  readonly code: string;
  /** The part of ISO 3166-2 behind the hyphen, and its name in the country's own language. */
  readonly regions: readonly { readonly code: string; readonly name: string }[];
};

export type Holiday = {
  readonly date: CalendarDay;
  /** In the country's own language. */
  readonly name: string;
};
