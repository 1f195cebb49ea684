import * as v from 'valibot';
import type { RoomState } from '../domain/meeting/room';
import type { Meeting } from '../domain/meeting/types';
import { entryId, instant, itemKind, memberRole, personId, presenceHow } from './noteSchema';

// Only the server writes these; what a client reads may all the same come from another version, or from a disk.
const text = v.pipe(v.string(), v.maxLength(400));
const count = v.pipe(v.number(), v.safeInteger());
const person = v.nullable(personId);
const people = v.pipe(v.array(personId), v.maxLength(2000));
const attendee = {
  id: personId,
  area: text,
  role: memberRole,
  standsInFor: v.exactOptional(personId),
  outsider: v.exactOptional(v.literal(true)),
};

/** Each field of the meeting is a key of its own, so that a change carries little. */
export const MEETING = {
  planned: v.object({ start: instant, minutes: count }),
  organiser: v.pipe(v.string(), v.maxLength(320)),
  chair: person,
  chairGoneSince: v.nullable(instant),
  people: v.array(v.object(attendee)),
  panels: people,
  phase: v.picklist(['before', 'running', 'closing', 'ended']),
  startedAt: v.nullable(instant),
  items: v.array(
    v.object({
      id: text,
      kind: itemKind,
      title: text,
      minutes: count,
      spent: v.number(),
      putOff: v.exactOptional(v.literal(true)),
      internal: v.exactOptional(v.literal(true)),
      owner: v.exactOptional(personId),
    }),
  ),
  current: v.nullable(v.object({ item: text, since: instant })),
  ended: v.nullable(
    v.object({
      at: instant,
      by: personId,
      phase: v.picklist(['running', 'closing']),
      item: v.nullable(text),
    }),
  ),
  presence: v.record(personId, v.object({ how: presenceHow, through: v.exactOptional(personId) })),
  standIns: v.record(personId, personId),
  floor: v.object({
    speaker: v.nullable(v.object({ person: personId, since: instant })),
    queue: people,
    lastTurn: v.record(v.string(), count),
    round: v.nullable(v.object({ left: people, each: v.number() })),
  }),
} as const satisfies Record<keyof Omit<Meeting, 'applied'>, unknown>;

const about = v.object({
  title: text,
  kind: v.picklist(['weekly', 'monthly', 'adHoc']),
  language: v.picklist(['es', 'en']),
  zone: text,
  series: v.nullable(text),
  areas: v.array(v.object({ id: text, name: text, quorum: count })),
});
const note = v.looseObject({ id: entryId });
const balance = { mode: v.picklist(['areas', 'persons']), since: instant, nudge: v.boolean() };
const answers = v.object({ yes: count, partly: count, no: count });
const sent = v.object({ state: v.picklist(['going', 'sent']), by: personId, at: instant });
const task = v.union([
  v.object({ state: v.literal('intended'), by: personId, at: instant }),
  v.object({ state: v.literal('pushed'), planner: text }),
]);

export const STATE = {
  organiser: person,
  about: v.nullable(about),
  names: v.record(personId, text),
  proposed: v.nullable(
    v.object({
      by: personId,
      seed: v.object({
        about,
        start: instant,
        chair: person,
        people: v.array(v.object({ ...attendee, name: text })),
        items: v.array(
          v.object({
            id: text,
            kind: itemKind,
            title: text,
            minutes: count,
            owner: v.exactOptional(text),
            internal: v.exactOptional(v.boolean()),
          }),
        ),
        problems: v.array(note),
        tasks: v.array(note),
        balance: v.exactOptional(v.object({ ...balance, declined: people })),
      }),
    }),
  ),
  votes: v.record(entryId, people),
  push: v.object({
    lease: v.nullable(v.object({ by: personId, until: instant })),
    tasks: v.record(entryId, task),
  }),
  record: v.nullable(v.object({ id: text, eTag: text, by: personId })),
  pulse: v.object({ answers: count, counts: v.nullable(v.object({ worth: answers, said: answers })) }),
  balance: v.object(balance),
  sent: v.object({
    chat: v.exactOptional(sent),
    mail: v.exactOptional(sent),
    message: v.exactOptional(sent),
  }),
} as const satisfies Record<keyof Omit<RoomState, 'meeting'>, unknown>;

/** What of the state only people of the company see; it stands in the internal document. */
export const HIDDEN = {
  titles: v.record(v.string(), text),
  proposed: v.nullable(
    v.object({
      by: personId,
      titles: v.record(v.string(), text),
      problems: v.array(note),
      tasks: v.array(note),
    }),
  ),
  votes: STATE.votes,
  tasks: STATE.push.entries.tasks,
} as const;
