import * as v from 'valibot';
import { PortFailure } from '../app/ports/failure';
import type { Rooms } from '../app/ports/room';

const ANSWER = v.object({ start: v.nullable(v.pipe(v.number(), v.integer())) });

/** Asks the server for the room of a place that is nearest to now; `address` is 'https://…/rooms/near'. */
export function createNearestRoom(
  address: string,
  token: () => Promise<string>,
  fetch: (address: string, init: RequestInit) => Promise<Response>,
): NonNullable<Rooms['near']> {
  return async (place) => {
    const authorization = `Bearer ${await token()}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify({ place }) };
    const response = await fetch(address, sent).catch(() => {
      throw new PortFailure({ kind: 'offline' });
    });
    if (response.status === 429) {
      const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1000;
      throw new PortFailure({ kind: 'throttled', retryAfterMs });
    }
    if (!response.ok) throw new PortFailure({ kind: response.status === 403 ? 'denied' : 'unavailable' });
    const read = v.safeParse(ANSWER, await response.json().catch(() => undefined));
    if (!read.success) throw new PortFailure({ kind: 'malformed' });
    return read.output.start;
  };
}
