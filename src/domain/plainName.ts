/** Marks that turn the direction of what follows them, across the sentence in which a name is shown. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** The longest name that a series' file holds. */
export const LONGEST_NAME = 200;

/** The text without the marks that would turn the words around it. */
export const unturned = (text: string): string => text.replace(TURNING, '');

/** A name of the directory as it can be shown in a line and kept in a file: one line, and no novel. */
export function plainName(text: string): string {
  const line = unturned(text.slice(0, 10 * LONGEST_NAME))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (line.length <= LONGEST_NAME) return line;
  // Not half a character at the cut.
  return `${line.slice(0, LONGEST_NAME - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
