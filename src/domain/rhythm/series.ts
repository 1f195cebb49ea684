import type { Language } from '../agenda/types';
import type { FollowUp } from './followUp';
import type { CalendarDay, Instant, WeekWindow, ZoneName } from '../time/types';

/**
 * A Cadencia series: settings, rosters and bindings over a chain of calendar series. It stands in one file of its
 * home (graph/seriesFile). Its id is random and authorises nothing.
 */
export type Series = {
  readonly id: string;
  readonly kind: SeriesKind;
  readonly title: string;
  readonly language: Language;
  readonly minutes: number;
  readonly every: number;
  readonly times: number;
  /** The organiser's zone: patterns stand on its wall clock. */
  readonly zone: ZoneName;
  readonly areas: readonly Area[];
  readonly people: readonly Member[];
  readonly sites: readonly Site[];
  readonly pauses: readonly Period[];
  /** The calendar series this one has lived in, the present one last. */
  readonly chain: readonly CalendarSeries[];
  /** How it is followed up; without it as FOLLOW_UP says (domain/rhythm/followUp). */
  readonly followUp?: FollowUp;
};

export type SeriesKind = 'weekly' | 'monthly';

/** Dates of the calendar, half-open: `until` is the first day that no longer belongs to it. */
export type Period = { readonly from: CalendarDay; readonly until: CalendarDay; readonly label: string };

export type Area = {
  /** 'marketing' and 'sales' to begin with; a product may have more. */
  readonly id: string;
  /** What people call it; empty means locale's name for the id. */
  readonly name: string;
  readonly quorum: number;
  readonly protectedTimes: readonly (WeekWindow & { readonly label: string })[];
  readonly protectedPeriods: readonly Period[];
};

export type MemberRole = 'key' | 'optional' | 'informed';

/** Somebody of the rosters. `id` is the directory's object id, or the mail address of an outsider. */
export type Member = {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly mail: string;
  readonly area: string;
  readonly role: MemberRole;
  /** Of the same area: the id of the key person whom this one may replace. */
  readonly standsInFor?: string;
  readonly site: string;
  /** Somebody chose the site; otherwise it follows the zone that the mailbox tells. */
  readonly siteChosen?: true;
  /** Typed by hand; without them the mailbox's hours within the site's. */
  readonly hours?: readonly WeekWindow[];
  /** Not of this company: the calendar is unknown, and such a person should not be a key one. */
  readonly outsider?: true;
};

/** Where people work: its clock, its hours with lunch left out, its holidays. */
export type Site = {
  readonly id: string;
  readonly city: string;
  readonly zone: ZoneName;
  /** ISO 3166-1 and, where the table knows it, the part of 3166-2 behind the hyphen. */
  readonly country: string;
  readonly region?: string;
  readonly hours: readonly WeekWindow[];
  /** Days the company closes on top of the public holidays. */
  readonly closedDays: readonly CalendarDay[];
  /** Public holidays on which this site works all the same. */
  readonly openDays: readonly CalendarDay[];
  /** Days that end at this time. */
  readonly halfDays: readonly { readonly date: CalendarDay; readonly until: string }[];
};

/** One series of the organiser's calendar. */
export type CalendarSeries = {
  /** Graph's id in the organiser's mailbox, once known. */
  readonly eventId?: string;
  readonly joinUrl?: string;
  readonly organiser: string;
  /** How long its occurrences are; without it, as long as the series says now. */
  readonly minutes?: number;
  /** Original starts of its occurrences. */
  readonly starts: readonly Instant[];
  /** Person-minutes of its working rhythm that each area gave up when it was planned (domain/rhythm/fairness). */
  readonly paid?: Readonly<Record<string, number>>;
  /**
   * The next one of the chain begins on this day, and this one still repeats beyond it in its organiser's calendar: ending
   * it is left to do.
   */
  readonly toEnd?: CalendarDay;
  /** One-off moves that were chosen: by original start. */
  readonly alternatives: readonly Alternative[];
};

export type Alternative = {
  readonly original: Instant;
  readonly start: Instant;
  /** Shorter than the others. */
  readonly minutes?: number;
  readonly state: 'chosen' | 'applied';
};
