import type { Talk } from '../balance/types';
import type { Instant } from '../time/types';
import type { Pulse } from '../rhythm/pulse';
import type { Decision, Idea, Problem, Task } from './captured';
import type { About, Push } from './room';
import type { MeetingItem, PersonId, Presence } from './types';

/** What is kept of an occurrence; readable without Cadencia. Nothing personal beyond owners and decisions. */
export type MeetingRecord = {
  /** Cadencia's id of the series; of a meeting without one, the room's own. */
  readonly series: string;
  /** The occurrence's original start. */
  readonly start: Instant;
  /** As it stood in the calendar when it was held: an occurrence that was moved keeps its original start as its name. */
  readonly planned: { readonly start: Instant; readonly minutes: number };
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly about: About;
  readonly chair: PersonId | null;
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly area: string;
    readonly how: Presence['how'] | 'unknown';
  }[];
  readonly items: readonly MeetingItem[];
  readonly problems: readonly Problem[];
  readonly ideas: readonly Idea[];
  readonly decisions: readonly Decision[];
  readonly tasks: readonly Task[];
  /** Talk of the areas, where the team measures it and as far as it is known. */
  readonly talk?: Talk;
  /** Answers to the two questions, nobody's name beside them; see domain/rhythm/pulse. */
  readonly pulse?: Pulse;
  /** Task to Planner's id. */
  readonly planner: Readonly<Record<string, string>>;
};

/** Only what was pushed. */
export const plannerIds = (push: Push): MeetingRecord['planner'] =>
  Object.fromEntries(
    Object.entries(push.tasks).flatMap(([task, one]) =>
      one.state === 'pushed' ? [[task, one.planner]] : [],
    ),
  );
