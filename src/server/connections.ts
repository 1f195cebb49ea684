import type { Duplex } from 'node:stream';
import { createServer, type Server } from 'node:https';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { COMMON } from './headers';
import type { Certificate } from './tls';

/** Whoever has not told what they want by then is not one of our pages; headers take no more than a packet or two. */
const ASKING = {
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  // Node looks twice a minute by itself, and some would have double the time.
  connectionsCheckingInterval: 5_000,
} as const;
/** Whoever neither asks nor takes what they asked for keeps no connection; Node looks twice where an answer is under way. */
const IDLE_MS = 60_000;
const HANDSHAKE_MS = 10_000;

/** How long a connection may take for what, in plain http. */
export const PATIENCE = {
  http: ASKING,
  requestTimeout: ASKING.requestTimeout,
  connectionTimeout: IDLE_MS,
  clientErrorHandler: refuseRequest,
} as const;

const secureOptions = ({ cert, key }: Certificate) => ({ cert, key, minVersion: 'TLSv1.2' as const });

/** The same where the server ends TLS by itself. */
export const secureServer =
  (certificate: Certificate): FastifyServerFactory =>
  (handler) => {
    const options = { ...secureOptions(certificate), ...ASKING, handshakeTimeout: HANDSHAKE_MS };
    // Fastify's types keep the two servers apart; what it does with them is the same.
    return createServer(options, handler).setTimeout(IDLE_MS) as unknown as ReturnType<FastifyServerFactory>;
  };

/** Hands a renewed certificate to a server that listens; connections that are open stay as they are. */
export const renewOn = (app: FastifyInstance, certificate: Certificate): void =>
  (app.server as unknown as Server).setSecureContext(secureOptions(certificate));

const STATUS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** What is no request never reaches a handler: it is answered like everything else that is nothing here. */
export function refuseRequest({ code = '' }: { readonly code?: string }, socket: Duplex): void {
  // Half a handshake cannot be answered: its answer would wait for the other half.
  if (code === 'ECONNRESET' || /^ERR_(TLS|SSL)_/.test(code) || !socket.writable) return void socket.destroy();
  const headers = { ...COMMON, 'Content-Type': 'text/plain', 'Content-Length': '7', Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const answer = `HTTP/1.1 ${STATUS[code] ?? '400 Bad Request'}\r\n${lines.join('')}\r\nRefused`;
  socket.end(answer, () => socket.destroy());
  setTimeout(() => socket.destroy(), 1000).unref();
}
