import type { ClientConfig } from '../../app/clientConfig';
import { createMeetingDesk } from '../../app/meeting/createMeetingDesk';
import type { MeetingDesk } from '../../app/meeting/meetingDesk';
import type { PersonIdentity } from '../../app/ports/identity';
import type { MeetingHost } from '../../app/ports/meetingHost';
import { agendaTemplate } from '../../domain/agenda/templates';
import { forOutsiders } from '../../domain/meeting/captured';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { createDeviceKeep } from '../../hosts/keep/deviceKeep';
import { createDeviceTold } from '../../hosts/keep/deviceTold';
import type { Locale } from '../../locale/createLocale';
import { machineZone } from '../../locale/machineZone';
import { createMeetingWording } from '../../locale/meeting/meetingWording';
import { createLiveRooms } from '../../room/liveRooms';
import { createNearestRoom } from '../../room/nearestRoom';
import { microsoft365For, surroundingsOf } from '../surroundings';

/**
 * A meeting over the real adapters. A file of its own, so that the page's first script does not carry them. `identity`
 * where the page has one already: two would ask for everything twice.
 */
export function deskFor(
  config: ClientConfig,
  host: MeetingHost,
  locale: Locale,
  identity: PersonIdentity = msalIdentity({ config }),
): MeetingDesk {
  const around = surroundingsOf(config);
  const { clock, ids, random, request, after, report } = around;
  const { origin, protocol, pathname } = location;
  const { announcing, seriesCalendar, transcripts, ownTalk, ...services } = microsoft365For(
    config,
    identity,
    around,
    `${origin}${pathname}`,
  );
  const rooms = createLiveRooms({
    address:
      config.api === undefined ? null : `${protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rooms`,
    token: (ask) => identity.token('server', ask),
    ...(config.api !== undefined && {
      near: createNearestRoom(`${origin}/rooms/near`, () => identity.token('server'), request),
    }),
    keep: createDeviceKeep(),
    clock,
    ids,
    random,
    after,
  });
  return createMeetingDesk({
    ...services,
    host,
    identity,
    rooms,
    reach: async () => {
      const { reachPorts } = await import('./reach');
      return reachPorts(locale, announcing, seriesCalendar);
    },
    talk: async () => {
      const { openTalk } = await import('../talk');
      return openTalk({ identity, ownTalk, transcripts, clock, after });
    },
    balanceCap: config.balanceCap,
    told: createDeviceTold(),
    clock,
    ids,
    after,
    wording: createMeetingWording(locale, { agendaTemplate, forOutsiders }),
    machineZone: machineZone(),
    report,
  });
}
