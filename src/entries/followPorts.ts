import type { ClientConfig } from '../app/clientConfig';
import type { FollowPorts } from '../app/follow/followPorts';
import type { PersonIdentity } from '../app/ports/identity';
import type { TabHost } from '../app/ports/tabHost';
import { agendaToHtml } from '../domain/agenda/html';
import { agendaTemplate } from '../domain/agenda/templates';
import { createMicrosoft365 } from '../graph/microsoft365';
import { correctedClock } from '../hosts/correctedClock';
import { holidayTables } from '../hosts/holidays';
import { msalIdentity } from '../hosts/identity/msalIdentity';
import { workerSearch } from '../hosts/search/workerSearch';
import type { Locale } from '../locale/createLocale';
import { createFollowWording } from '../locale/follow/followWording';
import { machineZone } from '../locale/machineZone';

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
  const clock = correctedClock(() => Date.now(), config.servedAt);
  const after: FollowPorts['after'] = (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };
  const services = createMicrosoft365({
    graph: config.graph,
    identity,
    clock,
    random: () => Math.random(),
    fetch: (address, init) => fetch(address, init),
    machineZone: machineZone(),
    ...(config.homeSite !== undefined && { homeSite: config.homeSite }),
    ...(config.teamsApp !== undefined && { teamsApp: config.teamsApp }),
  });
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
    ids: { next: () => crypto.randomUUID() },
    wording: createFollowWording(locale, { agendaTemplate, agendaToHtml }),
    machineZone: machineZone(),
    after,
    report: (fault) => reportError(fault),
  };
}
