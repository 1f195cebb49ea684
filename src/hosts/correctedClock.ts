import type { Clock } from '../app/ports/clock';

/** A page takes seconds to arrive, not minutes: what is further off is the device's clock. Milliseconds. */
const TOLERATED = 120_000;

/**
 * This device's clock, held once against the moment at which the server handed out the page, so that a laptop whose day
 * or hour is wrong opens today's meeting. Seconds are the room's to measure; a small difference is left as it is.
 */
export function correctedClock(device: () => number, servedAt: number | undefined): Clock {
  const ahead = servedAt === undefined ? 0 : servedAt - device();
  return { now: Math.abs(ahead) > TOLERATED ? () => device() + ahead : device };
}
