import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { FollowView } from '../../../src/app/follow/followView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';
import { ChannelTab } from '../../../src/surfaces/channelTab/ChannelTab';
import { PersonalTab } from '../../../src/surfaces/personalTab/PersonalTab';
import { still } from '../fakes/fakePlanning';
import { drawAsAsked } from './asAsked';
import { followDesk } from './followDesk';
import { mineViews, rhythmViews } from './rhythmViews';

/** One state of the rhythm, the settings or the personal tab, as the address says; a test may bring its own. */
drawAsAsked<FollowView>('channel', (asked, own) => {
  const name = asked.get('view') ?? 'rhythm';
  const mine = mineViews[name];
  const view = own ?? mine ?? rhythmViews[name];
  if (view === undefined) return undefined;
  const locale = createPersonalLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const theme = still((asked.get('theme') ?? 'light') as HostTheme);
  const { desk } = followDesk(view as FollowView);
  return view.screen === 'series' || mine === undefined ? (
    <ChannelTab desk={desk} locale={locale} theme={theme} />
  ) : (
    <PersonalTab desk={desk as unknown as PersonalDesk} locale={locale} theme={theme} />
  );
});
