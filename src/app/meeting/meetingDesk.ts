import type { TalkReading } from '../balance/talkReadingView';
import type { PersonIdentity } from '../ports/identity';
import type { NoteKind } from '../ports/room';
import type { Readable } from '../ports/composeHost';
import type { TakesPart } from '../../domain/balance/types';
import type { Answers } from '../../domain/meeting/pulse';
import type { CommandBody } from '../../domain/meeting/commands';
import type { TaskDraft } from '../../domain/meeting/tasks';
import type { PersonId, PresenceHow } from '../../domain/meeting/types';
import type { CalendarDay, Instant } from '../../domain/time/types';
import type { Choice, MeetingTick, MeetingView } from './meetingView';

/** The surfaces of a meeting without their drawing. Nothing throws; failures and refusals are notices. */
export type MeetingDesk = {
  readonly view: Readable<MeetingView>;
  /** Changes each second, with the server's seconds. */
  readonly tick: Readable<MeetingTick>;
  end(): void;

  /** Where an administrator consents to a tier for everybody: to be handed on. */
  readonly adminConsent: PersonIdentity['adminConsent'];
  signIn(): void;
  retry(): void;
  dismiss(): void;
  answer(yes: boolean): void;

  /** Any command of the meeting: start, next, end, hand over, floor, presence… */
  command(body: CommandBody): void;
  /** One press on a proposed choice; the one without a command is only put away. */
  choose(choice: Choice): void;
  useProposed(): void;
  /** The template of a weekly in the panel's language, where no agenda came with the meeting. */
  useTemplate(): void;
  bringBack(item: string): void;
  addItem(item: {
    readonly kind: 'topic' | 'problem';
    readonly title: string;
    readonly minutes: number;
  }): void;
  present(person: PersonId, how: PresenceHow, through?: PersonId): void;

  capture: {
    /** What stands in the line; understood as it is typed. */
    type(text: string): void;
    /** Fills in or corrects what was understood, and may change the kind. */
    set(change: Partial<TaskDraft> & { readonly kind?: 'task' | 'idea' | 'decision' }): void;
    /** Saves what is whole; a task without owner or date stays in the line and says what it lacks. */
    save(): void;
  };
  /** The problem on which ideas, decisions and tasks hang from now on. */
  workOn(problem: string): void;
  addIdea(problem: string, text: string): void;
  vote(idea: string, on: boolean): void;
  setNumber(problem: string, value: number): void;
  setGoal(problem: string, goal: number): void;
  setSolved(problem: string, solved: boolean): void;
  setTaskState(task: string, state: 'open' | 'done'): void;
  /** A task that was carried over three times goes on only so; it then counts anew. */
  decide: {
    cutDown(task: string, text: string, due: CalendarDay): void;
    toMonthly(task: string): void;
    /** Two parts or more, each with an owner and a date. */
    split(task: string, parts: readonly TaskDraft[]): void;
  };
  remove(what: NoteKind, id: string): void;
  restore(what: NoteKind, id: string): void;

  /** About being measured. */
  balance: {
    /** In this session at once, and for those to come; a failure to keep it is told. */
    takePart(as: TakesPart): void;
    /** Of my own turn that began then: it was over by `until`, or with null was not mine. */
    correct(from: Instant, until: Instant | null): void;
    /** What is measured has been read: this device tells it no more. */
    known(): void;
    /** The line that an area is still to be heard: this one, or all of them on this device. */
    putNudgeAway(): void;
    setNudges(on: boolean): void;
  };
  before: {
    propose(title: string, internal: boolean): void;
    /** The organiser takes a proposed problem into the agenda, with minutes from the items ahead. */
    take(problem: string): void;
    addPanel(): void;
    /** Puts what is left into the organiser's invitation, after a question that tells the mails. */
    putReview(): void;
  };
  after: {
    pushTasks(): void;
    keepRecord(): void;
    sendMinutes(): void;
    /** One mail to the informed people, as whoever presses. */
    mailMinutes(): void;
    /** Was it worth the time, could I say what I wanted? Nobody sees whose answer it is. */
    pulse(answers: Answers): void;
    /** The next date and what is open, to the meeting's chat or channel. */
    sendNext(): void;
    /** "Prepare the weekly" into my own calendar. */
    enterNext(): void;
    /** The transcript of this meeting. */
    talk: TalkReading;
  };
  share(): void;
  openInWindow(): void;
};
