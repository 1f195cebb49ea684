import type { TalkPicture } from '../../domain/balance/types';
import type { ItemId } from '../../domain/meeting/types';
import type { Instant } from '../../domain/time/types';

/** One stretch of the agenda and what each area said in it; `item` null where none ran. */
export type ItemTalk = {
  readonly item: ItemId | null;
  readonly from: Instant;
  readonly until: Instant;
  /** Area to milliseconds. */
  readonly areas: Readonly<Record<string, number>>;
};

/** Where a picture ends: its steps say how long it is. */
export const pictureEnd = ({ start, step, areas }: TalkPicture): Instant =>
  start + step * Math.max(0, ...Object.values(areas).map(({ length }) => length));

/**
 * The picture by the items of the agenda, in order of time. A step that two of them share is shared out by how much of it
 * each has, so that nothing is lost and nothing counted twice.
 */
export function talkByItem(picture: TalkPicture): readonly ItemTalk[] {
  const { start, step, areas } = picture;
  const end = pictureEnd(picture);
  return stretchesOf(picture, end).map(({ item, from, until }) => ({
    item,
    from,
    until,
    areas: Object.fromEntries(
      Object.entries(areas).map(([area, steps]) => [
        area,
        steps.reduce((sum, talk, at) => {
          const [begins, ends] = [start + at * step, start + (at + 1) * step];
          const shared = Math.max(0, Math.min(until, ends) - Math.max(from, begins));
          return sum + (talk * shared) / step;
        }, 0),
      ]),
    ),
  }));
}

function stretchesOf({ start, items }: TalkPicture, end: Instant): readonly Omit<ItemTalk, 'areas'>[] {
  const within = [...items]
    .sort((a, b) => a.from - b.from)
    .map(({ item, from }) => ({ item, from: Math.max(start, from) }))
    .filter(({ from }) => from < end);
  const first = within[0]?.from ?? end;
  const all = first > start ? [{ item: null, from: start }, ...within] : within;
  return all
    .map((one, at) => ({ ...one, until: all[at + 1]?.from ?? end }))
    .filter(({ from, until }) => from < until);
}
