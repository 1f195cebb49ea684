import { signal } from '@preact/signals-core';
import { cancellable } from '../cancel';
import type { ClientConfig } from '../clientConfig';
import { skipFirst } from '../planning/planState';
import type { AdminServer } from '../ports/adminServer';
import type { Clock } from '../ports/clock';
import { type Failure, PortFailure, type Tier } from '../ports/failure';
import type { PersonIdentity } from '../ports/identity';
import type { Probes } from '../ports/probes';
import { TIER_SCOPES } from '../tiers';
import type { AdminDesk, AdminView, TierRow } from './adminDesk';
import { leaveCommandOf, siteCommandOf } from './siteCommand';
import { SHOWN_TIERS, testTier } from './tierTests';

export type AdminPorts = {
  readonly config: ClientConfig;
  readonly identity: PersonIdentity;
  readonly probes: Probes;
  readonly server: AdminServer;
  readonly clock: Clock;
  readonly milliseconds: () => number;
  /** Our own address: 'https://cadencia.example.com'. */
  readonly origin: string;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};

/** Tests every tier as soon as it is opened, one after the other, and asks the server what it is (AD1 to AD9). */
export function createAdminDesk(ports: AdminPorts): AdminDesk {
  const { config, identity, probes, server, clock, report } = ports;
  const view = signal<AdminView>({
    tenant: undefined,
    host: ports.origin.replace(/^https?:\/\//, ''),
    clientId: config.clientId,
    leaveCommand: leaveCommandOf(config),
    tiers: SHOWN_TIERS.map(rowOf),
    testing: false,
    testedAt: null,
    signedOut: false,
    server: { kind: 'asking' },
    cap: config.balanceCap,
    hasSite: config.homeSite !== undefined,
    leaving: { kind: 'idle' },
  });
  let cancel = cancellable();
  let ended = false;
  const put = (change: Partial<AdminView>): void => {
    if (!ended) view.value = { ...view.value, ...change };
  };
  const putRow = (tier: Tier, change: Partial<TierRow>): void =>
    put({ tiers: view.value.tiers.map((row) => (row.tier === tier ? { ...row, ...change } : row)) });

  function rowOf(tier: Tier): TierRow {
    const consentLink = identity.adminConsent(tier);
    return { tier, scopes: TIER_SCOPES[tier], state: { kind: 'waiting' }, calls: [], consentLink };
  }

  /** What went wrong, for the person; a fault of ours is reported, and reads like an answer that made no sense. */
  const failureIn = (error: unknown): Failure => {
    if (error instanceof PortFailure) return error.failure;
    report(error);
    return { kind: 'malformed' };
  };

  async function testAll(): Promise<void> {
    if (view.value.testing) return;
    cancel = cancellable();
    put({
      testing: true,
      signedOut: false,
      server: { kind: 'asking' },
      tiers: view.value.tiers.map(({ siteCommand: _, ...row }) => ({
        ...row,
        state: { kind: 'waiting' },
        calls: [],
      })),
    });
    for (const tier of SHOWN_TIERS) {
      if (ended) return;
      putRow(tier, { state: { kind: 'testing' } });
      try {
        const found = await testTier(tier, ports, cancel);
        putRow(tier, { ...rowOf(tier), ...found, ...commandIn(found.calls) });
      } catch (error) {
        putRow(tier, { state: { kind: 'failed', failure: failureIn(error) } });
      }
      if (tier === 'plan') await Promise.all([nameTenant(), askServer()]);
    }
    // What nobody consented to says nothing of a session.
    put({ testing: false, testedAt: clock.now(), signedOut: view.value.tiers.some(wantsSession) });
  }

  /** Who may open the site but finds it closed to the application is who can read this. */
  function commandIn(calls: TierRow['calls']): Pick<TierRow, 'siteCommand'> {
    const site = calls.find(({ probe }) => probe === 'site')?.outcome;
    const closed = typeof site === 'object' && CLOSED.has(site.kind);
    return closed && config.homeSite !== undefined
      ? { siteCommand: siteCommandOf(config, config.homeSite) }
      : {};
  }

  async function nameTenant(): Promise<void> {
    try {
      put({ tenant: await probes.tenantName(cancel) });
    } catch (error) {
      // The head then names the address alone.
      failureIn(error);
    }
  }

  async function askServer(): Promise<void> {
    if (config.api === undefined) return put({ server: { kind: 'none' } });
    try {
      put({ server: { kind: 'told', state: await server.state(cancel) } });
    } catch (error) {
      put({ server: { kind: 'failed', failure: failureIn(error) } });
    }
  }

  /** By the first tier whose session is missing: a sign-in asks for something, and what nobody consented to gives none. */
  async function signIn(): Promise<void> {
    if (view.value.testing) return;
    const wanted = view.value.tiers.find(wantsSession)?.tier ?? 'plan';
    try {
      await identity.token(wanted, { interactive: true });
    } catch (error) {
      const failure = failureIn(error);
      return putRow(wanted, {
        state: failure.kind === 'consent' ? { kind: 'notGranted' } : { kind: 'failed', failure },
      });
    }
    await testAll();
  }

  const busy = () => view.value.leaving.kind === 'saving' || view.value.leaving.kind === 'purging';

  async function save(): Promise<void> {
    if (busy()) return;
    put({ leaving: { kind: 'saving' } });
    try {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      await server.save(`cadencia-${day}.jsonl`);
      put({ leaving: { kind: 'saved' } });
    } catch (error) {
      put({ leaving: { kind: 'failed', what: 'save', failure: failureIn(error) } });
    }
  }

  async function purge(): Promise<void> {
    if (busy()) return;
    put({ leaving: { kind: 'purging' } });
    try {
      put({ leaving: { kind: 'purged', ...(await server.purge()) } });
      await askServer();
    } catch (error) {
      put({ leaving: { kind: 'failed', what: 'purge', failure: failureIn(error) } });
    }
  }

  void testAll();
  return {
    view: { get: () => view.value, subscribe: (run) => skipFirst(view.subscribe.bind(view), run) },
    signIn: () => void signIn(),
    test: () => void testAll(),
    save: () => void save(),
    purge: () => void purge(),
    now: () => clock.now(),
    end() {
      ended = true;
      cancel.cancel();
    },
  };
}

const CLOSED: ReadonlySet<Failure['kind']> = new Set(['denied', 'notFound', 'consent']);
const wantsSession = ({ state }: TierRow): boolean =>
  state.kind === 'failed' && (state.failure.kind === 'signIn' || state.failure.kind === 'cancelled');
