/** A set of whole numbers, 32 to a word. */
export type Bits = Uint32Array;

export function noBits(count: number): Bits {
  return new Uint32Array((count + 31) >>> 5);
}

export function hasBit(bits: Bits, i: number): boolean {
  return (((bits[i >>> 5] as number) >>> (i & 31)) & 1) === 1;
}

/** Adds `first` … `end` - 1. */
export function fillBits(bits: Bits, first: number, end: number): void {
  if (first >= end) return;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (firstWord === lastWord) {
    (bits[firstWord] as number) |= head & tail;
    return;
  }
  (bits[firstWord] as number) |= head;
  for (let word = firstWord + 1; word < lastWord; word++) bits[word] = 0xffffffff;
  (bits[lastWord] as number) |= tail;
}
