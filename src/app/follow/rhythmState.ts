import type { ProposalView } from './followView';

/** The slice of the rhythm. */
export type RhythmState = {
  readonly months: number;
  /** What the search found, by the proposal's key. */
  readonly options: Readonly<Record<string, NonNullable<ProposalView['options']>>>;
  /** Keys of proposals that were put away on this device for now. */
  readonly away: readonly string[];
};

export const NO_RHYTHM: RhythmState = { months: 6, options: {}, away: [] };
