/** How long anything may take that a loaded machine does slowly; only what never comes is waited for so long. */
const PATIENCE_MS = 40_000;

/** Waits until it is so. What never comes ends the waiting without a fault: what the test expects then tells what is there instead. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  // What takes longer is asked for less often: asking costs, too.
  for (let pause = 5; !(await isSo()) && performance.now() < end; pause = Math.min(100, 1.5 * pause))
    await new Promise((go) => setTimeout(go, pause));
}
