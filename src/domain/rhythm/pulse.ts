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
