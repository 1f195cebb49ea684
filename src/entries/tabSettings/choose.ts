import type { ClientConfig } from '../../app/clientConfig';
import type { TeamChannel } from '../../app/ports/announcing';
import type { TabSettingsHost } from '../../app/ports/tabSettingsHost';
import { createTabSettings } from '../../app/tabSettings/createTabSettings';
import type { TabSettingsDesk } from '../../app/tabSettings/tabSettingsDesk';
import { createMicrosoft365 } from '../../graph/microsoft365';
import { correctedClock } from '../../hosts/correctedClock';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { hashOfTab } from '../../hosts/window/tabAddress';

/** The choice of a series over the real adapters. A file of its own: in a meeting's dialog nobody needs them. */
export function deskFor(config: ClientConfig, host: TabSettingsHost, channel: TeamChannel): TabSettingsDesk {
  const identity = msalIdentity({ config });
  const { homes } = createMicrosoft365({
    graph: config.graph,
    identity,
    clock: correctedClock(() => Date.now(), config.servedAt),
    random: () => Math.random(),
    fetch: (address, init) => fetch(address, init),
    ...(config.homeSite !== undefined && { homeSite: config.homeSite }),
  });
  const address = `${location.origin}/channel.html`;
  return createTabSettings({
    host,
    channel,
    identity,
    homes,
    tab: (series) => ({ address, outside: `${address}${hashOfTab(channel, `series=${series}`)}` }),
    report: (fault) => reportError(fault),
  });
}
