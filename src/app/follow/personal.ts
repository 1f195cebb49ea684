import type { Series } from '../../domain/rhythm/series';
import { Refusal } from '../../domain/refusal';
import type { PlanTask } from '../../domain/tasks/board';
import { whatFailed } from '../whatFailed';
import { sayNoIn, sayYesIn } from './agreement';
import { readArchive } from './archives';
import { askIn, canDo, dropAsk, offerChange } from './asking';
import { guarded } from './attempt';
import { beforeSeries } from './beforeSeries';
import { foundIn } from './changingDates';
import type { PersonalDesk } from './followDesk';
import type { FollowPorts } from './followPorts';
import { followUpOf } from './followUpOf';
import { createFollow, type Follow, type FollowState } from './followState';
import type { PersonalView } from './followView';
import { meetingLinkOf } from './meetingChat';
import { notOpened, openLink, seriesIn } from './openFollow';
import { ownCommands, readOwn } from './personalOwn';
import { isOf, mineOf } from './personalView';
import { retry } from './retrying';
import { changeTaskOf } from './tasksChanging';
import { untilEnd } from './tasksPlan';

type OfSeries = ((series: Series) => boolean) | undefined;

/**
 * The personal tab without its drawing; it opens by itself, and nothing it answers or does throws. With `of` only those
 * series of mine are read, and nothing of my shares.
 */
export function createPersonalDesk(ports: FollowPorts, of?: OfSeries): PersonalDesk {
  const follow = createFollow(ports);
  void open(follow, of);
  return {
    view: viewOfDesk(follow),
    end: () => follow.end(),
    adminConsent: (tier) => ports.identity.adminConsent(tier),
    signIn: () => void open(follow, of, true),
    retry: () => retry(follow, () => void open(follow, of, true)),
    dismiss: () => follow.change({ notice: null }),
    answer: guarded(follow, 'ask', (yes: boolean) => {
      const { asked } = follow;
      follow.asked = undefined;
      follow.change({ question: null });
      asked?.(yes);
    }),
    openLink: (url) => openLink(follow, url),
    tasks: { change: guarded(follow, 'task', (id, change) => changeMine(follow, id, change)) },
    asks: {
      accept: guarded(follow, 'ask', (id: string) => accept(follow, id)),
      refuse: guarded(follow, 'ask', (id: string) => {
        void dropAsk(follow, seriesOfAsk(follow, id).id, id);
      }),
    },
    measuring: {
      yes: guarded(follow, 'measuring', (series, mode) => sayYesIn(follow, series, mode)),
      no: guarded(follow, 'measuring', (series) => sayNoIn(follow, series)),
    },
    own: ownCommands(follow),
    open: guarded(follow, 'start', (series: string) => goTo(follow, series)),
  };
}

/** Made once for each state, so that an unchanged view is the same. */
function viewOfDesk(follow: Follow): PersonalDesk['view'] {
  let of: FollowState | undefined;
  let view: PersonalView = { screen: 'starting' };
  return {
    get() {
      const state = follow.state.get();
      if (state !== of) view = beforeSeries(state) ?? mineOf(state, follow.ports.machineZone);
      of = state;
      return view;
    },
    subscribe: follow.state.subscribe,
  };
}

/** Who I am and which series are mine; then their records, one series after the other, beside my tasks in Planner (FP1). */
async function open(follow: Follow, of: OfSeries, interactive = false): Promise<void> {
  const { identity, directory } = follow.ports;
  follow.change({ screen: 'starting', failure: null, notice: null });
  try {
    await identity.token('followUp', { interactive });
    const cancel = untilEnd(follow);
    const [me, found] = await Promise.all([directory.me(cancel), seriesIn(follow, cancel)]);
    if (follow.ended) return;
    const all = found.all.filter(({ series }) => isOf(series, me.id) && of?.(series) !== false);
    follow.change({ me, all, unreadable: found.unreadable });
    if (all.length === 0) return follow.change({ screen: 'noSeries' });
    follow.change({ screen: 'series' });
    await Promise.all([readMine(follow), ...(of === undefined ? [readOwn(follow)] : [])]);
  } catch (error) {
    notOpened(follow, error, () => void open(follow, of, true));
  }
}

async function readMine(follow: Follow): Promise<void> {
  const { all } = follow.state.get();
  let [read, failed] = [0, false];
  const tell = (): void => {
    if (!failed) progress(follow, { state: 'reading', done: read, of: all.length });
  };
  tell();
  const plan = readMyTasks(follow).catch((error: unknown) => {
    const what = whatFailed(error, follow.ports.report);
    if (what === undefined) return;
    failed = true;
    follow.again = () => void readMine(follow);
    const failure = what.kind === 'failed' ? what.failure : ({ kind: 'malformed' } as const);
    progress(follow, { state: 'failed', failure });
  });
  for (const { series } of all) {
    if (follow.ended) return;
    await readArchive(follow, series.id);
    read += 1;
    tell();
  }
  await plan;
  if (follow.state.get().progress.records.state === 'failed') follow.again = () => void readMine(follow);
  if (!failed) progress(follow, { state: 'ready' });
}

const progress = (follow: Follow, plan: FollowState['progress']['plan']): void =>
  follow.change({ progress: { ...follow.state.get().progress, plan } });

/** Those of the team's plan that are assigned to me; what I have in other plans is not this tab's. */
async function readMyTasks(follow: Follow): Promise<void> {
  const { board } = follow.ports;
  const cancel = untilEnd(follow);
  const team = await board.hasTeam(cancel);
  const plan = team ? await board.plan(cancel) : null;
  const mine = plan === null ? [] : (await board.mine(cancel)).filter((task) => task.plan === plan);
  const planned = new Map(mine.map(({ plan: _, ...task }): [string, PlanTask] => [task.id, task]));
  const { tasks } = follow.state.get();
  follow.change({ plan, planned: team ? planned : null, tasks: { ...tasks, team, whole: false } });
}

function changeMine(
  follow: Follow,
  id: string,
  change: Parameters<PersonalDesk['tasks']['change']>[1],
): void {
  const state = follow.state.get();
  const task = mineOf(state, follow.ports.machineZone).tasks.find((one) => one.id === id);
  if (task === undefined) throw new Refusal('follow/unknown-task');
  const series = state.all.find((one) => one.series.id === task.series)?.series ?? null;
  changeTaskOf(follow, series, task, change, () => changeMine(follow, id, change));
}

function accept(follow: Follow, id: string): void {
  if (follow.state.get().working !== null) throw new Refusal('follow/busy');
  const series = seriesOfAsk(follow, id);
  const { change } = askIn(series, id);
  if (!canDo(series, follow.state.get().me?.id ?? '', change)) throw new Refusal('follow/not-the-organiser');
  offerChange(follow, series.id, change, () => Promise.resolve());
}

function seriesOfAsk(follow: Follow, id: string): Series {
  const found = follow.state
    .get()
    .all.find(({ series }) => followUpOf(series).asks.some((ask) => ask.id === id));
  if (found === undefined) throw new Refusal('follow/answered');
  return found.series;
}

/** To the channel in which a series is followed up, else to its meeting. */
function goTo(follow: Follow, id: string): void {
  const { series } = foundIn(follow, id);
  const { channel } = followUpOf(series);
  const link =
    channel === undefined
      ? meetingLinkOf(series.chain.at(-1))
      : `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.channel)}/Cadencia?groupId=${encodeURIComponent(channel.team)}`;
  if (link === null) throw new Refusal('follow/no-series');
  openLink(follow, link);
}
