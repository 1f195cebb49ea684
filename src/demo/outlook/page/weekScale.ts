/** What the week shows of a day. */
export const FIRST_HOUR = 7;
export const LAST_HOUR = 21;
export const HOUR_PX = 48;
