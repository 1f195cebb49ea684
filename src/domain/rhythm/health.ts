/** So many of so many; `of` 0 means that there is nothing to tell. */
export type Ratio = { readonly is: number; readonly of: number };

/**
 * How the rhythm of a series goes over a stretch of time. Everything is computed from sessions and digests alone, so that
 * anybody can compute it again.
 */
export type Health = {
  readonly held: number;
  readonly skipped: number;
  readonly paused: number;
  /** Held sessions in which every area had its minimum; of those with a record that tells who was there. */
  readonly quorum: Ratio;
  /** Begun less than 3 minutes after its time; of those with a record. */
  readonly startedOnTime: Ratio;
  /** Ended less than 3 minutes after its planned end, however late it began; of those with a record. */
  readonly endedOnTime: Ratio;
  /** Promises of the owner's area that fell due, and how many were kept. */
  readonly promises: Readonly<Record<string, Ratio>>;
  /** Talk of each area over all sessions that know it; null where none does. */
  readonly balance: {
    readonly areas: Readonly<Record<string, number>>;
    readonly measured: number;
    readonly estimated: number;
  } | null;
  /** Null below LEAST_ANSWERS in every session that asked. Answers "yes" of all that were given. */
  readonly pulse: { readonly worth: Ratio; readonly said: Ratio } | null;
};

/** The same for each calendar month of the series' zone, oldest first; months without sessions are there too. */
export type MonthOfHealth = {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly health: Health;
};
