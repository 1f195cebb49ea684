import * as v from 'valibot';
import type { NoteEntry, NoteKind } from '../app/ports/room';
import { plainText } from '../domain/agenda/plainText';
import { LONGEST_TEXT, LONGEST_TITLE } from '../domain/meeting/captured';
import { unturned } from '../domain/plainName';

export const itemKind = v.picklist([
  ...(['openTasks', 'problem', 'ideas', 'decision', 'tasks'] as const),
  ...(['round', 'weeklies', 'numbers', 'rhythm', 'topic'] as const),
]);
export const presenceHow = v.picklist(['panel', 'room', 'phone', 'away']);
export const memberRole = v.picklist(['key', 'optional', 'informed']);

/** Roots of the notes in both documents, and what hangs there. */
export const ROOTS = { problems: 'problem', ideas: 'idea', decisions: 'decision', tasks: 'task' } as const;
export type RootName = keyof typeof ROOTS;
export const ROOT_OF: Readonly<Record<NoteKind, RootName>> = {
  problem: 'problems',
  idea: 'ideas',
  decision: 'decisions',
  task: 'tasks',
};

const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((text) => plainText(unturned(text)) === text),
  );
/** Never the name of a property that every object has: ids are keys of records. */
export const ownName = v.check<string>((text) => text !== 'prototype' && !(text in Object.prototype));
export const entryId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:@=+-]{0,199}$/), ownName);
export const personId = v.pipe(v.string(), v.regex(/^[^\s\p{Cc}_][^\s\p{Cc}]{0,319}$/u), ownName);
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  }),
);
const number = v.pipe(v.number(), v.finite());
/** When it was said, by the server's clock as its author knew it: the order of showing. */
const said = { at: v.exactOptional(instant), removed: v.exactOptional(v.boolean()) };
const flag = { internal: v.exactOptional(v.literal(true)) };

/** What an entry may be, field by field; anything else is none. */
export const ENTRY = {
  problem: v.strictObject({
    id: entryId,
    title: line(LONGEST_TITLE),
    by: personId,
    area: v.pipe(v.string(), v.maxLength(200)),
    goal: v.exactOptional(number),
    readings: v.pipe(v.array(v.strictObject({ at: instant, value: number })), v.maxLength(500)),
    state: v.exactOptional(v.picklist(['open', 'solved', 'monthly'])),
    from: v.exactOptional(v.picklist(['before', 'proposed'])),
    ...flag,
    ...said,
  }),
  idea: v.strictObject({
    id: entryId,
    problem: entryId,
    text: line(LONGEST_TEXT),
    by: personId,
    ...flag,
    ...said,
  }),
  decision: v.strictObject({
    id: entryId,
    problem: entryId,
    text: line(LONGEST_TEXT),
    deciders: v.pipe(v.array(personId), v.maxLength(100)),
    ...flag,
    ...said,
    at: instant,
  }),
  task: v.strictObject({
    id: entryId,
    problem: entryId,
    text: line(LONGEST_TEXT),
    owner: personId,
    doneBy: v.exactOptional(personId),
    due: day,
    carried: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
    state: v.picklist(['open', 'done', 'monthly', 'split']),
    partOf: v.exactOptional(entryId),
    gone: v.exactOptional(v.literal(true)),
    told: v.exactOptional(v.literal(true)),
    ...flag,
    ...said,
  }),
} as const;

/** An entry as it stands in the document. */
export type Written<K extends NoteKind> = NoteEntry[K] & { readonly at?: number; readonly removed?: boolean };

/** Fields that nobody changes. */
export const FIXED: ReadonlySet<string> = new Set(['id', 'by', 'internal']);

/** Whether that kind has a field of that name. */
export const isField = (kind: NoteKind, name: string): boolean => Object.hasOwn(ENTRY[kind].entries, name);

/** The entry, or undefined when it is none. */
export function readEntry<K extends NoteKind>(kind: K, value: unknown): Written<K> | undefined {
  const read = v.safeParse(ENTRY[kind], value);
  return read.success ? (read.output as Written<K>) : undefined;
}
