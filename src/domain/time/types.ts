/** Milliseconds since 1970-01-01T00:00Z, a whole number. */
export type Instant = number;

/** Half-open: `from` belongs to it, `until` does not. Empty and reversed ones hold nothing. */
export type Interval = { readonly from: Instant; readonly until: Instant };

/** 'YYYY-MM-DD', a day of the calendar without a zone. */
export type CalendarDay = string;

/** 'HH:MM', from '00:00' up to '24:00'. */
export type WallClock = string;

/** 1 = Monday to 7 = Sunday. */
export type Weekday = number;

/** A stretch of each such weekday on somebody's wall clock, half-open. */
export type WeekWindow = { readonly weekday: Weekday; readonly from: WallClock; readonly until: WallClock };

/** An IANA name, such as 'Europe/Madrid'. */
export type ZoneName = string;
