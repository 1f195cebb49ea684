import type { ClientConfig } from '../app/clientConfig';
import type { FollowPorts } from '../app/follow/followPorts';
import type { PersonIdentity } from '../app/ports/identity';
import type { TabHost } from '../app/ports/tabHost';
import { agendaToHtml } from '../domain/agenda/html';
import { agendaTemplate } from '../domain/agenda/templates';
import { holidayTables } from '../hosts/holidays';
import { msalIdentity } from '../hosts/identity/msalIdentity';
import { workerSearch } from '../hosts/search/workerSearch';
import type { Locale } from '../locale/createLocale';
import { createFollowWording } from '../locale/follow/followWording';
import { machineZone } from '../locale/machineZone';
import { microsoft365For, surroundingsOf } from './surroundings';

/**
 * Everything that the channel's tab and the personal one stand on, over the real adapters. `identity` where the page has
 * one already: two would ask for everything twice.
 */
export function followPorts(
  config: ClientConfig,
  host: TabHost,
  locale: Locale,
  identity: PersonIdentity = msalIdentity({ config }),
): FollowPorts {
  const around = surroundingsOf(config);
  const { clock, ids, after, report } = around;
  const services = microsoft365For(config, identity, around);
  return {
    ...services,
    host,
    identity,
    search: workerSearch(),
    holidays: holidayTables(),
    balanceCap: config.balanceCap,
    clock,
    talk: async () => {
      const { openTalk } = await import('./talk');
      return openTalk({ identity, ...services, clock, after });
    },
    ids,
    wording: createFollowWording(locale, { agendaTemplate, agendaToHtml }),
    machineZone: machineZone(),
    after,
    report,
  };
}
