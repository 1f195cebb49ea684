import { Refusal } from '../refusal';
import { plainText } from './plainText';
import type { Agenda, AgendaItem } from './types';

/** No meeting is planned longer. */
export const LONGEST_MINUTES = 60;

/** Whole-minute timeboxes of at least 1 that sum to the meeting's length, an hour at most; refuses everything else. */
export function checkAgenda(agenda: Agenda, minutes: number): void {
  if (agenda.items.length === 0) throw new Refusal('agenda/no-items');
  checkTimeboxes(agenda.items);
  const sum = sumOf(agenda.items);
  if (sum !== minutes) throw new Refusal('agenda/sum', { sum, minutes });
}

/** Refuses timeboxes that are not whole minutes from 1, and more than an hour of them. */
export function checkTimeboxes(items: readonly AgendaItem[]): void {
  items.forEach(({ minutes }, item) => {
    if (!Number.isSafeInteger(minutes) || minutes < 1) throw new Refusal('agenda/bad-minutes', { item });
  });
  const sum = sumOf(items);
  if (sum > LONGEST_MINUTES) throw new Refusal('agenda/over-an-hour', { minutes: sum });
}

/** Minutes of all timeboxes, internal ones too. */
export function sumOf(items: readonly AgendaItem[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Puts an item at a place; its minutes come from the others, longest first. Refuses when they cannot give so much. */
export function addItem(agenda: Agenda, item: AgendaItem, at: number): Agenda {
  const items = [...agenda.items];
  const place = Math.max(0, Math.min(at, items.length));
  items.splice(place, 0, item);
  return fitted(agenda, items, items.length === 1 ? item.minutes : sumOf(agenda.items), place);
}

/** Takes an item out; its minutes go to the others, shortest first. Refuses to take the last one. */
export function removeItem(agenda: Agenda, at: number): Agenda {
  itemAt(agenda, at);
  if (agenda.items.length === 1) throw new Refusal('agenda/no-items');
  const items = agenda.items.filter((_, index) => index !== at);
  return fitted(agenda, items, sumOf(agenda.items));
}

/** Puts an item elsewhere; minutes stay with their items. A place beyond the ends is the end. */
export function moveItem(agenda: Agenda, from: number, to: number): Agenda {
  const item = itemAt(agenda, from);
  const items = agenda.items.filter((_, index) => index !== from);
  items.splice(Math.max(0, Math.min(to, items.length)), 0, item);
  return { ...agenda, items };
}

/** Changes what an item says or who leads it, never its minutes; an empty owner is nobody. */
export function changeItem(
  agenda: Agenda,
  at: number,
  change: Partial<Pick<AgendaItem, 'title' | 'kind' | 'owner' | 'internal'>>,
): Agenda {
  const { owner, internal, ...rest } = { ...itemAt(agenda, at), ...change };
  const name = plainText(owner ?? '');
  const item: AgendaItem = {
    ...rest,
    title: plainText(rest.title),
    ...(name !== '' && { owner: name }),
    ...(internal === true && { internal }),
  };
  return { ...agenda, items: agenda.items.map((other, index) => (index === at ? item : other)) };
}

/**
 * Gives an item so many minutes; the others give or take the difference and this one stays as set (SPEC AG8). Refuses
 * less than 1 and more than leaves 1 to each other item; a single item always has the whole meeting.
 */
export function setMinutes(agenda: Agenda, at: number, minutes: number): Agenda {
  itemAt(agenda, at);
  const items = agenda.items.map((item, index) => (index === at ? { ...item, minutes } : item));
  return fitted(agenda, items, sumOf(agenda.items), at);
}

/** Fits the agenda to another length, each item by its share. Refuses less than 1 minute an item and over an hour. */
export function resizeAgenda(agenda: Agenda, minutes: number): Agenda {
  if (agenda.items.length === 0) throw new Refusal('agenda/no-items');
  const shares = sharedOut(
    agenda.items.map((item) => item.minutes),
    minutes,
  );
  return { ...agenda, items: agenda.items.map((item, index) => ({ ...item, minutes: shares[index] ?? 1 })) };
}

/** Whole minutes in proportion to the weights, each at least 1, summing exactly; leftover minutes go to the largest remainders. */
export function sharedOut(weights: readonly number[], minutes: number): readonly number[] {
  if (!Number.isSafeInteger(minutes) || minutes < 1) throw new Refusal('agenda/bad-minutes');
  if (minutes > LONGEST_MINUTES) throw new Refusal('agenda/over-an-hour', { minutes });
  if (minutes < weights.length) throw new Refusal('agenda/sum', { sum: weights.length, minutes });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = minutes - weights.length;
  const exact = weights.map((weight) => {
    const wanted = Math.max(0, (weight * minutes) / whole - 1);
    return wanted;
  });
  const wantedSum = exact.reduce((sum, wanted) => sum + wanted, 0);
  const scaled = exact.map((wanted) => (wantedSum === 0 ? 0 : (wanted * spare) / wantedSum));
  const shares = scaled.map((share) => 1 + Math.floor(share + 1e-9));
  const byRemainder = scaled
    .map((share, index) => ({ index, remainder: share - Math.floor(share + 1e-9) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = minutes - shares.reduce((sum, share) => sum + share, 0);
  for (let turn = 0; left > 0; turn++, left--) {
    const { index } = byRemainder[turn % byRemainder.length] as { index: number };
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}

/** The items with exactly `minutes` in all: minute by minute from the longest or to the shortest, never the pinned one. */
function fitted(agenda: Agenda, items: readonly AgendaItem[], minutes: number, pinned?: number): Agenda {
  if (minutes > LONGEST_MINUTES) throw new Refusal('agenda/over-an-hour', { minutes });
  const boxes = items.map((item) => item.minutes);
  if (boxes.some((box) => !Number.isSafeInteger(box) || box < 1)) throw new Refusal('agenda/bad-minutes');
  const others = boxes.map((_, index) => index).filter((index) => index !== pinned);
  const least = others.length + (pinned === undefined ? 0 : (boxes[pinned] ?? 0));
  const sum = boxes.reduce((total, box) => total + box, 0);
  if (least > minutes || (others.length === 0 && sum !== minutes))
    throw new Refusal('agenda/sum', { sum: least, minutes });
  const box = (index: number) => boxes[index] as number;
  for (let left = minutes - sum; left !== 0; left -= Math.sign(left)) {
    const next = others.reduce((best, index) =>
      (left > 0 ? box(index) < box(best) : box(index) > box(best)) ? index : best,
    );
    boxes[next] = box(next) + Math.sign(left);
  }
  return { ...agenda, items: items.map((item, index) => ({ ...item, minutes: box(index) })) };
}

function itemAt({ items }: Agenda, at: number): AgendaItem {
  const item = items[at];
  if (item === undefined) throw new RangeError(`no item ${at} of ${items.length}`);
  return item;
}
