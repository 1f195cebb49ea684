import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { FollowView } from '../../../src/app/follow/followView';
import type { Reading } from '../../../src/app/reading/readingView';
import type { Call } from '../fakes/fakePlanning';
import { still } from '../fakes/fakePlanning';
import { followDesk } from './followDesk';
import { panelDesk } from './panelDesk';
import { tick } from './panelSample';
import type { ReadShown } from './readViews';

/** A scripted `Reading` over scripted desks: shows what it is told to, and writes down every command. */
export function readingOf({ view, meeting, mine }: ReadShown) {
  const calls: Call[] = [];
  const session = meeting && panelDesk(meeting, tick);
  const own = mine && followDesk(mine as unknown as FollowView);
  const together =
    session && own ? { meeting: session.desk, mine: own.desk as unknown as PersonalDesk } : undefined;
  const reading: Reading = {
    view: still(view.screen === 'item' && together !== undefined ? { ...view, together } : view),
    retry: () => void calls.push(['retry']),
    signIn: () => void calls.push(['signIn']),
    end: () => void calls.push(['end']),
  };
  return { reading, calls, session: session?.calls ?? [], own: own?.calls ?? [] };
}
