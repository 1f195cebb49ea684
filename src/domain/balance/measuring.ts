import type { PersonId, PresenceHow } from '../meeting/types';
import { Refusal } from '../refusal';
import type { Instant, Interval } from '../time/types';
import type { NameMeans, Share, Speech, Talk } from './types';

export type MeasuringInput = {
  /** All transcripts of the occurrence; `from` is the transcript's zero, of no meaning where the speech is absolute. */
  readonly speeches: readonly { readonly speech: Speech; readonly from: Instant }[];
  /** Only speech within counts. */
  readonly session: Interval;
  readonly people: readonly TalkPerson[];
  /** Who was there, under the names that transcripts show; empty where nobody may tell. */
  readonly attended: readonly AttendedName[];
  /** What was said of names before, by the name as transcripts show it. */
  readonly names: Readonly<Record<string, NameMeans>>;
  readonly declined: readonly PersonId[];
  /** What was counted live: its items, its marks of shared panels, and what `off` compares with. */
  readonly estimate?: Talk;
};

export type TalkPerson = {
  readonly id: PersonId;
  readonly name: string;
  /** Lower case. */
  readonly mail?: string;
  /** Empty for none: never counted. */
  readonly area: string;
  readonly how: PresenceHow | 'unknown';
  readonly outsider?: true;
  /** Milliseconds of the session; without it what attendance tells, else `how`. */
  readonly present?: number;
};

export type AttendedName = {
  readonly name: string;
  readonly person?: PersonId;
  readonly mail?: string;
  readonly spans?: readonly Interval[];
};

export type Measured = {
  readonly talk: Talk;
  /** Of everybody counted who speaks under a name of their own, or was there and silent: for themselves alone. */
  readonly people: Readonly<Record<PersonId, Share>>;
  /** Names that could be more than one person or are nobody's, by how long they spoke: to be asked, and measured again. */
  readonly unknown: readonly UnknownSpeaker[];
};

export type UnknownSpeaker = {
  readonly name: string;
  readonly milliseconds: number;
  /** Best first. */
  readonly guesses: readonly PersonId[];
};

/** Talk as the transcripts tell it. Refuses talk/other-meeting. */
export function measuredTalk(input: MeasuringInput): Measured {
  throw new Refusal('talk/other-meeting', { speeches: input.speeches.length });
}
