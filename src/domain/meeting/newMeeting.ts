import { checkTimeboxes, sumOf } from '../agenda/edit';
import type { AgendaItem } from '../agenda/types';
import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { EMPTY_FLOOR } from './floor';
import type { Attendee, ItemId, Meeting, PersonId } from './types';

/** A meeting before its start, seeded once from the organiser's agenda. Ids of items come as values. Refuses bad timeboxes. */
export function newMeeting(from: {
  readonly start: Instant;
  readonly organiser: PersonId;
  readonly chair: PersonId | null;
  readonly people: readonly Attendee[];
  readonly items: readonly (AgendaItem & { readonly id: ItemId })[];
}): Meeting {
  if (from.items.length === 0) throw new Refusal('agenda/no-items');
  checkTimeboxes(from.items);
  return {
    planned: { start: from.start, minutes: sumOf(from.items) },
    organiser: from.organiser,
    chair: from.chair,
    // Who has opened no panel yet is gone since the meeting should have begun.
    chairGoneSince: from.chair === null ? null : from.start,
    people: from.people,
    panels: [],
    phase: 'before',
    startedAt: null,
    items: from.items.map(({ id, kind, title, minutes, internal }) => ({
      id,
      kind,
      title,
      minutes,
      spent: 0,
      ...(internal === true && { internal }),
    })),
    current: null,
    ended: null,
    presence: {},
    standIns: {},
    floor: EMPTY_FLOOR,
    applied: [],
  };
}
