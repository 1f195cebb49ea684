import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure } from '../../app/ports/failure';
import type { TabHost } from '../../app/ports/tabHost';
import { checkedLink } from '../window/meetingAddress';
import { channelOf, hashOfTab, opaque, seriesOf, watchedHash } from '../window/tabAddress';
import { teamsAround, type TeamsWindow } from './startTeams';
import { watchedTheme } from './teamsTheme';

/** Teams around the channel's or the personal tab; undefined when the page is not in Teams (as teamsHost says). */
export async function teamsTabHost(
  config: ClientConfig,
  { page = window, patienceMs = 5_000 }: { readonly page?: TeamsWindow; readonly patienceMs?: number } = {},
): Promise<TabHost | undefined> {
  const around = await teamsAround(config, patienceMs, page);
  if (around === undefined) return undefined;
  const { teams, context } = around;
  const { origin, pathname } = page.location;
  const channel = channelOf(context.team?.groupId, context.channel?.id);
  const entity = context.page.id;
  // A link opens the frame anew and brings its words beside it; whatever stands in the frame itself is what the person
  // went to since. An empty hash, as set by us, counts as much as a full one.
  const inFrame = page.location.href.includes('#');
  const first = opaque(inFrame ? page.location.hash.slice(1) : (context.page.subPageId ?? ''));
  const { address, set } = watchedHash(
    page,
    (hash) => opaque(hash.slice(1)),
    (next) => `#${next}`,
    first,
  );
  const app = context.app.appId?.toString() ?? config.teamsApp;
  return {
    kind: 'teams',
    locale: context.app.locale,
    theme: watchedTheme(teams, context.app.theme),
    channel,
    series: seriesOf(entity),
    address,
    setAddress: set,
    // Without the app's id there is no way into Teams; the page itself still can be opened.
    linkTo: (to) =>
      app === undefined
        ? `${origin}${pathname}${hashOfTab(channel, to)}`
        : deepLink(app, entity, opaque(to), channel?.channel),
    ready: () => void teams.app.notifySuccess().catch(() => undefined),
    async openLink(url) {
      await teams.app.openLink(checkedLink(url, origin)).catch(() => {
        throw new PortFailure({ kind: 'unavailable' });
      });
    },
  };
}

/** Teams' own form of a link to a place in a tab; ids and nothing else, no name and no title. */
function deepLink(app: string, entity: string, subEntityId: string, channelId: string | undefined): string {
  const context = JSON.stringify({
    ...(subEntityId !== '' && { subEntityId }),
    ...(channelId !== undefined && { channelId }),
  });
  const path = `https://teams.microsoft.com/l/entity/${encodeURIComponent(app)}/${encodeURIComponent(entity)}`;
  return `${path}?context=${encodeURIComponent(context)}`;
}
