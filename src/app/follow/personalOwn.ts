import { eraseOwn, keepOwn } from '../balance/ownTalk';
import { cancellable } from '../cancel';
import type { StoredOwnTalk } from '../ports/ownTalk';
import { whatFailed } from '../whatFailed';
import { attempt } from './attempt';
import type { PersonalDesk } from './followDesk';
import type { Follow, FollowState } from './followState';
import type { OwnTalkView } from './followView';
import type { OwnState } from './personalOwnState';

/** My own shares, as far as I keep any (FP9). Never throws: what fails stands in its place, and the rest of the tab is there. */
export async function readOwn(follow: Follow): Promise<void> {
  set(follow, { state: 'reading', failure: null });
  try {
    const kept = await follow.ports.ownTalk.read(cancellable());
    set(follow, { state: 'ready', failure: null, kept });
  } catch (error) {
    const what = whatFailed(error, follow.ports.report);
    if (what === undefined) return;
    set(follow, { state: 'failed', failure: what.kind === 'failed' ? what.failure : { kind: 'malformed' } });
  }
}

export function ownCommands(follow: Follow): PersonalDesk['own'] {
  const { ownTalk } = follow.ports;
  return {
    keep: () => void run(follow, () => keepOwn(ownTalk)),
    erase: () => ask(follow, false, () => eraseOwn(ownTalk)),
    stop: () =>
      ask(follow, true, async () => {
        await ownTalk.remove(cancellable());
        return null;
      }),
  };
}

/** What is erased does not come back: it is asked first. */
function ask(follow: Follow, stop: boolean, change: () => Promise<StoredOwnTalk | null>): void {
  follow.asked = (yes) => {
    if (yes) void run(follow, change);
  };
  const sessions = follow.state.get().own.kept?.talk.sessions.length ?? 0;
  follow.change({ question: { kind: 'ownTalk', sessions, stop }, notice: null });
}

async function run(follow: Follow, change: () => Promise<StoredOwnTalk | null>): Promise<void> {
  follow.change({ working: { what: 'settings' }, notice: null });
  const done = await attempt(
    follow,
    'own',
    async () => set(follow, { state: 'ready', failure: null, kept: await change() }),
    () => void run(follow, change),
  );
  follow.change({ working: null, ...(done && { notice: { kind: 'done', what: 'own' } }) });
}

const set = (follow: Follow, own: Partial<OwnState>): void =>
  follow.change({ own: { ...follow.state.get().own, ...own } });

/** By series, the one with the latest session first; under the title that it has now. */
export function ownView({ own, all }: FollowState, machineZone: string): OwnTalkView {
  const sessions = own.kept?.talk.sessions ?? [];
  const ids = [...new Set([...sessions].sort((a, b) => b.start - a.start).map(({ series }) => series))];
  return {
    state: own.state,
    failure: own.failure,
    wanted: own.kept !== null,
    series: ids.map((id) => {
      const mine = sessions.filter(({ series }) => series === id).sort((a, b) => a.start - b.start);
      const known = all.find(({ series }) => series.id === id)?.series;
      return {
        series: id,
        title: known?.title ?? mine.at(-1)?.title ?? '',
        zone: known?.zone ?? machineZone,
        sessions: mine,
      };
    }),
  };
}
