import { cancellable } from '../../../src/app/cancel';
import type { Failure } from '../../../src/app/ports/failure';
import { PortFailure } from '../../../src/app/ports/failure';
import type { Graph, Operation } from '../../../src/graph/client/call';
import { createGraph } from '../../../src/graph/client/graph';
import type { Patience } from '../../../src/graph/client/retry';
import { type FakeIdentity, fakeIdentity } from '../../support/fakes/fakeIdentity';
import { BASE, type Script, type ScriptedFetch, scriptedFetch } from '../../support/scriptedFetch';
import { type VirtualTiming, virtualTiming } from '../../support/virtualTiming';

export type Bed = {
  readonly graph: Graph;
  readonly fetch: ScriptedFetch;
  readonly timing: VirtualTiming;
  readonly identity: FakeIdentity;
};

/** The real chain and library over a scripted network and a virtual clock. */
export function bed(
  script: Script,
  options: {
    readonly base?: string;
    readonly seed?: number;
    readonly patience?: Patience;
    readonly identity?: FakeIdentity;
  } = {},
): Bed {
  const fetch = scriptedFetch(script);
  const timing = virtualTiming(undefined, options.seed);
  const identity = options.identity ?? fakeIdentity();
  const base = options.base ?? BASE;
  const graph = createGraph({
    base,
    identity,
    timing,
    fetch,
    ...(options.patience && { patience: options.patience }),
  });
  return { graph, fetch, timing, identity };
}

export function operation(): Operation & { readonly cancel: ReturnType<typeof cancellable> } {
  return { tier: 'plan', cancel: cancellable() };
}

/** The failure of `work`; a test that expects one fails when there is none, or another kind of error. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof PortFailure) return error.failure;
  throw new Error('expected a PortFailure', { cause: error });
}
