/** Planner's own limit. */
export const LONGEST_PLANNER_TITLE = 255;

/** A task's text as Planner's title holds it (TB6); where it is cut the note has the whole. */
export function plannerTitle(text: string): string {
  if (text.length <= LONGEST_PLANNER_TITLE) return text;
  // Not half a character at the cut.
  return `${text.slice(0, LONGEST_PLANNER_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
