import type { BalanceMode, NameMeans, TakesPart, Talk } from '../../domain/balance/types';
import type { BoardFilter, BoardGroup, BoardProblem, BoardTask } from '../../domain/tasks/board';
import type { RhythmChange } from '../../domain/rhythm/followUp';
import type { Health, MonthOfHealth, Ratio } from '../../domain/rhythm/health';
import type { Proposal } from '../../domain/rhythm/proposal';
import type { Member, Series } from '../../domain/rhythm/series';
import type { RefusalCode } from '../../domain/refusal';
import type { CalendarDay, Instant, ZoneName } from '../../domain/time/types';
import type { TalkReadingView } from '../balance/talkReadingView';
import type { Failure } from '../ports/failure';
import type { OwnSession } from '../ports/ownTalk';
import type { AsideFile } from '../ports/seriesArchive';

/** What the channel's tab and the personal one show: plain data. Commands stand in followDesk. */
export type FollowView =
  | { readonly screen: 'starting' }
  /** Nobody is signed in, or consent is missing: one press opens the window for it. */
  | { readonly screen: 'signIn'; readonly failure: Failure | null }
  /** The opening failed; it is tried again by a press. */
  | { readonly screen: 'failed'; readonly failure: Failure }
  /** No series in any home that this person may see: planning one is done in Outlook. */
  | { readonly screen: 'noSeries'; readonly unreadable: readonly string[] }
  | FollowScreen;

export type FollowPart = 'tasks' | 'review' | 'decisions' | 'rhythm' | 'settings';

export type FollowScreen = {
  readonly screen: 'series';
  readonly part: FollowPart;
  /** Every series that this person can see; the chosen one by id. */
  readonly all: readonly { readonly id: string; readonly title: string; readonly kind: Series['kind'] }[];
  readonly series: Series;
  readonly place: 'site' | 'appFolder' | 'mailbox';
  readonly me: string;
  /** The present organiser's own calendar is the only one that can change the rhythm. */
  readonly organiser: { readonly id: string; readonly name: string; readonly me: boolean };
  readonly zone: ZoneName;
  readonly today: CalendarDay;
  readonly notice: FollowNotice | null;
  readonly question: FollowQuestion | null;
  /** What is being done now; a second press is then not possible. */
  readonly working: FollowWork | null;
  readonly progress: {
    readonly records: Progress;
    readonly plan: Progress;
  };
  /** Files of series or records that cannot be read: named, and left as they are. */
  readonly unreadable: readonly string[];
  readonly aside: readonly AsideFile[];
  readonly next: NextView | null;
  readonly tasks: TasksView;
  readonly decisions: DecisionsView;
  readonly rhythm: RhythmView;
  /** The balance session by session; null where no session has or may have one. */
  readonly talk?: TalkPartView | null;
  readonly asks: readonly AskView[];
  readonly measuring: MeasuringView;
};

/** `failure` when it stopped: what had arrived is shown. `none` where there is nothing to read (no team, no plan). */
export type Progress =
  | { readonly state: 'none' | 'ready' }
  | { readonly state: 'reading'; readonly done: number; readonly of: number | null }
  | { readonly state: 'failed'; readonly failure: Failure };

export type FollowWork =
  | { readonly what: 'task'; readonly task: string }
  | { readonly what: 'push'; readonly done: number; readonly of: number }
  /** `done` of `of` where it goes on for a while and somebody counts: an export, an erasing. */
  | {
      readonly what: 'session' | 'rhythm' | 'search' | 'settings' | 'export' | 'erase' | 'ask' | 'pulse';
      readonly done?: number;
      readonly of?: number;
    };

export type FollowNotice =
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      readonly during: FollowStep;
      readonly again: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly data: Readonly<Record<string, string | number>>;
    }
  /** Somebody changed the same in Planner meanwhile: theirs stayed. */
  | { readonly kind: 'planKept'; readonly task: string; readonly fields: readonly string[] }
  /** Settings that both changed: theirs stayed there, mine elsewhere. */
  | { readonly kind: 'merged'; readonly fields: readonly string[] }
  /** Planner's own limit, by its code. */
  | { readonly kind: 'planFull'; readonly code: string }
  /** So many went to the plan; the rest waits, visibly. */
  | {
      readonly kind: 'pushed';
      readonly done: number;
      readonly left: number;
      readonly waitUntil: Instant | null;
    }
  | { readonly kind: 'asked'; readonly organiser: string }
  | { readonly kind: 'done'; readonly what: FollowStep };

export type FollowStep =
  | 'start'
  | 'records'
  | 'plan'
  | 'task'
  | 'push'
  | 'decide'
  | 'session'
  | 'rhythm'
  | 'search'
  | 'settings'
  | 'ask'
  | 'measuring'
  | 'export'
  | 'erase'
  | 'eraseTalk'
  | 'own'
  | 'prepare';

/** Asked before anything that mails people or cannot be taken back. The safe answer is no. */
export type FollowQuestion =
  /** `mails` people get an update each, or `each` mails; the change as it will be done. */
  | {
      readonly kind: 'change';
      readonly change: RhythmChange;
      readonly mails: number;
      readonly each?: number;
      readonly sessions: number;
    }
  | {
      readonly kind: 'erase';
      readonly person: string;
      readonly records: number;
      readonly remains: 'versions';
    }
  /** What was measured goes out of so many records. */
  | { readonly kind: 'eraseTalk'; readonly records: number }
  /** My own shares of so many sessions; `stop` where they are not to be kept any more either. */
  | { readonly kind: 'ownTalk'; readonly sessions: number; readonly stop: boolean }
  | { readonly kind: 'removeTask'; readonly task: string }
  /**
   * An earlier try left several tasks alike in Planner: yes takes the oldest of them for this one, no makes another. Until
   * somebody says, it waits.
   */
  | { readonly kind: 'sameTask'; readonly task: string; readonly text: string; readonly found: number };

/** The session that comes, and the first break ahead. */
export type NextView = {
  readonly original: Instant;
  readonly start: Instant;
  readonly minutes: number;
  readonly cities: readonly { readonly city: string; readonly zone: ZoneName }[];
  /** By calendars: null while they are read, or where nobody lets us read them. */
  readonly forecast: {
    readonly held: boolean;
    readonly areas: readonly { readonly area: string; readonly can: number; readonly of: number }[];
  } | null;
  readonly chair: { readonly id: string; readonly name: string } | null;
  /** Where its meeting tab is; null where nobody knows the chat. */
  readonly link: string | null;
  readonly mayPrepare: boolean;
  /** Sessions ahead that do not go ahead, soonest first, each with the alternative that the search found. */
  readonly breaks: readonly BreakView[];
  /** So many sessions were looked at. */
  readonly looked: number;
};

export type BreakView = {
  readonly original: Instant;
  readonly start: Instant;
  readonly why: 'holiday' | 'people' | 'protected';
  /** Names of the holiday's countries (ISO), or of the period. */
  readonly countries: readonly string[];
  readonly label: string;
  readonly missing: readonly string[];
  readonly alternative: { readonly start: Instant; readonly can: number; readonly of: number } | null;
  /** Somebody has asked the organiser for it already. */
  readonly asked: boolean;
};

export type TasksView = {
  readonly filter: BoardFilter;
  /** Filtered. */
  readonly groups: readonly BoardGroup[];
  readonly counts: {
    readonly open: number;
    readonly late: number;
    readonly waiting: number;
    readonly shown: number;
  };
  readonly people: readonly { readonly id: string; readonly name: string; readonly area: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly names: Readonly<Record<string, string>>;
  /** Of the tasks that wait: whether a press can send them now. */
  readonly maySend: boolean;
  /** No team, so tasks stay in the records: said once. */
  readonly withoutPlan: boolean;
  /** Review goes through open tasks one by one, those that must be decided first: the one that is looked at. */
  readonly review: {
    readonly at: number;
    readonly of: number;
    readonly task: BoardTask | null;
    /** The one it belongs to, whatever the filter shows. */
    readonly problem?: BoardProblem | null;
  };
};

export type DecisionsView = {
  readonly search: string;
  /** Over all series, newest first. */
  readonly found: readonly DecisionView[];
  readonly of: number;
};

export type DecisionView = {
  readonly id: string;
  readonly series: string;
  readonly seriesTitle: string;
  readonly session: Instant;
  readonly text: string;
  readonly problem: string;
  readonly deciders: readonly string[];
  readonly internal: boolean;
  /** Null while it is in force. */
  readonly replacedBy: { readonly id: string; readonly text: string; readonly session: Instant } | null;
  /** Later ones that could stand in its place. */
  readonly mayReplace: readonly { readonly id: string; readonly text: string }[];
};

export type RhythmView = {
  /** From the first day of this many months ago until now. */
  readonly months: number;
  readonly whole: Health;
  readonly byMonth: readonly MonthOfHealth[];
  readonly sessions: readonly {
    readonly original: Instant;
    readonly start: Instant;
    readonly state: 'held' | 'skipped' | 'paused' | 'coming';
    readonly label: string;
    /** Held without a record, or skipped on purpose: said by somebody, and can be taken back. */
    readonly marked: boolean;
  }[];
  readonly proposals: readonly ProposalView[];
  readonly ends: { readonly last: Instant; readonly left: number; readonly soon: boolean } | null;
  readonly pulse: { readonly worth: Ratio; readonly said: Ratio } | null;
  /** A step that only somebody can do for the handing over to be whole. */
  readonly handOver: { readonly to: string; readonly toMe: boolean; readonly endOld: boolean } | null;
};

export type TalkPartView = {
  /** Newest first, by original start; `kept` is what its record has. */
  readonly sessions: readonly TalkSessionView[];
  readonly chosen:
    | (TalkSessionView & {
        /** Of the agenda's items; null while the record is being read. */
        readonly titles: Readonly<Record<string, string>> | null;
        /** Null until the record is read, and where the session may not be measured. */
        readonly reading: TalkReadingView | null;
        readonly failure: Failure | null;
      })
    | null;
};

export type TalkSessionView = {
  readonly original: Instant;
  readonly start: Instant;
  readonly kept: Talk | null;
};

export type ProposalView = {
  readonly proposal: Proposal;
  /** What the search found for another time or a renewal, best first; null until it was asked. */
  readonly options:
    | readonly {
        readonly change: RhythmChange;
        readonly held: number;
        readonly of: number;
        readonly start: Instant;
        readonly never: readonly string[];
        /** Areas that gave up more last time, and give up less now. */
        readonly paid: readonly string[];
        /** Person-minutes that each area gives up for it. */
        readonly gives?: Readonly<Record<string, number>>;
      }[]
    | null;
};

export type AskView = {
  readonly id: string;
  readonly byName: string;
  readonly at: Instant;
  readonly change: RhythmChange;
  /** I organise: I can do it or say no. */
  readonly mine: boolean;
};

/** What of the talk the series measures, how it came to be, and what this person may do about it. */
export type MeasuringView = {
  /** In force: what is agreed, as far as the tenant allows it. */
  readonly mode: BalanceMode;
  readonly agreed: BalanceMode;
  /** The most that the tenant allows. */
  readonly cap: BalanceMode;
  /** Null where nothing was ever agreed. */
  readonly since: Instant | null;
  readonly asked: MeasuringAsk | null;
  /** What this person may ask for now. */
  readonly mayAsk: readonly ('areas' | 'persons')[];
  readonly as: TakesPart;
  readonly nudge: boolean;
  /** What names in transcripts mean, by name. */
  readonly names: readonly { readonly name: string; readonly means: NameMeans }[];
  /** Ids of areas of which one person alone is counted. */
  readonly alone: readonly string[];
  /** Records that know who talked how much; null while they are unread. */
  readonly kept: number | null;
};

/** More measuring that waits for a yes of each area. */
export type MeasuringAsk = {
  readonly mode: 'areas' | 'persons';
  readonly byName: string;
  readonly at: Instant;
  /** Who has said yes. */
  readonly yes: readonly { readonly name: string; readonly area: string }[];
  /** Ids of areas of which nobody has. */
  readonly missing: readonly string[];
  /** I asked, I have said yes, it is mine to answer, or it is not. */
  readonly me: 'asked' | 'yes' | 'answers' | 'none';
};

/** My own shares, which nobody else can read. */
export type OwnTalkView = {
  readonly state: 'reading' | 'ready' | 'failed';
  readonly failure: Failure | null;
  /** Whether I want them kept. */
  readonly wanted: boolean;
  /** The series with the latest session first; its sessions oldest first. */
  readonly series: readonly {
    readonly series: string;
    readonly title: string;
    readonly zone: ZoneName;
    readonly sessions: readonly OwnSession[];
  }[];
};

/** The personal tab: one list over all series. */
export type PersonalView =
  | Exclude<FollowView, FollowScreen>
  | {
      readonly screen: 'mine';
      readonly today: CalendarDay;
      readonly notice: FollowNotice | null;
      readonly working: FollowWork | null;
      /** Asked before what mails people, as in the channel's tab; `zone` is that of its series. */
      readonly question?: { readonly asked: FollowQuestion; readonly zone: ZoneName } | null;
      readonly progress: Progress;
      readonly sessions: readonly {
        readonly series: string;
        readonly title: string;
        readonly start: Instant;
        readonly minutes: number;
        readonly chairing: boolean;
        readonly link: string | null;
        /** Of my place of work in that series; without it the machine's. */
        readonly zone?: ZoneName;
      }[];
      /** Late ones first, then by date. */
      readonly tasks: readonly (BoardTask & {
        readonly series: string | null;
        readonly seriesTitle: string;
        readonly problemTitle: string;
      })[];
      readonly asks: readonly (AskView & {
        readonly series: string;
        readonly seriesTitle: string;
        /** Of the people whom the change names, by id. */
        readonly names?: Readonly<Record<string, string>>;
        /** Of the series, as everybody reads its sessions; without it the machine's. */
        readonly zone?: ZoneName;
      })[];
      /** Series that want to measure, and wait for my yes or no. */
      readonly measuring: readonly (MeasuringAsk & {
        readonly series: string;
        readonly seriesTitle: string;
        readonly zone: ZoneName;
        /** Names of areas, by id. */
        readonly areas: Readonly<Record<string, string>>;
        readonly alone: MeasuringView['alone'];
      })[];
      readonly own: OwnTalkView;
    };

/** `standsInFor: undefined` takes the stand-in back. */
export type MemberEdit = Partial<Pick<Member, 'role' | 'area'>> & {
  readonly standsInFor?: string | undefined;
};
