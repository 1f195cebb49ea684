import { LONGEST_MINUTES } from '../agenda/edit';
import type { Instant } from '../time/types';
import type { CommandBody } from './commands';
import { itemsAhead, lengthOf, MINUTE, timerAt } from './timer';
import type { ItemId, Meeting } from './types';

/** A choice of one press: what it means for whom, and the command that does it (none: leave it as it is). */
export type Proposal =
  | { readonly kind: 'shorten'; readonly item: ItemId; readonly by: number; readonly command: CommandBody }
  | { readonly kind: 'cutDown'; readonly by: number; readonly command: CommandBody }
  | { readonly kind: 'takeFrom'; readonly item: ItemId; readonly by: number; readonly command: CommandBody }
  | { readonly kind: 'putOff'; readonly item: ItemId; readonly command: CommandBody }
  | {
      readonly kind: 'endLater';
      readonly by: number;
      readonly until: Instant;
      readonly command: CommandBody | null;
    };

/** Below this nobody calls a start late. */
export const LATE_FROM = MINUTE;

export type LateStart = { readonly late: number; readonly proposals: readonly Proposal[] };

/** How late it began (milliseconds) and how to end on time all the same, or that it ends later. Null when it was in time. */
export function lateStart(meeting: Meeting): LateStart | null {
  const { startedAt, planned } = meeting;
  if (startedAt === null || startedAt - planned.start < LATE_FROM) return null;
  const length = lengthOf(meeting);
  const invited = planned.start + planned.minutes * MINUTE;
  const until = startedAt + length * MINUTE;
  const by = Math.ceil((until - invited) / MINUTE);
  if (by < 1) return null;
  const open = [...meeting.items.filter(({ id }) => id === meeting.current?.item), ...itemsAhead(meeting)];
  const single = open
    .filter(({ minutes }) => minutes > by)
    .map(({ id, minutes }): Proposal => {
      const command = {
        kind: 'setMinutes',
        item: id,
        minutes: minutes - by,
        against: { kind: 'end' },
      } as const;
      return { kind: 'shorten', item: id, by, command };
    });
  const cut: Proposal = { kind: 'cutDown', by, command: { kind: 'setLength', minutes: length - by } };
  return {
    late: startedAt - planned.start,
    proposals: [
      ...single,
      ...(canGive(meeting) >= by ? [cut] : []),
      { kind: 'endLater', by, until, command: null },
    ],
  };
}

export type OverTime = { readonly over: number; readonly proposals: readonly Proposal[] };

/**
 * How far the current item is over its minutes (milliseconds) and what can be done in one press: take it from one item
 * ahead, cut all ahead down, put one off: none of them changes the length of the meeting. Only the last item may make it
 * longer, up to the hour. Null while there is time.
 */
export function overTime(meeting: Meeting, now: Instant): OverTime | null {
  const { item: running } = timerAt(meeting, now);
  const item = meeting.items.find(({ id }) => id === running?.id);
  if (running === null || item === undefined || running.left >= 0) return null;
  const over = -running.left;
  const by = Math.floor(over / MINUTE) + 1;
  const longer = (against: 'ahead' | ItemId): CommandBody => ({
    kind: 'setMinutes',
    item: item.id,
    minutes: item.minutes + by,
    against: against === 'ahead' ? { kind: 'ahead' } : { kind: 'item', item: against },
  });
  const ahead = itemsAhead(meeting);
  const take = ahead
    .filter(({ minutes }) => minutes > by)
    .map((other): Proposal => ({ kind: 'takeFrom', item: other.id, by, command: longer(other.id) }));
  const cut: readonly Proposal[] =
    canGive(meeting) >= by && ahead.length > 1 ? [{ kind: 'cutDown', by, command: longer('ahead') }] : [];
  const off = (ahead.length === 0 ? [] : [item, ...ahead]).map(({ id }): Proposal => ({
    kind: 'putOff',
    item: id,
    command: { kind: 'putOff', item: id },
  }));
  const length = lengthOf(meeting);
  const later: readonly Proposal[] =
    ahead.length === 0 && length + by <= LONGEST_MINUTES
      ? [
          {
            kind: 'endLater',
            by,
            until: (meeting.startedAt ?? now) + (length + by) * MINUTE,
            command: {
              kind: 'setMinutes',
              item: item.id,
              minutes: item.minutes + by,
              against: { kind: 'end' },
            },
          },
        ]
      : [];
  return { over, proposals: [...take, ...cut, ...off, ...later] };
}

const canGive = (meeting: Meeting): number =>
  itemsAhead(meeting).reduce((sum, { minutes }) => sum + minutes - 1, 0);
