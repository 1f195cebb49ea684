import type { Problem, Task } from '../../domain/meeting/captured';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { Seed } from '../../domain/meeting/room';
import { carriedOver, mustBeDecided } from '../../domain/meeting/tasks';

/** One frame carries an agenda; so much of what is left goes with it, the oldest first. */
const MOST_LEFT = 100;
const MOST_READINGS = 12;

/** What the last meeting left: its open tasks, each once more carried over, their problems, and which are in Planner. */
export function leftFrom(
  last: MeetingRecord | undefined,
): Required<Pick<Seed, 'problems' | 'tasks' | 'planner'>> {
  if (last === undefined) return { problems: [], tasks: [], planner: {} };
  const known = new Set(last.problems.map(({ id }) => id));
  const tasks: readonly Task[] = last.tasks
    .filter(({ state, problem }) => state === 'open' && known.has(problem))
    .slice(0, MOST_LEFT)
    // One that must be decided on waits for it as it is.
    .map((task) => (mustBeDecided(task) ? task : carriedOver(task)));
  const needed = new Set(tasks.map(({ problem }) => problem));
  const problems: readonly Problem[] = last.problems
    .filter(({ id }) => needed.has(id))
    .map((problem) => ({ ...problem, readings: problem.readings.slice(-MOST_READINGS) }));
  const planner = Object.fromEntries(
    tasks.flatMap(({ id }) => {
      const there = Object.hasOwn(last.planner, id) ? last.planner[id] : undefined;
      return there === undefined ? [] : [[id, there]];
    }),
  );
  return { problems, tasks, planner };
}
