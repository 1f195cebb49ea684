import { plainText } from '../agenda/plainText';
import { LONGEST_MINUTES } from '../agenda/edit';
import { Refusal } from '../refusal';
import { LONGEST_TITLE, typed } from './captured';
import { itemOf } from './minutes';
import type { RoomCommandBody } from './room';
import { MOST } from './seeding';
import { itemsAhead, lengthOf } from './timer';
import type { ItemId, Meeting, MeetingItem } from './types';

type Added = Extract<RoomCommandBody, { kind: 'addItem' }>['item'];

/**
 * One more item, behind all others but a closing one. Its minutes come from those ahead, minute by minute from the
 * longest; what they cannot give makes the meeting longer, up to the hour.
 */
export function withItem(meeting: Meeting, { id, kind, title, minutes, internal }: Added): Meeting {
  if (meeting.items.some((item) => item.id === id)) return meeting;
  if (id === '') throw new Refusal('meeting/unknown-item');
  if (meeting.items.length >= MOST.items)
    throw new Refusal('meeting/too-many', { what: 'items', most: MOST.items });
  if (!Number.isSafeInteger(minutes) || minutes < 1) throw new Refusal('agenda/bad-minutes');
  const item: MeetingItem = {
    id,
    kind,
    title: plainText(typed(title, LONGEST_TITLE)),
    minutes,
    spent: 0,
    ...(internal === true && { internal }),
  };
  const last = itemsAhead(meeting).at(-1);
  const closes =
    last !== undefined && (last.kind === 'round' || last.kind === 'rhythm' || last.kind === 'tasks');
  const at = closes ? meeting.items.indexOf(last) : meeting.items.length;
  const items = given(meeting, minutes, id);
  return checked({ ...meeting, items: [...items.slice(0, at), item, ...items.slice(at)] });
}

/**
 * What was put off comes back, behind the current item when it stood before it. It gets what an item ahead has on
 * average, on top of what it has used.
 */
export function withItemBack(meeting: Meeting, id: ItemId): Meeting {
  const item = itemOf(meeting, id);
  if (item.putOff !== true) return meeting;
  const ahead = itemsAhead(meeting);
  const more = Math.max(1, Math.floor(lengthOf({ items: ahead }) / (ahead.length + 1)));
  const { putOff: _, ...kept } = item;
  const back: MeetingItem = { ...kept, minutes: item.minutes + more };
  const items = given(meeting, more, id);
  const current = items.findIndex((other) => other.id === meeting.current?.item);
  const stood = items.findIndex((other) => other.id === id);
  const rest = items.filter((other) => other.id !== id);
  const at = stood > current ? stood : current;
  return checked({ ...meeting, items: [...rest.slice(0, at), back, ...rest.slice(at)] });
}

/** The items after those ahead gave what they could, each keeping a minute. */
function given(meeting: Meeting, minutes: number, to: ItemId): readonly MeetingItem[] {
  const boxes = new Map(
    itemsAhead(meeting)
      .filter(({ id }) => id !== to)
      .map((item) => [item.id, item.minutes] as const),
  );
  for (let left = Math.min(minutes, LONGEST_MINUTES); left > 0; left--) {
    const longest = [...boxes].reduce<readonly [ItemId, number] | undefined>(
      (best, one) => (one[1] > (best?.[1] ?? 1) ? one : best),
      undefined,
    );
    if (longest === undefined) break;
    boxes.set(longest[0], longest[1] - 1);
  }
  return meeting.items.map((item) => ({ ...item, minutes: boxes.get(item.id) ?? item.minutes }));
}

function checked(meeting: Meeting): Meeting {
  const minutes = lengthOf(meeting);
  if (minutes > LONGEST_MINUTES) throw new Refusal('agenda/over-an-hour', { minutes });
  return meeting;
}
