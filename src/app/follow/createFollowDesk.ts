import { measuringCommands } from './agreement';
import { addressFrom, addressOf } from './address';
import { attempt, guarded } from './attempt';
import { decisionCommands } from './decisions';
import type { FollowDesk } from './followDesk';
import type { FollowPorts } from './followPorts';
import { chosenIn, createFollow, type Follow, type FollowState } from './followState';
import type { FollowStep, FollowView } from './followView';
import { eraseTalk } from './erasingTalk';
import { erase, exportSeries } from './leaving';
import { openFollow, openLink, showSeries } from './openFollow';
import { prepare } from './reaching';
import { retry } from './retrying';
import { askCommands, rhythmCommands } from './rhythm';
import { settingsCommands } from './settings';
import { talkCommands } from './talk';
import { taskCommands } from './tasks';
import { NO_TASKS } from './tasksState';
import { createViewOf } from './viewOf';

/** The channel's tab; it opens by itself, and nothing it answers or does throws. */
export function createFollowDesk(ports: FollowPorts): FollowDesk {
  const follow = createFollow(ports);
  keepAddress(follow);
  void openFollow(follow);
  return guardedAll(follow, 'rhythm', {
    view: viewOfDesk(follow),
    end: () => follow.end(),
    ...around(follow),
    show({ series, part }) {
      const state = follow.state.get();
      // What was looked for in one series is nothing in another.
      if (series !== undefined && series !== state.chosen) follow.change({ tasks: NO_TASKS });
      showSeries(follow, series ?? chosenIn(state).series.id, part ?? state.part);
    },
    openLink: (url) => openLink(follow, url),
    tasks: taskCommands(follow),
    decisions: decisionCommands(follow),
    rhythm: rhythmCommands(follow),
    asks: askCommands(follow),
    talk: talkCommands(follow),
    settings: {
      ...settingsCommands(follow),
      export: () => exported(follow),
      erase: (person) => void attempt(follow, 'erase', () => erase(follow, person)),
    },
    measuring: {
      ...measuringCommands(follow),
      erase: () => void attempt(follow, 'eraseTalk', () => eraseTalk(follow)),
    },
    reach: {
      prepare: () => void attempt(follow, 'prepare', () => prepare(follow)),
    },
  });
}

/** The view is made once for each state, so that an unchanged one is the same. */
function viewOfDesk(follow: Follow): FollowDesk['view'] {
  const viewOf = createViewOf(follow.ports);
  let of: FollowState | undefined;
  let view: FollowView = { screen: 'starting' };
  return {
    get() {
      const state = follow.state.get();
      if (state !== of) view = viewOf(state);
      of = state;
      return view;
    },
    subscribe: follow.state.subscribe,
  };
}

function around(
  follow: Follow,
): Pick<FollowDesk, 'adminConsent' | 'signIn' | 'retry' | 'dismiss' | 'answer'> {
  return {
    adminConsent: (tier) => follow.ports.identity.adminConsent(tier),
    signIn: () => void openFollow(follow, true),
    retry: () => retry(follow, () => void openFollow(follow, true)),
    dismiss: () => follow.change({ notice: null }),
    answer(yes) {
      const { asked } = follow;
      follow.asked = undefined;
      follow.change({ question: null });
      asked?.(yes);
    },
  };
}

/** The address follows what is shown, and what is shown follows an address that somebody opened. */
function keepAddress(follow: Follow): void {
  const { host } = follow.ports;
  let last = host.address.get();
  follow.onEnd(
    follow.state.subscribe(() => {
      const { screen, chosen, part, tasks } = follow.state.get();
      if (screen !== 'series' || chosen === null) return;
      const address = addressOf({ series: chosen, part, filter: tasks.filter });
      if (address === last) return;
      last = address;
      host.setAddress(address);
    }),
  );
  follow.onEnd(
    host.address.subscribe(() => {
      const told = host.address.get();
      const { screen, chosen, tasks, all } = follow.state.get();
      if (told === last || screen !== 'series' || chosen === null) return;
      last = told;
      const { series, part, filter } = addressFrom(told);
      const there = all.some((one) => one.series.id === series);
      follow.change({ tasks: { ...tasks, filter } });
      showSeries(follow, there && series !== undefined ? series : chosen, part ?? 'tasks');
    }),
  );
}

async function exported(follow: Follow): ReturnType<FollowDesk['settings']['export']> {
  let file: Awaited<ReturnType<FollowDesk['settings']['export']>> = null;
  await attempt(
    follow,
    'export',
    async () => void (file = await exportSeries(follow)),
    () => void exported(follow),
  );
  return file;
}

/** Every command, in groups too, with its refusals as notices. */
function guardedAll<T extends object>(follow: Follow, during: FollowStep, commands: T): T {
  const STEPS: Readonly<Record<string, FollowStep>> = {
    tasks: 'task',
    decisions: 'decide',
    settings: 'settings',
    asks: 'ask',
    measuring: 'measuring',
    reach: 'prepare',
  };
  const entries = Object.entries(commands).map(([name, value]: [string, unknown]) => {
    if (name === 'view') return [name, value];
    if (typeof value === 'object' && value !== null)
      return [name, guardedAll(follow, STEPS[name] ?? during, value)];
    return [name, guarded(follow, during, value as (...values: readonly unknown[]) => unknown)];
  });
  return Object.fromEntries(entries) as T;
}
