import type { BalanceMode, NameMeans } from '../balance/types';
import type { CalendarDay, Instant } from '../time/types';

/** The settings of a series that have nothing to do with finding a time, and what waits to be done for it. */
export type FollowUp = {
  /** Who chairs: by turns between the areas, whoever organises, or always one person. */
  readonly chairing:
    | { readonly kind: 'turns' }
    | { readonly kind: 'organiser' }
    | { readonly kind: 'person'; readonly person: string };
  /** What of the talk is measured; the tenant may allow less. */
  readonly balance: BalanceMode;
  /** How it came to be measured, and who takes part how; not there while nobody has asked for it. */
  readonly agreement?: BalanceAgreement;
  /** Whether each fourth session ends with the two questions. */
  readonly pulse: boolean;
  /** What reaches people who open nothing; each can be switched off. */
  readonly reach: {
    /** One message in the chat or channel after a session. */
    readonly message: boolean;
    /** An entry in the chair's own calendar the working day before. */
    readonly prepare: boolean;
    /** A notice to whoever is asked something. */
    readonly notices: boolean;
  };
  /** The channel in which the series is followed up, once its tab stands there. */
  readonly channel?: { readonly team: string; readonly channel: string };
  /** Of a weekly series: the id of the monthly one that takes what is not decided here. */
  readonly monthly?: string;
  /** What people said of single sessions, by original start: the records do not tell it. */
  readonly marks: readonly SessionMark[];
  /** What somebody asked the organiser to do: it waits, visibly, until the organiser does it or says no. */
  readonly asks: readonly Ask[];
  /** Earlier organisers, oldest first: who handed the series over, and when. */
  readonly handedOver: readonly HandOver[];
  /** Who got a notice on which of the last days: nobody gets a second one the same day, whoever's device sends it. */
  readonly noticed?: readonly { readonly person: string; readonly day: CalendarDay }[];
};

/** Measuring more needs a yes of somebody of each area; less is anybody's to say. It never works backwards. */
export type BalanceAgreement = {
  /** `balance` is in force since then, for meetings that begin later. */
  readonly since: Instant;
  /** What waits for a yes of each area. */
  readonly asked?: {
    readonly mode: 'areas' | 'persons';
    readonly by: string;
    readonly at: Instant;
    /** Ids of those who said yes, whoever asked first. */
    readonly yes: readonly string[];
  };
  /** Who does not take part, and who agreed to be shown by name; everybody else is counted in their area. */
  readonly people: Readonly<Record<string, 'declined' | 'shown'>>;
  /** Whether a nudge may say in the meeting that an area is still to be heard. */
  readonly nudge: boolean;
  /** What names in transcripts mean, as somebody once said. */
  readonly names: Readonly<Record<string, NameMeans>>;
};

export type SessionMark = {
  readonly original: Instant;
  /** Skipped on purpose, or held without a record. */
  readonly as: 'skipped' | 'held';
};

export type Ask = {
  /** Random. */
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly change: RhythmChange;
};

export type HandOver = {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  /** The old calendar series was ended by its organiser; until then both stand in calendars. */
  readonly ended?: true;
};

/** What can be done to the rhythm of a series; only its organiser's calendar can do it. */
export type RhythmChange =
  /** One session. `minutes` makes it shorter, such as 15 in a protected period. */
  | { readonly kind: 'move'; readonly original: Instant; readonly start: Instant; readonly minutes?: number }
  | { readonly kind: 'skip'; readonly original: Instant }
  /** All sessions to come. */
  | { readonly kind: 'shorten'; readonly minutes: number }
  /** These become informed: not invited, they get the minutes. */
  | { readonly kind: 'fewer'; readonly people: readonly string[] }
  /**
   * The series goes on as a new series of the calendar from its first session on, and the old one ends before it: another
   * rhythm, another time, or a renewal.
   */
  | {
      readonly kind: 'goOn';
      readonly why: 'fortnightly' | 'otherTime' | 'renewal';
      readonly plan: NextSeries;
    }
  /** Somebody else organises from now on; they make the new series of the calendar, the old organiser ends the old one. */
  | { readonly kind: 'handOver'; readonly to: string };

/** A series of the calendar as it is to be made: a pattern on the wall clock of the series' zone. */
export type NextSeries = {
  readonly every: number;
  readonly times: number;
  readonly weekday: number;
  /** 'HH:MM' */
  readonly time: string;
  readonly nth?: 1 | 2 | 3 | 4 | 'last';
  /** Day of the first session. */
  readonly from: CalendarDay;
};

/** How a series is followed up about which nobody has said anything. */
export const FOLLOW_UP: FollowUp = {
  chairing: { kind: 'turns' },
  balance: 'off',
  pulse: true,
  reach: { message: true, prepare: true, notices: true },
  marks: [],
  asks: [],
  handedOver: [],
};
