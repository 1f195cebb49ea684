/** A text as it is compared when somebody looks for it: case, accents and runs of white space do not count. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
