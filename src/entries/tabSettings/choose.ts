import type { ClientConfig } from '../../app/clientConfig';
import type { TeamChannel } from '../../app/ports/announcing';
import type { TabSettingsHost } from '../../app/ports/tabSettingsHost';
import { createTabSettings } from '../../app/tabSettings/createTabSettings';
import type { TabSettingsDesk } from '../../app/tabSettings/tabSettingsDesk';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { hashOfTab } from '../../hosts/window/tabAddress';
import { microsoft365For, surroundingsOf } from '../surroundings';

/** The choice of a series over the real adapters. A file of its own: in a meeting's dialog nobody needs them. */
export function deskFor(config: ClientConfig, host: TabSettingsHost, channel: TeamChannel): TabSettingsDesk {
  const identity = msalIdentity({ config });
  const around = surroundingsOf(config);
  const { homes } = microsoft365For(config, identity, around);
  const address = `${location.origin}/channel.html`;
  return createTabSettings({
    host,
    channel,
    identity,
    homes,
    tab: (series) => ({ address, outside: `${address}${hashOfTab(channel, `series=${series}`)}` }),
    report: around.report,
  });
}
