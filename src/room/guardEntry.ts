import * as Y from 'yjs';

/** Any shared type, as transactions name them. */
export type AnyType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never;

/** What a transaction did to a key: put something where nothing was, put something else there, took it away. */
export function unlike(
  { beforeState, deleteSet }: Y.Transaction,
  type: AnyType,
  key: string,
): 'new' | 'other' | 'gone' | 'same' {
  const item = type._map.get(key);
  if (item === undefined) return 'same';
  const isNew = (one: Y.Item) => one.id.clock >= (beforeState.get(one.id.client) ?? 0);
  const isGone = (one: Y.Item) => Y.isDeleted(deleteSet, one.id);
  if (!isNew(item)) return isGone(item) ? 'gone' : 'same';
  let before = item.left;
  while (before !== null && isNew(before)) before = before.left;
  const had = before !== null && isGone(before);
  if (item.deleted) return had ? 'gone' : 'same';
  return had ? 'other' : 'new';
}

/** The fields of an entry when each is one plain value and nothing else hangs there; else nothing. */
export function plainEntry(type: AnyType): Record<string, unknown> | undefined {
  // Not one of its subclasses either.
  const isMap: boolean = type.constructor === Y.Map;
  if (!isMap || type._start !== null) return undefined;
  const fields: [string, unknown][] = [];
  for (const [name, item] of type._map) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentAny) || item.content.arr.length !== 1) return undefined;
    fields.push([name, item.content.arr[0]]);
  }
  return Object.fromEntries(fields);
}
