import type { Agenda } from '../../domain/agenda/types';
import type { RosterWarning } from '../../domain/rhythm/rosterWarnings';
import type { Alternative, Member, Series } from '../../domain/rhythm/series';
import type { WeekPicture } from '../../domain/slots/picture';
import type { NobodyCan, RankedSlot, Reason } from '../../domain/slots/types';
import type { RefusalCode } from '../../domain/refusal';
import type { CalendarDay, Instant, WallClock } from '../../domain/time/types';
import type { Failure } from '../ports/failure';
import type { Found } from '../ports/directory';
import type { Country, Holiday } from '../ports/holidays';

/** What the compose pane shows: one screen at a time, plain data. Commands stand in planning.ts. */
export type PlanView =
  | { readonly screen: 'starting' }
  /** Opened in a plain browser window: there is no appointment to plan into. */
  | { readonly screen: 'noForm' }
  /** Nobody is signed in, or consent is missing: one press opens the window for it. */
  | { readonly screen: 'signIn'; readonly failure: Failure }
  | AreasView
  | SlotsView
  | SessionsView
  | AgendaView
  | SeriesView
  | DoneView;

/** Shared by every screen: what just happened or went wrong, and whether something is being written. */
export type Around = {
  readonly notice?: Notice;
  readonly working?: 'saving' | 'inserting' | 'creating' | 'moving' | 'undoing';
};

export type Notice =
  /** Something outside failed; `during` names the step, so that the sentence can say what is safe. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly during: Step }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly data: Readonly<Record<string, string | number>>;
    }
  /** Somebody else changed the areas meanwhile; both changes are kept, these fields took the other's value. */
  | { readonly kind: 'merged'; readonly fields: readonly string[] }
  /** The pane was closed while it was writing: nothing else happened, and the same press is safe now. */
  | { readonly kind: 'interrupted'; readonly what: 'inserting' | 'creating' }
  /** An unanswered creation had gone through after all, with what was chosen then. */
  | { readonly kind: 'earlier' }
  /** Files of series that cannot be read; they are left alone. */
  | { readonly kind: 'unreadable'; readonly files: readonly string[] }
  | { readonly kind: 'undone' };

export type Step =
  | 'start'
  | 'people'
  | 'calendars'
  | 'holidays'
  | 'search'
  | 'save'
  | 'insert'
  | 'create'
  /** The form is filled, or the event made; the series does not know the dates yet. */
  | 'keep'
  /** The event is made; its form is still open. */
  | 'close'
  | 'move'
  | 'undo';

/** First time, and whenever [Cambiar] is pressed: who of each area, and where they work. */
export type AreasView = Around & {
  readonly screen: 'areas';
  readonly series: Series;
  readonly first: boolean;
  readonly warnings: readonly PlanWarning[];
  /** People offered for one more place: the invitation's, those I met lately, the department's, what was typed. */
  readonly offered: { readonly text: string; readonly people: readonly Found[]; readonly searching: boolean };
  /** Of the sites' countries; empty while loading. */
  readonly countries: readonly Country[];
  /** By the id of the site, over the planned weeks. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>;
  /** Where the other head will, or will not, see this. */
  readonly place: 'site' | 'appFolder' | 'mailbox';
};

export type PlanWarning = RosterWarning;

/** The main screen. */
export type SlotsView = Around & {
  readonly screen: 'slots';
  readonly series: Series;
  readonly warnings: readonly PlanWarning[];
  readonly calendars: CalendarsState;
  readonly picture?: WeekPicture;
  /** Complete and still once `calendars` is no longer loading; the first `shown` are the varied ones. */
  readonly options: readonly PlanOption[];
  readonly chosen: number;
  /** Of the chosen option. */
  readonly sessions: readonly Session[];
  readonly nobody?: NobodyCan;
  readonly agenda: { readonly items: number; readonly minutes: number; readonly of: number };
  /** Update mails that creating in Teams means, for the alternatives that are chosen. */
  readonly mails: Mails;
  readonly teamsLink: boolean;
  /** What inserting would overwrite that somebody typed by hand; asked before it happens. */
  readonly question?: OverwriteQuestion;
  readonly canUndo: boolean;
  /** Alternatives chosen earlier for a series that is on the calendar now, not yet applied. */
  readonly waiting: readonly Alternative[];
  /** Update mails that applying the waiting ones means. */
  readonly waitingMails: Mails;
};

export type CalendarsState = {
  readonly done: number;
  readonly of: number;
  readonly state: 'loading' | 'searching' | 'ready' | 'cancelled' | 'failed';
  /** Members whose calendar nobody could read; they count as unknown, never as free. */
  readonly unread: readonly Member[];
  /** Countries whose holidays count, ISO 3166-1. */
  readonly countries: readonly string[];
  /** Sites whose zone or holidays nobody knows. */
  readonly without: readonly string[];
};

export type PlanOption = {
  readonly slot: RankedSlot;
  /** Of how many occurrences. */
  readonly of: number;
  readonly ends: Instant;
  /** The other sites' clocks at this time, with each change over the series. */
  readonly elsewhere: readonly {
    readonly city: string;
    readonly times: readonly { readonly from: CalendarDay; readonly time: WallClock }[];
  }[];
  /** Who can never come, by name. */
  readonly never: readonly Member[];
  /** Whose time nobody knows: not counted as coming, and not said to be busy. */
  readonly noData: readonly Member[];
  readonly reasons: readonly Reason[];
  /** Public holidays on which an occurrence breaks, with how many of them. */
  readonly holidays: number;
  /** Ranks behind because somebody can hardly ever come, shown because more sessions would go ahead. */
  readonly contrast?: true;
};

export type Session = {
  readonly date: CalendarDay;
  readonly start: Instant | null;
  readonly state: 'held' | 'broken' | 'paused' | 'moved';
  /** The label of the pause, or the name of the holiday. */
  readonly label?: string;
  readonly missing: readonly {
    readonly name: string;
    readonly why: 'unknown' | 'hours' | 'busy' | 'holiday';
  }[];
  readonly repair?: {
    readonly start: Instant;
    readonly elsewhere: readonly { readonly city: string; readonly time: WallClock }[];
  };
  readonly moveChosen: boolean;
};

/** All sessions of the chosen option with their alternatives. */
export type SessionsView = Around & {
  readonly screen: 'sessions';
  readonly series: Series;
  readonly option: PlanOption;
  readonly sessions: readonly Session[];
  /** Update mails that applying the chosen alternatives means. */
  readonly mails: Mails;
};

/** One mail for each move to each attendee. */
export type Mails = { readonly moves: number; readonly attendees: number };

export type AgendaView = Around & {
  readonly screen: 'agenda';
  readonly agenda: Agenda;
  readonly minutes: number;
  readonly owners: readonly string[];
  /** The invitation holds an agenda of ours that somebody edited by hand. */
  readonly fromInvitation: boolean;
};

/** Kind, length, number of sessions, first week, language, title, pauses. */
export type SeriesView = Around & {
  readonly screen: 'series';
  readonly series: Series;
  readonly from: CalendarDay;
  /** No first week before this day's can be chosen: today on the organiser's calendar. */
  readonly earliest: CalendarDay;
  /** Series that already have a file: choosing one goes on with its areas. */
  readonly known: readonly { readonly id: string; readonly title: string }[];
};

export type OverwriteQuestion = {
  readonly then: 'insert' | 'create';
  readonly fields: readonly ('subject' | 'recurrence' | 'agenda')[];
  /** The form is on the calendar already: creating makes a second event. */
  readonly again?: true;
  readonly subject?: string;
};

export type DoneView = Around & {
  readonly screen: 'done';
  readonly how: 'inserted' | 'created';
  readonly series: Series;
  readonly option: PlanOption;
  readonly teamsLink: boolean;
  /** Chosen moves: applied already (created in Teams), or waiting until the series is on the calendar (inserted). */
  readonly moves: {
    readonly applied: number;
    readonly waiting: number;
    readonly failed: number;
    readonly attendees: number;
  };
  readonly webLink?: string;
  readonly canUndo: boolean;
};
