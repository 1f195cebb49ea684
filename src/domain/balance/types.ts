import type { ItemId, PersonId } from '../meeting/types';
import type { Instant } from '../time/types';

/** What of the talk is measured. Each one holds what stands before it. */
export type BalanceMode = 'off' | 'areas' | 'persons';

/** Whose mark a turn rests on; the owner of an item is only supposed. */
export type MarkSource = 'chair' | 'self' | 'round' | 'queue' | 'owner';

/** What a meeting tells of who had the floor, in the order in which it happened; instants are the server's. */
export type BalanceEvent =
  /** The floor is somebody's from now on; nobody's with null. */
  | {
      readonly at: Instant;
      readonly kind: 'mark';
      readonly person: PersonId | null;
      readonly source: MarkSource;
    }
  /** Whose item begins: while nobody is marked, speech is supposed to be theirs. */
  | { readonly at: Instant; readonly kind: 'owner'; readonly person: PersonId | null }
  /** The host's signal, of all panels together: somebody speaks, or nobody does. */
  | { readonly at: Instant; readonly kind: 'speaking'; readonly on: boolean }
  /** Whoever was marked says of the turn that began at `from` that it ended at `until`, or with null that it was not theirs. */
  | {
      readonly at: Instant;
      readonly kind: 'correct';
      readonly person: PersonId;
      readonly from: Instant;
      readonly until: Instant | null;
    }
  | { readonly at: Instant; readonly kind: 'end' };

/** Half-open; speech of one person that was heard and attributed. */
export type Turn = {
  readonly person: PersonId;
  readonly from: Instant;
  readonly until: Instant;
  readonly source: MarkSource;
};

/** `share` of what was attributed, `fair` by presence: both 0 to 1. */
export type Share = { readonly milliseconds: number; readonly share: number; readonly fair: number };

/** Talk of those who take part. */
export type Balance = {
  readonly areas: Readonly<Record<string, Share>>;
  readonly people: Readonly<Record<PersonId, Share>>;
  /** Milliseconds of speech heard; without a signal, of turns. */
  readonly speech: number;
  /** 0 to 1: how much of the speech is anybody's; null where nothing tells when somebody speaks. */
  readonly attributed: number | null;
};

/** What the server answers one person; nothing in it is another's, but where they agreed to it. */
export type MyBalance = {
  readonly mode: 'areas' | 'persons';
  /** How I take part: not at all, counted in my area, or shown by name. */
  readonly as: TakesPart;
  /** Of those who are here, how many are counted. */
  readonly counted: { readonly is: number; readonly of: number };
  readonly speech: number;
  readonly attributed: number | null;
  /** Null before ten minutes of speech. */
  readonly areas: Readonly<Record<string, Share>> | null;
  /** Null for whoever does not take part. Shares are there from the tenth minute of speech, turns at once. */
  readonly own: {
    readonly share: Share | null;
    /** The last ones, oldest first; the open one's `until` is now. */
    readonly turns: readonly (Turn & { readonly open?: true })[];
  } | null;
  /** Of those who agreed to be shown; null in the mode of areas and before ten minutes of speech. */
  readonly people: Readonly<Record<PersonId, Share>> | null;
  /** The area that is worth hearing now. */
  readonly quiet: string | null;
  /** What goes into the record: there once the meeting has ended. */
  readonly talk: Talk | null;
};

export type TakesPart = 'declined' | 'counted' | 'shown';

/** Talk of the areas in one session, as its record keeps it. Nothing in it is a person's. */
export type Talk = {
  readonly source: 'measured' | 'estimate';
  /** Area to milliseconds. */
  readonly areas: Readonly<Record<string, number>>;
  /** Area to its fair share by presence, 0 to 1. */
  readonly fair?: Readonly<Record<string, number>>;
  /** Milliseconds of speech that belongs to no area: nobody's, unknown, or of who does not take part. */
  readonly unattributed?: number;
  /** Of what was measured: milliseconds that a room, a phone or a shared account said, split by the marks. */
  readonly split?: number;
  /** Of what was measured: by how many percentage points the estimate was off, for the area where it was most. */
  readonly off?: number;
  /** The file told when turns begin and not when they end. */
  readonly rough?: true;
  readonly picture?: TalkPicture;
};

/** Turns by area over time, in equal steps from `start`, and the agenda under them. */
export type TalkPicture = {
  readonly start: Instant;
  /** Milliseconds. */
  readonly step: number;
  /** Area to milliseconds of talk in each step. */
  readonly areas: Readonly<Record<string, readonly number[]>>;
  /** The same of people without a panel of their own: what splits the speech of a room or a phone. */
  readonly shared?: Readonly<Record<string, readonly number[]>>;
  readonly items: readonly { readonly item: ItemId; readonly from: Instant }[];
};

/** Speech as a transcript tells it. */
export type Speech = {
  readonly cues: readonly Cue[];
  /** Instants; otherwise milliseconds since the transcript began. */
  readonly absolute: boolean;
  /** False where only the beginning of each turn was told. */
  readonly exact: boolean;
  /** The minute in which the transcript began, where a file without absolute times tells it. */
  readonly begun?: Instant;
};

/** Half-open, whole milliseconds; `speaker` as the transcript shows the name, null for nobody's. */
export type Cue = { readonly speaker: string | null; readonly from: number; readonly until: number };

/** What a name in transcripts means, once somebody has said it. */
export type NameMeans =
  | { readonly kind: 'person'; readonly person: PersonId }
  /** A room, a phone or an account of several. */
  | { readonly kind: 'shared' }
  | { readonly kind: 'nobody' };
