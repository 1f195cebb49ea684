import type { AdminDesk } from '../../app/admin/adminDesk';
import { createAdminDesk } from '../../app/admin/createAdminDesk';
import type { ClientConfig } from '../../app/clientConfig';
import { createGraph } from '../../graph/client/graph';
import { realTiming } from '../../graph/client/timing';
import { createProbes } from '../../graph/probes/probes';
import { msalIdentity } from '../../hosts/identity/msalIdentity';
import { keepFile } from '../../surfaces/shared/keepFile';
import { createAdminServer } from '../../room/adminServer';
import { createNearestRoom } from '../../room/nearestRoom';
import { microsoft365For, surroundingsOf } from '../surroundings';

/** The desk over the real adapters: what is tested is what people use. A file of its own, so that the page stands first. */
export function deskFor(config: ClientConfig): AdminDesk {
  const { origin } = location;
  const identity = msalIdentity({ config });
  const around = surroundingsOf(config);
  const { clock, random, request, report } = around;
  const services = microsoft365For(config, identity, around, `${origin}/meeting.html`);
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
    report,
  });
}
