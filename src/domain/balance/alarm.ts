import type { AgendaKind } from '../agenda/types';
import type { Instant, Interval } from '../time/types';
import type { Counted } from './shares';
import type { Turn } from './types';

/** No share is shown and no word is said before so much speech. */
export const TOO_EARLY = 10 * 60_000;

/**
 * The area that is worth hearing now, or null: what was marked lately, beside the fair share by presence. `heard` is the
 * signal's, null without one; `now` is the end of the log.
 */
export function quietArea(of: {
  readonly turns: readonly Turn[];
  readonly people: readonly Counted[];
  readonly heard: readonly Interval[] | null;
  readonly now: Instant;
}): string | null {
  void of;
  return null;
}

/** Whether a kind of item wants many voices. */
export function phaseWantsMany(kind: AgendaKind): boolean {
  return WANTS_MANY[kind];
}

const WANTS_MANY: Readonly<Record<AgendaKind, boolean>> = {
  ideas: true,
  decision: true,
  tasks: true,
  round: true,
  rhythm: true,
  topic: true,
  problem: false,
  numbers: false,
  openTasks: false,
  weeklies: false,
};

/** So many nudges a meeting, and so long between two. */
export const MOST_NUDGES = 3;
export const NUDGE_PAUSE = 10 * 60_000;

/** Whether there may be another one, after those that were. */
export function mayNudge(nudges: readonly Instant[], now: Instant): boolean {
  return nudges.length < MOST_NUDGES && nudges.every((at) => now - at >= NUDGE_PAUSE);
}
