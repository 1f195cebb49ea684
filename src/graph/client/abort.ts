import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { Timing } from './timing';

/** The port's cancellation as the platform's signal. `release` must be called when the work is over. */
export function signalOf(cancel: Cancellation): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const release = cancel.onCancel(() => controller.abort());
  return { signal: controller.signal, release };
}

export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new PortFailure({ kind: 'cancelled' });
}

/** The promise's outcome, or failure with cancelled as soon as `signal` aborts; for work that cannot be stopped itself. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  throwIfAborted(signal);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new PortFailure({ kind: 'cancelled' }));
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Waits; fails with cancelled as soon as somebody cancels. */
export async function pause(ms: number, cancel: Cancellation, timing: Timing): Promise<void> {
  const { signal, release } = signalOf(cancel);
  try {
    await timing.sleep(ms, signal);
    throwIfAborted(signal);
  } finally {
    release();
  }
}
