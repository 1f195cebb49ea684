import { Refusal } from '../refusal';
import { LEAST_ANSWERS, type Pulse, type PulseAnswer, type PulseCount } from '../rhythm/pulse';
import type { PersonId } from './types';

/** What everybody sees of the answers; the counts only once there are enough that nobody is guessed. */
export type PulseState = { readonly answers: number; readonly counts: Pulse | null };

/** What the server alone knows: who has answered, and the counts. No answer stands beside a person. */
export type PulseKept = { readonly answered: readonly PersonId[]; readonly counts: Pulse };

export type Answers = { readonly worth: PulseAnswer; readonly said: PulseAnswer };

const NONE: PulseCount = { yes: 0, partly: 0, no: 0 };
const NOBODY: PulseKept = { answered: [], counts: { worth: NONE, said: NONE } };
const UNASKED: PulseState = { answers: 0, counts: null };

/** The pulse with one person's answers; refuses a second time: the first ones count. */
export function answeredBy(
  shown: PulseState = UNASKED,
  kept: PulseKept = NOBODY,
  { worth, said }: Answers,
  by: PersonId,
): { readonly shown: PulseState; readonly kept: PulseKept } {
  if (kept.answered.includes(by)) throw new Refusal('meeting/answered');
  const counts = { worth: oneMore(kept.counts.worth, worth), said: oneMore(kept.counts.said, said) };
  const answered = [...kept.answered, by];
  return {
    // A device that shows its own answer at once does not know the others': what it saw stays until the server says more.
    shown: {
      answers: shown.answers + 1,
      // What one more answer changes would be that person's: never fewer than so many come to the others at once.
      counts: answered.length % LEAST_ANSWERS === 0 ? counts : shown.counts,
    },
    kept: { answered, counts },
  };
}

const oneMore = (count: PulseCount, answer: PulseAnswer): PulseCount => ({
  ...count,
  [answer]: count[answer] + 1,
});
