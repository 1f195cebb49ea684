import type { AgendaKind } from '../agenda/types';
import type { Instant, Interval } from '../time/types';
import { standingOf, within, type Here } from './standing';
import { TOO_EARLY } from './tooEarly';
import type { Turn } from './types';

/** The alarm looks so often, counted from the first words: each look more could be wrong once more. */
const LOOK = 5 * 60_000;
/** And so far back. */
const WINDOW = 15 * 60_000;
/** Once an area was heard for so long since the last look, nobody needs to ask for it. */
const ANSWERED = 20_000;
/** Less of what was heard is marked: nothing is known of the rest. */
const LEAST_MARKED = 0.5;

/**
 * The area that is worth hearing now, or null: lately it had so much less than its fair share by presence as hardly ever
 * happens where everybody speaks as much as everybody else, and it had less in the whole meeting. How much less is by the
 * number of people, the turns there were and the time since the first words; see docs/balance.md. What is only supposed of
 * an owner may keep an alarm back and cannot raise it. `heard` is the signal's, null without one.
 */
export function quietArea(of: {
  readonly turns: readonly Turn[];
  readonly people: readonly Here[];
  readonly heard: readonly Interval[] | null;
  readonly now: Instant;
}): string | null {
  const { turns, people, now } = of;
  const speech = of.heard ?? turns;
  const start = speech[0]?.from;
  if (start === undefined) return null;
  const look = start + Math.floor((now - start) / LOOK) * LOOK;
  const from = Math.max(start, look - WINDOW);
  const marked = turns.filter(({ source }) => source !== 'owner');
  if (within(speech, start, look) < TOO_EARLY) return null;
  if (within(marked, from, look) < LEAST_MARKED * within(speech, from, look)) return null;
  const area = atLook(turns, people, start, from, look);
  if (area === null || atLook(marked, people, start, from, look) !== area) return null;
  const members = new Set(people.filter((one) => one.area === area).map(({ id }) => id));
  const since = within(
    marked.filter(({ person }) => members.has(person)),
    look,
    now,
  );
  return since < ANSWERED ? area : null;
}

/** The area of which the window says that it is quiet, and the whole meeting does not deny it. */
function atLook(
  turns: readonly Turn[],
  people: readonly Here[],
  start: Instant,
  from: Instant,
  look: Instant,
): string | null {
  const lately = standingOf(turns, people, from, look);
  const [quiet] = lately;
  if (quiet === undefined || quiet.share >= quiet.fair || quiet.time >= quiet.fair) return null;
  const most = Math.max(...lately.map(({ deviation }) => Math.abs(deviation)));
  if (most < thresholdAt(look - start, lately.length) && quiet.time > SILENT * quiet.fair) return null;
  const whole = standingOf(turns, people, start, look).find(({ area }) => area === quiet.area);
  return whole !== undefined && whole.deviation <= WHOLE ? quiet.area : null;
}

/** Standard deviations, from a simulation of fair meetings: see docs/balance.md. */
const THRESHOLD = 2.55;
/** Before a quarter of an hour there are few turns, behind 35 minutes there is little time to mend anything. */
const EARLIER = 1.5;
const LATER = 1.25;
/** For each area more than two: more areas could be quiet by chance. */
const FOR_EACH_AREA = 0.4;
/** So little of its fair share of the time is quiet, whatever the turns: somebody speaks on and on. */
const SILENT = 0.1;
const WHOLE = -0.5;

function thresholdAt(elapsed: number, areas: number): number {
  const when = elapsed < WINDOW ? EARLIER : elapsed > 35 * 60_000 ? LATER : 0;
  return THRESHOLD + when + FOR_EACH_AREA * (areas - 2);
}

/**
 * Whether a kind of item wants many voices. Where something is presented one voice is right: a problem, numbers, what is
 * still open, what the weekly meetings bring. A topic says nothing of itself; an agenda that is not ours has no other kind.
 */
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

/** Whether there may be another one, after those that began then. */
export function mayNudge(nudges: readonly Instant[], now: Instant): boolean {
  return nudges.length < MOST_NUDGES && nudges.every((at) => now - at >= NUDGE_PAUSE);
}
