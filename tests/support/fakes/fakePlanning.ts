import type { Planning } from '../../../src/app/planning/planning';
import type { PlanView } from '../../../src/app/planning/planView';
import { consentAddress } from '../consentAddress';

export type Call = readonly [name: string, ...values: readonly unknown[]];

/** A scripted `Planning`: shows what a test tells it to, and writes down every command. */
export function fakePlanning(first: PlanView) {
  let view = first;
  const listeners = new Set<() => void>();
  const calls: Call[] = [];
  const group = (prefix: string): object =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...values: unknown[]) =>
            void calls.push([`${prefix}${String(name)}`, ...values]),
      },
    );
  const readable = {
    get: () => view,
    subscribe: (run: () => void) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
  const parts: Readonly<Record<string, unknown>> = {
    adminConsent: consentAddress,
    view: readable,
    areas: group('areas.'),
    series: group('series.'),
    sessions: group('sessions.'),
    agenda: group('agenda.'),
  };
  const plain = group('') as Readonly<Record<string, unknown>>;
  const planning = new Proxy(
    {},
    { get: (_, name) => parts[String(name)] ?? plain[String(name)] },
  ) as Planning;
  return {
    planning,
    calls,
    show(next: PlanView) {
      view = next;
      for (const run of listeners) run();
    },
  };
}

/** A value that never changes, where something to watch is asked for. */
export function still<T>(value: T) {
  return { get: () => value, subscribe: () => () => undefined };
}
