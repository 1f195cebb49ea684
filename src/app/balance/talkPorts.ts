import type { NameMeans, Talk } from '../../domain/balance/types';
import type { PersonId } from '../../domain/meeting/types';
import type { Clock } from '../ports/clock';
import type { Identity } from '../ports/identity';
import type { OwnSession } from '../ports/ownTalk';
import type { SpeechReader } from '../ports/speechReader';
import type { Transcripts } from '../ports/transcripts';
import type { TalkSession } from './talkSession';
import type { OpenTalkReading } from './talkReading';

/** What a reading of a transcript stands on, whichever surface it is in. */
export type TalkPorts = {
  readonly identity: Pick<Identity, 'token'>;
  readonly transcripts: Transcripts;
  readonly reader: SpeechReader;
  readonly clock: Clock;
  /** Calls `run` once after so many milliseconds; answers how to take it back. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Remembers my own share where I want it remembered. */
  readonly rememberOwn: (mine: OwnSession) => Promise<void>;
  /** The page on which an administrator consents to reading transcripts. */
  readonly consentLink: () => string;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};

/** Where what was measured goes: the record of the session, and the series' file for what names mean. */
export type TalkKeeping = {
  /** Who does not take part by what the series' file says now: others say so in panels of their own. */
  readonly declined: () => Promise<readonly PersonId[]>;
  readonly keep: (talk: Talk) => Promise<void>;
  readonly learn: (names: Readonly<Record<string, NameMeans>>) => Promise<void>;
};

/** Fetched once somebody looks at a session that may be measured: no surface carries it from its first script on. */
export type OpenTalk = (session: TalkSession, keeping: TalkKeeping) => OpenTalkReading;
