import type { Instant } from '../../domain/time/types';

/**
 * Milliseconds that a Retry-After header asks to wait: whole or fractional seconds, or a date. Undefined when it is
 * missing or unreadable; a date that has passed is 0.
 */
export function retryAfterMsOf(header: string | null | undefined, now: Instant): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  // Date.parse takes more than dates of HTTP; those begin with a weekday and name their zone.
  if (!/^[A-Z][a-z]{2},? .*GMT$/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Exponential back-off, half of it by chance so that clients which failed together do not come back together. */
export function backOffMs(failures: number, baseMs: number, random: () => number): number {
  const full = Math.min(baseMs * 2 ** failures, 30_000);
  return Math.round(full / 2 + (full / 2) * random());
}
