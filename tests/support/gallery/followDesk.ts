import type { FollowDesk } from '../../../src/app/follow/followDesk';
import type { FollowView } from '../../../src/app/follow/followView';
import { consentAddress } from '../consentAddress';
import type { Call } from '../fakes/fakePlanning';

const GROUPS = ['tasks', 'decisions', 'rhythm', 'asks', 'settings', 'measuring', 'own', 'talk', 'reach'];

/** A scripted `FollowDesk`: shows what a test tells it to, and writes down every command. `on` answers some of them. */
export function followDesk(
  first: FollowView,
  on: (call: Call, show: (next: FollowView) => void) => unknown = () => undefined,
) {
  const calls: Call[] = [];
  const listeners = new Set<() => void>();
  let value = first;
  const show = (next: FollowView) => {
    value = next;
    for (const run of [...listeners]) run();
  };
  const group = (prefix: string): object =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...values: unknown[]) => {
            const call: Call = [`${prefix}${String(name)}`, ...values];
            calls.push(call);
            return on(call, show);
          },
      },
    );
  const parts: Readonly<Record<string, unknown>> = {
    adminConsent: consentAddress,
    view: {
      get: () => value,
      subscribe(run: () => void) {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
    ...Object.fromEntries(GROUPS.map((name) => [name, group(`${name}.`)])),
  };
  const plain = group('') as Readonly<Record<string, unknown>>;
  const desk = new Proxy({}, { get: (_, name) => parts[String(name)] ?? plain[String(name)] }) as FollowDesk;
  return { desk, calls, show, view: () => value };
}
