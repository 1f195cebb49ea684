import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { FollowView } from '../../../src/app/follow/followView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import type { BoardFilter } from '../../../src/domain/tasks/board';
import { countsOf, groupsOf } from '../../../src/domain/tasks/boardGroups';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowLocale } from '../../../src/locale/followLocale';
import { ChannelTab } from '../../../src/surfaces/channelTab/ChannelTab';
import { still } from '../fakes/fakePlanning';
import { channelViews, manyTasks } from './channelViews';
import { followDesk } from './followDesk';
import { channel, TODAY } from './followSample';

/** One state of the channel's tab, as the address says; a test may bring its own. */
const place = document.getElementById('channel');
const root = place && createRoot(place);
let drawn = 0;

function draw(address: string): void {
  const asked = new URLSearchParams(address);
  const name = asked.get('view') ?? 'full';
  const { ownView } = globalThis as { readonly ownView?: FollowView };
  const view = ownView ?? channelViews[name];
  if (!view) return;
  const locale = createFollowLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const desk = name === 'many' ? filtering() : followDesk(view).desk;
  const theme = still((asked.get('theme') ?? 'light') as HostTheme);
  root?.render(
    <Shown key={drawn++} address={address}>
      <ChannelTab desk={desk} locale={locale} theme={theme} />
    </Shown>,
  );
}

/** Says that it stands there. */
function Shown({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  useEffect(() => {
    const { dataset } = document.documentElement;
    window.scrollTo(0, 0);
    const frame = requestAnimationFrame(() => void (dataset['shown'] = address));
    return () => cancelAnimationFrame(frame);
  }, [address]);
  return children;
}

/** From the arrival of everything until the first screen stands. */
async function redraw(): Promise<number> {
  delete document.documentElement.dataset['shown'];
  draw('view=loading');
  await shown('view=loading');
  const start = performance.now();
  draw('view=many');
  await shown('view=many');
  return performance.now() - start;
}

async function shown(address: string): Promise<void> {
  while (document.documentElement.dataset['shown'] !== address)
    await new Promise((done) => requestAnimationFrame(done));
}

Object.assign(globalThis, { redraw });
const fromHash = () => draw(location.hash.slice(1));
window.addEventListener('hashchange', fromHash);
if (location.hash === '') draw(location.search.slice(1));
else fromHash();

/** With as many tasks as a plan holds, and the filters of the product over them. */
function filtering() {
  const board = manyTasks();
  let filter: BoardFilter = {};
  const shown = (): FollowView => {
    const groups = groupsOf(board, filter, TODAY);
    const count = groups.reduce((sum, { tasks }) => sum + tasks.length, 0);
    const counts = { ...countsOf(board.tasks), shown: count };
    return { ...channel, tasks: { ...channel.tasks, groups, filter, counts } };
  };
  const { desk } = followDesk(shown(), ([command, change], show) => {
    if (command !== 'tasks.filter') return;
    const said = Object.entries({ ...filter, ...(change as BoardFilter) });
    filter = Object.fromEntries(said.filter(([, value]) => value !== undefined));
    show(shown());
  });
  return desk;
}
