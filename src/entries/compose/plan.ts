import type { ClientConfig } from '../../app/clientConfig';
import { createPlanning } from '../../app/planning/createPlanning';
import type { Planning } from '../../app/planning/planning';
import type { ComposeHost } from '../../app/ports/composeHost';
import type { Wording } from '../../app/ports/wording';
import { createMailboxHome } from '../../graph/home/mailboxHome';
import { holidayTables } from '../../hosts/holidays';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { workerSearch } from '../../hosts/search/workerSearch';
import { machineZone } from '../../locale/machineZone';
import { microsoft365For, surroundingsOf } from '../surroundings';

/** Planning over the real adapters. A file of its own, so that the pane's first script does not carry them. */
export function planFor(config: ClientConfig, host: ComposeHost | undefined, wording: Wording): Planning {
  const identity = msalIdentity({ config });
  const around = surroundingsOf(config);
  const { clock, ids, report } = around;
  const { calendar, memory, directory, homes } = microsoft365For(config, identity, around);
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
    ids,
    wording,
    machineZone: machineZone(),
    report,
  });
}
