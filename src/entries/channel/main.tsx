import { createRoot } from 'react-dom/client';
import type { FollowDesk } from '../../app/follow/followDesk';
import type { TabHost } from '../../app/ports/tabHost';
import { teamsTabHost } from '../../hosts/teams/teamsTabHost';
import { windowTabHost } from '../../hosts/window/windowTabHost';
import { createLocale } from '../../locale/createLocale';
import { createFollowLocale } from '../../locale/followLocale';
import { ChannelTab } from '../../surfaces/channelTab/ChannelTab';
import { readClientConfig } from '../clientConfig';

/** The channel's tab: what a series promised, its rhythm and its settings, for everybody of the team. */
async function main(): Promise<void> {
  const config = readClientConfig(document);
  // The skeleton stands until the host has answered; the rest of the scripts arrives meanwhile.
  const loading = import('./follow').catch(() => undefined);
  const host: TabHost = (await teamsTabHost(config)) ?? windowTabHost(window);
  const locale = createFollowLocale(createLocale(host.locale));
  document.documentElement.lang = locale.tag;
  const element = document.getElementById('channel');
  if (element === null) throw new Error('the page has no place for the tab');
  const root = createRoot(element);
  const draw = (desk: FollowDesk | 'notLoaded' | undefined): void =>
    root.render(<ChannelTab desk={desk} locale={locale} theme={host.theme} />);
  draw(undefined);
  host.ready();
  const loaded = await loading;
  if (loaded === undefined) return draw('notLoaded');
  const desk = loaded.deskFor(config, host, locale);
  draw(desk);
  window.addEventListener('pagehide', () => desk.end());
}

void main();
