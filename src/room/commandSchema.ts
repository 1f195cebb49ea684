import * as v from 'valibot';
import { LONGEST_TEXT, LONGEST_TITLE } from '../domain/meeting/captured';
import { entryId, instant, itemKind, memberRole, ownName, personId, presenceHow } from './noteSchema';
import type { ToServer } from './wire';

// What arrives is anybody's text: strict shapes, and nothing longer than a meeting needs.
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const label = text(400);
const id = v.pipe(v.string(), v.regex(/^[\w.:@=+-]{1,200}$/));
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(200), ownName);
const person = v.nullable(personId);
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600));
const yes = v.exactOptional(v.literal(true));

const against = v.variant('kind', [
  v.strictObject({ kind: v.literal('item'), item: itemId }),
  v.strictObject({ kind: v.picklist(['ahead', 'end']) }),
]);

const problem = v.strictObject({
  id: entryId,
  title: text(LONGEST_TITLE),
  by: personId,
  area: text(200),
  goal: v.exactOptional(v.pipe(v.number(), v.finite())),
  readings: v.pipe(
    v.array(v.strictObject({ at: instant, value: v.pipe(v.number(), v.finite()) })),
    v.maxLength(500),
  ),
  state: v.exactOptional(v.picklist(['solved', 'monthly'])),
  internal: yes,
  from: v.exactOptional(v.picklist(['before', 'proposed'])),
});
const task = v.strictObject({
  id: entryId,
  problem: entryId,
  text: text(LONGEST_TEXT),
  owner: personId,
  doneBy: v.exactOptional(personId),
  due: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  carried: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  state: v.picklist(['open', 'done', 'monthly', 'split']),
  partOf: v.exactOptional(entryId),
  gone: yes,
  told: yes,
  internal: yes,
});
const seed = v.strictObject({
  about: v.strictObject({
    title: label,
    kind: v.picklist(['weekly', 'monthly', 'adHoc']),
    language: v.picklist(['es', 'en']),
    zone: text(100),
    series: v.nullable(text(200)),
    areas: v.pipe(
      v.array(v.strictObject({ id: text(200), name: text(200), quorum: minutes })),
      v.maxLength(20),
    ),
  }),
  start: instant,
  chair: person,
  people: v.pipe(
    v.array(
      v.strictObject({
        id: personId,
        area: text(200),
        role: memberRole,
        standsInFor: v.exactOptional(personId),
        outsider: yes,
        name: text(200),
      }),
    ),
    v.maxLength(500),
  ),
  items: v.pipe(
    v.array(
      v.strictObject({
        id: itemId,
        kind: itemKind,
        title: label,
        minutes,
        owner: v.exactOptional(label),
        internal: v.exactOptional(v.boolean()),
      }),
    ),
    v.maxLength(60),
  ),
  problems: v.pipe(v.array(problem), v.maxLength(200)),
  tasks: v.pipe(v.array(task), v.maxLength(500)),
  balance: v.exactOptional(
    v.strictObject({
      mode: v.picklist(['areas', 'persons']),
      since: instant,
      nudge: v.boolean(),
      declined: v.pipe(v.array(personId), v.maxLength(500)),
    }),
  ),
});

const answer = v.picklist(['yes', 'partly', 'no']);

const command = v.variant('kind', [
  v.strictObject({
    id,
    kind: v.picklist(['start', 'takeOver', 'end', 'reopen', 'endRound', 'useProposed', 'lease', 'release']),
  }),
  v.strictObject({ id, kind: v.picklist(['next', 'previous']), leaves: v.nullable(itemId) }),
  v.strictObject({ id, kind: v.literal('setMinutes'), item: itemId, minutes, against }),
  v.strictObject({ id, kind: v.literal('setLength'), minutes }),
  v.strictObject({ id, kind: v.picklist(['putOff', 'bringBack']), item: itemId }),
  v.strictObject({ id, kind: v.literal('handOver'), to: personId }),
  v.strictObject({
    id,
    kind: v.literal('present'),
    person: personId,
    how: presenceHow,
    through: v.exactOptional(personId),
  }),
  v.strictObject({ id, kind: v.literal('standIn'), for: personId, person }),
  v.strictObject({ id, kind: v.picklist(['ask', 'withdraw', 'give', 'endTurn']), person: personId }),
  v.strictObject({ id, kind: v.literal('giveNext'), leaves: person }),
  v.strictObject({
    id,
    kind: v.literal('round'),
    milliseconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000)),
  }),
  v.strictObject({ id, kind: v.literal('seed'), seed }),
  v.strictObject({
    id,
    kind: v.literal('addItem'),
    item: v.strictObject({
      id: itemId,
      kind: itemKind,
      title: text(LONGEST_TITLE),
      minutes,
      internal: yes,
    }),
  }),
  v.strictObject({ id, kind: v.literal('vote'), idea: entryId, on: v.boolean() }),
  v.strictObject({ id, kind: v.picklist(['intend', 'notPushed']), task: entryId }),
  v.strictObject({ id, kind: v.literal('pushed'), task: entryId, planner: label }),
  v.strictObject({ id, kind: v.literal('recorded'), record: label, eTag: label }),
  v.strictObject({
    id,
    kind: v.picklist(['send', 'sent', 'notSent']),
    what: v.picklist(['chat', 'mail', 'message']),
  }),
  v.strictObject({ id, kind: v.literal('takePart'), as: v.picklist(['declined', 'counted', 'shown']) }),
  v.strictObject({ id, kind: v.literal('measureLess'), mode: v.picklist(['off', 'areas']) }),
  v.strictObject({ id, kind: v.literal('correctTurn'), from: instant, until: v.nullable(instant) }),
  v.strictObject({ id, kind: v.literal('pulse'), worth: answer, said: answer }),
]);

const message = v.variant('t', [
  v.strictObject({ t: v.literal('clock'), sent: v.pipe(v.number(), v.finite()) }),
  v.strictObject({ t: v.literal('command'), command }),
  v.strictObject({ t: v.literal('speaking'), on: v.boolean() }),
]);

/** A client's message, or why it is none; `id` is the command's where it can be answered. */
export type Read =
  | { readonly kind: 'message'; readonly message: ToServer }
  | { readonly kind: 'tooLong'; readonly id: string; readonly longest: number }
  | { readonly kind: 'malformed' };

/** Reads what a client sent beside the documents. */
export function readToServer(sent: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(sent);
  } catch {
    return { kind: 'malformed' };
  }
  const read = v.safeParse(message, value);
  if (read.success) return { kind: 'message', message: read.output satisfies ToServer };
  const named = v.safeParse(v.object({ command: v.object({ id }) }), value);
  const long = read.issues.find(({ type }) => type === 'max_length');
  // Only what somebody may have typed is worth an answer.
  if (!named.success || read.issues.some(({ type }) => type !== 'max_length') || long === undefined)
    return { kind: 'malformed' };
  return { kind: 'tooLong', id: named.output.command.id, longest: Number(long.requirement) };
}
