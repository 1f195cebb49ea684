import type { AgendaKind } from '../agenda/types';
import type { MemberRole } from '../rhythm/series';
import type { Instant } from '../time/types';

/**
 * The shared state of one occurrence's meeting that only commands change. Plain data: whoever holds it publishes it and
 * keeps it on disk. A number that ticks is nowhere in it.
 */
export type Meeting = {
  /** As the invitation says; the planned length stays what it was when minutes are moved. */
  readonly planned: { readonly start: Instant; readonly minutes: number };
  readonly organiser: PersonId;
  readonly chair: PersonId | null;
  /** The chair's last panel closed then; seen by all. Null while the chair has a panel open. */
  readonly chairGoneSince: Instant | null;
  readonly people: readonly Attendee[];
  /** Who has a panel open now, as the room sees it; how they take part is `presence`. */
  readonly panels: readonly PersonId[];
  readonly phase: Phase;
  readonly startedAt: Instant | null;
  readonly items: readonly MeetingItem[];
  /** "Item n since instant t". Null outside of the running phase. */
  readonly current: Current | null;
  readonly ended: Ended | null;
  readonly presence: Readonly<Record<PersonId, Presence>>;
  /** Key person to whoever decides for them today. */
  readonly standIns: Readonly<Record<PersonId, PersonId>>;
  readonly floor: Floor;
  /** Ids of the last commands, oldest first: a repeated one changes nothing. */
  readonly applied: readonly string[];
};

export type Phase = 'before' | 'running' | 'closing' | 'ended';

export type PersonId = string;
export type ItemId = string;

export type Attendee = {
  readonly id: PersonId;
  readonly area: string;
  readonly role: MemberRole;
  readonly standsInFor?: PersonId;
  readonly outsider?: true;
};

export type MeetingItem = {
  readonly id: ItemId;
  readonly kind: AgendaKind;
  readonly title: string;
  /** Whole minutes; all items together have the meeting's length, those put off what they had used. */
  readonly minutes: number;
  /** Milliseconds it had the meeting in stretches that are over. */
  readonly spent: number;
  readonly putOff?: true;
  readonly internal?: true;
  /** Who leads it: while nobody is marked, what is said is supposed to be theirs. */
  readonly owner?: PersonId;
};

export type Current = { readonly item: ItemId; readonly since: Instant };

/** What "reopen" goes back to. */
export type Ended = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly phase: Exclude<Phase, 'before' | 'ended'>;
  readonly item: ItemId | null;
};

/** `through` is whose panel stands for somebody who has none of their own. */
export type Presence = { readonly how: PresenceHow; readonly through?: PersonId };
export type PresenceHow = 'panel' | 'room' | 'phone' | 'away';

export type Floor = {
  readonly speaker: { readonly person: PersonId; readonly since: Instant } | null;
  /** In the order of asking. */
  readonly queue: readonly PersonId[];
  /** Area to the number of the last turn it had: turns of areas, never of people. */
  readonly lastTurn: Readonly<Record<string, number>>;
  /** Who is still to come, and the same time for each. */
  readonly round: { readonly left: readonly PersonId[]; readonly each: number } | null;
};
