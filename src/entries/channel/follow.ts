import type { ClientConfig } from '../../app/clientConfig';
import { createFollowDesk } from '../../app/follow/createFollowDesk';
import type { FollowDesk } from '../../app/follow/followDesk';
import type { TabHost } from '../../app/ports/tabHost';
import type { Locale } from '../../locale/createLocale';
import { followPorts } from '../followPorts';

/** The channel's tab over the real adapters. A file of its own, so that the page's first script does not carry them. */
export function deskFor(config: ClientConfig, host: TabHost, locale: Locale): FollowDesk {
  return createFollowDesk(followPorts(config, host, locale));
}
