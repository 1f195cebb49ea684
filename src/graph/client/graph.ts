import type { Client, Middleware } from '@microsoft/microsoft-graph-client';
import { broughtOnce } from '../../app/broughtOnce';
import { PortFailure } from '../../app/ports/failure';
import type { Identity } from '../../app/ports/identity';
import { signalOf, throwIfAborted } from './abort';
import { type Answer, type Call, type Graph, type Operation, pathAndQueryOf } from './call';
import { middlewareOf, SENDING, type Sending, type Step } from './chain';
import { concurrencyStep, REQUESTS_AT_A_TIME } from './concurrency';
import { fairQueue } from './fairQueue';
import { PATIENCE, type Patience, retryStep } from './retry';
import type { Timing } from './timing';
import { tokenStep } from './token';
import { type Fetch, transportStep } from './transport';

export type GraphOptions = {
  /** 'https://graph.microsoft.com/v1.0' or the demo tenant's; plain http only on this machine. */
  readonly base: string;
  readonly identity: Identity;
  readonly timing: Timing;
  readonly fetch: Fetch;
  readonly patience?: Patience;
};

/** Graph for whoever is signed in. The library behind it loads with the first call, so that a page starts without it. */
export function createGraph(options: GraphOptions): Graph {
  const { base, identity, timing, fetch, patience = PATIENCE } = options;
  if (!isTrustworthy(base)) throw new Error('plain http only to this machine');
  const queue = fairQueue(REQUESTS_AT_A_TIME);
  const retry = retryStep(timing, patience);
  const transport = transportStep(fetch, timing);
  // A wait between tries, and the token's window, must not hold a place in the queue: they stand outside it.
  const withToken = middlewareOf([retry, tokenStep(identity, base), concurrencyStep(queue), transport]);
  const withoutToken: Step[] = [retry, concurrencyStep(queue), transport];
  const library = broughtOnce(() => loadClient(base, withToken));

  const run = async (
    call: Call,
    operation: Operation,
    send: (sending: Sending) => Promise<Response>,
  ): Promise<Answer> => {
    const { signal, release } = signalOf(operation.cancel);
    const sending: Sending = { call, operation, signal, uncertain: 0 };
    try {
      throwIfAborted(signal);
      const response = await send(sending);
      return answerOf(response, await response.text(), sending.uncertain > 0);
    } catch (error) {
      throw sending.thrown ?? error;
    } finally {
      release();
    }
  };

  const sendAt = (address: string, call: Call, operation: Operation): Promise<Answer> =>
    run(call, operation, async (sending) => {
      const { client, raw } = await library();
      throwIfAborted(sending.signal);
      const request = client
        .api(address)
        .headers(headersFor(call))
        .option(SENDING, sending)
        .responseType(raw as never);
      return (await dispatch(request, call)) as Response;
    });

  return {
    send: (call, operation) => sendAt(pathAndQueryOf(call), call, operation),

    sendNext(nextLink, headers, operation) {
      const address = nextLink.slice(base.length);
      // The library takes an address inside of an address for the one to call.
      if (!nextLink.startsWith(`${base}/`) || address.includes('://'))
        return Promise.reject(new PortFailure({ kind: 'malformed' }));
      return sendAt(address, { method: 'GET', path: address, ...(headers && { headers }) }, operation);
    },

    download(url, operation) {
      if (!isTrustworthy(url)) return Promise.reject(new PortFailure({ kind: 'malformed' }));
      return run({ method: 'GET', path: '' }, operation, async (sending) => {
        const context = { request: url, options: { method: 'GET', [SENDING]: sending } } as never;
        const chain: Middleware = middlewareOf(withoutToken);
        await chain.execute(context);
        return (context as { response: Response }).response;
      });
    },
  };
}

type Request = ReturnType<Client['api']>;

function dispatch(request: Request, call: Call): Promise<unknown> {
  switch (call.method) {
    case 'GET':
      return request.get();
    case 'DELETE':
      return request.delete();
    case 'POST':
      return request.post(call.body);
    case 'PATCH':
      return request.patch(call.body);
    case 'PUT':
      return request.put(call.body);
  }
}

function headersFor(call: Call): Record<string, string> {
  if (call.body === undefined || typeof call.body === 'string') return { ...call.headers };
  return { 'Content-Type': 'application/json', ...call.headers };
}

function answerOf(response: Response, text: string, uncertain: boolean): Answer {
  return {
    status: response.status,
    text,
    uncertain,
    header: (name) => response.headers.get(name) ?? undefined,
  };
}

/** Names that the machine itself answers; `*.localhost` by RFC 6761. */
function isTrustworthy(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname))
  );
}

async function loadClient(base: string, middleware: Middleware): Promise<{ client: Client; raw: unknown }> {
  const { Client, ResponseType } = await import('@microsoft/microsoft-graph-client').catch(() => {
    // The only reason for a part of the page not to load is that the network is gone.
    throw new PortFailure({ kind: 'offline' });
  });
  const at = base.lastIndexOf('/');
  return {
    client: Client.initWithMiddleware({
      baseUrl: base.slice(0, at),
      defaultVersion: base.slice(at + 1),
      middleware,
    }),
    raw: ResponseType.RAW,
  };
}
