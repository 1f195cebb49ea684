import { FOLLOW_UP } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';
import { localTime } from '../../domain/time/calendarDays';
import { measuringView, talkKept } from './agreement';
import { beforeSeries } from './beforeSeries';
import { decisionsView } from './decisions';
import type { FollowPorts } from './followPorts';
import { chosenIn, type FollowState, organiserOf } from './followState';
import type { AskView, FollowScreen, FollowView } from './followView';
import { nextView } from './next';
import { rhythmView } from './rhythm';
import { talkView } from './talk';
import { tasksView } from './tasks';

const MINUTE = 60_000;

/** What is shown of the state. A part is computed again only when something it stands on has changed, or a minute passed. */
export function createViewOf(ports: FollowPorts): (state: FollowState) => FollowView {
  const tasks = remembered(tasksView, ports, ({ plan, planned, tasks: slice, progress }) => [
    plan,
    planned,
    slice,
    progress.plan,
  ]);
  const next = remembered(nextView, ports, ({ next: slice }) => [slice]);
  const decisions = remembered(decisionsView, ports, ({ decisions: slice }) => [slice]);
  const rhythm = remembered(rhythmView, ports, ({ rhythm: slice, next: ahead }) => [slice, ahead]);
  const talk = remembered(talkView, ports, ({ talk: slice }) => [slice]);
  return (state) =>
    beforeSeries(state) ?? {
      ...frameOf(state, ports),
      next: next(state),
      tasks: tasks(state),
      decisions: decisions(state),
      rhythm: rhythm(state),
      talk: talk(state),
    };
}

function remembered<V>(
  make: (state: FollowState, ports: FollowPorts) => V,
  ports: FollowPorts,
  standsOn: (state: FollowState) => readonly unknown[],
): (state: FollowState) => V {
  let before: readonly unknown[] = [];
  let view: V | undefined;
  return (state) => {
    const { all, chosen, archives, me, at } = state;
    const now = [all, chosen, archives, me, Math.floor(at / MINUTE), ...standsOn(state)];
    if (view === undefined || now.some((one, index) => one !== before[index])) view = make(state, ports);
    before = now;
    return view;
  };
}

function frameOf(
  state: FollowState,
  { homes, balanceCap }: FollowPorts,
): Omit<FollowScreen, 'next' | 'tasks' | 'decisions' | 'rhythm' | 'talk'> {
  const found = chosenIn(state);
  const { series } = found;
  const me = state.me?.id ?? '';
  const organiser = organiserOf(series);
  return {
    screen: 'series',
    part: state.part,
    all: state.all.map(({ series: { id, title, kind } }) => ({ id, title, kind })),
    series,
    place: homes[found.home]?.place ?? 'site',
    me,
    organiser: { id: organiser, name: nameOf(series, organiser), me: organiser === me },
    zone: series.zone,
    today: localTime(state.at, series.zone).day,
    notice: state.notice,
    question: state.question,
    working: state.working,
    progress: state.progress,
    unreadable: state.unreadable,
    aside: state.archives[series.id]?.aside ?? [],
    asks: asksOf(series, organiser === me),
    measuring: measuringView(series, me, balanceCap, talkKept(state)),
  };
}

/** What waits for the organiser, the oldest first. */
const asksOf = (series: Series, mine: boolean): readonly AskView[] =>
  (series.followUp ?? FOLLOW_UP).asks.map(({ id, by, at, change }) => ({
    id,
    byName: nameOf(series, by),
    at,
    change,
    mine,
  }));

const nameOf = (series: Series, id: string): string => series.people.find((one) => one.id === id)?.name ?? '';
