import type { Cancellation } from './ports/cancellation';

/** A cancellation and the switch for it. Cancelling twice is cancelling once. */
export function cancellable(): Cancellation & { cancel(): void } {
  const listeners = new Set<() => void>();
  let cancelled = false;
  return {
    get cancelled() {
      return cancelled;
    },
    onCancel(run) {
      if (cancelled) run();
      else listeners.add(run);
      return () => listeners.delete(run);
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      for (const run of listeners) run();
      listeners.clear();
    },
  };
}
