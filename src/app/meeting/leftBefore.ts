import type { Problem, Task } from '../../domain/meeting/captured';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { Seed } from '../../domain/meeting/room';
import { carriedOver, mustBeDecided } from '../../domain/meeting/tasks';

/** One frame carries an agenda; so much of what is left goes with it, the oldest first. */
const MOST_LEFT = 100;
const MOST_READINGS = 12;

/** As the room takes ids: a record is anybody's file, and one odd id must not cost the whole agenda. */
const ENTRY = /^[A-Za-z0-9][\w.:@=+-]{0,199}$/;
const PERSON = /^[^\s\p{Cc}_][^\s\p{Cc}]{0,319}$/u;
const LONGEST_AREA = 200;

/** What the last meeting left: its open tasks, each once more carried over, and their problems. */
export function leftFrom(last: MeetingRecord | undefined): Pick<Seed, 'problems' | 'tasks'> {
  if (last === undefined) return { problems: [], tasks: [] };
  const usable = last.problems.filter(
    ({ id, by, area }) => ENTRY.test(id) && PERSON.test(by) && area.length <= LONGEST_AREA,
  );
  const known = new Set(usable.map(({ id }) => id));
  const tasks: readonly Task[] = last.tasks
    .filter((task) => task.state === 'open' && known.has(task.problem) && isUsable(task))
    .slice(0, MOST_LEFT)
    // One that must be decided on waits for it as it is.
    .map((task) => (mustBeDecided(task) ? task : carriedOver(task)));
  const needed = new Set(tasks.map(({ problem }) => problem));
  const problems: readonly Problem[] = usable
    .filter(({ id }) => needed.has(id))
    .map((problem) => ({ ...problem, readings: problem.readings.slice(-MOST_READINGS) }));
  return { problems, tasks };
}

const isUsable = ({ id, owner, doneBy, partOf }: Task): boolean =>
  ENTRY.test(id) &&
  PERSON.test(owner) &&
  (doneBy === undefined || PERSON.test(doneBy)) &&
  (partOf === undefined || ENTRY.test(partOf));
