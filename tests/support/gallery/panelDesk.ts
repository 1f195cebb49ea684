import type { MeetingDesk } from '../../../src/app/meeting/meetingDesk';
import type { MeetingTick, MeetingView } from '../../../src/app/meeting/meetingView';
import { consentAddress } from '../consentAddress';
import type { Call } from '../fakes/fakePlanning';

/** A scripted `MeetingDesk`: shows what a test tells it to, and writes down every command. */
export function panelDesk(firstView: MeetingView, firstTick: MeetingTick) {
  const calls: Call[] = [];
  const view = watched(firstView);
  const tick = watched(firstTick);
  const group = (prefix: string, within?: string): object =>
    new Proxy(
      {},
      {
        get: (_, name) =>
          name === within
            ? group(`${prefix}${within}.`)
            : (...values: unknown[]) => void calls.push([`${prefix}${String(name)}`, ...values]),
      },
    );
  const parts: Readonly<Record<string, unknown>> = {
    view: view.readable,
    adminConsent: consentAddress,
    tick: tick.readable,
    capture: group('capture.'),
    before: group('before.'),
    after: group('after.', 'talk'),
    decide: group('decide.'),
    balance: group('balance.'),
  };
  const plain = group('') as Readonly<Record<string, unknown>>;
  const desk = new Proxy({}, { get: (_, name) => parts[String(name)] ?? plain[String(name)] }) as MeetingDesk;
  return { desk, calls, show: view.set, ticks: tick.set };
}

function watched<T>(first: T) {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    readable: {
      get: () => value,
      subscribe: (run: () => void) => {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
    set(next: T) {
      value = next;
      for (const run of [...listeners]) run();
    },
  };
}
