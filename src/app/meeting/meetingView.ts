import type { AgendaKind } from '../../domain/agenda/types';
import type { Idea, Decision, Task } from '../../domain/meeting/captured';
import type { Phase, PersonId, PresenceHow } from '../../domain/meeting/types';
import type { CommandBody } from '../../domain/meeting/commands';
import type { Missing, TaskDraft } from '../../domain/meeting/tasks';
import type { RefusalCode } from '../../domain/refusal';
import type { Instant, ZoneName } from '../../domain/time/types';
import type { BalanceMode, MyBalance, TakesPart } from '../../domain/balance/types';
import type { Pulse } from '../../domain/rhythm/pulse';
import type { Failure } from '../ports/failure';
import type { MeetingSurface } from '../ports/meetingHost';
import type { TalkReadingView } from '../balance/talkReadingView';
import type { Connection, RoomProblem } from '../ports/room';

/** What the surfaces of one meeting show. Nothing in it ticks: seconds are `MeetingTick`'s. */
export type MeetingView =
  | { readonly screen: 'starting' }
  | { readonly screen: 'signIn'; readonly notice: MeetingNotice | null }
  /** Opened where there is no meeting: a chat without one, or a window without an address. */
  | { readonly screen: 'noMeeting' }
  /** The server or Graph lets this person in not now, or not at all; `retry` asks again. */
  | { readonly screen: 'outside'; readonly why: Extract<Connection, { kind: 'denied' }>['why'] }
  | MeetingScreen;

export type MeetingScreen = {
  readonly screen: 'meeting';
  readonly surface: MeetingSurface;
  /** A phone: item and time left, capture, ask for the floor. */
  readonly small: boolean;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  /** No session is known about now, and no agenda says when it is: start and end mean nothing. */
  readonly unplanned?: true;
  /** Of the series; `here` is this machine's, `cities` where colleagues sit elsewhere. */
  readonly zone: ZoneName;
  readonly cities: readonly { readonly city: string; readonly zone: ZoneName }[];
  readonly language: 'es' | 'en';
  /** Of a monthly series nothing is taken to the monthly. */
  readonly kind?: 'weekly' | 'monthly' | 'adHoc';
  readonly me: PersonId;
  readonly people: readonly PersonView[];
  readonly areas: readonly AreaView[];
  readonly connection: Connection['kind'];
  /** The series is not read yet: an agenda that came now would know neither its people nor what it left. */
  readonly knowing?: true;
  readonly saved: boolean;
  readonly notice: MeetingNotice | null;
  readonly question: MeetingQuestion | null;

  /** Null until an agenda has come in. */
  readonly running: RunningView | null;
  /** Somebody else's agenda that waits to be used; `mayUse` tells who may. */
  readonly proposed: { readonly by: string; readonly minutes: number; readonly mayUse: boolean } | null;
  readonly problems: readonly ProblemView[];
  readonly chair: ChairView;
  readonly floor: FloorView;
  readonly capture: CaptureView;
  /** Who had the floor so far, as far as this person may know; null where nothing is measured. */
  readonly balance?: BalanceView | null;
  /** Whether somebody speaks, as the host says; null where it says nothing. */
  readonly speaking: boolean | null;
  /** What the host can do here; what is not said can be tried. */
  readonly can?: { readonly share: boolean; readonly openInWindow: boolean };
  readonly before: BeforeView;
  readonly after: AfterView;
};

export type PersonView = {
  readonly id: PersonId;
  readonly name: string;
  /** First name where it tells people apart. */
  readonly short: string;
  readonly initials: string;
  /** '' for somebody of no area. */
  readonly area: string;
  readonly role: 'key' | 'optional' | 'informed';
  readonly outsider: boolean;
  readonly how: PresenceHow | 'unknown';
  /** Whose panel stands for them. */
  readonly through: PersonId | null;
  readonly hasPanel: boolean;
  /** A key person who is not here, and whoever may decide for them. */
  readonly standInsPossible: readonly PersonId[];
  readonly decidedBy: PersonId | null;
};

export type AreaView = {
  readonly id: string;
  /** Empty: the language's name for the id. */
  readonly name: string;
  readonly here: number;
  readonly of: number;
  readonly quorum: number;
};

export type RunningView = {
  readonly phase: Phase;
  /** Every item as the agenda stands now. */
  readonly items: readonly ItemView[];
  /** 1-based, of those not put off; null before, in the closing round and at the end. */
  readonly at: number | null;
  readonly of: number;
  readonly current: ItemView | null;
  readonly next: ItemView | null;
  /** Milliseconds; 0 when it began in time. */
  readonly late: number;
  /** A late start that nobody has answered yet: asks the chair at once. */
  readonly lateChoices: readonly Choice[];
  /** The current item is over its minutes; empty while there is time. */
  readonly overChoices: readonly Choice[];
  readonly mayRun: boolean;
  readonly mayStart: boolean;
  readonly mayEnd: boolean;
  readonly mayReopen: boolean;
};

export type ItemView = {
  readonly id: string;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly minutes: number;
  readonly internal: boolean;
  readonly state: 'over' | 'now' | 'ahead' | 'putOff';
  /** About what weekly meetings could not decide. */
  readonly opens?: true;
};

/** A choice of one press; the surface words it, `choose` does it. */
export type Choice = {
  readonly kind: 'shorten' | 'cutDown' | 'takeFrom' | 'putOff' | 'endLater';
  /** The item it means. */
  readonly title: string | null;
  /** Minutes. */
  readonly by: number | null;
  readonly until: Instant | null;
  readonly command: CommandBody | null;
};

export type ProblemView = RoomProblem & {
  readonly byName: string;
  readonly moved: { readonly from: number; readonly to: number } | null;
  /** Most votes first. */
  readonly ideas: readonly (Idea & { readonly mine: boolean })[];
  readonly decisions: readonly Decision[];
  readonly tasks: readonly TaskView[];
  /** The one on which the meeting works now: what is captured hangs on it. */
  readonly now: boolean;
};

export type TaskView = Task & {
  readonly ownerName: string;
  readonly overdue: boolean;
  readonly mustDecide: boolean;
  readonly planner: 'none' | 'waiting' | 'there';
};

export type ChairView = {
  readonly id: PersonId | null;
  readonly name: string | null;
  readonly mine: boolean;
  /** Gone without a panel since then; others may take over after a minute. */
  readonly goneSince: Instant | null;
  readonly mayTakeOver: boolean;
  readonly handTo: readonly PersonId[];
  /** By rotation between the areas. */
  readonly nextTime: PersonId | null;
};

export type FloorView = {
  readonly speaker: PersonId | null;
  readonly mine: boolean;
  readonly asking: boolean;
  /** In the order in which they are served. */
  readonly queue: readonly PersonId[];
  /** A round: who is still to come, and the milliseconds of each. */
  readonly round: { readonly left: readonly PersonId[]; readonly each: number } | null;
  /** To anybody, at any time. */
  readonly mayGive: boolean;
  /** Mark whoever speaks, as nobody has the floor. */
  readonly mayMark: boolean;
  /** Nobody is marked, and the item is theirs: what is said is supposed to be too. Only where that counts. */
  readonly supposed: PersonId | null;
};

/** The balance of this meeting as this person may see it. An estimate, by marks. */
export type BalanceView = Pick<
  MyBalance,
  'mode' | 'as' | 'counted' | 'areas' | 'own' | 'people' | 'attributed'
> & {
  /** In force since then; `news` where this person has not been told on this device. */
  readonly since: Instant;
  readonly news: boolean;
  /** False for whoever belongs to no area: nothing of them is counted. */
  readonly mayCount: boolean;
  /** The most that the tenant allows. */
  readonly cap: BalanceMode;
  /** This session measures; false while its agenda, with which the measuring begins, is not there yet. */
  readonly begun: boolean;
  /** Areas of which, as far as this person may know, only one person is counted: theirs is the area's share. */
  readonly alone: readonly string[];
  /** Milliseconds of speech until shares are shown; 0 once they are. */
  readonly tooEarlyFor: number;
  /** The area to be heard, for as long as the line stands. */
  readonly nudge: string | null;
  /** Whether such lines come at all: null where the team wants none, else as this device was told. */
  readonly nudges: boolean | null;
};

/** The one capture line. */
export type CaptureView = {
  readonly text: string;
  /** What was understood; null for an empty line. */
  readonly understood:
    | { readonly kind: 'task'; readonly draft: TaskDraft; readonly missing: readonly Missing[] }
    | { readonly kind: 'idea'; readonly text: string }
    | { readonly kind: 'decision'; readonly text: string }
    | null;
  /** Who may own it, where the line leaves it open. */
  readonly owners: readonly PersonId[];
  /** Owners inside, where somebody from outside does it. */
  readonly insiders: readonly PersonId[];
};

/** The meeting tab, and the panel before the start. */
export type BeforeView = {
  readonly occurrence: {
    readonly answers: { readonly yes: number; readonly of: number };
    readonly notComing: readonly { readonly name: string; readonly standIn: string | null }[];
    readonly place: string;
    readonly invited: number;
    readonly outsiders: number;
  } | null;
  /** Null while nobody knows; false shows how to add it. */
  readonly hasPanel: boolean | null;
  readonly mayAddPanel: boolean;
  readonly proposals: readonly (ProblemView & { readonly mine: boolean; readonly inAgenda: boolean })[];
  /** Open from before. */
  readonly left: readonly TaskView[];
  /** Left from before, and done since or here. */
  readonly done?: readonly TaskView[];
  /** Left from before, and deleted in Planner since: carried over no more. */
  readonly gone?: readonly TaskView[];
  /** Problems left from before: did they move? Those with a number first. */
  readonly moving?: readonly MovingView[];
  /** The item with which a monthly meeting opens, where this person may put it away; null where there is none. */
  readonly toDecide?: string | null;
  /** Putting what is left into the invitation; null where this person, or the time, is not the one for it. */
  readonly review?: (StepView & { readonly mails: number }) | null;
  readonly wholeTeam: boolean;
  readonly isOrganiser: boolean;
  /** Who takes proposals into the agenda, where it is known. */
  readonly organiserName?: string;
  /** The session before this one, where its record could be read. */
  readonly last?: LastSession;
};

/** A problem from an earlier meeting: its number before this meeting, and now, where anybody has said it. */
export type MovingView = Pick<RoomProblem, 'id' | 'title' | 'goal' | 'internal'> & {
  readonly before: number | null;
  readonly now: number | null;
  readonly solved: boolean;
};

/** Minutes as HTML, with what this person may see. */
export type LastSession = { readonly start: Instant; readonly minutes: string };

/** The end: everything offered, nothing sent unasked. */
export type AfterView = {
  readonly tasks: StepView & { readonly waiting: number; readonly done: number };
  readonly record: StepView & { readonly place: 'site' | 'appFolder' | null };
  readonly minutes: StepView & {
    /** Who will read them, and who of them is from outside. */
    readonly readers: number;
    readonly outsiders: number;
    readonly preview: string;
    readonly sent: SentView | null;
  };
  /** By mail to whoever only gets the minutes; null where nobody does. */
  readonly informed:
    | (StepView & {
        readonly names: readonly string[];
        /** Of them, whose address nobody here knows: they get no mail. */
        readonly unknown: readonly string[];
        /** One of them is from outside: what is internal stays out. */
        readonly outsiders: number;
        readonly sent: SentView | null;
      })
    | null;
  /** Null where this session does not ask. */
  readonly pulse?: PulseView | null;
  /** One message with the next date and what is open; null where the series sends none. */
  readonly message?: (StepView & { readonly preview: string; readonly sent: SentView | null }) | null;
  /** From the estimate to what the transcript tells; null where nothing is measured, or nothing is kept yet. */
  readonly talk?: TalkReadingView | null;
  /** "Prepare the weekly" in my own calendar, where I chair the next one; null for everybody else. */
  readonly prepare?: StepView | null;
};

/** The two questions of each fourth session, and what was answered once three have. */
export type PulseView = {
  /** From this device. */
  readonly answered: boolean;
  readonly answers: number;
  readonly counts: Pulse | null;
};

/** Who has sent it, from whichever device; `sure` once the service has taken it: else it may have gone out. */
export type SentView = { readonly by: string; readonly at: Instant; readonly sure: boolean };

export type StepView = {
  readonly state: 'offered' | 'working' | 'done' | 'failed' | 'missing';
  /** Why it is missing or failed. */
  readonly failure: Failure | null;
};

export type MeetingNotice =
  | { readonly kind: 'failed'; readonly step: MeetingStep; readonly failure: Failure }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly data: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'saved'; readonly what: 'task' | 'idea' | 'decision' | 'problem'; readonly text: string }
  | { readonly kind: 'item'; readonly title: string }
  | { readonly kind: 'closing' }
  | { readonly kind: 'chairChanged'; readonly name: string }
  | { readonly kind: 'panelAdded' }
  /** My own turn is gone, or ends earlier. */
  | { readonly kind: 'turnCorrected'; readonly gone: boolean }
  | { readonly kind: 'takesPart'; readonly as: TakesPart };

export type MeetingStep =
  | 'open'
  | 'command'
  | 'capture'
  | 'addPanel'
  | 'tasks'
  /** Reading what became of what is left, before the agenda comes. */
  | 'plan'
  | 'review'
  | 'record'
  | 'minutes'
  | 'takePart'
  | 'share';

export type MeetingQuestion =
  /** Two tasks in the plan could be the one that was sent without an answer. */
  | { readonly kind: 'sameTask'; readonly text: string; readonly found: number }
  /** Before the first thing is captured in a channel meeting. */
  | { readonly kind: 'wholeTeam' }
  /** Before the invitation changes: everybody who is invited gets a mail. */
  | { readonly kind: 'review'; readonly mails: number };

/** What changes each second; drawn by the timer alone. Milliseconds, of the server's clock. */
export type MeetingTick = {
  readonly now: Instant;
  readonly itemLeft: number | null;
  /** 0 … 1 of the item's minutes. */
  readonly itemShare: number;
  readonly meetingLeft: number;
  readonly speakerFor: number | null;
};
