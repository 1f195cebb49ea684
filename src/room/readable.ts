import type { Readable } from '../app/ports/composeHost';

/** A value made when it is asked for, and the same one until `changed` is said. */
export function lazily<T>(make: () => T): Readable<T> & { readonly changed: () => void } {
  const listeners = new Set<() => void>();
  let value: { readonly of: T } | null = null;
  return {
    get: () => (value ??= { of: make() }).of,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    changed() {
      value = null;
      [...listeners].forEach((tell) => tell());
    },
  };
}
