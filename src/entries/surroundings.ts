import type { ClientConfig } from '../app/clientConfig';
import type { Clock, Ids } from '../app/ports/clock';
import type { Identity } from '../app/ports/identity';
import { createMicrosoft365, type Microsoft365 } from '../graph/microsoft365';
import { correctedClock } from '../hosts/correctedClock';
import { machineZone } from '../locale/machineZone';

/** What the adapters of a page take from its browser. */
export type Surroundings = {
  readonly clock: Clock;
  readonly ids: Ids;
  /** 0 ≤ … < 1 */
  readonly random: () => number;
  readonly request: (address: string, init?: RequestInit) => Promise<Response>;
  /** Runs something once, that many milliseconds later; what it answers calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};

/** The browser around a page that the server handed out. */
export const surroundingsOf = ({ servedAt }: Pick<ClientConfig, 'servedAt'>): Surroundings => ({
  clock: correctedClock(() => Date.now(), servedAt),
  ids: { next: () => crypto.randomUUID() },
  random: () => Math.random(),
  request: (address, init) => fetch(address, init),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  report: (fault) => reportError(fault),
});

/** Microsoft 365 as this installation knows it. `tabAddress` is the page that whoever adds the panel to a meeting adds. */
export function microsoft365For(
  config: ClientConfig,
  identity: Identity,
  { clock, random, request }: Surroundings,
  tabAddress?: string,
): Microsoft365 {
  return createMicrosoft365({
    graph: config.graph,
    identity,
    clock,
    random,
    fetch: request,
    machineZone: machineZone(),
    ...(config.homeSite !== undefined && { homeSite: config.homeSite }),
    ...(config.teamsApp !== undefined && { teamsApp: config.teamsApp }),
    ...(tabAddress !== undefined && { tabAddress }),
  });
}
