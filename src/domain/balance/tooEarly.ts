/** No share is shown and no word is said before so much speech; milliseconds. A file of its own: the panel's first script needs no more. */
export const TOO_EARLY = 10 * 60_000;
