import type { AgendaItem, AgendaKind, Language } from '../agenda/types';
import type { TakesPart } from '../balance/types';
import type { SeriesKind } from '../rhythm/series';
import type { Instant, ZoneName } from '../time/types';
import type { Problem, Task } from './captured';
import type { CommandBody } from './commands';
import type { Answers, PulseState } from './pulse';
import type { Attendee, ItemId, Meeting, PersonId } from './types';

/**
 * What only the server writes of one occurrence's room, and all participants see. Plain JSON; what stays with the server
 * (ids of commands, turns of people) is not in it.
 */
export type RoomState = {
  /** Who organised the meeting, as Graph says it; null where nobody can tell. */
  readonly organiser: PersonId | null;
  /** Null until an agenda has come in. `applied` is always empty here. */
  readonly meeting: Meeting | null;
  readonly about: About | null;
  readonly names: Readonly<Record<PersonId, string>>;
  /** An agenda that somebody else than the organiser has brought. */
  readonly proposed: { readonly by: PersonId; readonly seed: Seed } | null;
  /** Idea to whoever says +1. */
  readonly votes: Readonly<Record<string, readonly PersonId[]>>;
  readonly push: Push;
  /** A member has kept the record; the server may forget the room some time later. */
  readonly record: { readonly id: string; readonly eTag: string; readonly by: PersonId } | null;
  /** The minutes on their way to people; not there while nobody has sent any. */
  readonly sent?: { readonly [what in SentWhat]?: Sent };
  /** What of the talk this meeting measures, since its agenda came; not there where nothing is measured. */
  readonly balance?: { readonly mode: 'areas' | 'persons'; readonly since: Instant; readonly nudge: boolean };
  /** Answers to the two questions; not there while nobody has answered. */
  readonly pulse?: PulseState;
};

/** The minutes to the meeting's chat, and by mail to the informed people; and the message with the next date. */
export type SentWhat = 'chat' | 'mail' | 'message';
export type Sent = {
  /** `going` until whoever sends has told what came of it. */
  readonly state: 'going' | 'sent';
  readonly by: PersonId;
  readonly at: Instant;
};

export type About = {
  readonly title: string;
  readonly kind: SeriesKind | 'adHoc';
  readonly language: Language;
  readonly zone: ZoneName;
  /** Cadencia's id of the series, when it has one. */
  readonly series: string | null;
  readonly areas: readonly { readonly id: string; readonly name: string; readonly quorum: number }[];
};

/** What an agenda brings into a room, once. */
export type Seed = {
  readonly about: About;
  readonly start: Instant;
  readonly chair: PersonId | null;
  readonly people: readonly (Attendee & { readonly name: string })[];
  readonly items: readonly (AgendaItem & { readonly id: ItemId })[];
  /** What is left from before: goes into the notes with the seed. */
  readonly problems: readonly Problem[];
  readonly tasks: readonly LeftTask[];
  /** What the team has agreed to measure; the server's cap may allow less. Nothing without it. */
  readonly balance?: {
    readonly mode: 'areas' | 'persons';
    readonly since: Instant;
    readonly nudge: boolean;
    readonly declined: readonly PersonId[];
  };
};

export type LeftTask = Task & {
  /** Somebody has deleted it in Planner: it is shown once, carried over no more, and stands in no record. */
  readonly gone?: true;
};

/** Tasks on their way to Planner: one push at a time, the intent before the request. */
export type Push = {
  readonly lease: { readonly by: PersonId; readonly until: Instant } | null;
  readonly tasks: Readonly<Record<string, TaskPush>>;
};

export type TaskPush =
  | { readonly state: 'intended'; readonly by: PersonId; readonly at: Instant }
  /** `planner` is Planner's id of the task. */
  | { readonly state: 'pushed'; readonly planner: string };

/** A lease ends by itself after so many milliseconds; whoever pushes renews it. */
export const LEASE = 30_000;

export type RoomCommandBody =
  | CommandBody
  /** From the organiser it is applied, once; from anybody else it is kept as a proposal. */
  | { readonly kind: 'seed'; readonly seed: Seed }
  /** The organiser at any time; anybody from five minutes before the proposal's start. */
  | { readonly kind: 'useProposed' }
  | {
      readonly kind: 'addItem';
      readonly item: {
        readonly id: ItemId;
        readonly kind: AgendaKind;
        readonly title: string;
        readonly minutes: number;
        readonly internal?: true;
      };
    }
  /** What was put off comes back, its minutes from those ahead. */
  | { readonly kind: 'bringBack'; readonly item: ItemId }
  | { readonly kind: 'vote'; readonly idea: string; readonly on: boolean }
  /** Takes or renews the lease; refused while another holds it. */
  | { readonly kind: 'lease' }
  | { readonly kind: 'release' }
  | { readonly kind: 'intend'; readonly task: string }
  | { readonly kind: 'pushed'; readonly task: string; readonly planner: string }
  /** The service has said no: nothing was made. */
  | { readonly kind: 'notPushed'; readonly task: string }
  /** On its way the command has an id of its own, and `record` is the record's. */
  | { readonly kind: 'recorded'; readonly record: string; readonly eTag: string }
  /** Before the minutes go out, once they have, and when the service has said no. */
  | { readonly kind: 'send' | 'sent' | 'notSent'; readonly what: SentWhat }
  /** How I take part in the measuring; declining also forgets what was counted of me. */
  | { readonly kind: 'takePart'; readonly as: TakesPart }
  /** The team measures less by now than the agenda brought: anybody of the company says it, and what is no longer measured goes. */
  | { readonly kind: 'measureLess'; readonly mode: 'off' | 'areas' }
  /** Of my own turn that began then: it ended at `until`, or was not mine. */
  | { readonly kind: 'correctTurn'; readonly from: Instant; readonly until: Instant | null }
  /** Once for each person; who has answered what is nowhere. */
  | ({ readonly kind: 'pulse' } & Answers);

/** The id is made by whoever sends it and stays the same when the network repeats it. */
export type RoomCommand = RoomCommandBody & { readonly id: string };
