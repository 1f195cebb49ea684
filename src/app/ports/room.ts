import type { MyBalance } from '../../domain/balance/types';
import type { RefusalCode } from '../../domain/refusal';
import type { Decision, Idea, Problem } from '../../domain/meeting/captured';
import type { LeftTask, RoomCommandBody, RoomState } from '../../domain/meeting/room';
import type { PersonId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';
import type { Readable } from './composeHost';

/** Which room: the place of the meeting and the original start of the occurrence. */
export type RoomId = { readonly place: MeetingPlace; readonly start: Instant };

export type MeetingPlace =
  | { readonly kind: 'chat'; readonly chat: string }
  | { readonly kind: 'channel'; readonly team: string; readonly channel: string; readonly message: string };

/** The live rooms. Contract: tests/contracts/roomContract.ts */
export interface Rooms {
  /** Opens at once, with what this device still holds; the rest comes when the server answers. */
  open(id: RoomId, me: PersonId): Room;
  /**
   * The start of the room of that place which is nearest to now, as the server knows it: for whoever has no event of
   * their own in the calendar (a guest). Null when there is none; missing where nobody can be asked.
   */
  near?(place: MeetingPlace, now: Instant): Promise<Instant | null>;
}

export interface Room {
  readonly view: Readable<RoomView>;
  /**
   * Shown at once as if it had been applied, sent in order, kept while the network is gone. Resolves with the server's
   * answer; rejects with a Refusal, or with PortFailure offline when it waited two minutes (a vote waits as long as it takes).
   */
  command(body: RoomCommandBody): Promise<void>;
  /** Writes into the notes: at once here, on the server's disk when `saved`. Refuses texts that are too long. */
  write(change: NoteChange): void;
  /** Passes on the host's signal that somebody speaks, or nobody does any more. */
  speaking?(on: boolean): void;
  /** Brings a new token or the person's consent, after `denied`. */
  retry(): void;
  close(): void;
}

export type RoomView = {
  readonly connection: Connection;
  /** Nothing written or commanded here waits to reach the server's disk. */
  readonly saved: boolean;
  /** As the server last said it, with the commands that wait applied. Null before it was ever heard. */
  readonly state: RoomState | null;
  readonly notes: RoomNotes;
  /** What the server tells me, and nobody else, of who had the floor; null or not there where nothing is measured. */
  readonly balance?: MyBalance | null;
  /** Add it to this machine's clock to have the server's. Milliseconds. */
  readonly clockOffset: number;
};

export type Connection =
  | { readonly kind: 'connecting' | 'live' | 'offline' }
  /** No server is configured, or it never answered: this device works for its user alone. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'denied'; readonly why: Denial; readonly claims?: string };

export type Denial =
  /** Not in the chat or channel (yet): joining the meeting once makes a member. */
  | 'notMember'
  /** Neither near its time nor one of the people of the occurrence. */
  | 'notItsTime'
  | 'signIn'
  | 'consent'
  /** Graph cannot be asked now; it will be asked again. */
  | 'unknown'
  /** The room was written by a later Cadencia. */
  | 'newerRoom'
  | 'tooMuch';

/** The shared notes: what people captured, hung on its problem. Removed entries are not in it. */
export type RoomNotes = {
  readonly problems: readonly RoomProblem[];
  readonly ideas: readonly Idea[];
  readonly decisions: readonly Decision[];
  readonly tasks: readonly LeftTask[];
};

export type RoomProblem = Omit<Problem, 'state'> & {
  /** Brought before the meeting, or left from one before. */
  readonly from?: 'before' | 'proposed';
  /** 'open' where somebody opened it again: nothing is taken out of a note. */
  readonly state?: 'open' | NonNullable<Problem['state']>;
};

export type NoteEntry = {
  readonly problem: RoomProblem;
  readonly idea: Omit<Idea, 'votes'>;
  readonly decision: Decision;
  readonly task: LeftTask;
};
export type NoteKind = keyof NoteEntry;

export type NoteChange =
  | { [K in NoteKind]: { readonly kind: 'add'; readonly what: K; readonly entry: NoteEntry[K] } }[NoteKind]
  | {
      [K in NoteKind]: {
        readonly kind: 'change';
        readonly what: K;
        readonly id: string;
        /** Never id, by or internal. */
        readonly fields: Partial<Omit<NoteEntry[K], 'id' | 'by' | 'internal'>>;
      };
    }[NoteKind]
  /** Taken out of sight; `restore` brings it back. Nothing is deleted in a meeting. */
  | { readonly kind: 'remove' | 'restore'; readonly what: NoteKind; readonly id: string };

/** What the server's answers and a refused command carry. */
export type Refused = {
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, string | number>>;
};
