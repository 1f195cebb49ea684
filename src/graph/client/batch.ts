import * as v from 'valibot';
import type { Failure } from '../../app/ports/failure';
import { pause } from './abort';
import { type Answer, type Call, type Graph, type Operation, pathAndQueryOf } from './call';
import { ask } from './json';
import { isBroken, isRepeatable, isThrottled, PATIENCE, type Patience } from './retry';
import { backOffMs, retryAfterMsOf } from './retryAfter';
import type { Timing } from './timing';

/** Graph takes no more in one batch. */
const BATCH_SIZE = 20;

export type BatchItem = {
  /** Unique without regard to case. */
  readonly id: string;
  readonly call: Call;
  /** Runs only once these have succeeded; they stand before it in the list. */
  readonly dependsOn?: readonly string[];
};

export type BatchResult =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Failure };

const RESPONSES = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.nullish(v.record(v.string(), v.string())),
      body: v.optional(v.unknown()),
    }),
  ),
});
type Inner = v.InferOutput<typeof RESPONSES>['responses'][number];

/**
 * Runs the items in batches of twenty and answers by id (GB1). What the service throttled, or could not answer and may
 * be sent twice, runs again after the longest wait asked for, and with it what depends on it (GB2, GB3). An item whose
 * dependency failed is answered 424. Fails as a whole only when a batch itself gets no answer.
 */
export async function runBatch(
  graph: Graph,
  items: readonly BatchItem[],
  operation: Operation,
  timing: Timing,
  patience: Patience = PATIENCE,
): Promise<ReadonlyMap<string, BatchResult>> {
  const run = new Run(items);
  let patienceMs = patience.waitsMs;
  for (let failures = 0; run.waiting.length > 0;) {
    const batch = run.nextBatch();
    const answers = batch.length === 0 ? [] : await sendBatch(graph, batch, run, operation);
    const again = run.take(batch, answers, failures + 1 < patience.brokenTries);
    if (again.length === 0) continue;

    const asked = again.flatMap(
      (inner) => retryAfterMsOf(headerOf(inner, 'retry-after'), timing.now()) ?? [],
    );
    const waitMs =
      asked.length > 0 ? Math.max(...asked) : backOffMs(failures, patience.baseMs, () => timing.random());
    failures++;
    if (waitMs > patienceMs || failures >= patience.throttledTries) {
      run.giveUp({ kind: 'throttled', retryAfterMs: waitMs });
      break;
    }
    patienceMs -= waitMs;
    await pause(waitMs, operation.cancel, timing);
  }
  return run.byId();
}

/** What has been answered and what still waits; items keep the order of the list. */
class Run {
  waiting: readonly BatchItem[];
  readonly #all: readonly BatchItem[];
  readonly #results = new Map<string, BatchResult>();
  readonly #uncertain = new Set<string>();

  constructor(items: readonly BatchItem[]) {
    this.#all = items;
    this.waiting = items;
  }

  succeeded(id: string): boolean {
    const result = this.#results.get(keyOf(id));
    return result?.kind === 'answer' && result.answer.status >= 200 && result.answer.status < 300;
  }

  /** The next twenty; items whose dependency failed for good are answered here. */
  nextBatch(): readonly BatchItem[] {
    const batch: BatchItem[] = [];
    for (const item of this.waiting) {
      const failed = (item.dependsOn ?? []).some((id) => this.#results.has(keyOf(id)) && !this.succeeded(id));
      if (failed) this.#settle(item, { id: item.id, status: 424 });
      else if (batch.length < BATCH_SIZE) batch.push(item);
    }
    this.#forgetSettled();
    return batch;
  }

  /** Notes the answers of a batch; returns those for which items run again. */
  take(batch: readonly BatchItem[], answers: readonly Inner[], mayRepeatBroken: boolean): readonly Inner[] {
    const byId = new Map(answers.map((inner) => [keyOf(inner.id), inner]));
    const again = new Map<string, Inner>();
    for (const item of batch) {
      const key = keyOf(item.id);
      const inner = byId.get(key);
      if (inner === undefined) {
        this.#results.set(key, { kind: 'failed', failure: { kind: 'malformed' } });
        continue;
      }
      const broken = isBroken(inner.status) && isRepeatable(item.call) && mayRepeatBroken;
      const orphaned = inner.status === 424 && (item.dependsOn ?? []).some((id) => again.has(keyOf(id)));
      if (broken) this.#uncertain.add(key);
      if (broken || orphaned || isThrottled(inner.status)) again.set(key, inner);
      else this.#settle(item, inner);
    }
    this.#forgetSettled();
    return [...again.values()];
  }

  giveUp(failure: Failure): void {
    for (const item of this.waiting) this.#results.set(keyOf(item.id), { kind: 'failed', failure });
    this.#forgetSettled();
  }

  byId(): ReadonlyMap<string, BatchResult> {
    return new Map(this.#all.map((item) => [item.id, this.#results.get(keyOf(item.id)) as BatchResult]));
  }

  #settle(item: BatchItem, inner: Inner): void {
    const answer: Answer = {
      status: inner.status,
      text: typeof inner.body === 'string' ? inner.body : JSON.stringify(inner.body ?? null),
      uncertain: this.#uncertain.has(keyOf(item.id)),
      header: (name) => headerOf(inner, name),
    };
    this.#results.set(keyOf(item.id), { kind: 'answer', answer });
  }

  #forgetSettled(): void {
    this.waiting = this.waiting.filter((item) => !this.#results.has(keyOf(item.id)));
  }
}

async function sendBatch(
  graph: Graph,
  batch: readonly BatchItem[],
  run: Run,
  operation: Operation,
): Promise<readonly Inner[]> {
  const requests = batch.map(({ id, call, dependsOn = [] }) => {
    const open = dependsOn.filter((one) => !run.succeeded(one));
    return {
      id,
      method: call.method,
      url: pathAndQueryOf(call),
      ...(open.length > 0 && { dependsOn: open }),
      ...(call.body !== undefined && { body: call.body }),
      ...((call.headers !== undefined || call.body !== undefined) && {
        headers: { ...(call.body !== undefined && { 'Content-Type': 'application/json' }), ...call.headers },
      }),
    };
  });
  const call: Call = {
    method: 'POST',
    path: '/$batch',
    body: { requests },
    repeatable: batch.every((item) => isRepeatable(item.call)),
  };
  return (await ask(graph, RESPONSES, call, operation)).responses;
}

const keyOf = (id: string): string => id.toLowerCase();

function headerOf(inner: Inner, name: string): string | undefined {
  return Object.entries(inner.headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
