import { plainText } from '../agenda/plainText';
import { Refusal } from '../refusal';
import { unturned } from '../plainName';
import type { CalendarDay, Instant } from '../time/types';
import type { PersonId } from './types';

/** What a meeting captures. Everything hangs on its problem; what is marked internal never leaves the company. */
export type Notes = {
  readonly problems: readonly Problem[];
  readonly ideas: readonly Idea[];
  readonly decisions: readonly Decision[];
  readonly tasks: readonly Task[];
};

export type ProblemId = string;

export type Problem = {
  readonly id: ProblemId;
  readonly title: string;
  readonly by: PersonId;
  readonly area: string;
  /** What tells whether it moved. */
  readonly goal?: number;
  /** Oldest first. */
  readonly readings: readonly { readonly at: Instant; readonly value: number }[];
  /** Without it open: the next meetings of the series open with it. */
  readonly state?: 'solved' | 'monthly';
  readonly internal?: true;
};

export type Idea = {
  readonly id: string;
  readonly problem: ProblemId;
  readonly text: string;
  readonly by: PersonId;
  /** Each person once. */
  readonly votes: readonly PersonId[];
  readonly internal?: true;
};

export type Decision = {
  readonly id: string;
  readonly problem: ProblemId;
  readonly text: string;
  readonly deciders: readonly PersonId[];
  readonly at: Instant;
  /** The later decision that stands in its place, perhaps of another series; without it in force. */
  readonly replacedBy?: string;
  readonly internal?: true;
};

export type Task = {
  readonly id: string;
  readonly problem: ProblemId;
  readonly text: string;
  /** Always somebody of the company. */
  readonly owner: PersonId;
  /** The outsider who does it, for whom the owner answers. */
  readonly doneBy?: PersonId;
  readonly due: CalendarDay;
  /** To how many meetings it was carried over since it was last decided on. */
  readonly carried: number;
  readonly state: 'open' | 'done' | 'monthly' | 'split';
  /** The task of which this one is a part. */
  readonly partOf?: string;
  /** Planner has heard that it is done: from then on what Planner says of it counts. */
  readonly told?: true;
  readonly internal?: true;
};

/** Longest titles of problems; longest texts of everything else. */
export const LONGEST_TITLE = 200;
export const LONGEST_TEXT = 500;

/** One plain line that was typed; refuses an empty one and one that is too long, and cuts nothing off. */
export function typed(text: string, longest: number): string {
  if (text.length > 4 * longest) throw new Refusal('meeting/too-long', { longest });
  const line = plainText(unturned(text));
  if (line === '') throw new Refusal('meeting/empty-text');
  if (line.length > longest) throw new Refusal('meeting/too-long', { longest });
  return line;
}

/** Ideas of a problem, most votes first, then in the order in which they were said. */
export function rankedIdeas(ideas: readonly Idea[], problem: ProblemId): readonly Idea[] {
  return ideas
    .filter((idea) => idea.problem === problem)
    .map((idea, order) => ({ idea, order }))
    .sort((a, b) => b.idea.votes.length - a.idea.votes.length || a.order - b.order)
    .map(({ idea }) => idea);
}

/** Whether the problem moved: its last two readings. Null with fewer than two. */
export function movement({
  readings,
}: Pick<Problem, 'readings'>): { readonly from: number; readonly to: number } | null {
  const [from, to] = readings.slice(-2);
  return from === undefined || to === undefined ? null : { from: from.value, to: to.value };
}

/** What people from outside may see: nothing marked internal, and nothing that hangs on an internal or unknown problem. */
export function forOutsiders(notes: Notes): Notes {
  const problems = notes.problems.filter(({ internal }) => internal !== true);
  const open = new Set(problems.map(({ id }) => id));
  const shown = <T extends { readonly problem: ProblemId; readonly internal?: true }>(all: readonly T[]) =>
    all.filter(({ problem, internal }) => internal !== true && open.has(problem));
  // A part of a task that is internal does not tell that there is such a task.
  const tasks = shown(notes.tasks);
  const known = new Set(tasks.map(({ id }) => id));
  return {
    problems,
    ideas: shown(notes.ideas),
    decisions: shown(notes.decisions),
    tasks: tasks.map(({ partOf, ...task }) =>
      partOf !== undefined && known.has(partOf) ? { ...task, partOf } : task,
    ),
  };
}
