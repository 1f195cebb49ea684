/** Bytes of a file that are read. */
export const LONGEST_FILE = 16 * 1024 * 1024;
