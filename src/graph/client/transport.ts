import { PortFailure } from '../../app/ports/failure';
import { headersOf, sendingOf, type Step } from './chain';
import type { Timing } from './timing';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A try that takes longer is treated like a lost network; getSchedule over twenty mailboxes takes a few seconds. */
const TRY_MS = 30_000;

/** More than any answer we ask for; a larger one is not read to its end. */
const MAX_BYTES = 16 * 1024 * 1024;

const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * Sends, and reads the whole answer: a connection lost in its middle is lost like any other, and the place in the
 * queue is held until the service is done with us (GC6).
 */
export function transportStep(fetch: Fetch, timing: Timing): Step {
  return async (context) => {
    const { signal } = sendingOf(context);
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const watch = new AbortController();
    void timing.sleep(TRY_MS, watch.signal).then(() => {
      if (!watch.signal.aborted) stop();
    });
    try {
      const response = await fetch(String(context.request), {
        method: context.options?.method ?? 'GET',
        headers: headersOf(context),
        body: (context.options?.body as string | undefined) ?? null,
        signal: attempt.signal,
        credentials: 'omit',
        // A stale answer carries a stale version, and a version is what protects the other head's changes.
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      const text = await boundedText(response);
      context.response = new Response(WITHOUT_BODY.has(response.status) ? null : text, {
        status: response.status,
        headers: response.headers,
      });
    } catch (error) {
      if (error instanceof PortFailure) throw error;
      // fetch says TypeError for every lost connection and DOMException for an abort; nothing else is thrown here.
      throw new PortFailure({ kind: signal.aborted ? 'cancelled' : 'offline' });
    } finally {
      watch.abort();
      signal.removeEventListener('abort', stop);
    }
  };
}

async function boundedText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new PortFailure({ kind: 'malformed' });
    }
    text += decoder.decode(value, { stream: true });
  }
}
