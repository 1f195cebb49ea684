import type { MeetingDesk } from '../meeting/meetingDesk';
import type { PersonalDesk } from '../follow/followDesk';
import type { Failure } from '../ports/failure';
import type { Readable } from '../ports/composeHost';
import type { Instant, ZoneName } from '../../domain/time/types';
import type { ToldByBody } from './toldByBody';

/** What the pane beside a meeting that is only read shows. */
export type ReadingView =
  | { readonly screen: 'starting' }
  /** No appointment that is only being read: a plain window, an Outlook that is too old. */
  | { readonly screen: 'noItem' }
  | { readonly screen: 'failed'; readonly failure: Failure }
  | ItemView;

export type ItemView = {
  readonly screen: 'item';
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly place: string;
  /** Of whoever reads. */
  readonly zone: ZoneName;
  /** Of the series, where it is known. */
  readonly seriesZone: ZoneName | undefined;
  readonly agenda: ToldByBody['agenda'];
  readonly teams: 'chat' | 'address' | 'none';
  /** Where Teams shows the meeting's chat, in which our tab stands. */
  readonly link: string | null;
  readonly isOrganiser: boolean;
  /** What needs an account: null where there is nothing to ask for. */
  readonly together: Together | 'loading' | 'notLoaded' | null;
};

/** The session that is at hand, and what of its series is mine. */
export type Together = { readonly meeting: MeetingDesk; readonly mine: PersonalDesk };

/** The pane without its drawing. Nothing it does throws. */
export type Reading = {
  readonly view: Readable<ReadingView>;
  /** Reads again, or fetches what did not arrive. */
  retry(): void;
  /** After a press: for the session first, then for what is mine. */
  signIn(): void;
  end(): void;
};
