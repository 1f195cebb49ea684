/**
 * Classes of PostgreSQL's errors that pass: connections, read-only and aborted transactions, deadlocks, disks and memory
 * that are full, locks, an operator's stop, the system around it.
 */
const PASSING = new Set(['08', '25', '40', '53', '55', '57', '58']);

/** Whether the same may succeed a little later, or after somebody has mended the server. */
export function isPassing(fault: unknown): boolean {
  const { code, severity } = (fault ?? {}) as { code?: unknown; severity?: unknown };
  // What did not come from the server itself: sockets, names, our own time limits.
  if (severity === undefined || typeof code !== 'string') return true;
  return PASSING.has(code.slice(0, 2));
}
