import { LONGEST_MINUTES } from '../agenda/edit';
import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import type { Against } from './commands';
import { itemsAhead, lengthOf, MINUTE, spentOn } from './timer';
import type { ItemId, Meeting, MeetingItem } from './types';

/** The item of that id, or a refusal. */
export function itemOf(meeting: Meeting, id: ItemId): MeetingItem {
  const item = meeting.items.find((other) => other.id === id);
  if (item === undefined) throw new Refusal('meeting/unknown-item');
  return item;
}

/** Gives the item so many minutes; the difference is one other item's, that of those ahead, or the meeting's. */
export function withMinutes(meeting: Meeting, id: ItemId, minutes: number, against: Against): Meeting {
  const item = openItem(meeting, id);
  if (!Number.isSafeInteger(minutes) || minutes < 1) throw new Refusal('agenda/bad-minutes');
  const change = minutes - item.minutes;
  const set = replaced(meeting, id, minutes);
  if (against.kind === 'end') return checked(set);
  if (against.kind === 'ahead') return shared(set, lengthOf(set) - change, id);
  const other = openItem(meeting, against.item);
  if (other.id === id || !itemsAhead(meeting).includes(other)) throw new Refusal('meeting/item-is-over');
  return checked(replaced(set, other.id, other.minutes - change));
}

/** Another length for the meeting, shared out minute by minute over the items ahead: the longest give, the shortest get. */
export function withLength(meeting: Meeting, minutes: number): Meeting {
  if (!Number.isSafeInteger(minutes) || minutes < 1) throw new Refusal('agenda/bad-minutes');
  return checked(shared(meeting, minutes));
}

/**
 * Puts an item off to another day. It keeps the whole minutes it has used, its others go to the current item, and those
 * of the current one to the next. What it used beyond its own is taken from those ahead as far as they can give it.
 */
export function withoutItem(meeting: Meeting, id: ItemId, now: Instant): Meeting {
  const item = openItem(meeting, id);
  const ahead = itemsAhead(meeting);
  const current = meeting.current?.item === id;
  if (!current && !ahead.includes(item)) throw new Refusal('meeting/item-is-over');
  const heir = current || meeting.current === null ? ahead.find((other) => other.id !== id) : undefined;
  const heirId = heir?.id ?? (current ? undefined : meeting.current?.item);
  if (heirId === undefined) throw new Refusal('meeting/last-item');
  const length = lengthOf(meeting);
  const used = Math.ceil(spentOn(meeting, item, now) / MINUTE);
  const spare = ahead.reduce((sum, other) => sum + (other.id === id ? 0 : other.minutes - 1), 0);
  const kept = Math.min(used, item.minutes + spare);
  const items = meeting.items.map((other) =>
    other.id === id ? { ...other, minutes: kept, putOff: true as const } : other,
  );
  const off = { ...meeting, items };
  if (kept > item.minutes) return checked(shared(off, length));
  return checked(replaced(off, heirId, itemOf(off, heirId).minutes + item.minutes - kept));
}

/** Minute by minute, so that the sum is exact and nothing goes below one. */
function shared(meeting: Meeting, length: number, pinned?: ItemId): Meeting {
  const boxes = new Map(
    itemsAhead(meeting)
      .filter(({ id }) => id !== pinned)
      .map(({ id, minutes }) => [id, minutes] as const),
  );
  for (let left = length - lengthOf(meeting); left !== 0; left -= Math.sign(left)) {
    let best: ItemId | undefined;
    let most = 0;
    for (const [id, minutes] of boxes) {
      const worth = left > 0 ? 1 / minutes : minutes - 1;
      if (worth > most) [best, most] = [id, worth];
    }
    if (best === undefined || length > LONGEST_MINUTES)
      throw new Refusal('agenda/sum', { sum: lengthOf(meeting), minutes: length });
    boxes.set(best, (boxes.get(best) ?? 0) + Math.sign(left));
  }
  const items = meeting.items.map((item) => ({ ...item, minutes: boxes.get(item.id) ?? item.minutes }));
  return { ...meeting, items };
}

function openItem(meeting: Meeting, id: ItemId): MeetingItem {
  const item = itemOf(meeting, id);
  const open = item.putOff !== true && (meeting.current?.item === id || itemsAhead(meeting).includes(item));
  if (!open) throw new Refusal('meeting/item-is-over');
  return item;
}

const replaced = (meeting: Meeting, id: ItemId, minutes: number): Meeting => ({
  ...meeting,
  items: meeting.items.map((item) => (item.id === id ? { ...item, minutes } : item)),
});

function checked(meeting: Meeting): Meeting {
  if (meeting.items.some(({ minutes, putOff }) => minutes < (putOff === true ? 0 : 1)))
    throw new Refusal('agenda/bad-minutes');
  const minutes = lengthOf(meeting);
  if (minutes > LONGEST_MINUTES) throw new Refusal('agenda/over-an-hour', { minutes });
  return meeting;
}
