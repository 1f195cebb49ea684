import type { Instant, Interval, ZoneName } from '../../domain/time/types';
import type { Cancellation } from './cancellation';
import type { MeetingPlace } from './room';

/** From the place of a meeting to its event, its people and its app. Contract: tests/contracts/meetingsContract.ts */
export interface Meetings {
  /** What the chat or channel says; fails with notFound or denied for somebody who is not in it. */
  about(place: MeetingPlace, cancel: Cancellation): Promise<MeetingAbout>;
  /**
   * My own copy of the occurrence nearest to `now`: the one that runs, else the next within 7 days, else the last within
   * one day. One that ended less than an hour ago still runs unless the next one is nearer: it may be running over. Null
   * for a meeting that is not in my calendar.
   */
  occurrence(joinUrl: string, now: Instant, cancel: Cancellation): Promise<Occurrence | null>;
  /**
   * Whether the app has its tab in the meeting's chat; never in a channel's meeting, where the team adds it. Fails with
   * notFound where the organisation's catalogue does not hold the app.
   */
  hasPanel(place: MeetingPlace, cancel: Cancellation): Promise<boolean>;
  /** Adds the app and its tab to the chat; both already there is no mistake. Fails with consent, denied, with notFound as above, and as refused with `channel` in a channel. */
  addPanel(place: MeetingPlace, tabName: string, cancel: Cancellation): Promise<void>;
  /** Says something in the meeting's chat or under the channel's meeting, as the person. Untrusted text is escaped by the caller. */
  say(place: MeetingPlace, html: string, cancel: Cancellation): Promise<void>;
  /**
   * One mail from the person to all of them, kept among what was sent. It goes out once: as offline or unavailable it may
   * have gone out all the same. Untrusted text in `html` is escaped by the caller.
   */
  mail(to: readonly Recipient[], subject: string, html: string, cancel: Cancellation): Promise<void>;
}

export type Recipient = { readonly name: string; readonly mail: string };

export type MeetingAbout = {
  readonly topic: string;
  /** The directory's object id. */
  readonly organiser: string | undefined;
  readonly joinUrl: string | undefined;
  /** Empty where only the membership itself can be seen (a channel). */
  readonly members: readonly PlaceMember[];
  /** Everybody in the team can see what is captured. */
  readonly wholeTeam: boolean;
};

export type PlaceMember = {
  readonly id: string;
  readonly name: string;
  /** Lower case; empty when the service tells none. */
  readonly mail: string;
  /** A guest, or of another company. */
  readonly outsider: boolean;
};

export type Occurrence = {
  readonly eventId: string;
  readonly seriesEventId?: string;
  readonly subject: string;
  /** Half-open. */
  readonly time: Interval;
  /** As the series first had it; of a single event its start. It names the room. */
  readonly original: Instant;
  readonly zone: ZoneName;
  /** Only then is its body an agenda to be believed. */
  readonly isOrganiser: boolean;
  readonly organiserMail: string;
  readonly bodyHtml: string;
  readonly place: string;
  readonly attendees: readonly {
    readonly mail: string;
    readonly name: string;
    readonly type: 'required' | 'optional' | 'room';
    readonly answer: 'accepted' | 'tentative' | 'declined' | 'none';
  }[];
};
