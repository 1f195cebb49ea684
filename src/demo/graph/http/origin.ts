import type { IncomingMessage } from 'node:http';

/** A page that somebody visits beside the demo must not be able to disturb it. */
export function isForeign({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
