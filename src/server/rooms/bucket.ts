/** Lets so many through at once and so many a second after that. A clock that is set back takes nothing away. */
export function tokenBucket(burst: number, perSecond: number, milliseconds: () => number): () => boolean {
  let left = burst;
  let at = milliseconds();
  return () => {
    const now = milliseconds();
    left = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
