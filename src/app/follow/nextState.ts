import type { BreakView, NextView } from './followView';

/** The slice of the next session: what calendars and search have told, by the series' id. */
export type NextState = {
  readonly of: string | null;
  readonly forecast: NextView['forecast'];
  readonly breaks: readonly BreakView[];
  readonly looked: number;
};

export const NO_NEXT: NextState = { of: null, forecast: null, breaks: [], looked: 0 };
