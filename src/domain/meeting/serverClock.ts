import type { Instant } from '../time/types';

/** One question to the server: sent and received on our clock, answered on the server's. */
export type ClockSample = { readonly sent: Instant; readonly received: Instant; readonly server: Instant };

/** Add `offset` to our clock to have the server's; it is off by no more than `error`. Milliseconds. */
export type ClockOffset = { readonly offset: number; readonly error: number };

/**
 * The median of the quicker half of the samples. The true offset lies within half a sample's round trip of what it says,
 * however unlike the two ways are, so slow samples tell little. Null without a usable one.
 */
export function clockOffset(samples: readonly ClockSample[]): ClockOffset | null {
  const usable = samples
    .filter((one) => one.received >= one.sent && [one.sent, one.received, one.server].every(Number.isFinite))
    .map(({ sent, received, server }) => ({ trip: received - sent, says: server - (sent + received) / 2 }))
    .sort((a, b) => a.trip - b.trip);
  const quick = usable.slice(0, Math.ceil(usable.length / 2));
  const slowest = quick.at(-1);
  if (slowest === undefined) return null;
  const says = quick.map((one) => one.says).sort((a, b) => a - b);
  const middle = says.length / 2;
  const offset = ((says[Math.ceil(middle) - 1] ?? 0) + (says[Math.floor(middle)] ?? 0)) / 2;
  return { offset, error: slowest.trip / 2 };
}
