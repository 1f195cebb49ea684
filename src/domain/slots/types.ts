import type { CalendarDay, Instant, Interval, WallClock, Weekday, WeekWindow, ZoneName } from '../time/types';

/** The question: plain data, nothing is changed in it. The rules are SPEC SL1 to SL… and DESIGN section 5. */
export type SlotRequest = {
  readonly window: Interval;
  /** The organiser's zone: candidates and patterns stand on its wall clock. */
  readonly zone: ZoneName;
  readonly minutes: number;
  readonly stepMinutes: number;
  /** How many answers at most. */
  readonly top: number;
  readonly weights?: Partial<CostParts>;
  /** 0 … 1: a series in which somebody can attend fewer than this part of the held occurrences ranks after all others. */
  readonly reach?: number;
  /** The series' own events, when it is planned anew: busy intervals equal to one of these do not count. */
  readonly ignore?: readonly Interval[];
  /** Planned pauses: an occurrence that overlaps one is neither held nor broken. */
  readonly pauses?: readonly Interval[];
  readonly areas: readonly SlotArea[];
  readonly people: readonly SlotPerson[];
  readonly repeat?: Repeat;
};

export type SlotArea = {
  readonly id: string;
  /** How many of its people must be available, key ones included; less than 1 counts as 1. */
  readonly quorum: number;
  readonly protectedTimes: readonly WeekWindow[];
  /** Dated protection, such as the close of a quarter: same cost as protected times. */
  readonly protectedPeriods?: readonly Interval[];
};

export type SlotPerson = {
  readonly id: string;
  readonly area: string;
  readonly role: 'key' | 'optional';
  /** The key person of the same area whom this one may replace. */
  readonly standsInFor?: string;
  readonly zone: ZoneName;
  /** Several windows a day are welcome: lunch, short Fridays. Touching ones are one. */
  readonly hours: readonly WeekWindow[];
  /** Public holidays and company days, on the person's own calendar. */
  readonly closedDays?: readonly CalendarDay[];
  /** 'unknown' when the calendar could not be read: never available, never free. */
  readonly busy: readonly BusyInterval[] | 'unknown';
};

export type BusyInterval = Interval & {
  readonly status: 'busy' | 'oof' | 'tentative' | 'workingElsewhere' | 'free';
};

export type Repeat = { readonly kind: 'weekly' | 'monthly'; readonly every: number; readonly times: number };

/** Person-minutes; in answers unweighted, in a request the weight of each. */
export type CostParts = {
  readonly focusLoss: number;
  readonly tentative: number;
  readonly protectedTime: number;
  readonly absent: number;
};

export type SlotAnswer = {
  readonly slots: readonly RankedSlot[];
  /** Present when nothing is held: why, and what would help. */
  readonly nobody?: NobodyCan;
};

export type RankedSlot = {
  /** Of the first occurrence. */
  readonly start: Instant;
  /** How many occurrences are held. */
  readonly held: number;
  readonly cost: number;
  readonly parts: CostParts;
  readonly pattern?: Pattern;
  readonly occurrences: readonly SlotOccurrence[];
  readonly reasons: readonly Reason[];
};

export type Pattern = {
  readonly weekday: Weekday;
  readonly time: WallClock;
  readonly nth?: 1 | 2 | 3 | 4 | 'last';
};

export type SlotOccurrence = {
  /** `null` when the clock skips the time on that date. */
  readonly start: Instant | null;
  /** The date on the organiser's calendar, also when the time is skipped. */
  readonly date: CalendarDay;
  readonly held: boolean;
  /** 0 when not held. */
  readonly cost: number;
  readonly missing: readonly Missing[];
  /** The best single slot of the same ISO week (monthly: month), when this one is not held. */
  readonly repair?: { readonly start: Instant; readonly cost: number };
  /** It falls into a planned pause: neither held nor broken. */
  readonly paused?: true;
};

export type Missing = { readonly person: string; readonly why: 'unknown' | 'hours' | 'busy' };

/** One thing worth saying about a ranked answer. Data only; locale makes the sentence. */
export type Reason =
  /** Nobody misses a held occurrence. */
  | { readonly kind: 'everyone' }
  /** These can attend none of the held occurrences. */
  | { readonly kind: 'never'; readonly people: readonly string[] }
  /** Who of the others misses most of the held ones. */
  | { readonly kind: 'mostMissed'; readonly person: string; readonly times: number; readonly of: number }
  /** Occurrences that are not held, each counted once by what keeps most of those whose absence decides: these `people`, the most frequent first. */
  | {
      readonly kind: 'broken';
      readonly why: 'closed' | 'hours' | 'busy' | 'unknown' | 'clock';
      readonly times: number;
      readonly people: readonly string[];
    }
  /** No other answer shown takes less focus time for each held occurrence, and some take more. */
  | { readonly kind: 'leastFocusLoss' }
  /** Minutes of protected time it takes from an area over the held occurrences. */
  | { readonly kind: 'protected'; readonly area: string; readonly minutes: number }
  /** One change, the held occurrences it would win and the cost it would add. */
  | { readonly kind: 'change'; readonly relax: Relax; readonly wins: number; readonly costs: number }
  /** That area's working rhythm gave up most when the series was planned before; `now` compares it with the others here. Never from the search itself. */
  | { readonly kind: 'paidLastTime'; readonly area: string; readonly now: 'less' | 'more' | 'same' };

/** One rule or person to relax. */
export type Relax =
  | { readonly kind: 'quorum'; readonly area: string; readonly to: number }
  /** The key person need not come. */
  | { readonly kind: 'keyPerson'; readonly person: string }
  /** Another time of day, the rest equal. */
  | { readonly kind: 'time'; readonly time: WallClock };

export type NobodyCan = {
  /** What stands in the way, the most frequent first. */
  readonly blockers: readonly {
    readonly area: string;
    /** The candidates that fail for this area and no other rule. */
    readonly alone: number;
    readonly people: readonly {
      readonly person: string;
      readonly why: Missing['why'];
      readonly candidates: number;
    }[];
  }[];
  /** Single relaxations, the one that wins most first: candidates (series: held occurrences of the best pattern). */
  readonly relax: readonly { readonly relax: Relax; readonly wins: number }[];
  /** The candidate that needs fewest people more, then the one with fewest missing, then the earliest. */
  readonly closest?: { readonly start: Instant; readonly missing: readonly Missing[] };
  /** How many were looked at: all candidates, or those that are occurrences of a series; none in a pause. */
  readonly candidates: number;
};
