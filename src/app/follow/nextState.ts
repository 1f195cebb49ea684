import type { Instant } from '../../domain/time/types';
import type { BreakView, NextView } from './followView';

/** The slice of the next session: what calendars and search have told, by the series' id. */
export type NextState = {
  readonly of: string | null;
  /** The session that the forecast is about, by its original start. */
  readonly session?: Instant;
  readonly forecast: NextView['forecast'];
  /** Whether somebody has asked for it is the view's to say. */
  readonly breaks: readonly BreakView[];
  readonly looked: number;
};

export const NO_NEXT: NextState = { of: null, forecast: null, breaks: [], looked: 0 };
