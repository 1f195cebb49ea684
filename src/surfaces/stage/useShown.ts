import { useSyncExternalStore } from 'react';

const LOW = '(max-height: 500px)';

const isLow = (): boolean => typeof matchMedia === 'function' && matchMedia(LOW).matches;

function watch(run: () => void): () => void {
  if (typeof matchMedia !== 'function') return () => undefined;
  const list = matchMedia(LOW);
  list.addEventListener('change', run);
  return () => list.removeEventListener('change', run);
}

/** How many of each the stage shows: a low one has room for three. */
export const useShown = (): number => (useSyncExternalStore(watch, isLow) ? 3 : 5);
