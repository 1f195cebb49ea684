import { createPlanning } from '../../app/planning/createPlanning';
import type { ComposeHost, HostTheme, Readable } from '../../app/ports/composeHost';
import { createMailboxHome } from '../../graph/home/mailboxHome';
import { createMicrosoft365 } from '../../graph/microsoft365';
import { toIana } from '../../graph/zoneNames';
import { holidayTables } from '../../hosts/holidays';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { outlookHost } from '../../hosts/outlook/outlookHost';
import { workerSearch } from '../../hosts/search/workerSearch';
import { createLocale } from '../../locale/createLocale';
import { machineZone } from '../../locale/machineZone';
import { readClientConfig } from './clientConfig';
import { drawPane } from './draw';

async function main(): Promise<void> {
  const config = readClientConfig(document);
  const host: ComposeHost | undefined = await outlookHost({ ianaOf: toIana });
  const locale = createLocale(host?.locale ?? navigator.language);
  const identity = msalIdentity({ config });
  const clock = { now: () => Date.now() };
  const { calendar, directory, homes } = createMicrosoft365({
    graph: config.graph,
    identity,
    clock,
    random: () => Math.random(),
    fetch: (address, init) => fetch(address, init),
    ...(config.homeSite !== undefined && { homeSite: config.homeSite }),
  });
  const planning = createPlanning({
    host,
    identity,
    calendar,
    directory,
    homes: host === undefined ? homes : [...homes, createMailboxHome(host)],
    search: workerSearch(),
    holidays: holidayTables(),
    clock,
    ids: { next: () => crypto.randomUUID() },
    wording: locale.wording,
    machineZone: machineZone(),
  });
  const element = document.getElementById('pane');
  if (element === null) throw new Error('the page has no place for the pane');
  drawPane(element, planning, locale, host?.theme ?? LIGHT);
  window.addEventListener('pagehide', () => planning.end());
}

const LIGHT: Readable<HostTheme> = { get: () => 'light', subscribe: () => () => undefined };

void main();
