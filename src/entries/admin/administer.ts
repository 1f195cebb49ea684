import type { AdminDesk } from '../../app/admin/adminDesk';
import { createAdminDesk } from '../../app/admin/createAdminDesk';
import type { ClientConfig } from '../../app/clientConfig';
import { createGraph } from '../../graph/client/graph';
import { realTiming } from '../../graph/client/timing';
import { createMicrosoft365 } from '../../graph/microsoft365';
import { createProbes } from '../../graph/probes/probes';
import { correctedClock } from '../../hosts/correctedClock';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { keepFile } from '../../hosts/window/keepFile';
import { createAdminServer } from '../../room/adminServer';
import { createNearestRoom } from '../../room/nearestRoom';

/** The desk over the real adapters: what is tested is what people use. A file of its own, so that the page stands first. */
export function deskFor(config: ClientConfig): AdminDesk {
  const { origin } = location;
  const identity = msalIdentity({ config });
  const clock = correctedClock(() => Date.now(), config.servedAt);
  const random = () => Math.random();
  const request = (address: string, init?: RequestInit) => fetch(address, init);
  const services = createMicrosoft365({
    graph: config.graph,
    identity,
    clock,
    random,
    fetch: request,
    ...(config.homeSite !== undefined && { homeSite: config.homeSite }),
    ...(config.teamsApp !== undefined && { teamsApp: config.teamsApp }),
    tabAddress: `${origin}/meeting.html`,
  });
  const token = () => identity.token('server');
  return createAdminDesk({
    config,
    identity,
    probes: createProbes({
      graph: createGraph({
        base: config.graph,
        identity,
        timing: realTiming(clock, random),
        fetch: request,
      }),
      services,
      homeSite: config.homeSite,
      teamsApp: config.teamsApp,
      near: config.api === undefined ? undefined : createNearestRoom(`${origin}/rooms/near`, token, request),
      now: () => clock.now(),
    }),
    server: createAdminServer(`${origin}/admin`, token, request, keepFile),
    clock,
    milliseconds: () => performance.now(),
    origin,
    copy: (text) => navigator.clipboard.writeText(text),
    report: (fault) => reportError(fault),
  });
}
