import { areasOfOne } from '../../domain/balance/agreement';
import { chairsAhead } from '../../domain/rhythm/chairing';
import type { RhythmChange } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';
import { linksByStart, sessionsOf } from '../../domain/rhythm/sessions';
import type { BoardTask } from '../../domain/tasks/board';
import { byDue } from '../../domain/tasks/boardGroups';
import { boardTasks, isOpen } from '../../domain/tasks/boardTasks';
import { localTime } from '../../domain/time/calendarDays';
import type { ZoneName } from '../../domain/time/types';
import { askedOf } from './agreement';
import { canDo } from './asking';
import { followUpOf } from './followUpOf';
import type { FollowState } from './followState';
import type { PersonalView, Progress } from './followView';
import { meetingLinkOf } from './meetingChat';
import { ownView } from './personalOwn';
import { boardFor, byId, plannedIn } from './tasksBoard';

type Mine = Extract<PersonalView, { readonly screen: 'mine' }>;
type MyTask = Mine['tasks'][number];

/** Of each series so many sessions ahead are shown. */
const SESSIONS_EACH = 3;

/** Who is in the rosters of a series, or organises it. */
export const isOf = ({ people, chain }: Series, me: string): boolean =>
  people.some(({ id }) => id === me) || chain.at(-1)?.organiser === me;

/** What is mine over all series (FP2 to FP5): plain data. */
export function mineOf(state: FollowState, zone: ZoneName): Mine {
  const me = state.me?.id ?? '';
  const { question } = state;
  const asked = question?.kind === 'change' ? zoneOfAsk(state, question.change) : undefined;
  return {
    screen: 'mine',
    today: localTime(state.at, zone).day,
    notice: state.notice,
    working: state.working,
    question: question === null ? null : { asked: question, zone: asked ?? zone },
    progress: progressOf(state),
    sessions: state.all
      .flatMap(({ series }) => sessionsAhead(state, series, me))
      .sort((a, b) => a.start - b.start),
    tasks: tasksOf(state, me, zone),
    asks: state.all.flatMap(({ series }) => asksFor(series, me)),
    measuring: state.all.flatMap(({ series }) => measuringFor(series, me)),
    own: ownView(state, zone),
  };
}

const zoneOfAsk = ({ all }: FollowState, change: RhythmChange): ZoneName | undefined =>
  all.find(({ series }) => followUpOf(series).asks.some((ask) => ask.change === change))?.series.zone;

/** What failed first; else how far the series are read. */
function progressOf({ progress: { records, plan } }: FollowState): Progress {
  if (records.state === 'failed') return records;
  return plan;
}

function sessionsAhead(state: FollowState, series: Series, me: string): Mine['sessions'] {
  const own = series.people.find(({ id }) => id === me);
  // Who only gets the minutes has no session to go to.
  if (own?.role === 'informed') return [];
  const digests = state.archives[series.id]?.summary.files.map(({ digest }) => digest) ?? [];
  const sessions = sessionsOf(series, digests, state.at);
  const chairs = chairsAhead(series, digests, sessions);
  const links = linksByStart(series);
  return sessions
    .filter((session) => session.state === 'coming')
    .slice(0, SESSIONS_EACH)
    .map(({ original, start, minutes }) => ({
      series: series.id,
      title: series.title,
      start,
      minutes,
      chairing: chairs.get(original) === me,
      link: meetingLinkOf(links.get(original)),
      zone: series.sites.find(({ id }) => id === own?.site)?.zone ?? series.zone,
    }));
}

/** Late ones first, then by date; those that are over are not shown. */
function tasksOf(state: FollowState, me: string, zone: ZoneName): readonly MyTask[] {
  const ours = state.all.flatMap(({ series }) => {
    const summary = state.archives[series.id]?.summary;
    if (summary === undefined) return [];
    const board = boardFor(state, series, summary);
    return board.tasks.map((task): MyTask => {
      const problem = task.problem === null ? undefined : board.problems.get(task.problem);
      return { ...task, series: series.id, seriesTitle: series.title, problemTitle: problem?.title ?? '' };
    });
  });
  const known = new Set(knownIds(state));
  const foreign = boardTasks({
    digests: [],
    planned: state.planned,
    hasPlan: true,
    series: { people: [] },
    today: localTime(state.at, zone).day,
    includeForeign: true,
  })
    .filter(({ planner }) => planner !== null && !known.has(planner))
    .map((task): MyTask => ({ ...task, series: null, seriesTitle: '', problemTitle: '' }));
  return [...ours, ...foreign]
    .filter((task) => isOpen(task.state) && isMine(state, task, me))
    .sort((a, b) => Number(b.late) - Number(a.late) || byDue(a, b));
}

/** As Planner says; where it says nothing of a task that was sent, it is somebody else's by now, or gone. */
function isMine(state: FollowState, task: BoardTask, me: string): boolean {
  const there = plannedIn(state, task);
  if (there !== undefined) return there.owners.includes(me);
  if (task.in === 'unread' && state.planned !== null) return false;
  return task.owner === me;
}

const knownIds = ({ archives }: FollowState): readonly string[] =>
  Object.values(archives).flatMap(({ summary }) =>
    summary.files.flatMap(({ digest }) => Object.values(digest.planner)),
  );

function asksFor(series: Series, me: string): Mine['asks'] {
  const nameOf = (id: string): string => series.people.find((one) => one.id === id)?.name ?? '';
  return followUpOf(series)
    .asks.filter(({ change }) => canDo(series, me, change))
    .map(({ id, by, at, change }) => ({
      ...{ id, at, change, series: series.id, seriesTitle: series.title },
      byName: nameOf(by),
      mine: true,
      zone: series.zone,
      names: byId(new Map(named(change).map((person) => [person, nameOf(person)]))),
    }));
}

/** What I may still answer: who has said yes finds it in the settings of the series. */
function measuringFor(series: Series, me: string): Mine['measuring'] {
  const asked = askedOf(series, me);
  if (asked?.me !== 'answers') return [];
  const areas = Object.fromEntries(series.areas.map(({ id, name }) => [id, name]));
  const { id, title: seriesTitle, zone } = series;
  return [{ ...asked, series: id, seriesTitle, zone, areas, alone: areasOfOne(series) }];
}

function named(change: RhythmChange): readonly string[] {
  if (change.kind === 'fewer') return change.people;
  return change.kind === 'handOver' ? [change.to] : [];
}
