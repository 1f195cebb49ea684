import type { Instant } from '../../domain/time/types';

/** The one address of "now". */
export interface Clock {
  now(): Instant;
}

/** The one address of randomness. */
export interface Ids {
  /** A fresh random UUID, lower case. */
  next(): string;
}
