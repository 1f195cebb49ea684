/** A stream of numbers from 0 up to 1, the same for the same words. */
export type Random = () => number;

/** Mulberry32 over an FNV-1a hash of the words: plenty for a demo, nothing for secrets. */
export function randomOf(...words: readonly (string | number)[]): Random {
  let state = 2166136261;
  for (const char of words.join('|')) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of them; an empty list is a mistake of the caller. */
export function pick<T>(random: Random, of: readonly T[]): T {
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
