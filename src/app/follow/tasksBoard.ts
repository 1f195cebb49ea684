import { Refusal } from '../../domain/refusal';
import type { RecordDigest, SeriesSummary } from '../../domain/rhythm/digest';
import type { Series } from '../../domain/rhythm/series';
import type { BoardTask, PlanTask } from '../../domain/tasks/board';
import { type Board, boardOf } from '../../domain/tasks/boardGroups';
import { type KeptTask, keptTasks } from '../../domain/tasks/boardTasks';
import { localTime } from '../../domain/time/calendarDays';
import type { CalendarDay } from '../../domain/time/types';
import { chosenIn, digestsIn, type FollowState } from './followState';

/** The board of the chosen series. Made once for each reading: filters and presses find the same one. */
export function boardIn(state: FollowState): Board {
  const { series } = chosenIn(state);
  return boardFor(state, series, state.archives[series.id]?.summary ?? NOTHING);
}

/** The board of one series over what was read of it. */
export function boardFor(state: FollowState, series: Series, summary: SeriesSummary): Board {
  const { planned, tasks } = state;
  const today = todayIn(state, series);
  const made = MADE.get(summary);
  const from = takenFrom(state, series);
  const standsOn = [series, planned, today, tasks.team, tasks.whole, ...from];
  const same = made?.standsOn.length === standsOn.length;
  if (made !== undefined && same && made.standsOn.every((one, at) => one === standsOn[at])) return made.board;
  const digests = summary.files.map(({ digest }) => digest);
  const board = boardOf(
    {
      ...{ digests, planned, hasPlan: tasks.team !== false, whole: tasks.whole, series, today },
      from: digestsOf(from),
    },
    namesOf(series, digests),
  );
  MADE.set(summary, { standsOn, board });
  return board;
}

const NOTHING: SeriesSummary = { series: '', files: [] };
const MADE = new WeakMap<SeriesSummary, { readonly standsOn: readonly unknown[]; readonly board: Board }>();

/** What is known of the weekly series whose tasks this one takes. */
const takenFrom = (state: FollowState, monthly: Series): readonly SeriesSummary[] =>
  weekliesOf(state, monthly).flatMap((id) => state.archives[id]?.summary ?? []);

/** The series whose tasks this one takes, by id. */
export const weekliesOf = (
  { all }: Pick<FollowState, 'all'>,
  { id }: Pick<Series, 'id'>,
): readonly string[] => all.flatMap(({ series }) => (series.followUp?.monthly === id ? [series.id] : []));

/** The tasks of the chosen series as its records keep them. */
export function keptIn(state: FollowState): ReadonlyMap<string, KeptTask> {
  return keptTasks(digestsIn(state), digestsOf(takenFrom(state, chosenIn(state).series)));
}

const digestsOf = (summaries: readonly SeriesSummary[]): readonly RecordDigest[] =>
  summaries.flatMap(({ files }) => files.map(({ digest }) => digest));

export const todayIn = ({ at }: Pick<FollowState, 'at'>, { zone }: Pick<Series, 'zone'>): CalendarDay =>
  localTime(at, zone).day;

/** Names of everybody who is or was of the series. */
export function namesOf(
  { people }: Pick<Series, 'people'>,
  digests: readonly RecordDigest[],
): ReadonlyMap<string, string> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const digest of digests)
    for (const { id, name } of digest.people) if (!names.has(id)) names.set(id, name);
  return names;
}

export const namesIn = (state: FollowState): ReadonlyMap<string, string> =>
  namesOf(chosenIn(state).series, digestsIn(state));

/** Under their ids alone: an id out of a file may be the name of something that every object has. */
export const byId = (names: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(names));

/** A task of ours with the session in whose record it stands. */
export type OurTask = BoardTask & { readonly session: number };

/** The task of the board with that id; refuses one that nobody knows, and one that is not ours. */
export function taskIn(board: Board, id: string): OurTask {
  const task = board.tasks.find((one) => one.id === id);
  if (task === undefined || task.session === null) throw new Refusal('follow/unknown-task');
  return { ...task, session: task.session };
}

/** As Planner holds it; undefined for what is not there. */
export const plannedIn = ({ planned }: FollowState, { planner }: BoardTask): PlanTask | undefined =>
  planner === null ? undefined : planned?.get(planner);
