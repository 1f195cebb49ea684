import { createFollowLocale } from '../../locale/followLocale';
import { ChannelTab } from '../../surfaces/channelTab/ChannelTab';
import { openTab } from '../openTab';

/** The channel's tab: what a series promised, its rhythm and its settings, for everybody of the team. */
void openTab({
  element: 'channel',
  load: () => import('./follow'),
  localeOf: createFollowLocale,
  draw: (desk, locale, theme) => <ChannelTab desk={desk} locale={locale} theme={theme} />,
});
