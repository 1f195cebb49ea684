import type { Cancellation } from '../ports/cancellation';
import { type Failure, PortFailure, type Tier } from '../ports/failure';
import type { Identity } from '../ports/identity';
import type { ProbeId, Probes } from '../ports/probes';
import type { CallMade, TierState } from './adminDesk';

/** What is tried of each tier, in this order. Of mail nothing: it would send one. */
export const PROBES_OF: Readonly<Record<Tier, readonly ProbeId[]>> = {
  plan: ['profile', 'people', 'calendar'],
  followUp: ['tasks', 'folder', 'site'],
  live: ['chat', 'panel', 'rooms'],
  directory: ['department'],
  transcripts: ['transcripts', 'speakers'],
  mail: [],
};

/** In the order of the page. */
export const SHOWN_TIERS = Object.keys(PROBES_OF) as readonly Tier[];

export type TierTest = { readonly state: TierState; readonly calls: readonly CallMade[] };

/**
 * Tries one tier: its token first, by which the sign-in service says whether it was consented to, then one real call
 * after the other. Nothing opens a window.
 */
export async function testTier(
  tier: Tier,
  ports: {
    readonly identity: Pick<Identity, 'token'>;
    readonly probes: Pick<Probes, 'run'>;
    /** Milliseconds since some moment; for how long a call takes. */
    readonly milliseconds: () => number;
  },
  cancel: Cancellation,
): Promise<TierTest> {
  try {
    await ports.identity.token(tier);
  } catch (error) {
    const failure = failureOf(error);
    return {
      state: failure.kind === 'consent' ? { kind: 'notGranted' } : { kind: 'failed', failure },
      calls: [],
    };
  }
  const calls: CallMade[] = [];
  for (const probe of PROBES_OF[tier]) {
    const from = ports.milliseconds();
    const outcome = await ports.probes.run(probe, cancel).catch(failureOf);
    calls.push({ probe, outcome, milliseconds: ports.milliseconds() - from });
    if (cancel.cancelled) break;
  }
  return { state: stateOf(calls), calls };
}

function stateOf(calls: readonly CallMade[]): TierState {
  const failures = calls.flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : [outcome]));
  const [first] = failures;
  const some = calls.some(({ outcome }) => outcome === 'works');
  if (first === undefined) return some ? { kind: 'works' } : { kind: 'granted' };
  if (failures.length === calls.length && failures.every(({ kind }) => kind === 'consent'))
    return { kind: 'notGranted' };
  return some ? { kind: 'partly' } : { kind: 'failed', failure: first };
}

export function failureOf(error: unknown): Failure {
  if (error instanceof PortFailure) return error.failure;
  throw error;
}
