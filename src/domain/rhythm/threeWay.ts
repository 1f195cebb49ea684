/** Where in the whole something stands: field names, and keys of list entries. */
export type Path = readonly string[];

/**
 * Merges two edits of one value. `base` is undefined when both sides added it; what cannot be merged goes to
 * `conflicts`, and then theirs stands.
 */
export type Merger<T> = (base: T | undefined, mine: T, theirs: T, at: Path, conflicts: Path[]) => T;

/** A value that is one thing: whoever changed it wins, and theirs when both did differently. */
export function whole<T>(): Merger<T> {
  return (base, mine, theirs, at, conflicts) => {
    if (same(mine, theirs) || same(base, theirs)) return mine;
    if (!same(base, mine)) conflicts.push(at);
    return theirs;
  };
}

/** A record, field by field; leaving an optional field out is a change like any other. */
export function fields<T extends object>(mergers: {
  readonly [K in keyof T]-?: Merger<Exclude<T[K], undefined>>;
}): Merger<T> {
  return (base, mine, theirs, at, conflicts) => {
    const merged: Partial<T> = {};
    for (const key of Object.keys(mergers) as (keyof T & string)[]) {
      const [b, m, t] = [base?.[key], mine[key], theirs[key]];
      const merge = (m === undefined || t === undefined ? whole() : mergers[key]) as Merger<
        T[keyof T & string]
      >;
      const value = merge(b as T[keyof T & string], m, t, [...at, key], conflicts);
      if (value !== undefined) merged[key] = value;
    }
    return merged as T;
  };
}

/**
 * A list of entries with keys, entry by entry. Who removes an entry that the other side changed does not win: the
 * changed entry stays and is reported, so that nothing typed is lost. Order is theirs, or mine when theirs kept the
 * old one; a side's new entries stand behind.
 */
export function entries<T>(keyOf: (entry: T) => string, merge: Merger<T>): Merger<readonly T[]> {
  return (base = [], mine, theirs, at, conflicts) => {
    const [b, m, t] = [byKey(base, keyOf), byKey(mine, keyOf), byKey(theirs, keyOf)];
    const merged = new Map<string, T>();
    for (const key of new Set([...t.keys(), ...m.keys()])) {
      const [was, ours, others] = [b.get(key), m.get(key), t.get(key)];
      if (ours !== undefined && others !== undefined) {
        merged.set(key, merge(was, ours, others, [...at, key], conflicts));
        continue;
      }
      const kept = ours ?? others;
      if (kept === undefined || same(was, kept)) continue;
      if (was !== undefined) conflicts.push([...at, key]);
      merged.set(key, kept);
    }
    return inOrder(merged, [...b.keys()], [...m.keys()], [...t.keys()]);
  };
}

/** A list in which an entry is nothing but its value: what one side adds is added, what one side removes is removed. */
export function values<T>(): Merger<readonly T[]> {
  return entries((value) => canonical(value), whole<T>());
}

/** A map, key by key, as `entries` does it. */
export function keyed<V>(merge: Merger<V>): Merger<Readonly<Record<string, V>>> {
  const list = entries<readonly [string, V]>(
    ([key]) => key,
    (base, [key, mine], [, theirs], at, conflicts) => [key, merge(base?.[1], mine, theirs, at, conflicts)],
  );
  return (base, mine, theirs, at, conflicts) =>
    Object.fromEntries(
      list(base && Object.entries(base), Object.entries(mine), Object.entries(theirs), at, conflicts),
    );
}

/** Both sides changed it differently: `choose` says which one goes further; undefined leaves it to `whole`. */
export function decided<T>(choose: (a: T, b: T) => T | undefined): Merger<T> {
  return (base, mine, theirs, at, conflicts) => {
    if (same(mine, theirs) || same(base, theirs)) return mine;
    const chosen = same(base, mine) ? theirs : choose(mine, theirs);
    return chosen ?? whole<T>()(base, mine, theirs, at, conflicts);
  };
}

/** Equal in content; the order of fields does not matter, that of lists does. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function inOrder<T>(
  merged: ReadonlyMap<string, T>,
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): T[] {
  const kept = new Set(theirs);
  const moved = !same(
    theirs,
    base.filter((key) => kept.has(key)).concat(theirs.filter((key) => !base.includes(key))),
  );
  const order = new Set(moved ? [...theirs, ...mine] : [...mine, ...theirs]);
  return [...order].flatMap((key) => (merged.has(key) ? [merged.get(key) as T] : []));
}

/** Two entries of one key are told apart by their number. */
function byKey<T>(list: readonly T[], keyOf: (entry: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const entry of list) {
    const key = keyOf(entry);
    let free = key;
    for (let nth = 2; map.has(free); nth++) free = `${key}#${nth}`;
    map.set(free, entry);
  }
  return map;
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
