import type { ClientConfig } from '../../app/clientConfig';
import type { PersonalDesk } from '../../app/follow/followDesk';
import { createPersonalDesk } from '../../app/follow/personal';
import type { TabHost } from '../../app/ports/tabHost';
import type { Locale } from '../../locale/createLocale';
import { followPorts } from '../followPorts';

/** The personal tab over the real adapters. A file of its own, so that the page's first script does not carry them. */
export function deskFor(config: ClientConfig, host: TabHost, locale: Locale): PersonalDesk {
  return createPersonalDesk(followPorts(config, host, locale));
}
