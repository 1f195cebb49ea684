import type { Instant } from '../time/types';
import { FOLLOW_UP } from './followUp';
import type { Series } from './series';
import type { Session } from './sessions';

/**
 * The answers to "was it worth the time?" and "could you say what you wanted?" after a session, counted. No answer has a
 * name beside it, and fewer than three are shown to nobody.
 */
export type Pulse = {
  readonly worth: PulseCount;
  readonly said: PulseCount;
};

export type PulseAnswer = 'yes' | 'partly' | 'no';
export type PulseCount = Readonly<Record<PulseAnswer, number>>;

/** So many answers, or nobody sees any. */
export const LEAST_ANSWERS = 3;
/** Each fourth held session asks. */
export const PULSE_EVERY = 4;

/** Whether a session ends with the two questions: each fourth of those that are held, where the series asks (RY13). */
export function pulseDue(series: Series, sessions: readonly Session[], original: Instant): boolean {
  if (!(series.followUp ?? FOLLOW_UP).pulse) return false;
  const before = sessions.filter((one) => one.state === 'held' && one.original < original);
  return (before.length + 1) % PULSE_EVERY === 0;
}
