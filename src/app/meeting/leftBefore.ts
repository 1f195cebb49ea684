import type { Problem, Task } from '../../domain/meeting/captured';
import {
  type Kept,
  type Left,
  leftOver,
  once,
  type Planned,
  takenToMonthly,
} from '../../domain/meeting/carryOver';
import type { Seed } from '../../domain/meeting/room';

/** Of a problem's numbers the last ones come along. */
const MOST_READINGS = 12;
/** One frame carries an agenda. */
const MOST_PROBLEMS = 100;

/** As the room takes ids: a record is anybody's file, and one odd id must not cost the whole agenda. */
const ENTRY = /^[A-Za-z0-9][\w.:@=+-]{0,199}$/;
const PERSON = /^[^\s\p{Cc}_][^\s\p{Cc}]{0,319}$/u;
const LONGEST_AREA = 200;

/** What comes with the agenda: left by the meetings before, and taken here by weekly ones. Records come newest first. */
export type Brought = Pick<Seed, 'problems' | 'tasks'> & {
  /** Of them, what weekly meetings could not decide. */
  readonly toDecide: readonly Task[];
};

/** What earlier meetings left, as Planner has it by now; and for a monthly meeting what its weekly ones took to it. */
export function broughtTo(
  records: readonly Kept[],
  weeklies: readonly (readonly Kept[])[],
  planned: Planned,
): Brought {
  const own = leftOver(records.map(usable), planned);
  const taken = takenToMonthly(
    weeklies.map((all) => all.map(usable)),
    records,
    planned,
  );
  const problems = once([...taken.problems, ...own.problems]).slice(0, MOST_PROBLEMS);
  const known = new Set(problems.map(({ id }) => id));
  const here = <T extends Left['tasks'][number]>(all: readonly T[]) =>
    all.filter(({ problem }) => known.has(problem));
  const toDecide = here(taken.tasks);
  return {
    problems: problems.map((problem) => ({ ...problem, readings: problem.readings.slice(-MOST_READINGS) })),
    tasks: once([...toDecide, ...here(own.tasks)]),
    toDecide,
  };
}

const usable = ({ problems, tasks, planner }: Kept): Kept => ({
  problems: problems.filter(isUsableProblem),
  tasks: tasks.filter(isUsableTask),
  planner,
});

const isUsableProblem = ({ id, by, area }: Problem): boolean =>
  ENTRY.test(id) && PERSON.test(by) && area.length <= LONGEST_AREA;

const isUsableTask = ({ id, owner, doneBy, partOf }: Task): boolean =>
  ENTRY.test(id) &&
  PERSON.test(owner) &&
  (doneBy === undefined || PERSON.test(doneBy)) &&
  (partOf === undefined || ENTRY.test(partOf));
