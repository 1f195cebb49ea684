import type { Fetch } from '../../src/graph/client/transport';

export type Seen = {
  readonly method: string;
  /** Path and query below the base address, decoded. */
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
};

/** A scripted answer: a response, a connection that is cut, or one that never answers. */
export type Scripted = Response | 'cut' | 'hang';
export type Script = (seen: Seen, nth: number) => Scripted | Promise<Scripted>;

export type ScriptedFetch = Fetch & { readonly seen: readonly Seen[]; readonly most: () => number };

export const BASE = 'https://graph.example/v1.0';

/** A network whose other end is a function; counts how many requests were ever open together. */
export function scriptedFetch(script: Script): ScriptedFetch {
  const seen: Seen[] = [];
  let open = 0;
  let most = 0;
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    const one: Seen = {
      method: request.method,
      path: decodeURIComponent(url.replace(BASE, '')),
      url,
      headers: request.headers,
      body: await request.text(),
    };
    seen.push(one);
    most = Math.max(most, ++open);
    try {
      const answer = await aborting(Promise.resolve(script(one, seen.length)), init.signal);
      if (answer === 'cut') throw new TypeError('fetch failed');
      if (answer === 'hang') return await aborting(new Promise<Response>(() => undefined), init.signal);
      return answer;
    } finally {
      open--;
    }
  };
  return Object.assign(fetch, { seen, most: () => most });
}

function aborting<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    work.then(resolve, reject);
  });
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Graph's envelope of an error. */
export function graphError(
  status: number,
  code: string,
  headers: Record<string, string> = {},
  more = {},
): Response {
  return json(
    {
      error: {
        code,
        message: 'secret-of-the-response',
        innerError: { 'request-id': 'r', date: 'd' },
        ...more,
      },
    },
    status,
    headers,
  );
}
