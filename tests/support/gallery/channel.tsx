import type { FollowView } from '../../../src/app/follow/followView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import type { BoardFilter } from '../../../src/domain/tasks/board';
import { countsOf, groupsOf } from '../../../src/domain/tasks/boardGroups';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowLocale } from '../../../src/locale/followLocale';
import { ChannelTab } from '../../../src/surfaces/channelTab/ChannelTab';
import { still } from '../fakes/fakePlanning';
import { drawAsAsked } from './asAsked';
import { channelViews, manyTasks } from './channelViews';
import { followDesk } from './followDesk';
import { channel, TODAY } from './followSample';

/** One state of the channel's tab, as the address says; a test may bring its own. */
const draw = drawAsAsked<FollowView>('channel', (asked, own) => {
  const name = asked.get('view') ?? 'full';
  const view = own ?? channelViews[name];
  if (view === undefined) return undefined;
  const locale = createFollowLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const desk = name === 'many' ? filtering() : followDesk(view).desk;
  const theme = still((asked.get('theme') ?? 'light') as HostTheme);
  return <ChannelTab desk={desk} locale={locale} theme={theme} />;
});

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
