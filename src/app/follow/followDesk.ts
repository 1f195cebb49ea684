import type { TakesPart } from '../../domain/balance/types';
import type { BoardFilter } from '../../domain/tasks/board';
import type { FollowUp, RhythmChange } from '../../domain/rhythm/followUp';
import type { Area, Period } from '../../domain/rhythm/series';
import type { CalendarDay, Instant } from '../../domain/time/types';
import type { TalkReading } from '../balance/talkReadingView';
import type { Readable } from '../ports/composeHost';
import type { Found } from '../ports/directory';
import type { PersonIdentity } from '../ports/identity';
import type { FollowPart, FollowView, MemberEdit, PersonalView } from './followView';

/** The channel's tab without its drawing. Nothing throws; failures and refusals are notices. */
export type FollowDesk = {
  readonly view: Readable<FollowView>;
  end(): void;

  /** Where an administrator consents to a tier for everybody: to be handed on. */
  readonly adminConsent: PersonIdentity['adminConsent'];
  signIn(): void;
  /** Repeats what failed, or opens again. */
  retry(): void;
  dismiss(): void;
  answer(yes: boolean): void;
  /** Another series, another part: kept in the address. */
  show(to: { readonly series?: string; readonly part?: FollowPart }): void;
  /** Opens a meeting the way its host does. */
  openLink(url: string): void;

  tasks: TaskActions & {
    filter(change: { readonly [K in keyof BoardFilter]: BoardFilter[K] | undefined }): void;
    /** Review: the next or the one before. */
    step(by: 1 | -1): void;
    /** Sends what waits to the plan, one push at a time. */
    send(): void;
    /** Of one that was deleted in Planner: it is made again, or counts as done with. */
    again(task: string): void;
    letGo(task: string): void;
    setProblem(
      problem: string,
      change: { readonly value?: number; readonly goal?: number | null; readonly state?: 'open' | 'solved' },
    ): void;
  };
  decisions: {
    search(text: string): void;
    /** `by` null: it is in force again. */
    replace(decision: string, by: string | null): void;
  };
  rhythm: {
    months(count: number): void;
    mark(original: Instant, as: 'held' | 'skipped' | null): void;
    /** Asks the search for other times or a renewal; 'renewal' also before it is proposed. */
    find(proposal: string): void;
    /** The organiser's calendar does it, after a question that tells the mails; anybody else asks the organiser. */
    change(change: RhythmChange): void;
    putAway(proposal: string): void;
    /** The new organiser makes their series; the old one ends theirs. */
    takeOver(): void;
    endOld(): void;
  };
  asks: { accept(id: string): void; refuse(id: string): void };
  /** The balance of one session, and its transcript. */
  talk: TalkReading & { choose(session: Instant | null): void };
  settings: {
    /** Kept at once, field by field; both heads may edit at the same time. */
    followUp(change: Partial<Pick<FollowUp, 'chairing' | 'pulse' | 'reach' | 'monthly'>>): void;
    series(change: {
      readonly title?: string;
      readonly language?: 'es' | 'en';
      readonly pauses?: readonly Period[];
    }): void;
    area(
      area: string,
      change: Partial<Pick<Area, 'name' | 'quorum' | 'protectedTimes' | 'protectedPeriods'>>,
    ): void;
    member(member: string, change: MemberEdit): void;
    addMember(person: Found | { readonly mail: string; readonly name: string }, area: string): void;
    removeMember(member: string): void;
    find(text: string): Promise<readonly Found[]>;
    /** Every file of the series as one download: name and bytes. */
    export(): Promise<{ readonly name: string; readonly text: string } | null>;
    /** Takes one person out of every record, after a question that says what remains. */
    erase(person: string): void;
  };
  measuring: MeasuringActions & {
    /** More than now: waits for a yes of each area. */
    ask(mode: 'areas' | 'persons'): void;
    /** Less than now, at once. */
    lower(mode: 'off' | 'areas'): void;
    takePart(as: TakesPart): void;
    nudge(on: boolean): void;
    forgetName(name: string): void;
    /** Takes what was measured out of every record, after a question. */
    erase(): void;
  };
  /** The calendar entry of whoever chairs next. */
  reach: { prepare(): void };
};

/** To what is asked: yes, or no; whoever has said yes or asked takes it back. */
export type MeasuringActions = { yes(mode: 'areas' | 'persons'): void; no(): void };

/** In place; the personal tab has them too. */
export type TaskActions = {
  change(
    task: string,
    change: {
      readonly text?: string;
      readonly owner?: string;
      readonly due?: CalendarDay;
      readonly state?: 'notStarted' | 'inProgress' | 'done';
    },
  ): void;
  cutDown(task: string, text: string, due: CalendarDay): void;
  split(
    task: string,
    parts: readonly { readonly text: string; readonly owner: string; readonly due: CalendarDay }[],
  ): void;
  toMonthly(task: string): void;
};

export type PersonalDesk = {
  readonly view: Readable<PersonalView>;
  end(): void;
  /** Where an administrator consents to a tier for everybody: to be handed on. */
  readonly adminConsent: PersonIdentity['adminConsent'];
  signIn(): void;
  retry(): void;
  dismiss(): void;
  /** To the question of the view. */
  answer?(yes: boolean): void;
  tasks: Pick<TaskActions, 'change'>;
  asks: FollowDesk['asks'];
  /** What a series asks of me. */
  measuring: { yes(series: string, mode: 'areas' | 'persons'): void; no(series: string): void };
  /** My own shares: kept from now on; erased; or erased and not kept any more. */
  own: { keep(): void; erase(): void; stop(): void };
  open(series: string): void;
  openLink(url: string): void;
};
