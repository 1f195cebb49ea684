import * as v from 'valibot';
import type { AdminServer } from '../app/ports/adminServer';
import { PortFailure } from '../app/ports/failure';

const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const STATE = v.object({
  version: v.pipe(v.string(), v.maxLength(40)),
  now: time,
  clockOffMs: v.nullable(time),
  // Servers of the version before do not tell it.
  clockToleranceMs: v.optional(time, 60_000),
  certificateEnds: v.nullable(time),
  balanceCap: v.picklist(['off', 'areas', 'persons']),
  keeps: v.object({ recordedDays: count, otherwiseDays: count }),
  rooms: v.object({ kept: count, open: count }),
});
const PURGED = v.object({ gone: count, open: count });

/** Our server's doors for whoever administers, at 'https://…/admin'. `keep` hands the browser a file to keep. */
export function createAdminServer(
  address: string,
  token: () => Promise<string>,
  fetch: (address: string, init: RequestInit) => Promise<Response>,
  keep: (file: Blob, name: string) => void,
): AdminServer {
  async function asked(what: string, sent: RequestInit): Promise<Response> {
    const headers = { ...sent.headers, authorization: `Bearer ${await token()}` };
    const response = await fetch(`${address}/${what}`, { ...sent, headers }).catch(() => {
      throw new PortFailure({ kind: 'offline' });
    });
    if (response.ok) return response;
    const wait = Number(response.headers.get('retry-after') ?? 0) * 1000;
    if (response.status === 429) throw new PortFailure({ kind: 'throttled', retryAfterMs: wait });
    throw new PortFailure({ kind: KINDS[response.status] ?? 'unavailable' });
  }

  async function read<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
    const found = v.safeParse(schema, await response.json().catch(() => undefined));
    if (!found.success) throw new PortFailure({ kind: 'malformed' });
    return found.output;
  }

  return {
    state: async (cancel) => {
      if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
      return read(STATE, await asked('state', { method: 'GET' }));
    },
    async save(fileName) {
      const response = await asked('export', { method: 'GET' });
      const file = await response.blob().catch(() => {
        // A file that broke off would be taken for all of it.
        throw new PortFailure({ kind: 'offline' });
      });
      keep(file, fileName);
    },
    purge: async () =>
      read(
        PURGED,
        await asked('purge', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ purge: 'rooms' }),
        }),
      ),
  };
}

const KINDS: Readonly<Record<number, 'signIn' | 'denied'>> = { 401: 'signIn', 403: 'denied' };
