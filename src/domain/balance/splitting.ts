/** Whom speech of a shared microphone may belong to: an area, or null for people who are not counted. */
export type Head = string | null;

/**
 * Each one's part, 0 to 1 together. Who is not counted has theirs by heads; the rest goes to the areas by the marks, by heads
 * where nobody there was marked.
 */
export function partsOf(
  heads: readonly Head[],
  marks: ReadonlyMap<string, number>,
): ReadonlyMap<Head, number> {
  const parts = new Map<Head, number>();
  for (const head of heads) parts.set(head, (parts.get(head) ?? 0) + 1 / heads.length);
  const rest = 1 - (parts.get(null) ?? 0);
  const areas = [...parts.keys()].filter((head) => head !== null);
  const marked = areas.reduce((sum, area) => sum + (marks.get(area) ?? 0), 0);
  if (marked > 0) for (const area of areas) parts.set(area, (rest * (marks.get(area) ?? 0)) / marked);
  return parts;
}

/** Shares out whole milliseconds; what a part has too little now it is owed, and gets as soon as it makes a whole one. */
export class Shares {
  private readonly owed = new Map<Head, number>();

  of(milliseconds: number, parts: ReadonlyMap<Head, number>): ReadonlyMap<Head, number> {
    let left = milliseconds;
    const given = new Map<Head, number>();
    for (const [head, part] of parts) {
      const due = (this.owed.get(head) ?? 0) + milliseconds * part;
      const now = Math.min(left, Math.max(0, Math.floor(due)));
      left -= now;
      given.set(head, now);
      this.owed.set(head, due - now);
    }
    // Those who are owed most get what is left: less than one each.
    const byDebt = [...parts.keys()].sort((a, b) => (this.owed.get(b) ?? 0) - (this.owed.get(a) ?? 0));
    for (const head of byDebt) {
      if (left === 0) break;
      left--;
      given.set(head, (given.get(head) ?? 0) + 1);
      this.owed.set(head, (this.owed.get(head) ?? 0) - 1);
    }
    const [first] = byDebt;
    if (left > 0 && first !== undefined) given.set(first, (given.get(first) ?? 0) + left);
    return given;
  }
}
