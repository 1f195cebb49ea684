import { type Failure, PortFailure } from '../../app/ports/failure';
import { throwIfAborted } from './abort';
import type { Call } from './call';
import { responseOf, sendingOf, type Step } from './chain';
import { backOffMs, retryAfterMsOf } from './retryAfter';
import type { Timing } from './timing';

/** How long one call may keep a person waiting. */
export type Patience = {
  /** All waits of one call together; a longer one fails as throttled instead of coming back early. */
  readonly waitsMs: number;
  /** Tries at most while the service is throttling; while it or the network is broken. */
  readonly throttledTries: number;
  readonly brokenTries: number;
  /** The first back-off where the service names no wait. */
  readonly baseMs: number;
};

export const PATIENCE: Patience = { waitsMs: 60_000, throttledTries: 8, brokenTries: 4, baseMs: 1000 };

/** Nothing was done, come back later; 509 is OneDrive's word for it. */
export function isThrottled(status: number): boolean {
  return status === 429 || status === 509;
}

/** Nobody knows whether it was done. */
export function isBroken(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501 && !isThrottled(status));
}

export function isRepeatable(call: Call): boolean {
  return call.method === 'GET' || call.repeatable === true;
}

/**
 * Tries again: after 429 always, since nothing was done; after a broken answer or none only what may be sent twice
 * (GC2, GC3). Never earlier than Retry-After says; when that is more than is left of patience it fails (GC4).
 */
export function retryStep(timing: Timing, patience: Patience): Step {
  return async (context, next) => {
    const sending = sendingOf(context);
    const { call, signal } = sending;
    let patienceMs = patience.waitsMs;
    for (let failures = 0; ; failures++) {
      const broken = await brokenBy(next);
      const response = broken === undefined ? responseOf(context) : undefined;
      const throttled = response !== undefined && isThrottled(response.status);
      const unclear = broken !== undefined || (response !== undefined && isBroken(response.status));
      if (!throttled && !unclear) return;

      const asked = retryAfterMsOf(response?.headers.get('retry-after'), timing.now());
      const waitMs = nextWaitMs(asked, failures, patience, timing);
      const triesLeft = failures + 1 < (throttled ? patience.throttledTries : patience.brokenTries);
      const mayRepeat = throttled || isRepeatable(call);
      const tooLong = waitMs > patienceMs;
      if (mayRepeat && triesLeft && !tooLong) {
        if (unclear) sending.uncertain++;
        patienceMs -= waitMs;
        await timing.sleep(waitMs, signal);
        throwIfAborted(signal);
        continue;
      }
      if (throttled || (mayRepeat && tooLong && asked !== undefined)) {
        throw new PortFailure({ kind: 'throttled', retryAfterMs: asked ?? waitMs });
      }
      if (broken !== undefined) throw new PortFailure(broken);
      return;
    }
  };
}

function nextWaitMs(asked: number | undefined, failures: number, patience: Patience, timing: Timing): number {
  if (asked === undefined) return backOffMs(failures, patience.baseMs, () => timing.random());
  // On top of what was asked: four requests refused together should not come back in the same instant.
  return asked + Math.round(Math.min(asked / 10 + 100, 1000) * timing.random());
}

/** What kept an answer from coming, or undefined when one came. Anything but a lost network passes through. */
async function brokenBy(next: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await next();
    return undefined;
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'offline') return error.failure;
    throw error;
  }
}
