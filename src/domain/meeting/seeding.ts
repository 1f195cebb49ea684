import { plainText } from '../agenda/plainText';
import { LONGEST_NAME, plainName } from '../plainName';
import { Refusal } from '../refusal';
import { fold } from '../tasks/fold';
import { LONGEST_TEXT, LONGEST_TITLE, type Problem, type Task } from './captured';
import { newMeeting } from './newMeeting';
import type { Seed } from './room';
import type { Attendee, ItemId, Meeting, PersonId } from './types';

/** More than any meeting has, and little enough for one frame and one room. */
export const MOST = { people: 500, items: 60, areas: 20, problems: 300, tasks: 500 } as const;

/** Who came into the room so far, in the order of coming; `panel` tells whether one is open now. */
export type Entered = {
  readonly id: PersonId;
  readonly outsider: boolean;
  readonly panel: boolean;
};

/** The meeting that an agenda brings, with everybody who is in the room already. Refuses an agenda that is none. */
export function meetingFrom(
  seed: Seed,
  organiser: PersonId | null,
  entered: readonly Entered[],
): { readonly meeting: Meeting; readonly names: Readonly<Record<PersonId, string>> } {
  checkSeed(seed);
  const listed = new Set(seed.people.map(({ id }) => id));
  const outside = new Set(entered.filter(({ outsider }) => outsider).map(({ id }) => id));
  const people: Attendee[] = [
    // Who was checked at the door is from outside, whatever an agenda calls them.
    ...seed.people.map(({ name: _, ...person }) => ({
      ...person,
      ...(outside.has(person.id) && { outsider: true as const }),
    })),
    ...entered.filter(({ id }) => !listed.has(id)).map(attendeeOf),
  ];
  const meeting = newMeeting({
    start: seed.start,
    // Nobody's id is empty: where Graph cannot tell the organiser, nobody has an organiser's rights.
    organiser: organiser ?? '',
    chair: seed.chair,
    people,
    items: seed.items.map((item) => ({ ...item, title: plainText(item.title) })),
  });
  const ownerOf = ownersIn(seed);
  const items = meeting.items.map((item) => {
    const owner = ownerOf(item.id);
    return owner === undefined ? item : { ...item, owner };
  });
  return {
    meeting: { ...meeting, items },
    names: Object.fromEntries(seed.people.map(({ id, name }) => [id, plainName(name)])),
  };
}

/** An agenda names who leads an item as people write names: whose it is exactly, and nobody else's, is that person. */
function ownersIn({ people, items }: Seed): (item: ItemId) => PersonId | undefined {
  const like = (text: string) => fold(plainName(text));
  const named = people.map(({ id, name }) => ({ id, name: like(name) }));
  const owners = items.flatMap(({ id, owner }) => {
    const fit = owner === undefined ? [] : named.filter(({ name }) => name === like(owner));
    return fit.length === 1 && fit[0] !== undefined ? [[id, fit[0].id] as const] : [];
  });
  const all = new Map(owners);
  return (item) => all.get(item);
}

/** Somebody who is on no roster. */
export const attendeeOf = ({ id, outsider }: Pick<Entered, 'id' | 'outsider'>): Attendee => ({
  id,
  area: '',
  role: 'optional',
  ...(outsider && { outsider: true as const }),
});

/** Refuses what is too long, too many, twice there, or names who is not there. */
function checkSeed({ about, chair, people, items, problems, tasks, start, balance }: Seed): void {
  const lists = { people, items, areas: about.areas, problems, tasks };
  for (const [what, most] of Object.entries(MOST)) {
    if (lists[what as keyof typeof MOST].length > most) throw new Refusal('meeting/too-many', { what, most });
    once(lists[what as keyof typeof MOST]);
  }
  const fits = (text: string, longest: number) => {
    if (text.length > longest) throw new Refusal('meeting/too-long', { longest });
  };
  [about.title, ...items.map(({ title }) => title)].forEach((title) => fits(title, LONGEST_TITLE));
  [...about.areas, ...people].forEach(({ name }) => fits(name, LONGEST_NAME));
  problems.forEach(({ title }: Problem) => fits(title, LONGEST_TITLE));
  tasks.forEach(({ text }: Task) => fits(text, LONGEST_TEXT));
  if (balance !== undefined && balance.declined.length > MOST.people)
    throw new Refusal('meeting/too-many', { what: 'people', most: MOST.people });
  const chairThere = chair === null || people.some(({ id }) => id === chair);
  if (!chairThere || !Number.isSafeInteger(start)) throw new Refusal('meeting/bad-agenda');
}

function once(all: readonly { readonly id: string }[]): void {
  if (new Set(all.map(({ id }) => id)).size < all.length || all.some(({ id }) => id === ''))
    throw new Refusal('meeting/bad-agenda');
}
