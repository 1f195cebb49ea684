import { sendingOf, type Step } from './chain';
import type { FairQueue } from './fairQueue';

/** Outlook answers 429 to the fifth request at a time on one mailbox (Graph throttling limits, "Outlook service limits"). */
export const REQUESTS_AT_A_TIME = 4;

/** Waits for a place before each try and gives it back after; waiting between tries takes no place (GC1). */
export function concurrencyStep(queue: FairQueue): Step {
  return async (context, next) => {
    const { operation, signal } = sendingOf(context);
    const leave = await queue.enter(operation, signal);
    try {
      await next();
    } finally {
      leave();
    }
  };
}
