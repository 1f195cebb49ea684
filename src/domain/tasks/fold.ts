/** A text as it is compared when somebody looks for it: case, accents and runs of white space do not count. */
export function fold(text: string): string {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  // Most words have nothing to take apart.
  return /^[ -~]*$/.test(plain) ? plain : plain.normalize('NFD').replace(/\p{M}/gu, '');
}
