import { useSyncExternalStore } from 'react';
import type { Readable } from '../../app/ports/composeHost';

/** The value of something that can be watched, drawn anew whenever it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(
    (onChange) => readable.subscribe(onChange),
    () => readable.get(),
  );
}
