import * as v from 'valibot';
import * as Y from 'yjs';
import type { NoteKind, RoomNotes } from '../app/ports/room';
import type { RoomState } from '../domain/meeting/room';
import type { Meeting } from '../domain/meeting/types';
import { readEntry, ROOT_OF, type Written } from './noteSchema';
import { NOTHING_HIDDEN, whole, type Hidden } from './stateParts';
import { HIDDEN, MEETING, STATE } from './stateSchema';
import type { RoomPart } from './wire';

export type RoomDocs = Readonly<Record<RoomPart, Y.Doc>>;

/** The layout that this Cadencia writes; see `migrations`. */
export const VERSION = 1;

/** The map that the server alone writes. */
export const serverOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('server');
export const notesOf = (doc: Y.Doc, kind: NoteKind): Y.Map<Y.Map<unknown>> => doc.getMap(ROOT_OF[kind]);

/** 0 for a document in which nobody has written yet. */
export function versionOf(doc: Y.Doc): number {
  const version = serverOf(doc).get('version');
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0;
}

/** Null before the server has written; what cannot be read counts as not there. */
export function readState({ main, internal }: RoomDocs): RoomState | null {
  if (versionOf(main) === 0) return null;
  const map = serverOf(main);
  const field = (name: keyof typeof STATE) => checked(STATE[name], map.get(name));
  const [sent, pulse, balance] = [field('sent'), field('pulse'), field('balance')];
  const state = {
    organiser: field('organiser') ?? null,
    meeting: readMeeting(map),
    about: field('about') ?? null,
    names: field('names') ?? {},
    proposed: field('proposed') ?? null,
    votes: field('votes') ?? {},
    push: field('push') ?? { lease: null, tasks: {} },
    record: field('record') ?? null,
    ...(sent !== undefined && { sent }),
    ...(pulse !== undefined && { pulse }),
    ...(balance !== undefined && { balance }),
  };
  return whole(state as RoomState, readHidden(serverOf(internal)));
}

function readMeeting(map: Y.Map<unknown>): Meeting | null {
  const fields = Object.entries(MEETING).map(
    ([name, schema]) => [name, checked(schema, map.get(`meeting.${name}`))] as const,
  );
  // A meeting without one of its fields would be another meeting.
  if (fields.some(([, value]) => value === undefined)) return null;
  return { ...Object.fromEntries(fields), applied: [] } as unknown as Meeting;
}

function readHidden(map: Y.Map<unknown>): Hidden {
  const fields = Object.entries(HIDDEN).flatMap(([name, schema]) => {
    const value = checked(schema, map.get(name));
    return value === undefined ? [] : [[name, value]];
  });
  return { ...NOTHING_HIDDEN, ...Object.fromEntries(fields) } as Hidden;
}

/** Most fields are the same from one reading to the next, and so are the objects that hold them. */
const readBefore = new WeakMap<v.GenericSchema, WeakMap<object, unknown>>();

function checked(schema: v.GenericSchema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return outputOf(schema, value);
  const known = readBefore.get(schema) ?? new WeakMap<object, unknown>();
  readBefore.set(schema, known);
  if (!known.has(value)) known.set(value, outputOf(schema, value));
  return known.get(value);
}

function outputOf(schema: v.GenericSchema, value: unknown): unknown {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}

/** The state's fields as the document holds them. */
export function stateFields({ meeting, ...rest }: RoomState): Record<string, unknown> {
  const { applied: _, ...fields } = meeting ?? { applied: [] };
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`meeting.${name}`, value])),
  };
}

/** Writes what differs, in the transaction of the caller. */
export function writeFields(map: Y.Map<unknown>, fields: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const is = map.get(name);
    if (is !== value && JSON.stringify(is) !== JSON.stringify(value)) map.set(name, value);
  }
}

/** All entries of one kind in one document that can be read, removed ones too. */
function entriesOf<K extends NoteKind>(doc: Y.Doc, kind: K): readonly Written<K>[] {
  const all: Written<K>[] = [];
  for (const [id, value] of notesOf(doc, kind)) {
    const entry = value instanceof Y.Map ? readEntry(kind, value.toJSON()) : undefined;
    if (entry?.id === id) all.push(entry);
  }
  return all;
}

/** What people captured, in the order in which it was said; the same on every machine. */
export function readNotes({ main, internal }: RoomDocs, votes: RoomState['votes']): RoomNotes {
  const shown = <K extends NoteKind>(kind: K): Written<K>[] =>
    [...entriesOf(main, kind), ...entriesOf(internal, kind).filter((one) => one.internal === true)]
      .filter((one) => one.removed !== true)
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1));
  const plain = <T extends { readonly at?: number; readonly removed?: boolean }>({
    at: _at,
    removed: _removed,
    ...entry
  }: T) => entry;
  return {
    problems: shown('problem').map(plain),
    ideas: shown('idea').map((idea) => ({
      ...plain(idea),
      votes: Object.hasOwn(votes, idea.id) ? (votes[idea.id] ?? []) : [],
    })),
    decisions: shown('decision').map(({ removed: _, ...entry }) => entry),
    tasks: shown('task').map(plain),
  };
}

/** Adds an entry to the part where it belongs, unless its id is there. */
export function addEntry<K extends NoteKind>(docs: RoomDocs, kind: K, entry: Written<K>): void {
  const map = notesOf(docs[entry.internal === true ? 'internal' : 'main'], kind);
  if (map.has(entry.id)) return;
  map.set(entry.id, new Y.Map(Object.entries(entry).filter(([, value]) => value !== undefined)));
}

/** Where an entry stands. */
export function findEntry(docs: RoomDocs, kind: NoteKind, id: string): Y.Map<unknown> | undefined {
  const entry = notesOf(docs.main, kind).get(id) ?? notesOf(docs.internal, kind).get(id);
  return entry instanceof Y.Map ? entry : undefined;
}
