export type Memory = { readonly seconds: number; readonly rssBytes: number; readonly heapBytes: number };

export type Verdict = {
  /** Bytes a second, by the line of least squares after the warm-up. */
  readonly rssSlope: number;
  readonly heapSlope: number;
  /** Medians of the first and of the last third after the warm-up. */
  readonly rss: readonly [number, number];
  readonly heap: readonly [number, number];
  readonly flat: boolean;
};

/** Grown by less than this from the first to the last third counts as flat: a collection more or less is as much. */
const FLAT = 0.05;

/** Whether memory stays where it is once a server is warm. Refuses fewer than nine samples after the warm-up. */
export function verdictOf(all: readonly Memory[], warmSeconds: number): Verdict {
  const samples = all.filter(({ seconds }) => seconds >= warmSeconds);
  if (samples.length < 9)
    throw new Error('too short a time to tell: nine samples after the warm-up are the least');
  const third = Math.floor(samples.length / 3);
  const of = (which: 'rssBytes' | 'heapBytes') => ({
    slope: slopeOf(samples.map((one) => [one.seconds, one[which]])),
    thirds: [medianOf(samples.slice(0, third), which), medianOf(samples.slice(-third), which)] as const,
  });
  const [rss, heap] = [of('rssBytes'), of('heapBytes')];
  const grown = ([first, last]: readonly [number, number]) => last / first - 1;
  return {
    rssSlope: rss.slope,
    heapSlope: heap.slope,
    rss: rss.thirds,
    heap: heap.thirds,
    flat: grown(rss.thirds) < FLAT && grown(heap.thirds) < FLAT,
  };
}

function medianOf(samples: readonly Memory[], which: 'rssBytes' | 'heapBytes'): number {
  const sorted = samples.map((one) => one[which]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
