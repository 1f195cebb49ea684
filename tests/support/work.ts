/** Milliseconds of work that this process did meanwhile; what other processes of a loaded machine do does not count. */
export function workOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same of work that goes on while it is waited for. */
export async function workOfAll(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The work of a whole over that of its part done so many times: near 1 where work grows with the length, near `times`
 * where it grows with its square. The least of ten, for a disturbed measuring is only ever too high; the first below
 * `enough` ends it.
 */
export function growth(times: number, enough: number, part: () => void, whole: () => void): number {
  let least = Infinity;
  for (let nth = 0; nth < 10 && least >= enough; nth++) {
    const parts = workOf(() => {
      for (let one = 0; one < times; one++) part();
    });
    least = Math.min(least, workOf(whole) / parts);
  }
  return least;
}
