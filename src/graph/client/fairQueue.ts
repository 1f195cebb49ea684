import { PortFailure } from '../../app/ports/failure';

/** Lets at most `limit` run at a time; lanes take turns, first come first served within a lane. */
export type FairQueue = {
  /** Resolves with the way to give the place back; fails with cancelled when `signal` aborts while waiting. */
  enter(lane: object, signal: AbortSignal): Promise<() => void>;
};

export function fairQueue(limit: number): FairQueue {
  // A map keeps its order: the first lane is the next to be served and goes to the end afterwards.
  const lanes = new Map<object, Set<() => void>>();
  let running = 0;

  const serve = (): void => {
    while (running < limit) {
      const first = lanes.entries().next().value;
      if (first === undefined) return;
      const [lane, waiting] = first;
      lanes.delete(lane);
      const admit = waiting.values().next().value;
      if (admit === undefined) continue;
      waiting.delete(admit);
      if (waiting.size > 0) lanes.set(lane, waiting);
      running++;
      admit();
    }
  };

  const leave = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      running--;
      serve();
    };
  };

  return {
    enter(lane, signal) {
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          const waiting = lanes.get(lane);
          waiting?.delete(admit);
          if (waiting?.size === 0) lanes.delete(lane);
          reject(new PortFailure({ kind: 'cancelled' }));
        };
        const admit = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(leave());
        };
        if (signal.aborted) return giveUp();
        signal.addEventListener('abort', giveUp, { once: true });
        lanes.set(lane, (lanes.get(lane) ?? new Set()).add(admit));
        serve();
      });
    },
  };
}
