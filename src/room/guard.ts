import * as Y from 'yjs';
import { LARGEST_ROOM } from './closeCodes';
import { plainEntry, unlike, type AnyType } from './guardEntry';
import type { Member } from './keeper';
import { FIXED, isField, readEntry, ROOTS, type RootName, type Written } from './noteSchema';
import type { NoteKind } from '../app/ports/room';
import type { RoomPart } from './wire';

export type Verdict = 'malformed' | 'refused' | 'too-large' | null;

/** What only the room as a whole knows of an entry: an outsider who would own a task, a problem of the other part. */
export type EntryRule = <K extends NoteKind>(part: RoomPart, kind: K, entry: Written<K>) => boolean;

export type Guard = {
  check(update: Uint8Array, by: Member): Verdict;
  /** Structs of this machine: no client may write in its name. */
  own(client: number): void;
  close(): void;
};

/** In nobody's name. */
const SERVER = '';
/** Clocks count structs; nobody writes so many. */
const HIGHEST_CLOCK = 2 ** 31;
/** Machines that wrote in one part. Each costs every later change a little, whatever it wrote. */
const MOST_WRITERS = 5000;
/** Places in an update of what was there once: Yjs writes neighbours as one. */
const MOST_GONE = 1000;

/**
 * Says of each update of a client whether it may come into the document. It is applied to a shadow first; what it did
 * there is looked at key by key. Only a refused one costs a copy of the document.
 */
export function createGuard(doc: Y.Doc, part: RoomPart, rule: EntryRule): Guard {
  const writers = new Map<number, string>();
  let size = 0;
  let grown = true;
  let shadow: Y.Doc | null = null;

  const shadowOf = (): Y.Doc => {
    if (shadow !== null) return shadow;
    shadow = new Y.Doc();
    // Named before anything comes in, so that a root is never of another type than it should be.
    shadow.getMap('server');
    Object.keys(ROOTS).forEach((name) => shadow?.getMap(name));
    const update = Y.encodeStateAsUpdate(doc);
    size = update.length;
    grown = false;
    Y.applyUpdate(shadow, update);
    return shadow;
  };
  const forget = () => {
    shadow?.destroy();
    shadow = null;
  };

  /** What came in on another way: from the server itself, from another process, from disk. */
  const follow = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    { afterState, beforeState, deleteSet }: Y.Transaction,
  ) => {
    if (shadow === null) return;
    const { store } = shadow;
    const known = [...afterState].every(
      ([client, clock]) => clock === (beforeState.get(client) ?? 0) || Y.getState(store, client) >= clock,
    );
    if (known && deleteSet.clients.size === 0) return;
    size += update.length;
    grown = true;
    Y.applyUpdate(shadow, update);
  };
  doc.on('update', follow);

  const fits = (more: number): boolean => {
    if (size + more <= LARGEST_ROOM) return true;
    // Deleted content weighs nothing any more: counted anew before somebody is turned away.
    if (grown && shadow !== null) size = Y.encodeStateAsUpdate(shadow).length;
    grown = false;
    return size + more <= LARGEST_ROOM;
  };

  return {
    check(update, by) {
      const trial = shadowOf();
      if (!fits(update.length)) return 'too-large';
      let allowed = false;
      const look = (transaction: Y.Transaction) => {
        allowed =
          namesOf(transaction).every((client) => (writers.get(client) ?? by.id) === by.id) &&
          changesAllowed(trial, transaction, part, by, rule);
        if (allowed) namesOf(transaction).forEach((client) => writers.set(client, by.id));
      };
      try {
        // Yjs takes in what has no length, and then cannot read its own document any more.
        const { structs } = Y.decodeUpdate(update);
        if (structs.some(({ length }) => length < 1)) return 'malformed';
        if (structs.filter((one) => one instanceof Y.GC).length > MOST_GONE) return 'refused';
        const before = trial.store.clients.size;
        trial.once('afterTransaction', look);
        Y.applyUpdate(trial, update);
        const { size: writing } = trial.store.clients;
        if (writing > MOST_WRITERS && writing > before) {
          forget();
          return 'too-large';
        }
      } catch {
        forget();
        return 'malformed';
      }
      const { pendingStructs, pendingDs } = trial.store;
      if (!allowed || pendingStructs !== null || pendingDs !== null) {
        forget();
        return 'refused';
      }
      size += update.length;
      grown = true;
      return null;
    },
    own(client) {
      writers.set(client, SERVER);
    },
    close() {
      doc.off('update', follow);
      forget();
    },
  };
}

/** In whose name something new was written. */
const namesOf = ({ beforeState, afterState }: Y.Transaction): readonly number[] =>
  [...afterState].flatMap(([client, clock]) => (clock === (beforeState.get(client) ?? 0) ? [] : [client]));

function changesAllowed(
  doc: Y.Doc,
  transaction: Y.Transaction,
  part: RoomPart,
  by: Member,
  rule: EntryRule,
): boolean {
  if ([...transaction.afterState.values()].some((clock) => clock > HIGHEST_CLOCK)) return false;
  const roots = new Map(Object.keys(ROOTS).map((name) => [doc.share.get(name), name as RootName] as const));
  for (const [type, keys] of transaction.changed) {
    const root = roots.get(type);
    const parent = roots.get(type.parent as AnyType);
    if (root === undefined && parent === undefined) return false;
    for (const key of keys) {
      if (key === null) return false;
      const what = unlike(transaction, type, key);
      if (what === 'same') continue;
      if (what === 'gone') return false;
      if (root !== undefined) {
        if (what !== 'new' || !mayAdd(ROOTS[root], type._map.get(key), key)) return false;
      } else if (parent !== undefined && (FIXED.has(key) || !isField(ROOTS[parent], key))) return false;
    }
    if (parent !== undefined && !mayStand(ROOTS[parent], type)) return false;
  }
  return true;

  function mayAdd(kind: NoteKind, item: Y.Item | undefined, id: string): boolean {
    const value = item?.content instanceof Y.ContentType ? item.content.type : undefined;
    const entry = value === undefined ? undefined : readEntry(kind, plainEntry(value));
    if (entry?.id !== id || (entry.internal === true) !== (part === 'internal')) return false;
    return (!('by' in entry) || entry.by === by.id) && rule(part, kind, entry);
  }

  function mayStand(kind: NoteKind, type: AnyType): boolean {
    const entry = readEntry(kind, plainEntry(type));
    return entry !== undefined && rule(part, kind, entry);
  }
}
