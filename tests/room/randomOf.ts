/** Mulberry32: small, and the same on every machine. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1e9) % below;
  };
}

/** The seeds of one run: the one that somebody wants again (ROOM_SEED), or so many new ones. Each is told when it fails. */
export async function withSeeds(many: number, run: (seed: number) => Promise<void>): Promise<void> {
  const given = Number(process.env['ROOM_SEED']);
  const fresh = () => 1 + Math.floor(Math.random() * 2 ** 31);
  const seeds = Number.isSafeInteger(given) && given > 0 ? [given] : Array.from({ length: many }, fresh);
  for (const seed of seeds)
    try {
      await run(seed);
    } catch (fault) {
      throw new Error(`ROOM_SEED=${seed}`, { cause: fault });
    }
}
