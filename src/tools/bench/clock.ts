/** One line of bench.json. */
export type Row = {
  readonly name: string;
  readonly ours: number;
  readonly peer: string;
  readonly theirs: number;
  readonly unit: string;
  readonly ratio: number;
};

/** Both sides in turns, `pairs` times after some to warm up; medians, the ratio that of the pairs. */
export function paired(
  name: string,
  ours: () => unknown,
  peer: string,
  theirs: () => unknown,
  pairs = 31,
): Row {
  const own: number[] = [];
  const other: number[] = [];
  for (let i = -Math.min(15, pairs); i < pairs; i++) {
    // Whoever goes second finds the other's garbage: they take turns.
    const ownFirst = i % 2 === 0;
    const first = timeOf(ownFirst ? ours : theirs);
    const second = timeOf(ownFirst ? theirs : ours);
    if (i < 0) continue;
    own.push(ownFirst ? first : second);
    other.push(ownFirst ? second : first);
  }
  const ratio = median(own.map((value, i) => value / (other[i] as number)));
  return {
    name,
    ours: round(median(own)),
    peer,
    theirs: round(median(other)),
    unit: 'ms',
    ratio: round(ratio),
  };
}

export function timeOf(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/** Three figures are as many as such measures are worth. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
