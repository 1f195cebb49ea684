import type { ClientConfig } from '../../app/clientConfig';
import { createPersonalDesk } from '../../app/follow/personal';
import type { ReadHost } from '../../app/ports/readHost';
import type { ReadingReach } from '../../app/reading/createReading';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { besideMeeting, besideTab } from '../../hosts/outlook/besideOutlook';
import type { Locale } from '../../locale/createLocale';
import { followPorts } from '../followPorts';
import { deskFor } from '../meeting/meet';

/** The session at hand and what is mine, over the real adapters. A file of its own: fetched where an agenda of ours is read. */
export function reachFor(config: ClientConfig, host: ReadHost | undefined, locale: Locale): ReadingReach {
  const identity = msalIdentity({ config });
  const theme = host?.theme ?? { get: () => 'light' as const, subscribe: () => () => undefined };
  const around = { locale: locale.tag, theme };
  return {
    meetingAt: (place) => deskFor(config, besideMeeting(around, place), locale, identity),
    mineOf: (isIt) => createPersonalDesk(followPorts(config, besideTab(around), locale, identity), isIt),
  };
}
