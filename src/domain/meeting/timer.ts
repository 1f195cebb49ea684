import { LONGEST_MINUTES } from '../agenda/edit';
import type { Instant } from '../time/types';
import type { Meeting, MeetingItem, Phase } from './types';

export const MINUTE = 60_000;

/** Minutes of all items together: how long the meeting is now. */
export const lengthOf = ({ items }: Pick<Meeting, 'items'>): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0);

/** The phase at that moment: after 60 minutes the closing round, whether or not anybody told the meeting. */
export function phaseAt(meeting: Meeting, now: Instant): Phase {
  return meeting.phase === 'running' && now >= closesAt(meeting) ? 'closing' : meeting.phase;
}

/** The moment of the closing round; endless before the start. */
export const closesAt = ({ startedAt }: Meeting): Instant =>
  startedAt === null ? Infinity : startedAt + LONGEST_MINUTES * MINUTE;

/** When the meeting should be over: the later of the invitation's end and the end of its minutes since the start. */
export function plannedEnd(meeting: Meeting): Instant {
  const invited = meeting.planned.start + meeting.planned.minutes * MINUTE;
  return meeting.startedAt === null
    ? invited
    : Math.max(invited, meeting.startedAt + lengthOf(meeting) * MINUTE);
}

/** The same meeting as of now: past 60 minutes its item is left and the closing round has begun. */
export function settled(meeting: Meeting, now: Instant): Meeting {
  if (phaseAt(meeting, now) === meeting.phase) return meeting;
  const until = closesAt(meeting);
  return { ...banked(meeting, until), phase: 'closing', current: null };
}

/** Adds the running stretch to its item, which is then no longer counted from `current`. */
export function banked(meeting: Meeting, until: Instant): Meeting {
  const { current } = meeting;
  if (current === null) return meeting;
  const items = meeting.items.map((item) =>
    item.id === current.item ? { ...item, spent: item.spent + Math.max(0, until - current.since) } : item,
  );
  return { ...meeting, items, current: { ...current, since: until } };
}

/** Milliseconds an item has had so far. */
export function spentOn({ current }: Pick<Meeting, 'current'>, item: MeetingItem, now: Instant): number {
  return item.spent + (current?.item === item.id ? Math.max(0, now - current.since) : 0);
}

/** The items behind the current one that are still to come; all before the start, none in the closing round. */
export function itemsAhead({ items, current, phase }: Meeting): readonly MeetingItem[] {
  if (phase === 'closing' || phase === 'ended') return [];
  const at = current === null ? -1 : items.findIndex(({ id }) => id === current.item);
  return items.slice(at + 1).filter(({ putOff }) => putOff !== true);
}

/** What the panel shows; all in milliseconds, negative left is over-time. */
export type Timer = {
  readonly phase: Phase;
  readonly item: { readonly id: string; readonly left: number } | null;
  readonly next: string | null;
  readonly meetingLeft: number;
  /** How much later than its minutes the meeting ends when every item ahead takes its own. */
  readonly behind: number;
};

/** The timer at that moment. */
export function timerAt(meeting: Meeting, now: Instant): Timer {
  const at = settled(meeting, now);
  const item = at.items.find(({ id }) => id === at.current?.item);
  const left = item === undefined ? 0 : item.minutes * MINUTE - spentOn(at, item, now);
  const ahead = itemsAhead(at);
  const whole = lengthOf(at) * MINUTE;
  const stopped = at.ended?.at ?? now;
  const meetingLeft = at.startedAt === null ? whole : whole - Math.max(0, stopped - at.startedAt);
  const wanted = Math.max(0, left) + lengthOf({ items: ahead }) * MINUTE;
  return {
    phase: at.phase,
    item: item === undefined ? null : { id: item.id, left },
    next: ahead[0]?.id ?? null,
    meetingLeft,
    behind: at.phase === 'running' ? Math.max(0, wanted - meetingLeft) : 0,
  };
}
