/**
 * Brings something once, for everybody who asks: the first ask says how. Not brought (no network, most often), it is
 * forgotten, so that the next ask brings it anew; a kept refusal would be one for good.
 */
export function broughtOnce<A extends readonly unknown[], T>(
  bring: (...how: A) => Promise<T>,
): (...how: A) => Promise<T> {
  let brought: Promise<T> | undefined;
  return (...how) => {
    brought ??= bring(...how).catch((error: unknown) => {
      brought = undefined;
      throw error;
    });
    return brought;
  };
}
