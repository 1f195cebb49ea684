/** One line of the log: codes and counts, never whose or what. */
export type LogEvent = {
  readonly event:
    | 'rooms'
    | 'keys'
    | 'closed'
    | 'denied'
    | 'roomOpened'
    | 'roomClosed'
    | 'roomFailed'
    | 'swept'
    | 'fault'
    | 'request'
    | 'clock'
    | 'certificate'
    /** Entra refuses the application itself. */
    | 'application'
    | 'metrics'
    | 'admin'
    /** Scripts of earlier builds could not be kept. */
    | 'assets'
    /** Beyond one process: PostgreSQL, Redis, a room that went to another one. */
    | 'store'
    | 'leases'
    | 'peer';
  readonly code?: string | number;
  readonly count?: number;
  /** Of a request or a socket, drawn by us: the same stands in the answer's X-Request-Id. */
  readonly id?: string;
  /** What was asked for, as the server names it; an address could hold anything. */
  readonly route?: string;
  readonly ms?: number;
};
export type Log = (event: LogEvent) => void;

/** An event as a line of JSON. */
export function logLine(event: LogEvent, now: number): string {
  return `${JSON.stringify({ at: new Date(now).toISOString(), ...event })}\n`;
}

/** An error's kind; its sentence may hold what is nobody's business. */
export function kindOf(fault: unknown): string {
  const { name, code, cause } = (fault ?? {}) as { name?: unknown; code?: unknown; cause?: unknown };
  // What a fetch failed by stands below it.
  const below = (cause as { code?: unknown } | null | undefined)?.code;
  return [name, code, below]
    .filter((part) => typeof part === 'string' && /^[\w.-]{1,60}$/.test(part))
    .join(' ');
}
