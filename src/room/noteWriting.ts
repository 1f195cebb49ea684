import * as v from 'valibot';
import type { NoteChange, NoteKind } from '../app/ports/room';
import { LONGEST_TEXT, LONGEST_TITLE, typed } from '../domain/meeting/captured';
import type { PersonId } from '../domain/meeting/types';
import { Refusal } from '../domain/refusal';
import type { Instant } from '../domain/time/types';
import { addEntry, findEntry, type RoomDocs } from './document';
import { ENTRY, entryId, FIXED, isField, readEntry } from './noteSchema';

/** What a change says as it goes into the notes: plain lines, in my name, internal where its problem is. */
export function asWritten(
  docs: RoomDocs,
  change: NoteChange,
  me: PersonId,
  now: Instant,
  isInternal: (problem: string) => boolean,
): NoteChange {
  if (change.kind === 'change') return { ...change, fields: plainLines(change.fields) } as NoteChange;
  if (change.kind !== 'add') return change;
  const { what } = change;
  const entry: Record<string, unknown> = { at: now, ...plainLines(change.entry) };
  if ('by' in entry) entry['by'] = me;
  if (hangsOnInternal(docs, change.entry, isInternal)) entry['internal'] = true;
  if (readEntry(what, entry) === undefined) throw new Refusal('meeting/task-incomplete', { missing: what });
  return { kind: 'add', what, entry } as unknown as NoteChange;
}

/** Does it in the documents, in one transaction a part; what is already so, or not there, changes nothing. */
export function writeNote(docs: RoomDocs, change: NoteChange): void {
  if (change.kind === 'add') return addEntry(docs, change.what, change.entry);
  const entry = findEntry(docs, change.what, change.id);
  if (entry === undefined) return;
  const fields: Readonly<Record<string, unknown>> =
    change.kind === 'change' ? change.fields : { removed: change.kind === 'remove' };
  const set = () => {
    for (const [name, value] of Object.entries(fields)) {
      const may = value !== undefined && !FIXED.has(name) && isField(change.what, name);
      if (may && JSON.stringify(entry.get(name)) !== JSON.stringify(value)) entry.set(name, value);
    }
  };
  if (readEntry(change.what, { ...entry.toJSON(), ...fields }) === undefined)
    throw new Refusal('meeting/task-incomplete', { missing: change.what });
  if (entry.doc === null) set();
  else entry.doc.transact(set);
}

function plainLines<T extends object>(fields: T): T {
  const lines = Object.entries(fields).map(([name, value]) => {
    if (name === 'title') return [name, typed(String(value), LONGEST_TITLE)];
    return name === 'text' ? [name, typed(String(value), LONGEST_TEXT)] : [name, value];
  });
  return Object.fromEntries(lines) as T;
}

function hangsOnInternal(docs: RoomDocs, entry: object, isInternal: (problem: string) => boolean): boolean {
  if (!('problem' in entry)) return false;
  const problem = String(entry.problem);
  return findEntry(docs, 'problem', problem)?.get('internal') === true || isInternal(problem);
}

const kind = v.picklist(Object.keys(ENTRY) as NoteKind[]);
const CHANGE = v.union([
  v.object({ kind: v.literal('add'), what: kind, entry: v.looseObject({ id: entryId }) }),
  v.object({ kind: v.literal('change'), what: kind, id: entryId, fields: v.record(v.string(), v.unknown()) }),
  v.object({ kind: v.picklist(['remove', 'restore']), what: kind, id: entryId }),
]);

/** A change as this device kept it; undefined for anything else. */
export function readChange(value: unknown): NoteChange | undefined {
  const read = v.safeParse(CHANGE, value);
  if (!read.success) return undefined;
  const { output } = read;
  if (output.kind === 'add' && readEntry(output.what, output.entry) === undefined) return undefined;
  return output as unknown as NoteChange;
}
