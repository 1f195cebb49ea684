import type { Clock } from '../../app/ports/clock';
import type { Instant } from '../../domain/time/types';

/** Time and chance, as values: tests bring a clock that jumps and a seeded die. */
export interface Timing {
  now(): Instant;
  /** 0 ≤ … < 1 */
  random(): number;
  /** Resolves after `ms`, or as soon as `signal` aborts; it never rejects, the sleeper looks at the signal. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The timing of the machine it runs on. */
export function realTiming(clock: Clock, random: () => number): Timing {
  return {
    now: () => clock.now(),
    random,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        signal.addEventListener('abort', wake);
      });
    },
  };
}
