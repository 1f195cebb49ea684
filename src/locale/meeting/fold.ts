/** One line in composed letters, blanks in a row as one. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Without accents and case, each unit in its old place: what is found here can be cut out there. */
export function folded(text: string): string {
  let out = '';
  for (const letter of text) {
    const bare = letter
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    out += bare.length === letter.length ? bare : letter;
  }
  return out;
}
