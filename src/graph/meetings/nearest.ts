import type { Instant, Interval } from '../../domain/time/types';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How far around now an occurrence may lie. */
export const BEHIND = DAY;
export const AHEAD = 7 * DAY;
/** A meeting that runs over is still the one at hand: an hour is the longest that it can be over. */
const OVER = HOUR;

/**
 * The one that runs, of several the one that began last; else the next within seven days, else the last within one. One
 * that ended less than an hour ago counts as running unless the next one is nearer, so that a panel which is opened in
 * the last words of a weekly does not find next week's.
 */
export function nearestOf<T extends { readonly time: Interval }>(
  all: readonly T[],
  now: Instant,
): T | undefined {
  const begun = all.filter(({ time }) => time.from <= now).sort((a, b) => b.time.from - a.time.from);
  const running = begun.find(({ time }) => now < time.until);
  if (running !== undefined) return running;
  const [next] = all
    .filter(({ time }) => time.from > now && time.from <= now + AHEAD)
    .sort((a, b) => a.time.from - b.time.from);
  const [last] = [...begun].sort((a, b) => b.time.until - a.time.until);
  const since = last === undefined ? Infinity : now - last.time.until;
  const until = next === undefined ? Infinity : next.time.from - now;
  if (since < OVER && since < until) return last;
  return next ?? (since <= BEHIND ? last : undefined);
}

/** What two addresses of one meeting have in common: spellings differ in case and in what is encoded, and in who asks. */
export function linkKeyOf(joinUrl: string): string {
  const plain = decoded(joinUrl.trim()).toLowerCase();
  return plain.includes('/l/meetup-join/') ? (plain.split('?')[0] ?? plain).replace(/\/+$/, '') : plain;
}

/** Mail systems encode an address that is encoded already. */
function decoded(address: string): string {
  let plain = address;
  for (let times = 0; times < 3; times++) {
    try {
      const next = decodeURIComponent(plain);
      if (next === plain) break;
      plain = next;
    } catch {
      break;
    }
  }
  return plain;
}
