/** What the week shows of a day: all of it, scrolled to where people begin to work. */
export const FIRST_HOUR = 0;
export const LAST_HOUR = 24;
export const SEEN_FIRST_HOUR = 7;
export const HOUR_PX = 48;
