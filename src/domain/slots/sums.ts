import type { Candidates } from './candidates';

/** Exact sums over candidates of pieces that are linear in the start, kept as differences until they are read. */
export type LinearSums = { readonly constants: Float64Array; readonly slopes: Float64Array };

export function noSums(candidates: Candidates): LinearSums {
  return {
    constants: new Float64Array(candidates.count + 1),
    slopes: new Float64Array(candidates.count + 1),
  };
}

/** [candidate] → the sum. Whole milliseconds throughout, so nothing is rounded. */
export function readSums({ constants, slopes }: LinearSums, candidates: Candidates): Float64Array {
  const { starts, count } = candidates;
  const result = new Float64Array(count);
  const origin = count > 0 ? (starts[0] as number) : 0;
  let constant = 0;
  let slope = 0;
  for (let i = 0; i < count; i++) {
    constant += constants[i] as number;
    slope += slopes[i] as number;
    result[i] = constant + slope * ((starts[i] as number) - origin);
  }
  return result;
}

/** [candidate] → how many. */
export function readCounts(differences: Int32Array, count: number): Int32Array {
  const result = new Int32Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) result[i] = sum += differences[i] as number;
  return result;
}
