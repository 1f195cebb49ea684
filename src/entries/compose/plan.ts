import type { ClientConfig } from '../../app/clientConfig';
import { createPlanning } from '../../app/planning/createPlanning';
import type { Planning } from '../../app/planning/planning';
import type { ComposeHost } from '../../app/ports/composeHost';
import type { Wording } from '../../app/ports/wording';
import { createMailboxHome } from '../../graph/home/mailboxHome';
import { createMicrosoft365 } from '../../graph/microsoft365';
import { holidayTables } from '../../hosts/holidays';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { workerSearch } from '../../hosts/search/workerSearch';
import { machineZone } from '../../locale/machineZone';

/** Planning over the real adapters. A file of its own, so that the pane's first script does not carry them. */
export function planFor(config: ClientConfig, host: ComposeHost | undefined, wording: Wording): Planning {
  const identity = msalIdentity({ config });
  const clock = { now: () => Date.now() };
  const { calendar, memory, directory, homes } = createMicrosoft365({
    graph: config.graph,
    identity,
    clock,
    random: () => Math.random(),
    fetch: (address, init) => fetch(address, init),
    ...(config.homeSite !== undefined && { homeSite: config.homeSite }),
  });
  return createPlanning({
    host,
    identity,
    calendar,
    memory,
    directory,
    homes: host === undefined ? homes : [...homes, createMailboxHome(host)],
    search: workerSearch(),
    holidays: holidayTables(),
    clock,
    ids: { next: () => crypto.randomUUID() },
    wording,
    machineZone: machineZone(),
    report: (fault) => reportError(fault),
  });
}
