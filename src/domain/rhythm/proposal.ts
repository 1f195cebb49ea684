import type { RhythmChange } from './followUp';
import type { Instant } from '../time/types';

/** What would help a rhythm that fades, and why: the facts that speak for it, as data. */
export type Proposal = {
  /** Stable while the facts are: a proposal that was put away stays so. */
  readonly key: string;
  readonly kind: 'shorten' | 'fortnightly' | 'otherTime' | 'fewer' | 'short' | 'renewal';
  /** Null where the search has to be asked first, for another time or a renewal. */
  readonly change: RhythmChange | null;
  readonly why: {
    /** Of the last so many sessions that were not paused. */
    readonly skipped: number;
    readonly of: number;
    readonly late?: number;
    readonly withoutQuorum?: number;
    /** Areas that lacked their minimum most. */
    readonly areas?: readonly string[];
    readonly people?: readonly string[];
    readonly period?: { readonly area: string; readonly label: string };
    /** Start of the last session, where the series ends soon. */
    readonly last?: Instant;
    readonly left?: number;
  };
};
