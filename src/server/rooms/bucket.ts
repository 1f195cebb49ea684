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

const MOST_REMEMBERED = 10_000;

/** A bucket for each person. Who has not asked for as long as theirs takes to fill is forgotten when there are many. */
export function bucketOfEach(
  burst: number,
  perSecond: number,
  milliseconds: () => number,
): (person: string) => boolean {
  const idleMs = (burst / perSecond) * 1000;
  const asking = new Map<string, { readonly may: () => boolean; at: number }>();
  return (person) => {
    const at = milliseconds();
    if (asking.size >= MOST_REMEMBERED)
      for (const [id, one] of asking) if (at - one.at > idleMs) asking.delete(id);
    const known = asking.get(person) ?? { may: tokenBucket(burst, perSecond, milliseconds), at };
    known.at = at;
    asking.set(person, known);
    return known.may();
  };
}
