import type { Timing } from '../../src/graph/client/timing';

type Sleeper = { readonly due: number; wake(): void };

/** A clock that stands still until everybody waits for it, then jumps to the first who wakes. No test really sleeps. */
export type VirtualTiming = Timing & {
  /** Lets time pass until `work` has ended, and answers with its outcome. */
  settle<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass to `instant` and everything due until then happen. */
  until(instant: number): Promise<void>;
};

/** Lets everything happen that needs no time. */
export async function idle(): Promise<void> {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
}

/** Mulberry32: small, seeded, good enough to spread waits. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function virtualTiming(start = Date.UTC(2026, 10, 23, 9), seed = 1): VirtualTiming {
  const random = seeded(seed);
  const sleepers = new Set<Sleeper>();
  let now = start;

  const first = () => [...sleepers].sort((a, b) => a.due - b.due)[0];
  const jump = (sleeper: Sleeper) => {
    now = Math.max(now, sleeper.due);
    sleeper.wake();
  };

  return {
    now: () => now,
    random,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper: Sleeper = {
          due: now + ms,
          wake() {
            sleepers.delete(sleeper);
            signal.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener('abort', sleeper.wake);
      });
    },
    async settle(work) {
      let ended = false;
      const end = () => {
        ended = true;
      };
      work.then(end, end);
      for (let stuck = 0; !ended;) {
        await idle();
        const next = first();
        if (ended) break;
        if (next !== undefined) jump(next);
        else if (++stuck > 200) throw new Error('nobody waits for the clock, and the work does not end');
      }
      return work;
    },
    async until(instant) {
      await idle();
      for (let next = first(); next !== undefined && next.due <= instant; next = first()) {
        jump(next);
        await idle();
      }
      now = Math.max(now, instant);
    },
  };
}
